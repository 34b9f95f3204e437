"""What can stand at the ends of a match of a pattern, and side by side in it, and what must stand in it.

Only rules that can begin at a place are tried there; words at the ends of a run that no rule can begin or
end with are left out; and runs are cut where no rule reads on.  There are hundreds of patterns and of
codes, so sets of codes are bits of an integer here, which are joined at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from .grammar import Classes
from .patterns import Group, Item, Look, Repeat, Tree


class Outline(NamedTuple):
    """What a match of a pattern can begin and end with.

    :ivar first: the codes that can stand first; ``second`` those that can stand second.
    :ivar alone: those that can be a whole match.
    :ivar last: those that can stand last; ``last_but_one`` right before.
    :ivar empty: whether a match can be empty.
    """

    first: int = 0
    second: int = 0
    alone: int = 0
    last: int = 0
    last_but_one: int = 0
    empty: bool = True

    def then(self, other: Outline) -> Outline:
        """Return the outline of this and then the other."""
        first, second, alone, last, last_but_one, empty = self
        return Outline(
            first | other.first if empty else first,
            second | (other.second if empty else 0) | (other.first if alone else 0),
            (other.alone if empty else 0) | (alone if other.empty else 0),
            last | other.last if other.empty else other.last,
            other.last_but_one | (last_but_one if other.empty else 0) | (last if other.alone else 0),
            empty and other.empty,
        )

    def or_else(self, other: Outline) -> Outline:
        """Return the outline of either."""
        return Outline(
            self.first | other.first,
            self.second | other.second,
            self.alone | other.alone,
            self.last | other.last,
            self.last_but_one | other.last_but_one,
            self.empty or other.empty,
        )


NOTHING = Outline()
NO_OPTION = Outline(empty=False)


def outline(tree: Tree, bits_of: Mapping[Classes, int]) -> Outline:
    """Return the outline of a pattern.

    :param bits_of: the codes of classes, as bits.
    """
    if isinstance(tree, Item):
        codes = bits_of[tree.classes]
        return Outline(codes, 0, codes, codes, 0, empty=False)
    if isinstance(tree, Group):
        found = NO_OPTION
        for option in tree.options:
            whole = NOTHING
            for part in option:
                whole = whole.then(outline(part, bits_of))
            found = found.or_else(whole)
        return found
    if isinstance(tree, Repeat):
        once = outline(tree.of, bits_of)
        return NOTHING.or_else(once.then(once).or_else(once) if tree.sign == "*" else once)
    return NOTHING


class Chain(NamedTuple):
    """What can stand side by side in a match of a pattern.

    :ivar first: what it can begin with; ``last`` what it can end with.
    :ivar empty: whether it can be empty.
    :ivar pairs: what stands on the left, and what right behind it.
    """

    first: int = 0
    last: int = 0
    empty: bool = True
    pairs: frozenset[tuple[int, int]] = frozenset()

    def then(self, other: Chain) -> Chain:
        """Return what can stand side by side in this and then the other."""
        return Chain(
            self.first | other.first if self.empty else self.first,
            self.last | other.last if other.empty else other.last,
            self.empty and other.empty,
            self.pairs.union(other.pairs, [(self.last, other.first)] if self.last and other.first else []),
        )

    def or_else(self, other: Chain) -> Chain:
        """Return what can stand side by side in either."""
        return Chain(
            self.first | other.first,
            self.last | other.last,
            self.empty or other.empty,
            self.pairs | other.pairs,
        )


def chain(tree: Tree, bits_of: Mapping[Classes, int]) -> Chain:
    """Return what can stand side by side in a match; what must not stand at a place counts as if it could."""
    if isinstance(tree, Item):
        codes = bits_of[tree.classes]
        return Chain(codes, codes, empty=False)
    if isinstance(tree, Group):
        found = Chain(empty=False)
        for option in tree.options:
            whole = Chain()
            for part in option:
                whole = whole.then(chain(part, bits_of))
            found = found.or_else(whole)
        return found
    if isinstance(tree, Look):
        codes = bits_of[tree.classes]
        return Chain(codes, codes)
    once = chain(tree.of, bits_of)
    return Chain().or_else(once.then(once) if tree.sign == "*" else once)


def needs(tree: Tree, bits_of: Mapping[Classes, int]) -> tuple[int, ...]:
    """Return sets of codes of each of which every match has one, the smallest first.

    The code that a match begins with is left out where it always is of one set: matches are looked for by it.
    """
    parts = tree.options[0] if isinstance(tree, Group) and len(tree.options) == 1 else (tree,)
    rest = parts[1:] if isinstance(parts[0], Item) else parts
    return tuple(sorted({need for part in rest for need in _needs(part, bits_of)}, key=int.bit_count))


def _needs(tree: Tree, bits_of: Mapping[Classes, int]) -> list[int]:
    if isinstance(tree, Item):
        return [bits_of[tree.classes]]
    if not isinstance(tree, Group):
        return []
    options = [[need for part in option for need in _needs(part, bits_of)] for option in tree.options]
    if len(options) == 1:
        return options[0]
    # One of each alternative's, if all of them need something.
    return [reduce(or_, [min(option, key=int.bit_count) for option in options])] if all(options) else []
