"""The patterns of rules as trees, from which all that is asked of a pattern is read (:mod:`.outline`).

A tree is made of items (sets of codes), sequences, alternatives, repetitions and groups.  It gives the
regular expression.
"""

from __future__ import annotations

from dataclasses import dataclass


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
