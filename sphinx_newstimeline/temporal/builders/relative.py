"""Weekdays, days, units and parts of a year, as seen from an anchor."""

from __future__ import annotations

from dataclasses import replace

from ..calendar import DateParts
from ..meanings import (
    Calendar,
    Compared,
    Holiday,
    InYear,
    Meaning,
    Modified,
    NewYear,
    Origin,
    Portion,
    Relative,
    RelativeNamed,
    Shifted,
    Span,
    Turn,
    Weekday,
    YearEnd,
    Years,
)
from ..units import DAYS_A_WEEK, SEASONS, Grain, days_in_month
from .dates import A_LEAP_YEAR, full_year
from .times import day_part

UNITS_A_YEAR = {Grain.WEEK: 52, Grain.MONTH: 12, Grain.QUARTER: 4}
#: Units whose beginning is a turn.
AGES = {Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM}
#: How many seasons ago one is remembered by their number.
LONGEST_MEMORY = 9
#: How many quarters, halves and months a year has.
HIGHEST = {Grain.QUARTER: 4, Grain.HALF: 2, Grain.MONTH: 12}


def weekday(*, number: int, which: int | None = None) -> Meaning:
    """Return a weekday, bare or "last", "this", "next"."""
    return Weekday(number, which)


def weekday_abbreviated(*, number: int) -> int:
    """Return the ISO number of "Wed." for a rule that puts a date beside it."""
    return number


def weekday_span(*, first: int, last: int) -> Meaning:
    """Return "Mon.-Fri."."""
    return Span((Weekday(first), Weekday(last)))


def weekdays_ago(*, amount: int, number: int) -> Meaning:
    """Return "two Sundays ago"."""
    return Weekday(number, -int(amount))


def weekday_weeks_ago(*, amount: int, number: int) -> Meaning:
    """Return "two weeks ago Monday": so many weeks before the last one, or before today."""
    return Weekday(number, -int(amount) - 1, ago=True)


def weekday_text(*, number: int, which: int) -> Meaning:
    """Return "the following Monday", seen from the day spoken of."""
    return Shifted(Grain.DAY, number, which, "text", mod="weekday")


def weekday_beside(*, weekday: Weekday, of: Meaning, which: int) -> Meaning | None:
    """Return "the Monday before Easter", "the Tuesday after Labor Day"."""
    return Shifted(Grain.DAY, weekday.number, which, of, mod="weekday") if weekday.which is None else None


def weekday_of(*, weekday: Weekday, of: Meaning) -> Meaning | None:
    """Return "Friday of last week"."""
    if isinstance(of, Relative) and of.grain is Grain.WEEK:
        return Portion("nth", 1, Grain.DAY, of, weekday.number)
    return None


def relative(*, grain: str, amount: int, origin: Origin = "published") -> Meaning:
    """Return the unit of the anchor, shifted: "last week", "that year", "tomorrow"."""
    return Relative(Grain(grain), amount, origin)


def same_last_year(*, grain: str) -> Meaning:
    """Return "the same month last year": of the month that is told of."""
    unit = Grain(grain)
    return Relative(unit, -UNITS_A_YEAR[unit], "text")


def relative_day(*, amount: int) -> Meaning:
    """Return "the next day", seen from the day spoken of."""
    return Relative(Grain.DAY, amount, "text")


def weekend() -> Meaning:
    """Return "the weekend": the one nearest to the publication date."""
    return Relative(Grain.WEEKEND, 0)


def the_unit(*, grain: str) -> Meaning:
    """Return "the year", "the month"; "the quarter" is the one that results are told of."""
    return Compared() if grain == "quarter" else Relative(Grain(grain), 0, "told")


def part_of_unit(*, grain: str, mod: str) -> Meaning:
    """Return "mid-week", "midyear", "month-end"."""
    return Modified(mod, Relative(Grain(grain), 0, "told"))


def weekday_in_weeks(*, number: int, amount: int) -> Meaning:
    """Return "Friday week", "three weeks from Tuesday", "a week on Friday": counted from the next one."""
    return Shifted(Grain.DAY, int(amount) * DAYS_A_WEEK, 1, Weekday(number))


def days_from(*, amount: int, grain: str, day: int) -> Meaning:
    """Return "a week from tomorrow", "three days from today"."""
    unit = Grain(grain)
    days = DAYS_A_WEEK if unit is Grain.WEEK else 1
    if unit not in {Grain.DAY, Grain.WEEK}:
        return Shifted(unit, amount, 1)
    return Relative(Grain.DAY, int(amount) * days + day)


def year_end(*, year: int | None = None) -> Meaning:
    """Return "year-end", "year-end 1999"."""
    return Modified("END", Calendar(DateParts(year)) if year else YearEnd())


def turn(*, of: Meaning) -> Meaning | None:
    """Return "the turn of the century", "the dawn of the 20th century"."""
    grain = of.grain if isinstance(of, Years | Relative) else None
    return Turn(of) if grain in AGES else None


