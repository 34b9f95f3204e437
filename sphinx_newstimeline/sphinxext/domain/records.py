"""What the environment keeps of each timeline: values of the core and plain data, which pickle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...edits import Edits
from ...timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...composition import Plan
    from ...events.event import Event
    from ...extraction import Extraction
    from ..presentation import Presentation
    from ..references import Phrasing
    from .scope import Scope


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
    :param slug: what it is called in the names of exported files, once on the page.
    :param formats: the names of the formats that it is exported in beside its page.
    """

    docname: str
    place: int
    name: str
    node_id: str
    caption: str
    timeline: Timeline = field(default_factory=Timeline)
    node_ids: Mapping[str, str] = field(default_factory=dict)
    indexed: bool = True
    slug: str = ""
    formats: tuple[str, ...] = ()

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
    :param edits: what the author changes about that.
    :param names: the ids of hand-written events by their names for references.
    :param languages: the language of each article by path, where it is known.
    :param phrasings: the texts of hand-written events, by id, that have titles of other pages in them.
    """

    docname: str
    place: int
    extractions: tuple[Extraction, ...]
    edits: Edits = field(default_factory=Edits)
    names: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    phrasings: Mapping[str, Phrasing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A timeline that collects events, to be composed when all pages have been read.

    :param docname: the page that it stands on.
    :param place: the place of its record and its contribution among those of the page.
    :param scope: the pages that it collects from.
    :param tags: the tags of which an event must have one; without any, hand-written ones alone are taken.
    :param plan: what its author asks of it.
    :param presentation: how it is to be shown.
    :param location: ``path:line`` of its directive, for warnings.
    """

    docname: str
    place: int
    scope: Scope
    tags: tuple[str, ...]
    plan: Plan
    presentation: Presentation
    location: str
