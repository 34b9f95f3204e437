"""What recurs: TIMEX3 SETs with their RFC 5545 rules."""

from __future__ import annotations

from dataclasses import replace

from ..meanings import Clock, Meaning, Recurring, Span
from ..timex import WEEKDAY_CODES
from ..units import SEASONS, Grain, duration_value
from .numbers import Number

QUARTERS = 4
FREQUENCIES = {
    Grain.MINUTE: "MINUTELY",
    Grain.HOUR: "HOURLY",
    Grain.DAY: "DAILY",
    Grain.WEEK: "WEEKLY",
    Grain.MONTH: "MONTHLY",
    Grain.YEAR: "YEARLY",
}
#: Units that recur as a multiple of another.
MULTIPLES = {
    Grain.FORTNIGHT: (Grain.WEEK, 2),
    Grain.QUARTER: (Grain.MONTH, 3),
    Grain.DECADE: (Grain.YEAR, 10),
}
#: The rules of adverbs, by TIMEX3 value: "weekly", "quarterly".
ADVERBS = {
    "PT1H": "FREQ=HOURLY",
    "XXXX-XX-XX": "FREQ=DAILY",
    "XXXX-XX-XXTNI": "FREQ=DAILY",
    "XXXX-WXX": "FREQ=WEEKLY",
    "P2W": "FREQ=WEEKLY;INTERVAL=2",
    "XXXX-XX": "FREQ=MONTHLY",
    "XXXX-QX": "FREQ=MONTHLY;INTERVAL=3",
    "XXXX": "FREQ=YEARLY",
}


def every(*, grain: str, amount: Number = 1) -> Meaning:
    """Return "every week", "every two years", "once a month"."""
    unit = Grain(grain)
    value = duration_value(amount, unit)
    base, factor = MULTIPLES.get(unit, (unit, 1))
    interval = amount * factor
    if base not in FREQUENCIES or interval != int(interval):
        return Recurring(value)
    step = f";INTERVAL={int(interval)}" if interval != 1 else ""
    return Recurring(value, f"FREQ={FREQUENCIES[base]}{step}")


def every_vague(*, grain: str) -> Meaning:
    """Return "every few weeks"."""
    return Recurring(duration_value(None, Grain(grain)))


def every_range(*, amount: Number, grain: str) -> Meaning:
    """Return "every 20 to 40 years": nothing that a calendar can repeat."""
    return Recurring(duration_value(amount, Grain(grain)))


def every_weekday(
    *, weekday: int, amount: int = 1, index: int = 0, other: int | None = None, part: str = ""
) -> Meaning:
    """Return "every Monday and Friday", "Friday nights", "the first Monday of every month"."""
    day = ",".join(WEEKDAY_CODES[number - 1] for number in (weekday, other) if number)
    if index:
        return Recurring(f"XXXX-XX-WXX-{weekday}", f"FREQ=MONTHLY;BYDAY={index}{day}")
    step = f";INTERVAL={amount}" if amount != 1 else ""
    time = f"T{part}" if part else ""
    return Recurring(f"XXXX-WXX-{weekday}{time}", f"FREQ=WEEKLY{step};BYDAY={day}")


def every_working_day() -> Meaning:
    """Return "every weekday"."""
    return Recurring("XXXX-XX-XX", "FREQ=WEEKLY;BYDAY=" + ",".join(WEEKDAY_CODES[:5]))


def every_weekend() -> Meaning:
    """Return "on weekends"."""
    return Recurring("XXXX-WXX-WE", "FREQ=WEEKLY;BYDAY=" + ",".join(WEEKDAY_CODES[5:]))


def every_month(*, month: int) -> Meaning:
    """Return "every July"."""
    return Recurring(f"XXXX-{month:02}", f"FREQ=YEARLY;BYMONTH={month}")


def every_month_day(*, month: int, day: int) -> Meaning:
    """Return "every July 25"."""
    return Recurring(f"XXXX-{month:02}-{day:02}", f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}")


def every_season(*, season: str) -> Meaning:
    """Return "every summer"."""
    return Recurring(f"XXXX-{season}", f"FREQ=YEARLY;BYMONTH={SEASONS.index(season) * 3 + 3}")


def every_part(*, part: str) -> Meaning:
    """Return "every morning"."""
    return Recurring(f"XXXX-XX-XXT{part}", "FREQ=DAILY")


def weekday_parts(*, weekday: int, other: int, part: str) -> Meaning:
    """Return "Monday and Tuesday nights": each by itself."""
    days = tuple(every_weekday(weekday=number, part=part) for number in (weekday, other))
    return Span(days, joined=False)


def parts(*, part: str) -> Meaning:
    """Return "at night", which is any night."""
    return Recurring(f"XXXX-XX-XXT{part}")


def rate(*, grain: str) -> Meaning:
    """Return "per week": no time at which something recurs."""
    return Recurring(duration_value(1, Grain(grain)))


def every_quarter(*, index: int) -> Meaning | None:
    """Return "every fourth quarter"."""
    return Recurring(f"XXXX-Q{index}", f"FREQ=YEARLY;BYMONTH={index * 3 - 2}") if index <= QUARTERS else None


def recurring_at(*, of: Recurring, clock: Clock) -> Meaning | None:
    """Return "every Friday at 4 p.m."."""
    return replace(of, time=clock) if clock.day is None and of.time is None else None


def frequency(*, value: str) -> Meaning:
    """Return "weekly", "annually"."""
    return Recurring(value, ADVERBS[value])
