"""From events to what is compared: each with its own words, and a share of those of its article.

Two sentences may have few words in common and tell one event, if their articles tell one story; and
many, and tell two, if these do not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .likeness import Group
from .telling import Names, Telling, tokens
from .vectors import Vector, Weights, dot, normalised, total
from .words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..events.event import Event, Source

#: Names say more than other words do, and an article as much as the sentence.  These two, and the
#: threshold of :mod:`.merging`, were chosen on the development topics of ECB+ (Cybulska and Vossen, "Using
#: a sledgehammer to crack a nut?", 2014); see ``benchmarks/README.md``.
NAMES, ARTICLE = 1.5, 1.0
#: So many of an article's words, the weightiest, stand for it.
LONGEST_ARTICLE = 64


@dataclass(frozen=True, slots=True)
class Stories:
    """What all events tell, each by its place in the sequence that :func:`stories_of` was given.

    :param tellings: what each sentence tells.
    :param vectors: each sentence as a vector.
    :param articles: the key of each event's article.
    :param around: for each article its vector, as long as it weighs, and the stems of its names.
    """

    tellings: Sequence[Telling]
    vectors: Sequence[Vector]
    articles: Sequence[str]
    around: Mapping[str, tuple[Vector, frozenset[str]]]

    def group(self, indexes: Sequence[int], minutes: tuple[int, str] | None = None) -> Group:
        """Return events of one article as a unit of the comparison."""
        context, names = self.around[self.articles[indexes[0]]]
        vectors = [self.vectors[index] for index in indexes]
        own = vectors[0] if len(vectors) == 1 else normalised(total(vectors))
        mixed = normalised(total([context, own]))
        telling = Telling.joined([self.tellings[index] for index in indexes])
        return Group(1, own, mixed, telling, names, minutes)

    def words_alike(self, one: int, other: int) -> float:
        """Return the cosine of two sentences by their own words alone."""
        return dot(self.vectors[one], self.vectors[other])


def stories_of(events: Sequence[Event]) -> Stories:
    """Return what events tell.

    The titles of articles count as one more sentence of each; the words of dates do not count.
    """
    keys = [article_of(event.sources[0]) for event in events]
    titles = {key: event.sources[0].title for key, event in zip(keys, events, strict=True)}
    language = {key: event.sources[0].language for key, event in zip(keys, events, strict=True)}
    dates: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for key, event in zip(keys, events, strict=True):
        dates[key, event.sentence].update(event.marks)
    places = [(key, event.sentence) for key, event in zip(keys, events, strict=True)]
    # A sentence with several dates is there once for each, and tells the same each time.
    read = {place: tokens(place[1], words_of(language[place[0]]), dates[place]) for place in dates}
    headlines = {key: tokens(title, words_of(language[key])) for key, title in titles.items()}
    names = Names([*(read[place] for place in places), *headlines.values()])
    told_in = {place: names.telling(said, words_of(language[place[0]])) for place, said in read.items()}
    tellings = [told_in[place] for place in places]
    titled = {key: names.telling(headline, words_of(language[key])) for key, headline in headlines.items()}
    weights = Weights(telling.counts.keys() for telling in tellings)

    def vector(telling: Telling) -> Vector:
        return weights.vector(telling.counts, telling.names, NAMES)

    vector_of = {place: vector(telling) for place, telling in told_in.items()}
    vectors = [vector_of[place] for place in places]
    told: dict[str, list[tuple[Vector, Telling]]] = defaultdict(list)
    for key, one, telling in zip(keys, vectors, tellings, strict=True):
        told[key].append((one, telling))
    around = {key: _around([*told[key], (vector(titled[key]), titled[key])]) for key in told}
    return Stories(tellings, vectors, keys, around)


def article_of(source: Source) -> str:
    """Return what an article is known by: its address, else its file, which can hold several."""
    return source.url or f"{source.path}\0{source.title}\0{source.published}"


def _around(told: Iterable[tuple[Vector, Telling]]) -> tuple[Vector, frozenset[str]]:
    """Return an article as a vector of its weightiest words, and its names."""
    told = list(told)
    whole = total(vector for vector, _telling in told)
    weightiest = sorted(whole, key=lambda stem: (-whole[stem], stem))[:LONGEST_ARTICLE]
    names = frozenset().union(*(telling.names for _vector, telling in told))
    vector = normalised({stem: whole[stem] for stem in weightiest})
    return {stem: ARTICLE * value for stem, value in vector.items()}, names
