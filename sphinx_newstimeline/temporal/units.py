"""The units of the calendar: days, weeks, months … as values that can be shifted and written down.

A :class:`CalendarUnit` is one concrete unit ("the week of 11 November 2024").  It knows its TIMEX3
value, its interval, and the unit that lies *n* further.  Weeks are ISO weeks; seasons are whole
months from March, June, September and December; the 19th century is 1800 to 1899, as TIMEX3 and
EDTF have it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache, partial
from typing import NamedTuple

from .interval import Edge, Interval, Precision

SEASONS = ("SP", "SU", "FA", "WI")
MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
HOURS_A_DAY = 24
FEBRUARY = 2
SHORT_MONTHS = {4, 6, 9, 11}
LAST_YEAR = date.max.year
#: How many units are kept with their last days and intervals.
UNITS_KEPT = 4096


class Grain(StrEnum):
    """A unit of time; the value is the name that ``Timex.granularity`` shows."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


#: Most units are days; before Python 3.12 a member is slow to find in its enumeration.
THE_DAY = Grain.DAY

#: How a duration of each unit is written in TIMEX3: prefix and letter (ISO 8601, and E, C, L).
DURATION_LETTERS: dict[Grain, tuple[str, str]] = {
    Grain.SECOND: ("PT", "S"),
    Grain.MINUTE: ("PT", "M"),
    Grain.HOUR: ("PT", "H"),
    Grain.DAY: ("P", "D"),
    Grain.WEEKEND: ("P", "WE"),
    Grain.WEEK: ("P", "W"),
    Grain.MONTH: ("P", "M"),
    Grain.QUARTER: ("P", "Q"),
    Grain.YEAR: ("P", "Y"),
    Grain.DECADE: ("P", "E"),
    Grain.CENTURY: ("P", "C"),
    Grain.MILLENNIUM: ("P", "L"),
}

#: How many months the units have that are made of months.
MONTHS: dict[Grain, int] = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
    Grain.MILLENNIUM: 12000,
}

#: How many days the units have that are made of days.
DAYS: dict[Grain, int] = {
    Grain.SECOND: 0,
    Grain.MINUTE: 0,
    Grain.HOUR: 0,
    Grain.DAYPART: 0,
    Grain.DAY: 1,
    Grain.WEEKEND: 7,
    Grain.WEEK: 7,
    Grain.FORTNIGHT: 14,
}


class OutOfCalendarError(ValueError):
    """A date lies outside the years 1 to 9999."""


def add_months(day: date, months: int) -> date:
    """Return the day *months* later; the end of a shorter month where the day does not exist."""
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_A_YEAR)
    if not 1 <= year <= LAST_YEAR:
        raise OutOfCalendarError(f"year {year}")
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def add_days(day: date, days: int) -> date:
    """Return the day *days* later."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise OutOfCalendarError(str(error)) from error


def add(day: date, amount: int, grain: Grain) -> date:
    """Return the day *amount* units later, by date: four years after 13 November is 13 November.

    Hours count where they make up days: 48 hours are two.
    """
    if grain in MONTHS:
        return add_months(day, amount * MONTHS[grain])
    if grain is Grain.HOUR:
        return add_days(day, int(amount / HOURS_A_DAY))
    return add_days(day, amount * DAYS[grain])


def days_in_month(year: int, month: int) -> int:
    """Return how many days the month has."""
    if month == FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in SHORT_MONTHS else 31


class CalendarUnit(NamedTuple):
    """One unit of the calendar: its grain and its first day.

    Use :func:`unit_of` to get the unit that holds a day.
    """

    grain: Grain
    first: date

    @property
    def last(self) -> date:
        """Return the unit's last day."""
        return self.first if self.grain is THE_DAY else _last(self)

    @property
    def year(self) -> int:
        """Return the year in which the unit begins (for a winter, that of its December)."""
        return self.first.year

    def shift(self, amount: int) -> CalendarUnit:
        """Return the unit that lies *amount* units later."""
        if not amount:
            return self
        return unit_of(add(self.first, amount, self.grain), self.grain)

    @property
    def value(self) -> str:
        """Return the TIMEX3 value: ``2024-11-13``, ``2024-W46``, ``2024-Q4``, ``198``, ``19``."""
        return _value(self)

    @property
    def interval(self) -> Interval:
        """Return where on the calendar the unit lies."""
        return _interval(self)


@lru_cache(maxsize=UNITS_KEPT)
def _last(unit: CalendarUnit) -> date:
    """Return the last day of a unit that is longer than a day."""
    grain, first = unit
    if grain is Grain.WEEKEND:
        return add_days(first, 1)
    if grain in MONTHS:
        if first.year + MONTHS[grain] // MONTHS_A_YEAR > LAST_YEAR:
            return date.max
        return add_days(add_months(first, MONTHS[grain]), -1)
    return add_days(first, DAYS[grain] - 1)


