"""From events to a timeline: selected, ordered and grouped."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from .grouping import GroupBy, group_key
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
    :param group_by: the unit of the calendar that the groups are of.
    """
    placed: list[Event] = []
    unplaced = [*undated]
    for event in events:
        if sort_day(event) is None:
            unplaced.append(event)
        elif window.shows(event):
            placed.append(event)
    placed.sort(key=lambda event: sort_key(event, order))
    grouped = groupby(placed, key=lambda event: group_key(sort_day(event), group_by))
    return Timeline(tuple(Group(key, tuple(group)) for key, group in grouped), tuple(unplaced))
