"""Resolution of what several expressions say together: ranges, lists and distances from a date."""

from __future__ import annotations

from ..interval import Interval
from ..meanings import Away, Span
from ..units import CalendarUnit
from . import resolve
from .calendar import DAYS_A_WEEK, shift_unit
from .context import Context, Reading
from .shifts import away_interval
from .thirds import third


def resolve_members(meaning: Span | Away, context: Context) -> list[Reading]:
    """Resolve the members of a range or list so that they run forward.

    A part without a year takes it from the one that has it ("July to September 1998"); where both lack
    it, the second is the next after the first.
    """
    found = [reading for part in meaning.members if (reading := resolve(part, context))]
    if isinstance(meaning, Away) or len(found) != len(meaning.members):
        return found
    return _forward(*found) if meaning.joined else _share_year(found)


def _forward(first: Reading, last: Reading) -> list[Reading]:
    """Return the ends of a range, so that the last is not before the first."""
    start, end = first.unit, last.unit
    if start is None or end is None:
        return [first, last]
    backwards = start.first > end.first
    if "day" in last.filled and backwards:
        last = _next_weekday(last, end, start)
    elif "year" in last.filled and (backwards or "year" in first.stated):
        last = _after(last, end, start)
    elif "year" in first.filled and (backwards or "year" in last.stated):
        first = _before(first, start, end)
    return [first, last]


def _share_year(found: list[Reading]) -> list[Reading]:
    """Return the members of a list, those without a year in that of the last: "July and August 2010"."""
    last = found[-1]
    if last.unit is None or "year" not in last.stated:
        return found
    return [
        _before(reading, reading.unit, last.unit) if reading.unit and reading.filled == ("year",) else reading
        for reading in found
    ]


def _next_weekday(reading: Reading, unit: CalendarUnit, first: CalendarUnit) -> Reading:
    """Return the weekday that comes next after *first*: "from Monday to Wednesday"."""
    weeks = -(-(first.first - unit.first).days // DAYS_A_WEEK)
    return _moved(reading, unit.shift(weeks * DAYS_A_WEEK))


def _after(reading: Reading, unit: CalendarUnit, first: CalendarUnit) -> Reading:
    """Return the reading in the year of *first*, or in the next where it would lie before it."""
    moved = shift_unit(unit, first.year - unit.year)
    return _moved(reading, shift_unit(moved, 1) if moved.first < first.first else moved)


def _before(reading: Reading, unit: CalendarUnit, last: CalendarUnit) -> Reading:
    """Return the reading in the year of *last*, or in the one before where it would lie behind it."""
    moved = shift_unit(unit, last.year - unit.year)
    return _moved(reading, shift_unit(moved, -1) if moved.first > last.first else moved)


def _moved(reading: Reading, unit: CalendarUnit) -> Reading:
    part = third(unit, reading.mod) if reading.mod in {"START", "MID", "END"} else None
    return reading.but(unit=unit, value=unit.value, interval=part or unit.interval)


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
    return joined_interval(*readings) if meaning.joined else None
