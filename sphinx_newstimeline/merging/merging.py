"""The merging stage: events in; out comes one entry for each event that they tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from ..pickling import no_collection
from .blocks import same_events
from .bundles import When, bundles, minutes, when
from .clearness import PRECISION, clearness
from .conflicts import conflict
from .echoes import echoes
from .partition import Partition
from .storytelling import article_of, stories_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from ..events.event import Event, Source
    from ..problems import Problem
    from .storytelling import Stories

#: How like each other entries of one date are that tell one event: the mean of the cosines.  See
#: :mod:`.storytelling` for where it comes from.
ALIKE = 0.08
#: The same for a date that is longer than a day, which says less.
ALIKE_IN_LONG = 0.3

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Events, each once.

    :param events: an entry for each event, in the order in which the first of its sentences was given.
    :param problems: the dates on which sources disagree.
    """

    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()


def merge(
    events: Iterable[Event],
    *,
    together: Iterable[Sequence[str]] = (),
    apart: Iterable[Sequence[str]] = (),
    accepted: AbstractSet[str] = frozenset(),
) -> Merged:
    """Return events with those merged that are told several times.

    What one article says of one date is one entry; so are sentences of different articles that tell the
    same event.  The clearest sentence stands for the entry, with its own id, and the rest are its
    ``others``; ``sources`` has each article once, that of the clearest sentence first.  Which events are
    one does not depend on the order that they are given in.

    :param together: groups of ids of events that are one.
    :param apart: groups of ids of events of which no two are one, which holds against all else.
    :param accepted: ids of events on whose dates the sources may disagree without a problem.
    """
    found = list(events)
    given = [single for event in found for single in _singles(event)]
    rank = {id(event): place for place, event in enumerate(given)}
    ordered = sorted(given, key=_place)
    partition = _author_says(ordered, [*together, *map(_ids, found)], apart)
    with no_collection():
        _stories_say(ordered, partition)
    sets = [[ordered[index] for index in members] for members in partition.sets()]
    sets.sort(key=lambda members: min(rank[id(event)] for event in members))
    entries = tuple(entry_of(members) for members in sets)
    problems = (conflict(entry) for entry in entries if accepted.isdisjoint(_ids(entry)))
    return Merged(entries, tuple(problem for problem in problems if problem))


def entry_of(members: Sequence[Event]) -> Event:
    """Return one entry for events without others, at least one: the clearest, with the rest in it."""
    if len(members) == 1:
        return members[0]
    clearest = sorted(members, key=clearness)
    votes = Counter(
        moment for moment, _article in {(when(event), article_of(event.sources[0])) for event in members}
    )
    head = min(clearest, key=lambda event: (clearness(event)[:PRECISION], -votes[when(event)]))
    rest = [event for event in clearest if event is not head]
    sources: dict[str, Source] = {}
    for event in (head, *rest):
        sources.setdefault(article_of(event.sources[0]), event.sources[0])
    return replace(
        head,
        title=next((event.title for event in (head, *rest) if event.title), ""),
        tags=tuple(sorted({tag for event in members for tag in event.tags})),
        pinned=any(event.pinned for event in members),
        sources=tuple(sources.values()),
        others=tuple(rest),
    )


def _singles(event: Event) -> Iterator[Event]:
    """Yield an event and those that were merged into it before, each by itself."""
    yield replace(event, others=(), sources=event.sources[:1]) if event.others else event
    yield from event.others


def _ids(event: Event) -> Ids:
    """Return all ids that an event has."""
    return (event.id, *event.aliases)


def _place(event: Event) -> tuple[str, str, int, str]:
    """Return what events are put into an order by that is the same for any order of files."""
    source = event.sources[0]
    return source.url, source.path, source.start, event.id


def _author_says(
    events: Sequence[Event], together: Iterable[Sequence[str]], apart: Iterable[Sequence[str]]
) -> Partition:
    """Return which events are one because the author says so, and keep apart what is to stay so."""
    places: dict[str, int] = {}
    for index, event in enumerate(events):
        places.setdefault(event.id, index)
    split = [pair for ids in apart for pair in combinations(_places(ids, places), 2)]
    partition = Partition(len(events), split)
    for ids in together:
        for one, other in pairwise(_places(ids, places)):
            partition.join(one, other)
    return partition


def _places(ids: Sequence[str], places: Mapping[str, int]) -> list[int]:
    """Return the indexes of the events of those ids that are there."""
    return [places[id_] for id_ in ids if id_ in places]


def _stories_say(events: Sequence[Event], partition: Partition) -> None:
    """Join events that one article tells of one date, or several articles tell."""
    stories = stories_of(events) if len({article_of(event.sources[0]) for event in events}) > 1 else None
    moved: set[int] = set()
    moments = [when(event) for event in events]
    for index, main in echoes(events, moments, stories) if stories else ():
        if partition.join(index, main):
            moved.add(index)
    bundled = bundles(events, moments, moved)
    for bundle in bundled:
        for one, other in pairwise(bundle):
            partition.join(one, other)
    if stories:
        free = {index: moments[index] for index, event in enumerate(events) if not event.handwritten}
        for moment, units in _blocks(free, bundled, partition).items():
            threshold = ALIKE if moment.is_day else ALIKE_IN_LONG
            _join_alike(units, events, stories, partition, threshold)


def _blocks(
    moments: Mapping[int, When | None], bundled: Sequence[list[int]], partition: Partition
) -> dict[When, list[list[int]]]:
    """Return the bundles of each date, in the parts that the author keeps apart.

    :param moments: the dates of those events that merging may touch, by their indexes.
    """
    blocks: dict[When, list[list[int]]] = defaultdict(list)
    for bundle in bundled:
        moment = moments.get(bundle[0])
        if moment is None:
            continue
        parts: dict[int, list[int]] = defaultdict(list)
        for index in bundle:
            parts[min(partition.members(index))].append(index)
        blocks[moment] += parts.values()
    return {moment: units for moment, units in blocks.items() if len(units) > 1}


def _join_alike(
    units: Sequence[list[int]],
    events: Sequence[Event],
    stories: Stories,
    partition: Partition,
    threshold: float,
) -> None:
    """Join those units of one date that tell one event."""

    def allowed(one: Sequence[int], other: Sequence[int]) -> bool:
        mine, yours = ([index for at in side for index in units[at]] for side in (one, other))
        articles = {stories.articles[index] for index in mine}
        # What one article tells in two entries it means to be two.
        return partition.allows(mine, yours) and articles.isdisjoint(stories.articles[at] for at in yours)

    groups = [
        stories.group(unit, next(filter(None, (minutes(events[index]) for index in unit)), None))
        for unit in units
    ]
    for cluster in same_events(groups, threshold, allowed):
        for one, other in pairwise(cluster):
            partition.join(units[one][0], units[other][0])
