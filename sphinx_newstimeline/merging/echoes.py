"""Sentences that tell one event in nearly the same words, though they do not name the same date.

Their dates overlap ("in March", "on March 3"), or they are at odds: then one source is mistaken, or has
published again what another said the day before ("today").
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from .bundles import minutes
from .clearness import PRECISION, clearness
from .conflicts import disagree, states_day
from .likeness import are_lookalikes
from .partition import Partition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..events.event import Event
    from .bundles import When
    from .storytelling import Stories

#: The cosine of two sentences that are in nearly the same words, where dates overlap and where they are at
#: odds, and how many words they share at least.
SAME_WORDS, SAME_WORDS_AT_ODDS, FEWEST = 0.5, 0.65, 4
#: Where dates are at odds, so many of the shared words are no names: the same people do one thing today and
#: another tomorrow.
FEWEST_PLAIN = 3
#: The least cosine of a sentence and its copy, and after how many days at most it is published again.
COPIED, COPIED_WITHIN = 0.85, 2
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

    Of several dates for one event the most precise one holds, then the one of most articles; of a text
    that is published again, the date that it had first.

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
        self.later: set[int] = set()
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
        if gap <= 0:
            return self._same_words(one, other, SAME_WORDS)
        if self._is_published_again(one, other):
            self.later.add(max(one, other, key=self._published))
            return True
        return (
            self._can_be_mistaken(one, other)
            and len(self._shared(one, other) - self._names(one, other)) >= FEWEST_PLAIN
            and self._same_words(one, other, SAME_WORDS_AT_ODDS)
        )

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
        mine, yours = self.events[one], self.events[other]
        if not (self._says_one_day(one, other) and states_day(mine) and disagree(mine, yours)):
            return False
        first, second = (self.events[index].sources[0].published for index in (one, other))
        if first is None or second is None:
            return False
        days = [*self.days[one], *self.days[other]]
        return min(first, second) >= max(days) or max(first, second) < min(days)

    def _says_one_day(self, *indexes: int) -> bool:
        """Return whether each of some sentences names one date only, and that a day."""
        moments = [self.moments[index] for index in indexes]
        alone = all(len(self.dates[self._sentence(index)]) == 1 for index in indexes)
        return alone and all(moment is not None and moment.is_day for moment in moments)

    def _is_published_again(self, one: int, other: int) -> bool:
        """Return whether one of two sentences is the other's copy, with a date that followed the copy.

        Its words name no day ("today"), or the same weekday, and it was published within days.
        """
        mine, yours = self.events[one], self.events[other]
        if disagree(mine, yours) or disagree(yours, mine) or mine.words.casefold() != yours.words.casefold():
            return False
        apart = abs(self._published(one) - self._published(other))
        return (
            0 < apart <= COPIED_WITHIN
            and self._says_one_day(one, other)
            and self._same_words(one, other, COPIED)
        )

    def _published(self, index: int) -> int:
        """Return the number of the day on which an event was published; 0 where that is unknown."""
        day = self.events[index].sources[0].published
        return day.toordinal() if day else 0

    def _shared(self, one: int, other: int) -> set[str]:
        """Return the stems that two sentences share."""
        return self.stories.tellings[one].counts.keys() & self.stories.tellings[other].counts.keys()

    def _names(self, one: int, other: int) -> frozenset[str]:
        """Return the stems that are names in one of two sentences."""
        return self.stories.tellings[one].names | self.stories.tellings[other].names

    def _same_words(self, one: int, other: int, least: float) -> bool:
        """Return whether two sentences say the same, with the same names and numbers."""
        mine, yours = self.stories.tellings[one], self.stories.tellings[other]
        if self.stories.words_alike(one, other) < least or len(self._shared(one, other)) < FEWEST:
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

        first = [index for index in members if index not in self.later]
        return self.moments[min(first or members, key=authority)]


def _days(event: Event) -> Days | None:
    """Return the first and last day of an event that is no longer than can be compared."""
    interval = event.interval
    if interval is None or event.handwritten:
        return None
    first, last = interval.earliest or interval.latest, interval.latest or interval.earliest
    if first is None or last is None or (last - first).days >= LONGEST:
        return None
    return first, last
