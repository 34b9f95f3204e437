"""The agenda: what is still ahead of a day, and what was due before it and has not been told of."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from .grouping import GroupBy, Heading, heading_at, heading_of
from .occurrences import occurrences
from .ordering import Order, sort_day, sort_key
from .standing import Standing, last_told, standing_of
from .timeline import Group
from .window import Window

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..events.event import Event

EVERYTHING = Window()
#: How far what recurs is followed where the window has no end.
HORIZON = relativedelta(months=3)

Item = tuple[date, "Event"]


def agenda(
    events: Iterable[Event],
    *,
    as_of: date | None,
    window: Window = EVERYTHING,
    order: Order = Order.ASCENDING,
    group_by: GroupBy = GroupBy.MONTH,
) -> tuple[Group, ...]:
    """Return the agenda of some events.

    First comes, in a group of its own, what was due or expected before *as_of* without an article since
    that day telling of it; then what is ahead, by the day that counts.  What recurs stands at each of
    its days, for three months where the window has no end.

    :param as_of: the day to look ahead from, itself included; with ``None`` everything is ahead.
    :param window: what is left out: events that share no day with it.
    """
    kept = [event for event in events if window.shows(event)]
    overdue = [event for event in kept if _is_overdue(event, as_of)]
    overdue.sort(key=sort_key)
    since = max(as_of or date.min, window.from_ or date.min)
    ahead = [item for event in kept for item in _ahead(event, since, as_of, window.to)]
    ahead.sort(key=lambda item: (_heading(item, group_by, order), _key(item, order)))
    grouped = groupby(ahead, key=lambda item: _heading(item, group_by, order).key)
    groups = [Group(key, tuple(event for _day, event in items)) for key, items in grouped]
    if overdue:
        first = Group("", tuple(overdue), overdue=True)
        groups = [*groups, first] if order is Order.DESCENDING else [first, *groups]
    return tuple(groups)


def _is_overdue(event: Event, as_of: date | None) -> bool:
    """Return whether the day of an event has passed without news: of deadlines, and of plans for a day."""
    standing = standing_of(event, as_of)
    if standing is Standing.WAS_EXPECTED:
        return event.interval is not None and event.interval.earliest == event.interval.latest
    return standing is Standing.WAS_DUE


def _ahead(event: Event, since: date, as_of: date | None, until: date | None) -> list[Item]:
    """Return the days of an event that are ahead, none where it is past."""
    if event.interval is None:
        if event.recurrence is None:
            return []
        if since == date.min:
            day = sort_day(event)
            return [(day, event)] if day else []
        return occurrences(event, since, until or _horizon(since))
    day = sort_day(event)
    if day is None:
        return []
    if day >= since and (as_of is None or standing_of(event, as_of) is not Standing.TOLD):
        return [(day, event)]
    return [(since, event)] if _is_under_way(event, since) else []


def _is_under_way(event: Event, since: date) -> bool:
    """Return whether an event has begun, was announced before it did, and ends later than *since*."""
    if event.interval is None or event.interval.earliest is None or event.interval.latest is None:
        return False
    told = last_told(event)
    announced = told is not None and told <= event.interval.earliest
    return announced and event.interval.earliest <= since < event.interval.latest


def _horizon(since: date) -> date:
    """Return the day up to which what recurs is followed."""
    try:
        horizon: date = since + HORIZON
    except (ValueError, OverflowError):
        return date.max
    return horizon


def _heading(item: Item, group_by: GroupBy, order: Order) -> Heading:
    """Return the heading of an item: that of its day, unless it begins with a coarser unit on that day."""
    day, event = item
    own = event.interval is not None and sort_day(event) == day
    return heading_of(event, group_by, order) if own else heading_at(day, group_by, order)


def _key(item: Item, order: Order) -> tuple[int, tuple[object, ...]]:
    """Return what to sort an item by: its day on the agenda, then as in any timeline."""
    day, event = item
    ordinal = day.toordinal()
    rest = sort_key(event, order) if sort_day(event) else ()
    return (-ordinal if order is Order.DESCENDING else ordinal), rest
