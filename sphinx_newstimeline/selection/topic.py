"""What articles are about: their sentences as vectors, and the centres of the topic and of its days."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from ..merging.bundles import When, when
from ..merging.telling import tokens
from ..merging.vectors import Vector, Weights, dot, normalised, total
from ..merging.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ..events.event import Event
    from ..events.lead import Lead

    Stems = tuple[str, ...]

#: What was published on a day and on the next one tells of that day.
NEXT_DAY = timedelta(days=1)


class Topic:
    """The sentences of a timeline; what it looks up twice it keeps.

    :ivar events: every event, those that were merged into entries among them.
    :ivar leads: how the articles begin.
    """

    def __init__(self, entries: Sequence[Event], leads: Sequence[Lead], query: Iterable[str]) -> None:
        """Weigh the words of all sentences."""
        self.events = [event for entry in entries for event in (entry, *entry.others)]
        self.leads = sorted(leads, key=lambda lead: (lead.source.url, lead.source.path, lead.source.title))
        self._asked = frozenset(word.casefold() for word in query)
        self._stems: dict[tuple[str, str], Stems] = {}
        self._vectors: dict[tuple[str, str], Vector] = {}
        self._moments: dict[str, When | None] = {}
        sentences = [(event.sentence, event.sources[0].language) for event in self.events]
        sentences += [(text, lead.source.language) for lead in self.leads for text in lead.sentences]
        # Whatever order they come in, the sums of their weights are to be the same to the last bit.
        sentences.sort()
        self._weights = Weights(self.stems(*sentence) for sentence in sentences)
        self.middle = normalised(total(self.vector(*sentence) for sentence in sentences))
        self._at: dict[When, list[Event]] = defaultdict(list)
        for event in self.events:
            moment = self.moment(event)
            if moment is not None:
                self._at[moment].append(event)
        self._published: dict[date, list[Lead]] = defaultdict(list)
        for lead in self.leads:
            if lead.source.published is not None:
                self._published[lead.source.published].append(lead)

    @property
    def moments(self) -> list[When]:
        """Return all dates, in an order that is always the same."""
        return sorted(self._at)

    def moment(self, event: Event) -> When | None:
        """Return when an event is."""
        if event.id not in self._moments:
            self._moments[event.id] = when(event)
        return self._moments[event.id]

    def events_at(self, moment: When) -> list[Event]:
        """Return the events of a date, in an order that is always the same."""
        return sorted(self._at[moment], key=lambda event: (event.sentence, event.id))

    def leads_of(self, day: date) -> list[Lead]:
        """Return how the articles begin that were published on a day."""
        return self._published[day]

    def stems(self, text: str, language: str) -> Stems:
        """Return the stems of a sentence."""
        key = text, language
        if key not in self._stems:
            self._stems[key] = tuple(token.stem for token in tokens(text, words_of(language)))
        return self._stems[key]

    def vector(self, text: str, language: str) -> Vector:
        """Return a sentence as a vector of length one."""
        key = text, language
        if key not in self._vectors:
            self._vectors[key] = self._weights.vector(Counter(self.stems(*key)))
        return self._vectors[key]

    def asks_for(self, event: Event) -> bool:
        """Return whether the query has a word of an event's sentence."""
        return self.has_asked(event.sentence, event.sources[0].language)

    def has_asked(self, text: str, language: str) -> bool:
        """Return whether a text has a word of the query."""
        words = words_of(language)
        return any(words.stem(word) in self.stems(text, language) for word in self._asked)

    @property
    def is_asked(self) -> bool:
        """Return whether there is a query."""
        return bool(self._asked)

    def centre(self, moment: When) -> Vector:
        """Return what the sentences of a date, and the leads of that day and the next, have in common."""
        return normalised(total(self.vector(*sentence) for sentence in self.told_of(moment)))

    def told_of(self, moment: When) -> list[tuple[str, str]]:
        """Return the sentences, each once with its language, that name a date or begin articles of then."""
        events = self.events_at(moment)
        found = [(event.sentence, event.sources[0].language) for event in events]
        interval = events[0].interval
        if moment.is_day and interval is not None and interval.latest is not None:
            for day in (interval.latest, interval.latest + NEXT_DAY):
                for lead in self.leads_of(day):
                    found += ((text, lead.source.language) for text in lead.sentences)
        return list(dict.fromkeys(found))

    def nearness(self, event: Event, centre: Vector) -> float:
        """Return the cosine of an event's sentence and a centre."""
        return dot(self.vector(event.sentence, event.sources[0].language), centre)
