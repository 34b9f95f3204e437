"""From events to a timeline: selected, ordered and grouped."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from .grouping import BEFORE, GroupBy, heading_of
from .ordering import Order, sort_day, sort_key
from .timeline import Group, Timeline
from .window import Window

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..events.event import Event

EVERYTHING = Window()


def build_timeline(
    events: Iterable[Event],
    undated: Iterable[Event] = (),
    *,
    window: Window = EVERYTHING,
    order: Order = Order.ASCENDING,
    group_by: GroupBy = GroupBy.NONE,
) -> Timeline:
    """Return the timeline of some events.

    :param events: events in any order.  One without a place on the calendar, as what recurs from
        nobody knows when, is put behind the undated ones.
    :param undated: events whose date could not be resolved; they are kept in their order, and no
        window leaves them out.
    :param window: what is left out: events that share no day with it.
    :param order: the direction; ties keep their order in both.
    :param group_by: the unit of the calendar that the groups are of; what is vaguer has a group of a
        unit of its own, before the others that begin on the same day.  What began before the window has
        one group, that of the first day of the window.
    """
    placed: list[Event] = []
    unplaced = [*undated]
    for event in events:
        if sort_day(event) is None:
            unplaced.append(event)
        elif window.shows(event):
            placed.append(event)
    since = window.from_
    headed = [(heading_of(event, group_by, order, since), sort_key(event, order), event) for event in placed]
    headed.sort(key=lambda item: item[:2])
    grouped = groupby(headed, key=lambda item: item[0])
    groups = [
        Group(heading.key, tuple(event for *_, event in items), before=since if heading is BEFORE else None)
        for heading, items in grouped
    ]
    return Timeline(tuple(groups), tuple(unplaced))
