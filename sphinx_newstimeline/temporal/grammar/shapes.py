"""The classes of words that are known by their shape: numbers, ordinals, decades, codes and clock times.

But for numbers they are listed rather than recognised.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import reduce
from typing import TypeAlias

Value: TypeAlias = int | str

SIXTY = 60
LAST_LISTED_NUMBER = 2199
#: Numbers at which the classes of numbers change, for :func:`number_shape`.
EDGES = (1, 13, 25, 32, 60, 1000)
LONGEST_NUMBER = 4
#: The shapes of what is no number, and of those that are no year.
NO_NUMBER, BEYOND, BEYOND_CLOCK = range(3)
#: How high ordinals in digits are listed.
LAST_ORDINAL = 250
CODED_CENTURIES = (19, 20)
#: How high numbers are listed that end in the sign of a fraction: "2½".
LAST_MIXED_NUMBER = 100
VULGAR_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75}


def _tests(digits: str) -> dict[str, bool]:
    """Return whether a string of digits belongs to each class of numbers."""
    number, length = int(digits), len(digits)
    padded = digits[0] == "0" and length > 1
    return {
        "NUM": not padded or length == 2,
        "DAY": 1 <= number <= 31 and length <= 2,
        "MONTH_NUM": 1 <= number <= 12 and length <= 2,
        "YEAR": length == 4 and 1000 <= number <= LAST_LISTED_NUMBER,
        "SMALL_YEAR": 1 <= number <= 999 and not padded,
        "YY": length == 2,
        "HOUR": number <= 24 and length <= 2,
        "HOUR12": 1 <= number <= 12 and length <= 2,
        "SIXTY": number < SIXTY and length == 2,
        "THOUSANDS": length == 3,
        "FRACTION": length <= 2,
        "TEN_YEAR": length == 4 and number % 10 == 0 and 1000 <= number < 2200,
        "TEN_YY": length == 2 and number % 10 == 0,
        "CLOCK4": length == 4 and _is_clock(number),
    }


def _is_clock(number: int) -> bool:
    """Return whether four digits are hours and minutes: "2130"."""
    return number // 100 < 24 and number % 100 < SIXTY


#: Classes of numbers in digits, of which each means itself.
NUMBERS = frozenset(_tests("0"))


def number_classes(digits: str) -> set[str]:
    """Return those of :data:`NUMBERS` that a string of digits belongs to by its shape."""
    return {name for name, holds in _tests(digits).items() if holds}


def ordinal_ending(number: int) -> str:
    """Return the English ending of an ordinal in digits."""
    return "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def number_shape(word: str) -> int:
    """Return a number that stands for all numbers in digits of the same classes; 0 for any other word.

    Numbers have up to four digits, and may begin with zeros.
    """
    if len(word) > LONGEST_NUMBER or not (word.isdecimal() and word.isascii()):
        return NO_NUMBER
    number = int(word)
    if number > LAST_LISTED_NUMBER:
        return BEYOND_CLOCK if _is_clock(number) else BEYOND
    minutes = number % 100
    facts = (len(word), word[0] == "0", bisect_right(EDGES, number), minutes < SIXTY, minutes % 10 == 0)
    return reduce(lambda shape, fact: shape << 3 | fact, facts)


def number_shapes() -> dict[int, set[str]]:
    """Return the classes of the numbers of each shape.

    All shapes are among few of the numbers.
    """
    edges = {edge + more for edge in (0, *EDGES, 100, 2200) for more in (0, 1, 5, 10, 60, 61)}
    samples = sorted(edges.union(range(0, 100, 10)))
    padded = [f"{number:0{width}}" for width in range(1, LONGEST_NUMBER + 1) for number in samples]
    return {number_shape(word): number_classes(word) for word in padded if len(word) <= LONGEST_NUMBER}


def shape_classes() -> dict[str, dict[str, Value]]:
    """Return class to (word to value) for all other words that are known by their shape."""
    classes: dict[str, dict[str, Value]] = defaultdict(dict)
    for makers in (_mixed_numbers, _ordinals_and_decades, _codes, _clock_times):
        for name, word, value in makers():
            classes[name][word] = value
    return dict(classes)


def _mixed_numbers() -> Iterator[tuple[str, str, Value]]:
    """Yield "½", "1½"."""
    for whole in range(LAST_MIXED_NUMBER + 1):
        for sign, part in VULGAR_FRACTIONS.items():
            yield "MIXED", f"{whole or ''}{sign}", str(whole + part)


def _ordinals_and_decades() -> Iterator[tuple[str, str, Value]]:
    """Yield "3rd", "80s", "470s", "1980s"."""
    for rank in range(1, LAST_ORDINAL + 1):
        yield "NTH", f"{rank}{ordinal_ending(rank)}", rank
    for decade in range(LAST_LISTED_NUMBER // 10):
        if decade < 10:
            yield "YYS", f"{decade}0s", decade * 10
        else:
            yield ("SMALL_DECADE" if decade < 100 else "DECADE"), f"{decade}0s", decade


def _codes() -> Iterator[tuple[str, str, Value]]:
    """Yield what companies call their periods: "FY25", "3Q24", "1H2024", as year and number of the part."""
    for short in range(100):
        written = {f"{short:02}": short}
        written |= {f"{century}{short:02}": century * 100 + short for century in CODED_CENTURIES}
        for digits, year in written.items():
            yield "FISCAL_CODE", f"FY{digits}", year
            for index in range(1, 5):
                yield "QUARTER_OF_YEAR", f"{index}Q{digits}", year * 10 + index
            for index in (1, 2):
                yield "HALF_OF_YEAR", f"{index}H{digits}", year * 10 + index


def _clock_times() -> Iterator[tuple[str, str, Value]]:
    """Yield "9pm", "30am" of "9:30am", and the parts "13T10" and "30Z" of ISO 8601's moments."""
    for half in ("am", "pm", "AM", "PM"):
        for hour in range(1, 13):
            yield "HOUR_AMPM", f"{hour}{half}", hour
        for minute in range(60):
            yield "MINUTE_AMPM", f"{minute:02}{half}", minute
    for minute in range(60):
        yield "MINUTE_Z", f"{minute:02}Z", minute
    for day in range(1, 32):
        for hour in range(24):
            yield "DAY_HOUR", f"{day:02}T{hour:02}", f"{day:02}T{hour:02}"
    # Agencies write "0630GMT" and "06:30GMT".
    for minute in range(60):
        yield "MINUTE_GMT", f"{minute:02}GMT", minute
        for hour in range(24):
            yield "CLOCK_GMT", f"{hour:02}{minute:02}GMT", hour * 100 + minute


def forms(word: str) -> tuple[str, ...]:
    """Return the forms in which a word is found: as it is, with a capital, in capitals."""
    if word[0].isdecimal():
        return (word,)
    if word[0].isupper():
        return word, word.upper()
    return word, word.capitalize(), word.upper()
