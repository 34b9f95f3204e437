"""Entries of one date: which of them tell one event, in a time that grows with their number alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .clusters import clusters
from .likeness import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .clusters import Allowed

#: Of so many entries each is compared with each; more are cut into parts of that size.
LARGEST = 128
#: How often parts are made anew, by the next of their weightiest words.
ROUNDS = 4


def same_events(units: Sequence[Group], threshold: float, allowed: Allowed) -> list[list[int]]:
    """Return which units tell one event, as sorted lists of their indexes.

    Where there are more than :data:`LARGEST`, clusters are found in parts of them, in which those lie
    beside each other that share their weightiest word; then among the clusters in the same way, by the
    second word, and so on.
    """
    found = [[index] for index in range(len(units))]
    for turn in range(ROUNDS):
        groups = [Group.joined([units[index] for index in members]) for members in found]
        if len(groups) <= LARGEST:
            return _joined(found, groups, range(len(groups)), threshold, allowed)
        order = sorted(range(len(groups)), key=lambda index: (_word(groups[index], turn), found[index]))
        merged: list[list[int]] = []
        for start in range(0, len(order), LARGEST):
            merged += _joined(found, groups, order[start : start + LARGEST], threshold, allowed)
        if len(merged) == len(found) and turn:
            break
        found = sorted(merged)
    return sorted(found)


def _joined(
    found: Sequence[list[int]],
    groups: Sequence[Group],
    part: Sequence[int],
    threshold: float,
    allowed: Allowed,
) -> list[list[int]]:
    """Return the clusters among some of those found so far."""

    def may_join(one: Sequence[int], other: Sequence[int]) -> bool:
        return allowed(
            [index for at in one for index in found[part[at]]],
            [index for at in other for index in found[part[at]]],
        )

    joined = clusters([groups[index] for index in part], threshold, may_join)
    return sorted(sorted(index for at in members for index in found[part[at]]) for members in joined)


def _word(group: Group, rank: int) -> str:
    """Return the weightiest stem of a group, or the second one, and so on."""
    stems = sorted(group.vector, key=lambda stem: (-group.vector[stem], stem))
    return stems[min(rank, len(stems) - 1)] if stems else ""
