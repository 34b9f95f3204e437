"""Resolution of parts of a whole: first, last and nth units of it, and what remains."""

from __future__ import annotations

from ..interval import Edge, Interval, Precision
from ..meanings import Duration, Portion, PortionHead
from ..units import DAYS_A_WEEK, MONTHS, CalendarUnit, Grain, add, add_days, duration_value, unit_of
from .amounts import VAGUE_AMOUNT, resolve_duration
from .context import Context
from .reading import Reading, reading_of

SATURDAY = 6


def resolve_portion_head(meaning: PortionHead, context: Context) -> Reading | None:
    """Resolve "the final weeks" of what is no time itself: a vague DURATION; one unit says nothing."""
    if meaning.amount is not None:
        return None
    return resolve_duration(Duration(None, meaning.grain), context)


def resolve_portion(meaning: Portion, context: Context) -> Reading | None:
    """Resolve "the final weeks of Biden's term", "the last day of May", "the remainder of its term"."""
    from . import resolve

    whole = resolve(meaning.of, context)
    if whole is None or whole.interval is None:
        return whole if whole and whole.unknown else None
    if meaning.weekday is not None:
        return nth_weekday(whole, meaning.weekday, int(meaning.amount or 1))
    if meaning.which == "rest":
        return _rest(whole, whole.interval, context)
    if meaning.grain is Grain.WEEKEND and meaning.amount is not None:
        return _weekend(whole, -1 if meaning.which == "last" else int(meaning.amount))
    return _part(whole, meaning)


def _part(whole: Reading, meaning: Portion) -> Reading | None:
    interval = part_of(whole, meaning)
    if interval is None:
        return None
    if meaning.which == "nth" or meaning.amount == 1:
        return _one(whole, interval, meaning.grain)
    mod = "START" if meaning.which == "first" else "END"
    value = duration_value(meaning.amount, meaning.grain)
    return whole.but(type="DURATION", value=value, mod=mod, interval=interval, grain=meaning.grain, unit=None)


def _weekend(whole: Reading, index: int) -> Reading | None:
    """Return the nth weekend of a whole: the one of its nth Saturday."""
    saturday = nth_weekday(whole, SATURDAY, index)
    if saturday is None or saturday.unit is None:
        return None
    return reading_of(unit_of(saturday.unit.first, Grain.WEEKEND), whole.anchor, filled=whole.filled)


def _one(whole: Reading, interval: Interval, grain: Grain) -> Reading | None:
    """Return a single unit of a whole as a DATE: "the last day of its term", "the second week of May"."""
    first = interval.earliest
    if first is None:
        return None
    unit = unit_of(first, grain)
    exact = (unit.first, unit.last) == (first, interval.latest)
    return whole.but(
        type="DATE",
        value=unit.value,
        mod="",
        interval=unit.interval if exact else interval,
        grain=grain,
        unit=unit,
    )


def part_of(whole: Reading, meaning: Portion) -> Interval | None:
    """Return the first, last or nth units of a whole, never outside of it.

    Without a number it is four of the unit, with an approximate edge.  In a unit of the calendar the
    parts are whole months, quarters or years; elsewhere they are counted in days, both ends in.
    """
    if whole.interval is None:
        return None
    precision = Precision.DAY
    if whole.unit is not None and meaning.grain in MONTHS:
        precision = Precision.YEAR if MONTHS[meaning.grain] >= MONTHS[Grain.YEAR] else Precision.MONTH
    vague = meaning.amount is None
    amount = VAGUE_AMOUNT if meaning.amount is None else int(meaning.amount)
    earliest, latest = whole.interval.earliest, whole.interval.latest
    # A vague edge lies so far from the other one by date; a counted one has both ends in.
    both_in = 0 if vague and precision is Precision.DAY else 1
    if meaning.which == "last":
        if latest is None:
            return None
        start = add(add_days(latest, both_in), -amount, meaning.grain)
        start = min(max(start, earliest) if earliest else start, latest)
        return Interval(Edge(start, precision, vague), Edge(latest, precision))
    if earliest is None:
        return None
    skipped = amount - 1 if meaning.which == "nth" else 0
    start = add(earliest, skipped, meaning.grain)
    # The first minutes of a day end on it.
    end = max(add_days(add(start, amount - skipped, meaning.grain), -both_in), start)
    if latest and start > latest:
        return None
    return Interval(Edge(start, precision), Edge(min(end, latest) if latest else end, precision, vague))


def nth_weekday(whole: Reading, weekday: int, index: int) -> Reading | None:
    """Return "the first Monday of May", "the last Friday in June" (-1), "Friday of last week"."""
    if whole.unit is None:
        return None
    first, last = whole.unit.first, whole.unit.last
    if index > 0:
        day = add_days(first, (weekday - first.isoweekday()) % DAYS_A_WEEK + (index - 1) * DAYS_A_WEEK)
    else:
        day = add_days(last, -((last.isoweekday() - weekday) % DAYS_A_WEEK))
    if not first <= day <= last:
        return None
    unit = CalendarUnit(Grain.DAY, day)
    return reading_of(unit, whole.anchor, stated=("weekday", *whole.stated), filled=whole.filled)


def _rest(whole: Reading, interval: Interval, context: Context) -> Reading:
    """Return what remains of a whole from the publication date on."""
    anchor = context.reference
    if anchor is None:
        return whole.but(unknown=True, interval=None, unit=None)
    earliest, latest = interval.earliest, interval.latest
    if (earliest and anchor.day < earliest) or (latest and latest < anchor.day):
        return whole.but(unit=None)
    return whole.but(interval=Interval(Edge(anchor.day), Edge(latest) if latest else None), unit=None)
