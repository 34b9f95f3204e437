"""Nodes: what a run consists of while it is read, and what rules that match put in their place."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

#: The first of some leaves, and the one behind the last.
Leaves: TypeAlias = tuple[int, int]


class Node(NamedTuple):
    """A leaf of a run, or what a rule made of several nodes: places count leaves.

    :param made: which of the meanings that were made is its own; -1 for a word.
    """

    code: str
    first: int
    last: int
    extent: Leaves
    made: int = -1
    kind: str = ""
    rules: tuple[str, ...] = ()
    parts: tuple[Leaves, ...] = ()


class Words(dict[tuple[int, str], Node]):
    """The nodes of words, by their place and code: most are alike."""

    def __missing__(self, place: tuple[int, str]) -> Node:
        """Make a node."""
        index, code = place
        leaf = self[place] = Node(code, index, index + 1, (index, index + 1))
        return leaf
