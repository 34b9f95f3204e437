"""What the environment keeps of each timeline: values of the core and plain data, which pickle and compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...events.event import Event
    from ...extraction import Extraction


@dataclass(frozen=True, slots=True)
class TimelineRecord:
    """A timeline as it stands on a page.

    :param docname: the page.
    :param place: its number among the timelines of the page, from 0.
    :param name: its ``:name:``, or empty.
    :param node_id: the id of the whole timeline in the page.
    :param caption: its caption as plain text, or empty.
    :param timeline: what it shows.
    :param node_ids: the id in the page of each event that it shows, by the event's id.
    :param indexed: whether its events are objects: found by references, index and search.
    """

    docname: str
    place: int
    name: str
    node_id: str
    caption: str
    timeline: Timeline = field(default_factory=Timeline)
    node_ids: Mapping[str, str] = field(default_factory=dict)
    indexed: bool = True

    @property
    def events(self) -> tuple[Event, ...]:
        """Return what the timeline shows, in its order: the dated events, then the undated ones."""
        return (*self.timeline.events, *self.timeline.undated)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a directive has found, neither edited nor merged, for timelines that collect.

    :param docname: the page that it stands on.
    :param place: its number among the directives of the page.
    :param extractions: what its articles, and the author, say.
    """

    docname: str
    place: int
    extractions: tuple[Extraction, ...]
