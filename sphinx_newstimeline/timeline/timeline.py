"""The value that the timeline stage gives: events, selected, ordered and grouped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ..events.event import Event


@dataclass(frozen=True, slots=True)
class Group:
    """Events that stand under one heading.

    :param key: the EDTF form of the unit that they share (``2024-11``, ``2024``, ``198X``), or
        empty where the timeline is not grouped; of a week, that of its first and last day.
    :param overdue: whether it holds, in a schedule, what was due before.
    :param before: of a group that holds what began before the window, the first day of the window.
    """

    key: str
    events: tuple[Event, ...]
    overdue: bool = False
    before: date | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in their order, in groups, and those that have no place on the calendar.

    :param groups: the groups in order; one with an empty key where there is no grouping.
    :param undated: events whose date could not be resolved, in the order of articles and text.
    :param as_of: the day that it is told from, where the author asked for one.
    """

    groups: tuple[Group, ...] = ()
    undated: tuple[Event, ...] = ()
    as_of: date | None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """Return all dated events in order."""
        return tuple(event for group in self.groups for event in group.events)

    def with_events(self, change: Callable[[Event], Event]) -> Timeline:
        """Return the timeline with each event, undated ones too, as *change* makes it, in the same places."""
        groups = tuple(replace(group, events=tuple(map(change, group.events))) for group in self.groups)
        return replace(self, groups=groups, undated=tuple(map(change, self.undated)))
