"""Whether two groups of sentences tell one event: by their words, and against it names and numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .telling import Telling
from .vectors import Vector, dot, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: The least cosine that sentences of one event have by their own words.
OWN_WORDS = 0.1
#: Two numbers that count the same thing and differ by more are not two reports of one number: tolls
#: differ from source to source, and the size of an earthquake does not.
FAR_APART = 0.2
#: What it costs that two groups name nobody and nothing together, and that no number is the same.
OTHER_NAMES, OTHER_NUMBERS = 0.5, 0.7
#: How far apart, in minutes, two stated times of one event may be.
SAME_TIME = 60


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that tell one event.

    :param size: how many units of the comparison they are.
    :param own: the sum of the vectors of their own words.
    :param vector: the sum of their vectors with those of their articles.
    :param telling: what they tell.
    :param around: the stems of all names of their articles.
    :param minutes: the time of day, as minutes since midnight and the zone, or ``None``.
    """

    size: int
    own: Vector
    vector: Vector
    telling: Telling
    around: frozenset[str] = frozenset()
    minutes: tuple[int, str] | None = None

    @classmethod
    def joined(cls, groups: Sequence[Group]) -> Group:
        """Return the group of all their sentences."""
        if len(groups) == 1:
            return groups[0]
        return cls(
            sum(group.size for group in groups),
            total(group.own for group in groups),
            total(group.vector for group in groups),
            Telling.joined([group.telling for group in groups]),
            frozenset().union(*(group.around for group in groups)),
            next((group.minutes for group in groups if group.minutes), None),
        )


def related(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of groups, by their indexes, whose own words have enough in common.

    The others are never compared, whatever their articles say: most pairs share no word at all, and are
    not even looked at.
    """
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for other, group in enumerate(groups):
        products: dict[int, float] = {}
        known = products.get
        for stem, value in group.own.items():
            holders = having[stem]
            for one, weight in holders:
                products[one] = known(one, 0.0) + value * weight
            holders.append((other, value))
        for one, product in products.items():
            if product >= OWN_WORDS * group.size * groups[one].size:
                yield one, other


def likeness(one: Group, other: Group) -> float:
    """Return how alike two related groups are, from 0 to 1: the mean of the cosines of pairs of their units.

    It is less where they name others or count other things.
    """
    return dot(one.vector, other.vector) / (one.size * other.size) * _doubt(one.telling, other.telling)


def are_lookalikes(one: Group, other: Group) -> bool:
    """Return whether something that both state says that they are two events."""
    return (
        _other_subject(one, other)
        or _other_numbers(one.telling, other.telling)
        or _other_time(one.minutes, other.minutes)
    )


def _doubt(one: Telling, other: Telling) -> float:
    """Return by what to multiply the likeness for want of a common name or number."""
    doubt = 1.0
    if one.names and other.names and one.names.isdisjoint(other.names):
        doubt *= OTHER_NAMES
    if one.numbers and other.numbers and one.values.isdisjoint(other.values):
        doubt *= OTHER_NUMBERS
    return doubt


def _other_subject(one: Group, other: Group) -> bool:
    """Return whether each speaks first of somebody, or some place, that the other's article never names."""
    mine, yours = one.telling.subjects, other.telling.subjects
    return bool(mine and yours) and mine.isdisjoint(other.around) and yours.isdisjoint(one.around)


def _other_numbers(one: Telling, other: Telling) -> bool:
    """Return whether both count the same thing, and no number of one is near any of the other's."""
    if not one.values.isdisjoint(other.values):
        return False
    pairs = [(mine, yours) for stem, mine in one.numbers for same, yours in other.numbers if stem == same]
    return bool(pairs) and all(abs(mine - yours) > FAR_APART * max(mine, yours) for mine, yours in pairs)


def _other_time(one: tuple[int, str] | None, other: tuple[int, str] | None) -> bool:
    """Return whether both state a time of day in one zone, or in none, and these are not near."""
    if one is None or other is None or one[1] != other[1]:
        return False
    return abs(one[0] - other[0]) > SAME_TIME
