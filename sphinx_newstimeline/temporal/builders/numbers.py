"""Numbers: what the silent kinds of the rules are worth."""

from __future__ import annotations

#: Centuries that are spelled out before the year: "nineteen ninety-seven".
SPELLED_CENTURIES = range(15, 20)
TEENS = range(10, 20)
#: Eighths are the smallest fractions of a unit.
SMALLEST_FRACTION = 8
A_HUNDRED = 100
#: "Two thousand".
THIS_MILLENNIUM = 2

Number = int | float


def number_grouped(*, n: int, t: int, u: int | None = None) -> Number:
    """Return 12000 for "12,000"."""
    return n * 1000 + t if u is None else (n * 1000 + t) * 1000 + u


def number_decimal(*, n: int, words: str) -> Number:
    """Return 2.5 for "2.5"."""
    return float(f"{n}.{words.rsplit(maxsplit=1)[-1]}")


def number_sum(*, n: int, m: int = 0) -> Number:
    """Return 25 for "twenty-five"."""
    return n + m


def number_scaled(*, scale: int, words: str, n: Number = 1, m: Number = 0, k: Number = 0) -> Number | None:
    """Return 200 for "two hundred", 125 for "a hundred and twenty-five"; "$40 million two years" is none."""
    if m and scale > A_HUNDRED and " and " not in words:
        return None
    amount = n * scale + m + k
    return int(amount) if amount == int(amount) else amount


def number_and_half(*, n: Number) -> Number:
    """Return 2.5 for "two and a half"."""
    return n + 0.5


def number_mixed(*, n: int, m: int, d: int) -> Number | None:
    """Return 2.5 for "2 1/2"; "2 8/9" is no amount that time is told in."""
    return n + m / d if 0 < m < d <= SMALLEST_FRACTION else None


def number_vulgar(*, n: str) -> Number:
    """Return 2.5 for "2½"."""
    return float(n)


def number_mixed_sign(*, n: int, m: str) -> Number:
    """Return 7.5 for "7 ½"."""
    return n + float(m)


def number_couple() -> Number:
    """Return 2 for "a couple of"."""
    return 2


def number_vague() -> bool:
    """Return a marker for an amount that has no number: "several"."""
    return True


def spelled_year(*, c: int, t: int = 0, m: int = 0) -> int | None:
    """Return 1997 for "nineteen ninety-seven"."""
    if c not in SPELLED_CENTURIES or not (t or m in TEENS):
        return None
    return c * 100 + t + m


def era_before() -> int:
    """Return what "B.C." is worth."""
    return -1


def era_after() -> int:
    """Return what "A.D." is worth."""
    return 1


def spelled_millennium(*, c: int, m: int = 0) -> int | None:
    """Return 2000 for "two thousand"."""
    return c * 1000 + m if c == THIS_MILLENNIUM else None
