"""Sentences as vectors of weighted stems, for their cosines.

A vector is a dictionary of stems; what has no weight is left out.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

Vector = dict[str, float]


class Weights:
    """How much each stem says: the rarer among some sentences, the more.

    The weight is the probabilistic inverse document frequency of BM25 (Robertson and Zaragoza, "The
    Probabilistic Relevance Framework", 2009), which stays above nothing for a stem of every sentence.
    """

    def __init__(self, sentences: Iterable[Collection[str]]) -> None:
        """Count in how many sentences, given as their stems, each stem stands."""
        self._count = 0
        self._frequency: Counter[str] = Counter()
        self._known: dict[str, float] = {}
        for stems in sentences:
            self._count += 1
            self._frequency.update(stems if isinstance(stems, AbstractSet) else set(stems))

    def of(self, stem: str) -> float:
        """Return the weight of a stem, whether the sentences have it or not."""
        weight = self._known.get(stem)
        if weight is None:
            frequency = self._frequency[stem]
            weight = math.log(1 + (self._count - frequency + 0.5) / (frequency + 0.5))
            self._known[stem] = weight
        return weight

    def vector(self, counts: Mapping[str, int], raised: Collection[str] = (), by: float = 1.0) -> Vector:
        """Return the vector, of length one, of a sentence in which stems stand so often.

        :param raised: stems, of names for example, whose weight is multiplied *by* a factor.
        """
        return normalised(
            {
                stem: (1 + math.log(count)) * self.of(stem) * (by if stem in raised else 1)
                for stem, count in counts.items()
            }
        )


def dot(one: Vector, other: Vector) -> float:
    """Return the product of two vectors: their cosine, if both have length one."""
    if len(one) > len(other):
        one, other = other, one
    return sum([value * other[stem] for stem, value in one.items() if stem in other])


def total(vectors: Iterable[Vector]) -> Vector:
    """Return the sum of vectors."""
    several = iter(vectors)
    result: Vector = dict(next(several, {}))
    known = result.get
    for vector in several:
        for stem, value in vector.items():
            result[stem] = known(stem, 0.0) + value
    return result


def normalised(vector: Vector) -> Vector:
    """Return the vector of length one in the same direction, or an empty one."""
    length = math.sqrt(sum([value * value for value in vector.values()]))
    return {stem: value / length for stem, value in vector.items()} if length else {}