def named_relative(
    *, month: int, which: int, day: int | None = None, origin: Origin = "published"
) -> Meaning | None:
    """Return "last May", "next October", "the following May", "last Dec. 14"."""
    if day is not None and not 1 <= day <= days_in_month(A_LEAP_YEAR, month):
        return None
    return RelativeNamed(Calendar(DateParts(month=month, day=day)), which, origin)


def in_year(
    *, grain: str, index: int, words: str, year: int | None = None, back: int = 0, fiscal: int = 0
) -> Meaning | None:
    """Return "the third quarter", "Q3 2024", "the first half", "the year-ago third quarter"."""
    unit = Grain(grain)
    if not 1 <= index <= HIGHEST[unit]:
        return None
    if back:
        return InYear(unit, index, Relative(Grain.YEAR, -back))
    own = bool(fiscal) or "fiscal" in words.casefold().split()
    return InYear(unit, index, Calendar(DateParts(year)) if year else None, fiscal=own)


def parts_of_year(*, grain: str, first: int, last: int, year: int | None = None) -> Meaning | None:
    """Return "the second and fourth quarters", "the first and second halves of 2025": each by itself."""
    unit = Grain(grain)
    if not 1 <= first < last <= HIGHEST[unit]:
        return None
    stated = Calendar(DateParts(year)) if year else None
    return Span((InYear(unit, first, stated), InYear(unit, last, stated)), joined=False)


def in_short_year(*, grain: str, index: int, year: int, words: str) -> Meaning | None:
    """Return "Q3'24", "H1 FY25"."""
    return in_year(grain=grain, index=index, year=full_year(year), words=words)


def in_coded_year(*, grain: str, index: int, words: str) -> Meaning | None:
    """Return "3Q24", "1H2024", given as the year's digits and that of the part."""
    year, part = divmod(index, 10)
    return in_short_year(grain=grain, index=part, year=year, words=words)


def season(
    *, index: str, year: int | None = None, which: int | None = None, origin: Origin = "published"
) -> Meaning:
    """Return "summer 2022", "last winter", "the spring", "the following summer"."""
    named = InYear(Grain.SEASON, SEASONS.index(index) + 1, Calendar(DateParts(year)) if year else None)
    return named if which is None else RelativeNamed(named, which, origin)


def holiday_relative(*, of: Holiday, which: int) -> Meaning | None:
    """Return "last Christmas", "this Easter", "next Thanksgiving"."""
    return replace(of, which=which) if of.year is None and of.which is None else None


def seasons_ago(*, amount: float, index: str) -> Meaning | None:
    """Return "two summers ago"."""
    named = InYear(Grain.SEASON, SEASONS.index(index) + 1)
    return RelativeNamed(named, -int(amount)) if amount == int(amount) <= LONGEST_MEMORY else None


def year_and_month(*, year: Meaning, of: Meaning) -> Meaning | None:
    """Return "two years ago in May": the year, and the month of it."""
    month = of_year(of=of, year=year)
    return Span((year, month), joined=False) if isinstance(month, InYear) else None


def season_behind_year(*, index: str, year: int, words: str) -> Meaning | None:
    """Return "their 1982 summer offensive"; the Summer Olympics are none, nor is "the 1989 fall of"."""
    return season(index=index, year=year) if words.islower() and not words.endswith("fall") else None


def of_year(*, of: Meaning, year: Meaning, words: str = "") -> Meaning | None:
    """Return "the first quarter of next year", "last year's third quarter"; "his fall in 2003" is none."""
    unit = year.grain if isinstance(year, Relative | Shifted) else Grain.YEAR
    if unit is not Grain.YEAR or words.startswith("fall in "):
        return None
    if isinstance(of, InYear | Holiday) and of.year is None:
        return replace(of, year=year)
    if isinstance(of, Calendar) and of.parts.year is None and of.parts.month and of.parts.day is None:
        return InYear(Grain.MONTH, of.parts.month, year)
    if isinstance(of, Calendar) and of.parts.year is None and isinstance(year, Relative | Shifted):
        return replace(of, year=year) if of.parts.month else None
    return None


def part_of_year(*, part: str, day: Meaning, year: Meaning, words: str) -> Meaning | None:
    """Return "the night of June 4 last year"."""
    found = of_year(of=day, year=year)
    return day_part(day=found, part=part, words=words) if found else None


def new_year() -> Meaning:
    """Return "the new year", "the turn of the year"."""
    return Modified("START", NewYear())


def compared(*, amount: int = 0, year: int | None = None, told: int = 0, quarter: int = 0) -> Meaning:
    """Return "the year-ago quarter", "the 1988 period", "the latest period"."""
    return Compared(amount, year, bool(told), bool(quarter))


def this_and_last(*, grain: str) -> Meaning:
    """Return "fewer this year than last": each by itself."""
    unit = Grain(grain)
    return Span((Relative(unit, 0), Relative(unit, -1)), joined=False)


def nothing() -> bool:
    """Return a marker for words that only look like a time."""
    return True
