"""The events and timelines of a project by the names that references use, and where each is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from docutils.nodes import fully_normalize_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from ...events.event import Event
    from .records import Contribution, TimelineRecord

#: So many digits of an event's id are enough where no other event's begins with them.
SHORTEST = 6
#: What parts a timeline's name from an event's id.
SEPARATOR = "/"


@dataclass(frozen=True, slots=True)
class Place:
    """An event where it stands.

    :param event: as it is shown there.
    :param record: the timeline that shows it.
    :param node_id: its id in the page.
    :param name: the name for references that its author gave it, or empty.
    """

    event: Event
    record: TimelineRecord
    node_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a target stands for: one of both fields at most has anything in it.

    :param place: the event.
    :param candidates: the ids of the events that it may stand for, where it is ambiguous.
    """

    place: Place | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objects:
    """What can be referred to.

    :param events: every event by its id, where it stands first; those merged into another by theirs too.
    :param named: the ids of events by the names that their authors gave them.
    :param timelines: the timelines by their names, normalised; several where a name is used again.
    :param within: the places of events by timeline and id.
    :param homes: the first page that an event was found on, by its id.
    """

    events: Mapping[str, Place] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    timelines: Mapping[str, Sequence[TimelineRecord]] = field(default_factory=dict)
    within: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)

    def event(self, target: str) -> Found:
        """Return the event of an id, of the start of one, of a name, or of a timeline's name and an id."""
        timeline, separator, id_ = target.rpartition(SEPARATOR)
        if timeline and separator:
            place = self.within.get((fully_normalize_name(timeline), id_.strip()))
            return Found(place)
        id_ = self.named.get(fully_normalize_name(target), target.strip())
        if id_ in self.events:
            return Found(self.events[id_])
        return self._by_start(id_)

    def _by_start(self, start: str) -> Found:
        if len(start) < SHORTEST:
            return Found()
        places = {place.event.id: place for id_, place in self.events.items() if id_.startswith(start)}
        if len(places) == 1:
            return Found(next(iter(places.values())))
        return Found(candidates=tuple(sorted(places)))

    def timeline(self, name: str) -> Sequence[TimelineRecord]:
        """Return the timelines of a name: none, one, or several."""
        return self.timelines.get(fully_normalize_name(name), ())

    def nearest(self, target: str, kind: str) -> str:
        """Return the name or id that is most like a target which stands for nothing, or an empty text."""
        names = list(self.timelines) if kind == "timeline" else [*self.named, *self.events]
        wanted = target.rpartition(SEPARATOR)[2] if kind == "event" else target
        close = get_close_matches(fully_normalize_name(wanted), names, n=1, cutoff=0.6)
        return close[0] if close else ""


def objects_of(
    shown: Iterable[TimelineRecord],
    gathered: Container[tuple[str, int]],
    contributions: Iterable[Contribution],
) -> Objects:
    """Return what can be referred to.

    An event that stands in several places is found where it is at home: on the first page that it was
    found on, and there in the first timeline that has it from its own articles or content.

    :param shown: the timelines, and the events that stand on their own.
    :param gathered: page and place of those of them that collect, which come last.
    """
    named, homes = _origins(contributions)
    names = {id_: name for name, id_ in named.items()}
    timelines: dict[str, list[TimelineRecord]] = {}
    within: dict[tuple[str, str], Place] = {}
    places: list[Place] = []
    for record in sorted(shown, key=lambda one: (one.docname, one.place)):
        key = fully_normalize_name(record.name)
        if key:
            timelines.setdefault(key, []).append(record)
        for event in record.events:
            place = Place(event, record, record.node_ids[event.id], names.get(event.id, ""))
            places += [place] if record.indexed else []
            for id_ in (event.id, *event.aliases):
                within.setdefault((key, id_), place)
    places.sort(key=lambda place: _distance(place, homes, gathered))
    events: dict[str, Place] = {}
    for id_, place in _by_id(places):
        events.setdefault(id_, place)
    return Objects(events, named, timelines, within, homes)


def _distance(
    place: Place, homes: Mapping[str, str], gathered: Container[tuple[str, int]]
) -> tuple[bool, bool]:
    """Return how far from home an event stands: on another page, in a timeline that collects."""
    record = place.record
    return record.docname != homes.get(place.event.id), (record.docname, record.place) in gathered


def _by_id(places: Sequence[Place]) -> Iterator[tuple[str, Place]]:
    """Yield every place by the id of its event, then by those that were merged into it."""
    yield from ((place.event.id, place) for place in places)
    yield from ((id_, place) for place in places for id_ in place.event.aliases)


def _origins(contributions: Iterable[Contribution]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the ids of events by their names, and the first page of each by its id."""
    named: dict[str, str] = {}
    homes: dict[str, str] = {}
    for contribution in contributions:
        for name, id_ in contribution.names.items():
            named.setdefault(name, id_)
        for extraction in contribution.extractions:
            for event in (*extraction.events, *extraction.undated):
                homes.setdefault(event.id, contribution.docname)
    return named, homes
