"""Resolution of what several expressions say together: ranges, lists and distances from a date."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ..interval import Interval
from ..meanings import (
    Away,
    Bounded,
    Calendar,
    Clock,
    Ending,
    InYear,
    Meaning,
    Modified,
    Portion,
    Span,
    Weekday,
)
from ..units import DAYS_A_WEEK, CalendarUnit, Grain
from . import resolve
from .calendar import shift_unit
from .context import Context
from .endings import resolve_ending
from .reading import Reading
from .shifts import away_interval
from .thirds import third

#: How many days behind another the next weekday of a list is at most.
SOON = 3
#: How many days ahead a range of days ends at most that began already though its clause is past.
GOING_ON = 31


def resolve_members(meaning: Span | Away | Ending, context: Context) -> list[Reading]:
    """Resolve the members of a range or list so that they run forward.

    A part without a year takes it from the one that has it ("July to September 1998"); where both lack
    it, the second is the next after the first.
    """
    if isinstance(meaning, Ending):
        return resolve_ending(meaning, context)
    members = _with_years(_with_days(meaning), context)
    found = [reading for part in members if (reading := resolve(part, context))]
    found = _beside_relative(members, found)
    if isinstance(meaning, Away) or len(found) != len(meaning.members):
        return found
    # "Last year" is filled in, but no less certain than a year that is stated.
    certain = [
        _with_its_year(reading) if _has_year(part) else reading
        for part, reading in zip(meaning.members, found, strict=True)
    ]
    return [
        reading.but(stated=own.stated, filled=own.filled)
        for reading, own in zip(_together(meaning, certain, context), found, strict=True)
    ]


def _beside_relative(members: tuple[Meaning, ...], found: list[Reading]) -> list[Reading]:
    """Return the readings, a weekday behind "last Sunday and" as the next one behind that."""
    first, last = members[0], members[-1]
    if not isinstance(first, Weekday) or not isinstance(last, Weekday) or len(members) > len((first, last)):
        return found
    unit = found[0].unit if len(found) == len(members) else None
    if unit is None or first.which is None or last.which is not None:
        return found
    return [found[0], _moved(found[1], unit.shift((last.number - first.number) % DAYS_A_WEEK))]


def _has_year(meaning: Meaning) -> bool:
    """Return whether a member has a year of its own, though it be a relative one: "August last year"."""
    while isinstance(meaning, Modified | Bounded):
        meaning = meaning.of
    return isinstance(meaning, InYear | Calendar) and meaning.year is not None


def _with_its_year(reading: Reading) -> Reading:
    """Return a reading whose year counts as stated."""
    return reading.but(stated=(*reading.stated, "year"), filled=())


def _together(meaning: Span, found: list[Reading], context: Context) -> list[Reading]:
    """Return the readings of members so that they run forward."""
    if not meaning.joined:
        return _share_year(_in_order(found, context))
    first, last = _forward(_in_week_of(meaning.members, *found), found[1])
    published = context.published
    ahead = published and first.unit and last.unit and first.unit.first <= published < last.unit.first
    if ahead and last.unit and published and (last.unit.first - published).days <= GOING_ON:
        return [first, last]
    if _goes_on(first, last, context):
        return [_year_before(first), _year_before(last)]
    # "From today through Nov. 17" runs ahead whatever the clause says: only its last day lacks a year.
    if ahead and first.filled == ("year",) and "year" not in last.stated and context.direction() < 0:
        return [_year_before(first), _year_before(last)]
    return [first, last]


def _goes_on(first: Reading, last: Reading, context: Context) -> bool:
    """Return whether a range ahead is one that went on at publication, as it does every year.

    "The season runs from June 1 to Nov. 30", said in October.
    """
    published = context.published
    if published is None or not first.filled == last.filled == ("year",) or not (first.unit and last.unit):
        return False
    began, ends = _year_before(first).unit, _year_before(last).unit
    return (
        bool(began and ends and began.first <= published <= ends.last < first.unit.first)
        and context.direction() == 1
    )


def _with_days(meaning: Span | Away) -> tuple[Meaning, ...]:
    """Return the members, a clock time without a day on that of the last: "9 a.m. to 5 p.m. on Friday"."""
    last = meaning.members[-1]
    if not isinstance(last, Clock) or last.day is None:
        return meaning.members
    return tuple(
        replace(part, day=last.day) if isinstance(part, Clock) and part.day is None else part
        for part in meaning.members
    )


def _with_years(members: tuple[Meaning, ...], context: Context) -> tuple[Meaning, ...]:
    """Return the members; where no day of publication fills in the first one's year, it is the last one's.

    "Between June and September 2025", "from November to March 2025".
    """
    first, last = members[0], members[-1]
    if context.published or not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return members
    (year, month, day), own = last.parts, first.parts
    if own.year or first.year or not (year and own.month and month):
        return members
    over = (own.month, own.day or 0) > (month, day or own.day or 0)
    return replace(first, parts=own._replace(year=year - over)), *members[1:]


def _in_order(found: list[Reading], context: Context) -> list[Reading]:
    """Return the weekdays of a list one after the other: "will meet on Tuesday and Wednesday".

    "Said on Friday and Thursday" is none: the one is far behind the other.
    """
    units = [reading.unit for reading in found if reading.unit and "day" in reading.filled]
    steps = [(later.first - unit.first).days for unit, later in pairwise(units)]
    if len(units) != len(found) or min(steps) >= 0 or any(step % DAYS_A_WEEK > SOON for step in steps):
        return found
    if context.direction() > 0:
        for index in range(1, len(found)):
            units[index] = _not_before(units[index], units[index - 1])
    else:
        for index in reversed(range(len(found) - 1)):
            units[index] = _not_behind(units[index], units[index + 1])
    return [_moved(reading, unit) for reading, unit in zip(found, units, strict=True)]


def _not_before(unit: CalendarUnit, first: CalendarUnit) -> CalendarUnit:
    """Return a weekday, weeks later where it would lie before another day."""
    weeks = max(-(-(first.first - unit.first).days // DAYS_A_WEEK), 0)
    return unit.shift(weeks * DAYS_A_WEEK)


def _not_behind(unit: CalendarUnit, last: CalendarUnit) -> CalendarUnit:
    """Return a weekday, weeks earlier where it would lie behind another day."""
    weeks = max(-(-(unit.first - last.first).days // DAYS_A_WEEK), 0)
    return unit.shift(-weeks * DAYS_A_WEEK)


def _in_week_of(members: tuple[Meaning, ...], first: Reading, last: Reading) -> Reading:
    """Return the weekday that begins a range in the week of its end: "Monday to Friday next week"."""
    if not isinstance(members[0], Weekday) or not isinstance(members[-1], Portion):
        return first
    if first.unit is None or last.unit is None or last.unit.grain is not Grain.DAY:
        return first
    back = (last.unit.first.isoweekday() - members[0].number) % DAYS_A_WEEK
    return _moved(first, last.unit.shift(-back))


def _forward(first: Reading, last: Reading) -> list[Reading]:
    """Return the ends of a range, so that the last is not before the first."""
    start, end = first.unit, last.unit
    if start is None or end is None:
        return [first, last]
    backwards = start.first > end.first
    if backwards and first.filled == last.filled == ("year",) and _is_over(first, end):
        return [_before(first, start, end), last]
    if end.grain is Grain.YEAR:
        # "Between 2000 and this year".
        return [first, last]
    if "day" in last.filled and backwards:
        last = _moved(last, _not_before(end, start))
    elif "year" in last.filled and (backwards or "year" in first.stated):
        last = _after(last, end, start)
    elif "year" in first.filled and (backwards or "year" in last.stated):
        first = _before(first, start, end)
    return [first, last]


def _is_over(first: Reading, end: CalendarUnit) -> bool:
    """Return whether a range of a story that runs over the turn of a year ends where the story is.

    "From October to March", told in March, is the winter before.
    """
    anchor = first.anchor
    return anchor is not None and anchor.kind == "text" and end.first <= anchor.unit.last


def _year_before(reading: Reading) -> Reading:
    """Return a reading whose year was filled in, a year earlier: a past range lies in the past."""
    if reading.unit is None or reading.filled != ("year",):
        return reading
    return _moved(reading, shift_unit(reading.unit, -1))


def _share_year(found: list[Reading]) -> list[Reading]:
    """Return the members of a list, those without a year in that of the last: "July and August 2010"."""
    last = found[-1]
    if last.unit is None or "year" not in last.stated:
        return found
    return [
        _before(reading, reading.unit, last.unit) if reading.unit and reading.filled == ("year",) else reading
        for reading in found
    ]


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
    # "From 9 p.m. Tuesday until 8 a.m. Wednesday" keeps its hours.
    _, clock, hours = reading.value.partition("T")
    return reading.but(unit=unit, value=f"{unit.value}{clock}{hours}", interval=part or unit.interval)


def joined_interval(first: Reading, last: Reading) -> Interval | None:
    """Return the interval of a range, or ``None`` where it would run backwards."""
    if not (first.interval and last.interval and first.interval.start and last.interval.end):
        return None
    end = last.unit.interval.end if last.mod == "END" and last.unit else last.interval.end
    start = first.unit.interval.start if first.mod == "START" and first.unit else first.interval.start
    if start is None or end is None or start.day > end.day:
        return None
    return Interval(start, end)


def joint_interval(meaning: Span | Away | Ending, readings: list[Reading]) -> Interval | None:
    """Return the interval that the members form together, or ``None`` where each stands for itself."""
    if isinstance(meaning, Ending):
        return readings[0].interval
    if isinstance(meaning, Away):
        return away_interval(meaning, readings[1])
    return joined_interval(*readings) if meaning.joined else None
