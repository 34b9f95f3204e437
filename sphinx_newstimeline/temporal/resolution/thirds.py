"""Early, mid and late: the thirds of a unit of the calendar.

Of a month they are the days 1 to 10, 11 to 20 and 21 to its end; of a year the months 1 to 4, 5 to 8
and 9 to 12; of a decade the years 0 to 3, 4 to 6 and 7 to 9.
"""

from __future__ import annotations

from datetime import date

from ..interval import Edge, Interval, Precision
from ..units import MONTHS_A_YEAR, CalendarUnit, Grain, add, add_days

START, MID, END = "START", "MID", "END"

#: By grain: the smaller unit, and the first and last of it in each third, counted from 0.
THIRDS: dict[Grain, tuple[Grain, dict[str, tuple[int, int]]]] = {
    Grain.WEEK: (Grain.DAY, {START: (0, 1), MID: (2, 4), END: (5, 6)}),
    Grain.MONTH: (Grain.DAY, {START: (0, 9), MID: (10, 19), END: (20, 30)}),
    Grain.QUARTER: (Grain.MONTH, {START: (0, 0), MID: (1, 1), END: (2, 2)}),
    Grain.SEASON: (Grain.MONTH, {START: (0, 0), MID: (1, 1), END: (2, 2)}),
    Grain.HALF: (Grain.MONTH, {START: (0, 1), MID: (2, 3), END: (4, 5)}),
    Grain.YEAR: (Grain.MONTH, {START: (0, 3), MID: (4, 7), END: (8, 11)}),
    Grain.DECADE: (Grain.YEAR, {START: (0, 3), MID: (4, 6), END: (7, 9)}),
    Grain.CENTURY: (Grain.DECADE, {START: (0, 3), MID: (4, 6), END: (7, 9)}),
}
HALF_A_MONTH = 15
PRECISIONS = {Grain.DAY: Precision.DAY, Grain.MONTH: Precision.MONTH}


def third(unit: CalendarUnit, mod: str) -> Interval | None:
    """Return the first, middle or last third of a unit of the calendar; ``None`` for a day."""
    if unit.grain not in THIRDS:
        return None
    step, table = THIRDS[unit.grain]
    first, last = table[mod]
    end = unit.last if mod == END else add_days(add(unit.first, last + 1, step), -1)
    return _interval(add(unit.first, first, step), end, PRECISIONS.get(step, Precision.YEAR), mod)


def third_of(interval: Interval | None, mod: str) -> Interval | None:
    """Return a third of an interval that is no unit of the calendar, by days."""
    if interval is None or interval.earliest is None or interval.latest is None:
        return interval
    days = (interval.latest - interval.earliest).days + 1
    size = days // 3
    if not size:
        return interval
    first, last = {START: (0, size), MID: (size, days - size), END: (days - size, days)}[mod]
    start, end = add_days(interval.earliest, first), add_days(interval.earliest, last - 1)
    return _interval(start, end, Precision.DAY, mod)


def half_of(interval: Interval | None, mod: str) -> Interval | None:
    """Return the first or second half of an interval: whole months of a year, whole years of a century.

    A month's second half begins on the 16th.
    """
    if interval is None or interval.earliest is None or interval.latest is None:
        return interval
    first, behind = interval.earliest, add_days(interval.latest, 1)
    months = (behind.year - first.year) * MONTHS_A_YEAR + behind.month - first.month
    if first.day == behind.day == 1 and months > 1:
        middle, precision = add(first, months // 2, Grain.MONTH), Precision.MONTH
        if middle.month == first.month == 1:
            precision = Precision.YEAR
    else:
        middle, precision = (
            add_days(first, HALF_A_MONTH if months else (behind - first).days // 2),
            Precision.DAY,
        )
    if mod == START:
        return Interval(Edge(first, precision), Edge(add_days(middle, -1), precision))
    return Interval(Edge(middle, precision), Edge(interval.latest, precision))


def _interval(start: date, end: date, precision: Precision, mod: str) -> Interval:
    """Return an interval whose inner edges are approximate; the outer edge of a third is exact."""
    return Interval(Edge(start, precision, mod != START), Edge(end, precision, mod != END))
