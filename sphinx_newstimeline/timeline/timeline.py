"""The value that the timeline stage gives: events, selected, ordered and grouped."""

from __future__ import annotations

from dataclasses import dataclass

from ..events.event import Event


@dataclass(frozen=True, slots=True)
class Group:
    """Events that stand under one heading.

    :param key: the EDTF form of the unit that they share (``2024-11``, ``2024``, ``198X``), or
        empty where the timeline is not grouped.
    """

    key: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in their order, in groups, and those that have no place on the calendar.

    :param groups: the groups in order; one with an empty key where there is no grouping.
    :param undated: events whose date could not be resolved, in the order of articles and text.
    """

    groups: tuple[Group, ...] = ()
    undated: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Return all dated events in order."""
        return tuple(event for group in self.groups for event in group.events)
