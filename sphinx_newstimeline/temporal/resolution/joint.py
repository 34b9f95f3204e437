"""Resolution of what several expressions say together: ranges, lists and distances from a date."""

from __future__ import annotations

from datetime import date

from ..interval import Interval
from ..meanings import Away, Span
from . import resolve
from .amounts import away_interval
from .calendar import shift_unit
from .context import Context, Reading
from .edges import third


def resolve_members(meaning: Span | Away, context: Context) -> list[Reading]:
    """Resolve the members of a range or list so that they run forward.

    A part without a year takes it from the one that has it ("July to September 1998"); where both lack
    it, the second is the next after the first.
    """
    readings = [resolve(part, context) for part in meaning.members]
    found = [reading for reading in readings if reading is not None]
    if len(found) != len(readings) or isinstance(meaning, Away) or not meaning.joined or len(found) != 2:
        return found
    first, last = found
    if not (first.unit and last.unit and first.interval and last.interval):
        return found
    if first.unit.first > last.unit.first:
        if "year" in last.filled:
            last = _in_year(last, first.unit.first.year, after=first.unit.first)
        elif "year" in first.filled:
            first = _in_year(first, last.unit.first.year, before=last.unit.first)
    elif "year" in first.filled and "year" in last.stated:
        first = _in_year(first, last.unit.first.year, before=last.unit.first)
    elif "year" in last.filled and "year" in first.stated:
        last = _in_year(last, first.unit.first.year, after=first.unit.first)
    return [first, last]


def _in_year(reading: Reading, year: int, *, after: date | None = None, before: date | None = None) -> Reading:
    """Return the reading moved to the year, or the neighbouring one that keeps the order."""
    unit = reading.unit
    assert unit is not None  # noqa: S101
    moved = shift_unit(unit, year - unit.first.year)
    if after and moved.first < after:
        moved = shift_unit(moved, 1)
    if before and moved.first > before:
        moved = shift_unit(moved, -1)
    interval = moved.interval
    if reading.mod in {"START", "MID", "END"}:
        interval = third(moved, reading.mod) or interval
    return reading.but(unit=moved, value=moved.value, interval=interval)


def joined_interval(first: Reading, last: Reading) -> Interval | None:
    """Return the interval of a range, or ``None`` where it would run backwards."""
    if not (first.interval and last.interval and first.interval.start and last.interval.end):
        return None
    end = last.unit.interval.end if last.mod == "END" and last.unit else last.interval.end
    start = first.unit.interval.start if first.mod == "START" and first.unit else first.interval.start
    if start is None or end is None or start.day > end.day:
        return None
    return Interval(start, end)


def joint_interval(meaning: Span | Away, readings: list[Reading]) -> Interval | None:
    """Return the interval that the members form together, or ``None`` where each stands for itself."""
    if isinstance(meaning, Away):
        return away_interval(meaning, readings[1])
    return joined_interval(*readings) if meaning.joined and len(readings) == 2 else None
