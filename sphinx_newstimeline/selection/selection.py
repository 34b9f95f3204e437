"""The selection stage: of all entries those that tell the story."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..events.event import Merit
from .days import Named, rank
from .topic import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..events.event import Event
    from ..events.lead import Lead
    from ..merging.bundles import When


@dataclass(frozen=True, slots=True)
class Selection:
    """What an author wants a timeline to be selected by.

    :param query: words, one of which at least a sentence of an entry has; forms of a word are that word.
    :param max_events: how many entries there are at most, those that an author wants anyway apart.
    """

    query: tuple[str, ...] = ()
    max_events: int | None = None

    def __bool__(self) -> bool:
        """Return whether anything is selected at all."""
        return bool(self.query) or self.max_events is not None


EVERYTHING = Selection()


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a query as people write it, each once: “oil, spill” is two."""
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", text.casefold())))


def select(
    entries: Iterable[Event], leads: Iterable[Lead] = (), selection: Selection = EVERYTHING
) -> tuple[Event, ...]:
    """Return the entries that tell the story, in the order given, with what speaks for each.

    Without a number, those are the entries with a word of the query.  With one, dates are ranked by the
    distinct articles that name them (see :mod:`.days`), and each of the best is told by the entry that
    says best what the articles say of that day; a date has a second entry only where there are not
    enough dates.  Entries that an author has pinned or written always stay.

    :param leads: how the articles begin.
    """
    given = tuple(entries)
    if not selection:
        return given
    topic = Topic(given, tuple(leads), selection.query)
    found = [entry for entry in given if not selection.query or any(map(topic.asks_for, singles(entry)))]
    asked = {entry.id for entry in found}
    if selection.max_events is None:
        return tuple(entry for entry in given if entry.id in asked or _is_fixed(entry))
    chosen = _chosen(found, topic, selection.max_events)
    return tuple(
        replace(entry, merit=chosen.get(entry.id))
        for entry in given
        if entry.id in chosen or _is_fixed(entry)
    )


def _is_fixed(entry: Event) -> bool:
    """Return whether an author wants an entry, whatever is selected: by pinning, or by writing it."""
    return entry.pinned or entry.handwritten


def singles(entry: Event) -> tuple[Event, ...]:
    """Return all events that an entry tells of: itself, and those that were merged into it."""
    return entry, *entry.others


def _chosen(entries: Sequence[Event], topic: Topic, most: int) -> dict[str, Merit]:
    """Return what speaks for each of the entries that are chosen, by their ids."""
    ranked = rank(topic)
    of_date: dict[When, list[Event]] = defaultdict(list)
    for entry in entries:
        moment = topic.moment(entry)
        if moment is not None:
            of_date[moment].append(entry)
    queues = [
        (place, named, _best_first(of_date[named.moment], topic, named))
        for place, named in enumerate((named for named in ranked if named.moment in of_date), start=1)
    ]
    chosen: dict[str, Merit] = {}
    turn = 0
    while len(chosen) < most and any(turn < len(queue) for _place, _named, queue in queues):
        for place, named, queue in queues:
            if turn < len(queue) and len(chosen) < most:
                chosen[queue[turn].id] = Merit(named.articles, place)
        turn += 1
    return chosen


def _best_first(entries: Sequence[Event], topic: Topic, named: Named) -> list[Event]:
    """Return the entries of one date: first that which most articles tell, in the words of most."""
    centre = topic.centre(named.moment)

    def merit(entry: Event) -> tuple[float, str]:
        told = max(topic.nearness(event, centre) for event in singles(entry))
        return -told * len(entry.sources), entry.id

    return sorted(entries, key=merit)
