"""Agglomerative clustering with average linkage, in which look-alikes veto.

Each pair of units is compared once; the likeness of two clusters is the mean of that of their pairs
(the update of Lance and Williams, 1967).
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from .likeness import are_lookalikes, likeness, related

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .likeness import Group

    #: Takes the indexes of the units of two clusters; says whether these may become one.
    Allowed = Callable[[Sequence[int], Sequence[int]], bool]

#: Clusters stay apart where more than so many of their pairs look alike and are not.
VETO = 0.25


def clusters(units: Sequence[Group], threshold: float, allowed: Allowed) -> list[list[int]]:
    """Return which units are one, as sorted lists of their indexes, in the order of their first.

    The two likest clusters become one, again and again, until none are liker than *threshold*.  It
    takes the square of the number of units.
    """
    merger = _Merger(units, threshold, allowed)
    while merger.queue:
        merger.step()
    return sorted(merger.members.values())


class _Merger:
    """Clusters by number, a new one having the next, with sums over the pairs of their units.

    The sums stand in one dictionary a cluster: by the number of another the likeness of all pairs, and
    how many of them look alike and are two events.  What has neither is left out.
    """

    def __init__(self, units: Sequence[Group], threshold: float, allowed: Allowed) -> None:
        """Compare each unit with each other one that is related."""
        self.members = {index: [index] for index in range(len(units))}
        self.sums: dict[int, dict[int, tuple[float, int]]] = {index: {} for index in self.members}
        self.threshold = threshold
        self.allowed = allowed
        self.queue: list[tuple[float, int, int]] = []
        self.next = len(units)
        for one, other in related(units):
            alike = likeness(units[one], units[other])
            if not alike:
                continue
            vetoes = int(are_lookalikes(units[one], units[other]))
            alike = 0.0 if vetoes else alike
            self.sums[one][other] = self.sums[other][one] = alike, vetoes
            if alike > threshold:
                self.queue.append((-alike, one, other))
        heapify(self.queue)

    def step(self) -> None:
        """Merge the two likest clusters, if nothing is against it."""
        _alike, one, other = heappop(self.queue)
        both = one in self.members and other in self.members
        if not both or not self.allowed(self.members[one], self.members[other]):
            return
        new, self.next = self.next, self.next + 1
        self.members[new] = sorted(self.members.pop(one) + self.members.pop(other))
        mine, yours = self.sums.pop(one), self.sums.pop(other)
        self.sums[new] = {}
        for neighbour in sorted((mine.keys() | yours.keys()) - {one, other}):
            (alike, vetoes), (more, further) = mine.get(neighbour, (0.0, 0)), yours.get(neighbour, (0.0, 0))
            both_sums = alike + more, vetoes + further
            self.sums[neighbour].pop(one, None)
            self.sums[neighbour].pop(other, None)
            self.sums[neighbour][new] = self.sums[new][neighbour] = both_sums
            self._offer(neighbour, new, *both_sums)

    def _offer(self, one: int, other: int, alike: float, vetoes: int) -> None:
        """Put two clusters into the queue if they are like enough and few of their pairs say no."""
        pairs = len(self.members[one]) * len(self.members[other])
        if vetoes <= VETO * pairs and alike > self.threshold * pairs:
            heappush(self.queue, (-alike / pairs, one, other))
