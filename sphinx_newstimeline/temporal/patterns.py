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


class Opening(NamedTuple):
    """What a match of a pattern can begin with.

    :ivar first: the codes that can stand first.
    :ivar second: those that can stand second.
    :ivar alone: those that can be a whole match.
    :ivar empty: whether a match can be empty.
    """

    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    empty: bool = True

    def then(self, other: Opening) -> Opening:
        """Return what this and then the other can begin with."""
        first, second, alone = self.first, self.second, frozenset[str]()
        if self.empty:
            first, second, alone = first | other.first, second | other.second, other.alone
        if self.alone:
            second |= other.first
        if other.empty:
            alone |= self.alone
        return Opening(first, second, alone, self.empty and other.empty)

    def or_else(self, other: Opening) -> Opening:
        """Return what either can begin with."""
        return Opening(
            self.first | other.first,
            self.second | other.second,
            self.alone | other.alone,
            self.empty or other.empty,
        )


def opening(tree: Tree, *, backwards: bool = False) -> Opening:
    """Return what a match of the pattern can begin with, or read backwards, what it can end with."""
    match tree:
        case Item(codes):
            return Opening(frozenset(codes), alone=frozenset(codes), empty=False)
        case Look():
            return Opening()
        case Repeat(of, sign):
            once = opening(of, backwards=backwards)
            return Opening().or_else(once.then(once).or_else(once) if sign == "*" else once)
        case Group(options):
            found = Opening(empty=False)
            for option in options:
                trees = reversed(option) if backwards else option
                parts = (opening(part, backwards=backwards) for part in trees)
                found = found.or_else(reduce(Opening.then, parts, Opening()))
            return found


class Chain(NamedTuple):
    """What can stand side by side in a match of a pattern, as sets of codes.

    :ivar first: what it can begin with; ``last`` what it can end with.
    :ivar empty: whether it can be empty.
    :ivar pairs: what stands on the left, and what right behind it.
    """

    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    empty: bool = True
    pairs: frozenset[tuple[str, str]] = frozenset()

    def then(self, other: Chain) -> Chain:
        """Return what can stand side by side in this and then the other."""
        between = ((left, right) for left in self.last for right in other.first)
        return Chain(
            self.first | other.first if self.empty else self.first,
            self.last | other.last if other.empty else other.last,
            self.empty and other.empty,
            self.pairs.union(other.pairs, between),
        )

    def or_else(self, other: Chain) -> Chain:
        """Return what can stand side by side in either."""
        return Chain(
            self.first | other.first,
            self.last | other.last,
            self.empty or other.empty,
            self.pairs | other.pairs,
        )


def chain(tree: Tree) -> Chain:
    """Return what can stand side by side in a match; what must not stand at a place counts as if it could."""
    match tree:
        case Item(codes):
            return Chain(frozenset([codes]), frozenset([codes]), empty=False)
        case Look(codes):
            return Chain(frozenset([codes]), frozenset([codes]))
        case Repeat(of, sign):
            once = chain(of)
            return Chain().or_else(once.then(once) if sign == "*" else once)
        case Group(options):
            return reduce(
                Chain.or_else,
                (reduce(Chain.then, map(chain, option), Chain()) for option in options),
                Chain(empty=False),
            )
