"""In which order events stand: by the day that counts, then the hour, then the more precise first."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events.event import Event
    from ..temporal.interval import Interval
    from ..temporal.timex import ClockTime

# Where in the day its parts lie, in minutes, to order "in the evening" after "at 4 p.m.".
PARTS = {"MO": 6 * 60, "MI": 12 * 60, "AF": 12 * 60 + 1, "EV": 18 * 60, "NI": 21 * 60, "DT": 9 * 60}
WHOLE_DAY = 24 * 60
# An interval with an open edge is the least precise of all.
ENDLESS = date.max.toordinal()

Key = tuple[int, int, int, int, str, int, str]


class Order(StrEnum):
    """The direction of a timeline."""

    ASCENDING = "ascending"
    DESCENDING = "descending"


def sort_day(event: Event) -> date | None:
    """Return the day at which an event stands in a timeline, or ``None`` where it has no place.

    That is the first day of its interval, the last one of a deadline or where the start is open,
    and the first occurrence of what recurs.
    """
    interval = event.interval
    if interval is None:
        return event.recurrence.first if event.recurrence else None
    if event.deadline:
        return interval.latest or interval.earliest
    return interval.earliest or interval.latest


def sort_key(event: Event, order: Order = Order.ASCENDING) -> Key:
    """Return what to sort an event by; :func:`sort_day` must give a day for it.

    The parts are: the day, the time of day (without one: behind those with one), the length of the
    interval, the day of publication (unknown ones last), and the place: path, offset, id.  In
    descending order only day and time run backwards.
    """
    day = sort_day(event)
    if day is None:
        raise ValueError(f"the event {event.id} has no place on the calendar")
    source = event.sources[0]
    ordinal, minutes = day.toordinal(), _minutes(event.time)
    if order is Order.DESCENDING:
        ordinal, minutes = -ordinal, -minutes if minutes < WHOLE_DAY else minutes
    published = (source.published or date.max).toordinal()
    return ordinal, minutes, _length(event.interval), published, source.path, source.start, event.id


def _minutes(time: ClockTime | None) -> int:
    """Return the minutes since midnight, whatever the zone, or those of a day where none are stated."""
    if time is None:
        return WHOLE_DAY
    if time.hour is None:
        return PARTS.get(time.part, WHOLE_DAY)
    return time.hour * 60 + (time.minute or 0)


def _length(interval: Interval | None) -> int:
    """Return how many days an interval may be of; more than any where an edge is open."""
    if interval is None or interval.start is None or interval.end is None:
        return ENDLESS
    return (interval.end.day - interval.start.day).days
