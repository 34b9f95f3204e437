"""Which events are one, as it is found out: sets that grow together, unless the author keeps them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Partition:
    """Events, by their indexes, in sets."""

    def __init__(self, count: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        """Start with a set for each event; pairs of *apart* never share one."""
        self._set_of = list(range(count))
        self._members = {index: [index] for index in range(count)}
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def allows(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Return whether events may share a set."""
        return not self._apart or all(self._apart.get(index, set()).isdisjoint(other) for index in one)

    def join(self, one: int, other: int) -> bool:
        """Make one set of those of two events, and return whether they share one now."""
        first, second = self._set_of[one], self._set_of[other]
        if first == second:
            return True
        mine, yours = self._members[first], self._members[second]
        if not self.allows(mine, yours):
            return False
        if len(mine) < len(yours):
            first, second, mine, yours = second, first, yours, mine
        mine += yours
        for index in self._members.pop(second):
            self._set_of[index] = first
        return True

    def members(self, index: int) -> list[int]:
        """Return the events of an event's set."""
        return self._members[self._set_of[index]]

    def sets(self) -> list[list[int]]:
        """Return the sets, sorted, in the order of their first events."""
        return sorted(sorted(members) for members in self._members.values())
