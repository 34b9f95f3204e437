"""Sentences that tell one event in nearly the same words, though they do not name the same date.

Their dates overlap ("in March", "on March 3"), or they are at odds: then one source is mistaken.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from .bundles import minutes
from .clearness import PRECISION, clearness
from .likeness import are_lookalikes
from .partition import Partition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..events.event import Event
    from .bundles import When
    from .storytelling import Stories

#: The cosine of two sentences that are in nearly the same words, where dates overlap and where they are at
#: odds, and how many words they share at least.
SAME_WORDS, SAME_WORDS_AT_ODDS, FEWEST = 0.5, 0.6, 4
#: How many days sources can be apart on one event.
AT_ODDS = 7
#: A date of more days than this says too little to be that of another sentence.
LONGEST = 366
#: So many of a sentence's weightiest stems lead to others, and to so many others each.
LEADS, NEIGHBOURS = 4, 16

#: The first and the last day.
Days = tuple[date, date]
Pair = tuple[int, int]


def echoes(events: Sequence[Event], moments: Sequence[When | None], stories: Stories) -> list[Pair]:
    """Return the events, by their indexes, that are others' told with another date, each with that other.

    Of several dates for one event the most precise one holds, then the one of most articles.

    :param moments: when each event is.
    """
    return _Finder(events, moments, stories).found()


class _Finder:
    """Finds the echoes among some events; what it looks up twice it keeps."""

    def __init__(self, events: Sequence[Event], moments: Sequence[When | None], stories: Stories) -> None:
        """Note when each event is, and which dates its sentence names beside that."""
        self.events = events
        self.moments = moments
        self.stories = stories
        self.days = {index: found for index, event in enumerate(events) if (found := _days(event))}
        self.dates: dict[tuple[str, str], set[When | None]] = defaultdict(set)
        for index, moment in enumerate(moments):
            self.dates[self._sentence(index)].add(moment)

    def found(self) -> list[Pair]:
        """Return each event that echoes another, with that other."""
        pairs = [pair for pair in self._candidates() if self._are_one(*pair)]
        told = Partition(len(self.events))
        near: dict[int, list[int]] = defaultdict(list)
        for one, other in pairs:
            told.join(one, other)
            near[one].append(other)
            near[other].append(one)
        result = []
        for members in told.sets():
            if len(members) > 1:
                holds = self._holding(members)
                mains = {index for index in members if self.moments[index] == holds}
                result += [
                    (index, main)
                    for index in members
                    if index not in mains
                    for main in near[index]
                    if main in mains
                ]
        return sorted(result)

    def _sentence(self, index: int) -> tuple[str, str]:
        """Return what the sentence of an event is known by."""
        return self.stories.articles[index], self.events[index].sentence

    def _candidates(self) -> list[Pair]:
        """Return pairs of events that share one of their weightiest stems and lie near each other."""
        leads: dict[str, list[int]] = defaultdict(list)
        for index in sorted(self.days, key=lambda index: (self.days[index], index)):
            vector = self.stories.vectors[index]
            for stem in sorted(vector, key=lambda stem: (-vector[stem], stem))[:LEADS]:
                leads[stem].append(index)
        return sorted({pair for indexes in leads.values() for pair in self._neighbours(indexes)})

    def _neighbours(self, indexes: Sequence[int]) -> Iterator[Pair]:
        """Yield the pairs of neighbours that have different dates, and are not too far apart."""
        for place, one in enumerate(indexes):
            for other in indexes[place + 1 : place + NEIGHBOURS]:
                if (self.days[other][0] - self.days[one][1]).days > AT_ODDS:
                    break
                if self.moments[one] != self.moments[other]:
                    yield min(one, other), max(one, other)

    def _are_one(self, one: int, other: int) -> bool:
        """Return whether two events of different dates are one event of different articles."""
        if self.stories.articles[one] == self.stories.articles[other] or not self._same_kind(one, other):
            return False
        mine, yours = self.days[one], self.days[other]
        gap = max((yours[0] - mine[1]).days, (mine[0] - yours[1]).days)
        if gap > 0 and not self._can_be_mistaken(one, other):
            return False
        return self._same_words(one, other, SAME_WORDS_AT_ODDS if gap > 0 else SAME_WORDS)

    def _same_kind(self, one: int, other: int) -> bool:
        """Return whether two dates differ in their intervals alone, and neither sentence names both."""
        mine, yours = self.moments[one], self.moments[other]
        if mine is None or yours is None or mine[1:-1] != yours[1:-1]:
            return False
        return yours not in self.dates[self._sentence(one)] and mine not in self.dates[self._sentence(other)]

    def _can_be_mistaken(self, one: int, other: int) -> bool:
        """Return whether one of two sources may be wrong: both name one day only, and could know it.

        "Shares fell on Monday", published on Monday, is not at odds with "Shares fell on Tuesday",
        published a day later: a source is mistaken only about what both tell after the fact, or before.
        """
        for index in (one, other):
            moment = self.moments[index]
            if moment is None or not moment.is_day or len(self.dates[self._sentence(index)]) > 1:
                return False
        first, second = (self.events[index].sources[0].published for index in (one, other))
        if first is None or second is None:
            return False
        days = [*self.days[one], *self.days[other]]
        return min(first, second) >= max(days) or max(first, second) < min(days)

    def _same_words(self, one: int, other: int, least: float) -> bool:
        """Return whether two sentences say the same, with the same names and numbers."""
        mine, yours = self.stories.tellings[one], self.stories.tellings[other]
        if self.stories.words_alike(one, other) < least or len(mine.counts.keys() & yours.counts) < FEWEST:
            return False
        if mine.names and yours.names and mine.names.isdisjoint(yours.names):
            return False
        if mine.numbers and yours.numbers and mine.values.isdisjoint(yours.values):
            return False
        groups = [self.stories.group([index], minutes(self.events[index])) for index in (one, other)]
        return not are_lookalikes(*groups)

    def _holding(self, members: Sequence[int]) -> When | None:
        """Return the date that holds for events."""
        articles: dict[When | None, set[str]] = defaultdict(set)
        for index in members:
            articles[self.moments[index]].add(self.stories.articles[index])

        def authority(index: int) -> tuple[object, ...]:
            clear = clearness(self.events[index])
            return clear[:PRECISION], -len(articles[self.moments[index]]), clear

        return self.moments[min(members, key=authority)]


def _days(event: Event) -> Days | None:
    """Return the first and last day of an event that is no longer than can be compared."""
    interval = event.interval
    if interval is None or event.handwritten:
        return None
    first, last = interval.earliest or interval.latest, interval.latest or interval.earliest
    if first is None or last is None or (last - first).days >= LONGEST:
        return None
    return first, last
