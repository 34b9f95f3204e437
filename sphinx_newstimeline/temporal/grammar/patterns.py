"""The patterns of rules as trees, from which all that is asked of a pattern is read (:mod:`.outline`).

A tree is made of items (words of certain classes), sequences, alternatives, repetitions and groups.  It
gives the regular expression once the classes have codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .grammar import Classes


class Item(NamedTuple):
    """A word or thing of certain classes; ``slot`` hands it to the meaning."""

    classes: Classes
    slot: str = ""


class Look(NamedTuple):
    """What must not stand behind (``!``) or before (``~``) this place."""

    classes: Classes
    sign: str


class Repeat(NamedTuple):
    """An item or group that may be missing (``?``) or stand any number of times (``*``)."""

    of: Item | Group
    sign: str


class Group(NamedTuple):
    """Alternatives, each a sequence; a name makes it an extent."""

    options: tuple[tuple[Tree, ...], ...]
    name: str = ""


Tree = Item | Look | Repeat | Group


def classes_in(tree: Tree) -> Iterator[Classes]:
    """Yield the classes of each place of a pattern."""
    if isinstance(tree, Group):
        for option in tree.options:
            for part in option:
                yield from classes_in(part)
    elif isinstance(tree, Repeat):
        yield from classes_in(tree.of)
    else:
        yield tree.classes


@dataclass(slots=True)
class Writer:
    """Writes a pattern as a regular expression.

    :param sets: the regular expression for the codes of classes.
    :ivar groups: the numbers of the groups that catch slots and extents, by their names.

    Groups have numbers and no names, since these take as long to compile as all the rest.
    """

    sets: Mapping[Classes, str]
    groups: dict[str, int] = field(default_factory=dict)

    def write(self, tree: Tree) -> str:
        """Return the regular expression of a pattern.

        :raises ValueError: where two slots or extents have the same name.
        """
        if isinstance(tree, Item):
            if not tree.slot:
                return self.sets[tree.classes]
            self._open(tree.slot)
            return f"({self.sets[tree.classes]})"
        if isinstance(tree, Look):
            return f"({'?!' if tree.sign == '!' else '?<!'}{self.sets[tree.classes]})"
        if isinstance(tree, Repeat):
            return self.write(tree.of) + tree.sign
        if tree.name:
            self._open(tree.name)
        inner = "|".join(["".join([self.write(part) for part in option]) for option in tree.options])
        return f"({inner})" if tree.name else f"(?:{inner})"

    def _open(self, name: str) -> None:
        if name in self.groups:
            raise ValueError(f"{name} stands twice")
        self.groups[name] = len(self.groups) + 1
