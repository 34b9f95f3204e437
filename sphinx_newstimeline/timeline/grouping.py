"""Groups of a timeline: the unit of the calendar that the days of its events share."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ..temporal.interval import Edge, Interval, Precision
from .ordering import Order, sort_day

if TYPE_CHECKING:
    from ..events.event import Event


class GroupBy(StrEnum):
    """The unit of the calendar under whose heading events stand together."""

    NONE = "none"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


PRECISIONS = {
    GroupBy.CENTURY: Precision.CENTURY,
    GroupBy.DECADE: Precision.DECADE,
    GroupBy.YEAR: Precision.YEAR,
    GroupBy.MONTH: Precision.MONTH,
    GroupBy.DAY: Precision.DAY,
}


class Heading(NamedTuple):
    """The heading that an event stands under, in order.

    :param place: its first day, as a proleptic Gregorian ordinal; backwards in descending order.
    :param coarseness: how much coarser than the others it is, such headings before those that begin on
        the same day; backwards in descending order.
    :param key: its EDTF form.
    """

    place: int
    coarseness: int
    key: str


#: The heading of all events where there are no groups.
UNGROUPED = Heading(0, 0, "")
#: The heading of what began before the window: outermost in either direction.
BEFORE = Heading(0, 1, "")


def heading_of(
    event: Event, group_by: GroupBy, order: Order = Order.ASCENDING, since: date | None = None
) -> Heading:
    """Return the heading of an event that has a place on the calendar.

    What begins with a coarser unit than the groups are of ("in 2024" among months) has a heading of that
    unit: nobody said that it was in January.

    :param since: the first day of the window.  What lies in a unit that ended before it, and reaches into
        the window, has the heading :data:`BEFORE`: who asks for 2011 wants no headings of 1776.
    """
    day, interval = sort_day(event), event.interval
    if day is None or group_by is GroupBy.NONE:
        return UNGROUPED
    edge = None if event.deadline or interval is None else interval.start
    own = PRECISIONS.get(group_by, Precision.DAY)
    if edge is None or edge.precision <= own:
        ended = since is not None and day < since and group_key(day, group_by) != group_key(since, group_by)
        return BEFORE if ended else heading_at(day, group_by, order)
    sign = -1 if order is Order.DESCENDING else 1
    key = Edge(day, edge.precision).edtf()
    if since is not None and day < since and Edge(since, edge.precision).edtf() != key:
        return BEFORE
    return Heading(sign * day.toordinal(), sign * int(own - edge.precision), key)


def heading_at(day: date, group_by: GroupBy, order: Order = Order.ASCENDING) -> Heading:
    """Return the heading of what takes place on a day."""
    if group_by is GroupBy.NONE:
        return UNGROUPED
    sign = -1 if order is Order.DESCENDING else 1
    return Heading(sign * _first_day(day, group_by).toordinal(), 0, group_key(day, group_by))


def _first_day(day: date, group_by: GroupBy) -> date:
    """Return the first day of the unit that a day lies in."""
    match group_by:
        case GroupBy.CENTURY:
            return date(max(day.year // 100 * 100, date.min.year), 1, 1)
        case GroupBy.DECADE:
            return date(max(day.year // 10 * 10, date.min.year), 1, 1)
        case GroupBy.YEAR:
            return day.replace(month=1, day=1)
        case GroupBy.MONTH:
            return day.replace(day=1)
        case GroupBy.WEEK:
            return day - timedelta(days=day.weekday())
        case _:
            return day


def group_key(day: date | None, group_by: GroupBy) -> str:
    """Return the EDTF form of the unit that a day lies in (``20XX``, ``202X``, ``2024-11``), or nothing.

    Weeks are those of ISO 8601, from Monday on, and have the form of a stretch of days.
    """
    if day is None or group_by is GroupBy.NONE:
        return ""
    if group_by is GroupBy.WEEK:
        monday = _first_day(day, group_by)
        sunday = monday + min(timedelta(days=6), date.max - monday)
        return Interval.of_days(monday, sunday).edtf
    return Edge(day, PRECISIONS[group_by]).edtf()
