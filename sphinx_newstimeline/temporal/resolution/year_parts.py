"""Parts of a year by their numbers: quarters, halves, seasons and months."""

from __future__ import annotations

from datetime import date

from ..units import SEASONS, CalendarUnit, Grain, unit_of

#: How many months each part has.
LENGTHS = {Grain.QUARTER: 3, Grain.HALF: 6, Grain.SEASON: 3, Grain.MONTH: 1}
#: Spring, the first season, begins in March.
SPRING = 3


def first_month(grain: Grain, index: int) -> int:
    """Return the month, 1 to 12, in which the nth quarter, half, season or month begins."""
    return (index - 1) * LENGTHS[grain] + (SPRING if grain is Grain.SEASON else 1)


def named_unit(grain: Grain, index: int, year: int) -> CalendarUnit:
    """Return the nth quarter, half, season or month of a year; a winter begins in its December."""
    return unit_of(date(year, first_month(grain, index), 1), grain)


def value_in(grain: Grain, index: int) -> str:
    """Return the TIMEX3 value of the nth quarter, half, season or month of an unknown year."""
    if grain is Grain.SEASON:
        return f"XXXX-{SEASONS[index - 1]}"
    return f"XXXX-{grain.value[0].upper()}{index}" if grain is not Grain.MONTH else f"XXXX-{index:02}"
