"""Resolution of modifiers and of the sides of a time: early, late, by, before, since, from … to."""

from __future__ import annotations

from datetime import date

from ..interval import Edge, Interval, Side
from ..meanings import Bounded, Clock, DayPart, Holiday, Modified, NamedPeriod, PeriodHead
from ..units import MONTHS, Grain, add_days
from .context import CERTAINLY_PAST, Context
from .reading import Reading, approximate
from .thirds import half_of, third, third_of


def resolve_modified(meaning: Modified, context: Context) -> Reading | None:
    """Resolve "early January", "mid-March", "late 2022", "the end of the year", "around 1995"."""
    from . import resolve

    reading = resolve(meaning.of, context)
    if reading is None:
        return None
    mod = meaning.mod
    if mod not in {"START", "MID", "END"}:
        interval = approximate(reading.interval) if mod == "APPROX" else reading.interval
        return reading.but(mod=mod, interval=interval)
    unit = reading.unit
    if meaning.side:
        told = _side_of_telling(reading, meaning.side, context)
        if told:
            return reading.but(mod=mod, interval=told)
    if meaning.half:
        return reading.but(mod=mod, interval=half_of(reading.interval, mod))
    interval = third(unit, mod) if unit else third_of(reading.interval, mod)
    return reading.but(mod=mod, interval=interval or reading.interval)


def _side_of_telling(reading: Reading, side: int, context: Context) -> Interval | None:
    """Return what lies before (-1) or behind (1) the day of telling: "later this year" is not over.

    There is no such part where that day lies outside, or is not known.
    """
    anchor, interval = reading.anchor or context.reference, reading.interval
    if anchor is None or interval is None or interval.start is None or interval.end is None:
        return None
    start, end = interval.start.day, interval.end.day
    finer = MONTHS.get(anchor.unit.grain, 0) < MONTHS.get(reading.grain or Grain.DAY, 1)
    if side > 0 and add_days(anchor.day, 1) == start:
        # "Later this week", told on the Sunday before.
        return interval
    if reading.type != "DATE" or not finer or not start <= anchor.day <= end:
        return None
    if side < 0:
        return Interval(Edge(start), Edge(min(anchor.unit.last, end)))
    return Interval(Edge(anchor.day), Edge(end))


def resolve_bounded(meaning: Bounded, context: Context) -> Reading | None:
    """Resolve "by January 20", "before his term ends", "until Friday", "since 2022", "after March 3"."""
    from . import resolve

    reading = resolve(meaning.of, _leaning(meaning, context))
    if reading is None or not meaning.mod or (meaning.ahead and not _lies_ahead(reading, context)):
        return reading
    if reading.interval is None:
        return reading.but(mod=reading.mod or meaning.mod)
    mod = meaning.mod
    if _is_event(meaning, reading):
        mod = {"BEFORE": "ON_OR_BEFORE", "AFTER": "ON_OR_AFTER"}.get(mod, mod)
    if mod in {"ON_OR_BEFORE", "BEFORE"}:
        end = _end(reading, meaning, exclusive=mod == "BEFORE")
        if end is None:
            return reading.but(mod=reading.mod or mod)
        side: Side = "until" if meaning.lasting else "by"
        due = not _is_over(end.day, context)
        return reading.but(mod=reading.mod or mod, interval=Interval(None, end), deadline=due, side=side)
    start = _start(reading, exclusive=mod == "AFTER", period=isinstance(meaning.of, NamedPeriod | PeriodHead))
    if start is None:
        return reading
    anchor = context.reference
    until = Edge(anchor.day) if meaning.past and anchor and anchor.day >= start.day else None
    side = "since" if until else "from"
    return reading.but(mod=reading.mod or mod, interval=Interval(start, until), side=side)


def _is_over(end: date, context: Context) -> bool:
    """Return whether what is told of was done by a day, or went on until then, rather than due.

    "By Friday, 40 had fallen ill", told on Saturday.  Of what was told earlier, and where nobody knows when
    it was told, the clause has to be past for certain; of what lies behind, it must not look ahead ("was to
    leave by Friday").
    """
    published = context.published
    if published and end > published:
        return False
    cue = context.cue()
    past = cue.direction <= (0 if published and end < published else CERTAINLY_PAST)
    return past and not context.around.plans(cue)


def _lies_ahead(reading: Reading, context: Context) -> bool:
    start = reading.interval.earliest if reading.interval else None
    return start is not None and context.published is not None and start > context.published


def _leaning(meaning: Bounded, context: Context) -> Context:
    """Return the context in which the time itself is read: "by" looks ahead, "since" back."""
    if meaning.past:
        return context.leaning(-1)
    # "Was held before dawn on Friday" is no deadline.
    deadline = meaning.mod in {"ON_OR_BEFORE", "BEFORE"}
    hour = meaning.mod == "BEFORE" and isinstance(meaning.of, Clock | DayPart)
    return context.leaning(1) if deadline and not hour else context


def _is_event(meaning: Bounded, reading: Reading) -> bool:
    """Return whether "before" and "after" keep the day in: a time of that day, the end of a term or year."""
    if reading.type == "TIME":
        return True
    if isinstance(meaning.of, NamedPeriod | PeriodHead | Holiday):
        return bool(meaning.of.edge)
    return bool(isinstance(meaning.of, Modified) and reading.mod == "END" and meaning.mod == "BEFORE")


def _end(reading: Reading, meaning: Bounded, *, exclusive: bool) -> Edge | None:
    """Return the last day that "by" or "before" leaves."""
    interval = reading.interval
    assert interval is not None  # noqa: S101
    if exclusive:
        start = interval.start
        return Edge(add_days(start.day, -1), start.precision, start.approximate) if start else None
    end = interval.end
    if end and isinstance(meaning.of, Modified) and reading.mod == "END":
        return Edge(end.day)
    return end


def _start(reading: Reading, *, exclusive: bool, period: bool) -> Edge | None:
    """Return the first day that "since", "from" or "after" leaves."""
    interval = reading.interval
    assert interval is not None  # noqa: S101
    if not exclusive:
        return interval.start
    end = interval.end
    if end is None:
        return None
    return Edge(end.day if period else add_days(end.day, 1), end.precision, end.approximate)
