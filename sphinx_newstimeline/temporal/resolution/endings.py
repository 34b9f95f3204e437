"""Periods that end or begin on a stated day: "the quarter ended July 31", "the week beginning May 3".

The day says where the period lies, whatever the calendar has: a company's quarter may end in July, and
its "fourth quarter ended June 30" is three months of spring.  The TIMEX3 value keeps the words' grain: a
quarter that is counted ("the fourth quarter") is that one of the year in which it ends, one that is
not is the calendar's quarter with which it shares most days, which is that of its middle month.
"""

from __future__ import annotations

from datetime import date

from ..interval import Edge, Interval, Precision
from ..meanings import Compared, Duration, Ending, InYear, Meaning, Relative
from ..units import CalendarUnit, Grain, add, add_days, days_in_month, unit_of
from . import resolve
from .amounts import resolve_duration
from .calendar import shift_unit
from .context import Context
from .reading import Reading, reading_of
from .year_parts import named_unit


def resolve_ending(meaning: Ending, context: Context) -> list[Reading]:
    """Resolve both members; a month stands for its last day, or its first."""
    period, day = meaning.members
    end = resolve(day, context.leaning(-1) if meaning.past else context)
    if end is None or end.unit is None or end.unit.grain not in {Grain.DAY, Grain.MONTH}:
        found = resolve(period, context)
        return [reading for reading in (found, end) if reading]
    unit = end.unit
    if meaning.past and end.filled == ("year",) and context.published and unit.first > context.published:
        # What "ended Oct. 31" is over, also by October 27.
        unit = shift_unit(unit, -1)
        end = reading_of(unit, end.anchor, stated=end.stated, filled=end.filled)
    grain, amount = _size(period)
    edge = unit.last if meaning.sign > 0 else unit.first
    stretch = _stretch(edge, amount, grain, meaning.sign)
    return [_reading(period, stretch, end, context), end]


def _size(period: Meaning) -> tuple[Grain, int]:
    """Return of what unit the period is made, and of how many."""
    if isinstance(period, Compared):
        return Grain.QUARTER, 1
    if isinstance(period, Duration):
        return period.grain or Grain.DAY, int(period.amount or 1)
    assert isinstance(period, InYear | Relative)  # noqa: S101
    return period.grain, 1


def _stretch(day: date, amount: int, grain: Grain, sign: int) -> Interval:
    """Return the stretch of that length that ends (1) or begins (-1) on the day, both ends in.

    From the end of a month it goes back to the beginning of one.
    """
    if sign < 0:
        first, last = day, add_days(add(day, amount, grain), -1)
    else:
        first, last = add(add_days(day, 1), -amount, grain), day
    whole = first.day == 1 and last.day == days_in_month(last.year, last.month)
    precision = Precision.MONTH if whole else Precision.DAY
    return Interval(Edge(first, precision), Edge(last, precision))


def _reading(period: Meaning, interval: Interval, end: Reading, context: Context) -> Reading:
    """Return the reading of the period, whose place on the calendar is the interval."""
    if isinstance(period, Duration):
        return resolve_duration(period, context).but(interval=interval, anchor=end.anchor)
    unit = _unit(period, interval, context)
    return reading_of(unit, end.anchor, stated=(unit.grain.value,), filled=end.filled, interval=interval)


def _unit(period: Meaning, interval: Interval, context: Context) -> CalendarUnit:
    """Return the unit of the calendar that the period is called after, or shares most days with."""
    first, last = interval.earliest, interval.latest
    assert first is not None  # noqa: S101
    assert last is not None  # noqa: S101
    if isinstance(period, InYear):
        stated = resolve(period, context) if period.year is not None else None
        if stated and stated.unit:
            return stated.unit
        return named_unit(period.grain, period.index, last.year)
    assert isinstance(period, Relative | Compared)  # noqa: S101
    grain = Grain.QUARTER if isinstance(period, Compared) else period.grain
    return unit_of(first + (last - first) / 2, grain)
