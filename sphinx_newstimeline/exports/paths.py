"""The paths of articles in a timeline, as seen from another folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..events.event import Event
    from ..events.lead import Lead
    from ..timeline import Timeline


def with_paths(timeline: Timeline, rename: Callable[[str], str]) -> Timeline:
    """Return a timeline with every path of an article given another name.

    :param rename: what a path is called instead.
    """
    return timeline.with_events(lambda event: _renamed(event, rename))


def leads_with_paths(leads: Iterable[Lead], rename: Callable[[str], str]) -> tuple[Lead, ...]:
    """Return how articles begin, with every path of an article given another name."""
    return tuple(replace(lead, source=replace(lead.source, path=rename(lead.source.path))) for lead in leads)


def _renamed(event: Event, rename: Callable[[str], str]) -> Event:
    return replace(
        event,
        sources=tuple(replace(source, path=rename(source.path)) for source in event.sources),
        others=tuple(_renamed(other, rename) for other in event.others),
    )