@lru_cache(maxsize=UNITS_KEPT)
def _value(unit: CalendarUnit) -> str:
    """Return the TIMEX3 value of a unit."""
    return WRITTEN.get(unit.grain, _year)(unit.first)


@lru_cache(maxsize=UNITS_KEPT)
def _interval(unit: CalendarUnit) -> Interval:
    """Return the interval of a unit; texts speak of the same ones again and again."""
    precision = PRECISIONS.get(unit.grain, Precision.DAY)
    return Interval(Edge(unit.first, precision), Edge(unit.last, precision))


def _year(day: date) -> str:
    return f"{day.year:04}"


def _week(day: date, ending: str = "") -> str:
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}{ending}"


#: How TIMEX3 writes the unit of each grain, given its first day.
WRITTEN: dict[Grain, Callable[[date], str]] = {
    Grain.DAY: date.isoformat,
    Grain.WEEK: _week,
    Grain.FORTNIGHT: _week,
    Grain.WEEKEND: lambda day: _week(day, "-WE"),
    Grain.MONTH: lambda day: day.isoformat()[:7],
    Grain.QUARTER: lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    Grain.HALF: lambda day: f"{day.year:04}-H{(day.month + 5) // 6}",
    Grain.SEASON: lambda day: f"{day.year:04}-{SEASONS[day.month // 3 - 1]}",
    Grain.YEAR: _year,
    Grain.DECADE: lambda day: _year(day)[:3],
    Grain.CENTURY: lambda day: _year(day)[:2],
    Grain.MILLENNIUM: lambda day: _year(day)[:1],
}
PRECISIONS = {
    Grain.MONTH: Precision.MONTH,
    Grain.QUARTER: Precision.MONTH,
    Grain.SEASON: Precision.MONTH,
    Grain.HALF: Precision.MONTH,
    Grain.YEAR: Precision.YEAR,
    Grain.DECADE: Precision.DECADE,
    Grain.CENTURY: Precision.CENTURY,
    Grain.MILLENNIUM: Precision.YEAR,
}


def _monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return add_days(day, -day.weekday())


def _first_of_months(months: int, day: date) -> date:
    """Return the first day of the part of a year that holds a day."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _first_of_years(years: int, day: date) -> date:
    """Return the first day of the decade, century or millennium that holds a day."""
    return date(max(day.year // years * years, 1), 1, 1)


#: The first day of the unit of each grain that holds a day; those that are shorter than a day begin with it.
FIRSTS: dict[Grain, Callable[[date], date]] = {
    Grain.WEEK: _monday,
    Grain.FORTNIGHT: _monday,
    Grain.WEEKEND: lambda day: add_days(day, 5 - day.weekday()),
    Grain.SEASON: lambda day: add_months(day.replace(day=1), -(day.month % 3)),
    **{grain: partial(_first_of_months, MONTHS[grain]) for grain in (Grain.MONTH, Grain.QUARTER, Grain.HALF)},
    Grain.YEAR: lambda day: date(day.year, 1, 1),
    **{
        grain: partial(_first_of_years, MONTHS[grain] // MONTHS_A_YEAR)
        for grain in (Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM)
    },
}


def unit_of(day: date, grain: Grain) -> CalendarUnit:
    """Return the unit of that grain that holds the day; of a weekend, the one of the day's week."""
    first = FIRSTS.get(grain)
    return CalendarUnit(grain, first(day)) if first else CalendarUnit(THE_DAY, day)


def duration_value(amount: float | None, grain: Grain) -> str:
    """Return the TIMEX3 value of a duration: ``P3D``, ``PT2H``, ``P1.5Y``; ``PXW`` for a vague one.

    TimeBank's usage: a decade is ``P1E`` but several of them are counted in years (``P20Y``).
    """
    if grain is Grain.FORTNIGHT:
        return duration_value(None if amount is None else amount * 2, Grain.WEEK)
    if grain in {Grain.SEASON, Grain.HALF}:
        return duration_value(None if amount is None else amount * MONTHS[grain], Grain.MONTH)
    if grain is Grain.DAYPART:
        return duration_value(amount, Grain.DAY)
    if grain is Grain.DECADE and amount not in {None, 1}:
        return duration_value((amount or 0) * 10, Grain.YEAR)
    prefix, letter = DURATION_LETTERS[grain]
    number = "X" if amount is None else f"{amount:g}" if amount < 10**6 else f"{amount:.0f}"
    return f"{prefix}{number}{letter}"
