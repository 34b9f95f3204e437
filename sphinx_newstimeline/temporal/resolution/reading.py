"""What resolution gives: a :class:`Reading`, and how readings are made."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from ..interval import Interval, Side
from ..period import Period
from ..timex import ClockTime, Recurrence
from ..units import CalendarUnit, Grain
from .story import Anchor


class Reading(NamedTuple):
    """A resolved meaning: TIMEX3 attributes, interval, and how they came about.

    :param unit: the unit of the calendar that it is, where it is one.
    :param anchor: what it was counted from or filled in from, or ``None`` where it is absolute.
    :param period: the named period that it is, or is a part of.
    :param unknown: whether it needed an anchor and there was none.
    :param out_of_range: whether it lies outside the years 1 to 9999.
    """

    type: str
    value: str
    mod: str = ""
    interval: Interval | None = None
    grain: Grain | None = None
    unit: CalendarUnit | None = None
    time: ClockTime | None = None
    recurrence: Recurrence | None = None
    deadline: bool = False
    side: Side = ""
    anchor: Anchor | None = None
    period: Period | None = None
    stated: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    unknown: bool = False
    out_of_range: bool = False

    def but(self, **changes: object) -> Reading:
        """Return the reading with some attributes changed."""
        return self._replace(**changes)  # type: ignore[arg-type]


def reading_of(
    unit: CalendarUnit,
    anchor: Anchor | None = None,
    *,
    stated: tuple[str, ...] = (),
    filled: tuple[str, ...] = (),
    **changes: object,
) -> Reading:
    """Return the reading of a whole unit of the calendar, as a DATE."""
    interval, grain = unit.interval, unit.grain
    reading = Reading(
        "DATE", unit.value, "", interval, grain, unit, anchor=anchor, stated=stated, filled=filled
    )
    return reading.but(**changes) if changes else reading


def approximate(interval: Interval | None) -> Interval | None:
    """Return the interval with both ends approximate."""
    if interval is None:
        return None
    start, end = interval.start, interval.end
    return Interval(start and replace(start, approximate=True), end and replace(end, approximate=True))


def unresolved(type_: str, value: str, grain: Grain | None = None, **changes: object) -> Reading:
    """Return the reading of an expression whose anchor is unknown."""
    return Reading(type_, value, grain=grain, unknown=True).but(**changes)
