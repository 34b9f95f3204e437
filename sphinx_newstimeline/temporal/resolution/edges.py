"""Resolution of modifiers and of the sides of a time: early, late, by, before, since, from … to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..interval import Edge, Interval, Precision
from ..meanings import Bounded, Modified, NamedPeriod, PeriodHead
from ..units import CalendarUnit, Grain, add_days, add_months
from .context import Context, Reading

#: Early, mid and late are thirds, as (first, last) in the smaller unit, counted from 0.
DAY_THIRDS = {"START": (0, 9), "MID": (10, 19), "END": (20, None)}
MONTH_THIRDS = {"START": (0, 3), "MID": (4, 7), "END": (8, 11)}
YEAR_THIRDS = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}
SINGLE_THIRDS = {"START": (0, 0), "MID": (1, 1), "END": (2, 2)}
WEEK_THIRDS = {"START": (0, 1), "MID": (2, 4), "END": (5, 6)}


def resolve_modified(meaning: Modified, context: Context) -> Reading | None:
    """Resolve "early January", "mid-March", "late 2022", "the end of the year", "around 1995"."""
    from . import resolve

    reading = resolve(meaning.of, context)
    if reading is None:
        return None
    mod = meaning.mod
    if mod not in {"START", "MID", "END"}:
        interval = reading.interval and _approximate(reading.interval)
        return reading.but(mod=mod, interval=interval if mod == "APPROX" else reading.interval)
    unit = reading.unit
    interval = third(unit, mod) if unit else _third_of(reading.interval, mod)
    return reading.but(mod=mod, interval=interval or reading.interval)


def third(unit: CalendarUnit, mod: str) -> Interval | None:
    """Return the first, middle or last third of a unit of the calendar; ``None`` for a day."""
    first = unit.first
    if unit.grain is Grain.MONTH:
        start, end = DAY_THIRDS[mod]
        last = add_days(first, end) if end is not None else unit.last
        return _thirds(add_days(first, start), last, Precision.DAY, mod)
    if unit.grain in {Grain.WEEK, Grain.FORTNIGHT}:
        start, end = WEEK_THIRDS[mod]
        return _thirds(add_days(first, start), add_days(first, end), Precision.DAY, mod)
    months = {Grain.YEAR: (MONTH_THIRDS, 1), Grain.QUARTER: (SINGLE_THIRDS, 1), Grain.SEASON: (SINGLE_THIRDS, 1),
              Grain.HALF: (SINGLE_THIRDS, 2), Grain.DECADE: (YEAR_THIRDS, 12), Grain.CENTURY: (YEAR_THIRDS, 120)}  # fmt: skip
    if unit.grain not in months:
        return None
    table, size = months[unit.grain]
    start, end = table[mod]
    # An early decade may begin in the year 1.
    base = first if first.month != 1 or first.year % 10 == 0 or size < 12 else date(first.year, 1, 1)
    last = add_days(add_months(base, ((end or 0) + 1) * size), -1)
    precision = Precision.YEAR if size >= 12 else Precision.MONTH
    return _thirds(add_months(base, start * size), last, precision, mod)


def _thirds(start: date, end: date, precision: Precision, mod: str) -> Interval:
    """Return an interval whose inner edges are approximate; the outer edge of a third is exact."""
    return Interval(Edge(start, precision, mod != "START"), Edge(end, precision, mod != "END"))


def _third_of(interval: Interval | None, mod: str) -> Interval | None:
    """Return a third of an interval that is no unit of the calendar, by days."""
    if interval is None or interval.earliest is None or interval.latest is None:
        return interval
    days = (interval.latest - interval.earliest).days + 1
    if days < 3:
        return interval
    size = days // 3
    start = {"START": 0, "MID": size, "END": days - size}[mod]
    end = {"START": size - 1, "MID": days - size - 1, "END": days - 1}[mod]
    first = interval.earliest
    return _thirds(add_days(first, start), add_days(first, end), Precision.DAY, mod)


def _approximate(interval: Interval) -> Interval:
    return Interval(
        interval.start and replace(interval.start, approximate=True),
        interval.end and replace(interval.end, approximate=True),
    )


def resolve_bounded(meaning: Bounded, context: Context) -> Reading | None:
    """Resolve "by January 20", "before his term ends", "until Friday", "since 2022", "after March 3"."""
    from . import resolve

    reading = resolve(meaning.of, context)
    if reading is None or reading.interval is None or not meaning.mod:
        return reading
    mod = meaning.mod
    if _is_event(meaning, reading):
        mod = {"BEFORE": "ON_OR_BEFORE", "AFTER": "ON_OR_AFTER"}.get(mod, mod)
    if mod in {"ON_OR_BEFORE", "BEFORE"}:
        end = _end(reading, meaning, exclusive=mod == "BEFORE")
        interval = Interval(None, end) if end else reading.interval
        return reading.but(mod=reading.mod or mod, interval=interval, deadline=end is not None)
    start = _start(reading, exclusive=mod == "AFTER", period=isinstance(meaning.of, NamedPeriod | PeriodHead))
    if start is None:
        return reading
    anchor = context.reference
    until = Edge(anchor.day) if meaning.past and anchor and anchor.day >= start.day else None
    return reading.but(mod=reading.mod or mod, interval=Interval(start, until))


def _is_event(meaning: Bounded, reading: Reading) -> bool:
    """Return whether "before" and "after" keep the day in: the end of a term, of a year."""
    if isinstance(meaning.of, NamedPeriod | PeriodHead):
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
