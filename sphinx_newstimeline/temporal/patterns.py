"""The patterns of rules as trees, from which all that is asked of a pattern is read.

A tree is made of items (sets of codes), sequences, alternatives, repetitions and groups.  It gives the
regular expression, and the codes that a match can begin and end with: only rules that can begin at a
place are tried there, and words at the ends of a run that no rule can begin or end with are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Item:
    """A word or thing of certain classes: a set of codes; ``slot`` hands it to the meaning."""

    codes: str
    slot: str = ""

    @property
    def regex(self) -> str:
        """Return the regular expression."""
        return f"(?P<{self.slot}>[{self.codes}])" if self.slot else f"[{self.codes}]"


@dataclass(frozen=True, slots=True)
class Look:
    """What must not stand behind (``!``) or before (``~``) this place."""

    codes: str
    sign: str

    @property
    def regex(self) -> str:
        """Return the regular expression."""
        return f"({'?!' if self.sign == '!' else '?<!'}[{self.codes}])"


@dataclass(frozen=True, slots=True)
class Repeat:
    """An item or group that may be missing (``?``) or stand any number of times (``*``)."""

    of: Item | Group
    sign: str

    @property
    def regex(self) -> str:
        """Return the regular expression."""
        return self.of.regex + self.sign


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives, each a sequence; a name makes it an extent."""

    options: tuple[tuple[Tree, ...], ...]
    name: str = ""

    @property
    def regex(self) -> str:
        """Return the regular expression."""
        inner = "|".join("".join(tree.regex for tree in option) for option in self.options)
        return f"(?P<{self.name}>{inner})" if self.name else f"(?:{inner})"


Tree = Item | Look | Repeat | Group


def edge(tree: Tree, *, last: bool = False) -> tuple[set[str], bool]:
    """Return the codes that a match can begin (or end) with, and whether it can match nothing."""
    match tree:
        case Item(codes):
            return set(codes), False
        case Look():
            return set(), True
        case Repeat(of):
            return edge(of, last=last)[0], True
        case Group(options):
            results = [_edge_of_sequence(option, last=last) for option in options]
            return set().union(*(codes for codes, _ in results)), any(empty for _, empty in results)


def _edge_of_sequence(trees: tuple[Tree, ...], *, last: bool) -> tuple[set[str], bool]:
    found: set[str] = set()
    for tree in reversed(trees) if last else trees:
        codes, empty = edge(tree, last=last)
        found |= codes
        if not empty:
            return found, False
    return found, True


class Opening(NamedTuple):
    """What a match of a pattern can begin with.

    :ivar first: the codes that can stand first.
    :ivar second: those that can stand second.
    :ivar lengths: how many codes a match can have: 0, 1, or 2 for two and more.
    """

    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    lengths: frozenset[int] = frozenset({0})

    def then(self, other: Opening) -> Opening:
        """Return what this and then the other can begin with."""
        first, second = self.first, self.second
        if 0 in self.lengths:
            first, second = first | other.first, second | other.second
        if 1 in self.lengths:
            second |= other.first
        lengths = {min(own + its, 2) for own in self.lengths for its in other.lengths}
        return Opening(first, second, frozenset(lengths))

    def or_else(self, other: Opening) -> Opening:
        """Return what either can begin with."""
        return Opening(self.first | other.first, self.second | other.second, self.lengths | other.lengths)


def opening(tree: Tree) -> Opening:
    """Return what a match of the pattern can begin with."""
    match tree:
        case Item(codes):
            return Opening(frozenset(codes), frozenset(), frozenset({1}))
        case Look():
            return Opening()
        case Repeat(of, sign):
            once = opening(of)
            return Opening().or_else(once.then(once).or_else(once) if sign == "*" else once)
        case Group(options):
            openings = [reduce(Opening.then, map(opening, option), Opening()) for option in options]
            return reduce(Opening.or_else, openings)
