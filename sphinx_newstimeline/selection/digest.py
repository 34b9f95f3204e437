"""The days of a story, each in a few sentences."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..merging.vectors import dot, total
from .days import rank
from .topic import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..events.event import Event
    from ..events.lead import Lead
    from ..merging.bundles import When
    from ..merging.vectors import Vector
    from .selection import Selection

#: A sentence that tells a day has so many words, neither a scrap nor a paragraph.
FEWEST_WORDS, MOST_WORDS = 4, 36
#: How near the centre of the whole topic it is at least, as a cosine.
NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Day:
    """A day that matters.

    :param articles: how many articles name it.
    :param sentences: what they say of it, the sentence that says most first.
    """

    day: date
    articles: int
    sentences: tuple[str, ...]


def digest(
    entries: Iterable[Event],
    leads: Iterable[Lead],
    selection: Selection,
    *,
    sentences: int = 1,
    window: tuple[date | None, date | None] = (None, None),
) -> tuple[Day, ...]:
    """Return the days that matter most, in order, each told by sentences of the articles.

    The sentences are those that name the day, and the first ones of articles published on it and the
    day after; chosen are, one after the other, those that bring the summary nearest to what all of them
    say.

    :param selection: what to look for, and how many days there are at most.
    :param sentences: how many there are for each day at most.
    :param window: the first and the last day to choose from.
    """
    topic = Topic(tuple(entries), tuple(leads), selection.query)
    first, last = window[0] or date.min, window[1] or date.max
    found: list[tuple[date, int, When]] = []
    for named in rank(topic):
        if named.moment.is_day and not named.moment.deadline and len(found) != selection.max_events:
            day = date.fromisoformat(named.moment.edtf)
            if first <= day <= last:
                found.append((day, named.articles, named.moment))
    return tuple(
        Day(day, articles, _told(topic, moment, sentences)) for day, articles, moment in sorted(found)
    )


def _told(topic: Topic, moment: When, count: int) -> tuple[str, ...]:
    """Return the sentences that tell a day."""
    pool = [
        sentence
        for sentence in sorted(topic.told_of(moment))
        if FEWEST_WORDS <= len(sentence[0].split()) <= MOST_WORDS
    ]
    near = [
        sentence
        for sentence in pool
        if (not topic.is_asked or topic.has_asked(*sentence))
        and dot(topic.vector(*sentence), topic.middle) >= NEAR
    ]
    if len(near) < count:
        near = sorted(pool, key=lambda sentence: -dot(topic.vector(*sentence), topic.middle))[:count]
    vectors = [topic.vector(*sentence) for sentence in near]
    return tuple(near[index][0] for index in _summary(vectors, count))


def _summary(vectors: Sequence[Vector], count: int) -> list[int]:
    """Return the indexes of the vectors whose sum, built up one by one, is nearest to the sum of all."""
    centre = total(vectors)
    towards = [dot(vector, centre) for vector in vectors]
    chosen: list[int] = []
    summed: Vector = {}
    reached, square = 0.0, 0.0
    remaining = list(range(len(vectors)))
    while remaining and len(chosen) < count:

        def nearness(index: int) -> float:
            longer = square + 1 + 2 * dot(summed, vectors[index])  # noqa: B023 - used at once
            return (reached + towards[index]) / math.sqrt(max(longer, 1e-9))  # noqa: B023

        best = max(remaining, key=lambda index: (nearness(index), -index))
        square += 1 + 2 * dot(summed, vectors[best])
        reached += towards[best]
        summed = total([summed, vectors[best]])
        chosen.append(best)
        remaining.remove(best)
    return chosen
