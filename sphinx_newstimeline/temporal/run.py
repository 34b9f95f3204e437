"""Runs: the words that rules are tried on, as leaves."""

from __future__ import annotations

from typing import Any, NamedTuple


class Run(NamedTuple):
    """A run of words as rules see it: *leaves*, each a token or a name of several.

    :param tokens: its tokens, with their ``offsets``.
    :param firsts: the first token of each leaf; ``lasts`` the one behind its last.
    :param names: what those that are names mean, in order.
    """

    tokens: list[str]
    offsets: list[tuple[int, int]]
    firsts: list[int]
    lasts: list[int]
    names: list[Any]

    def word(self, leaf: int) -> str:
        """Return the word of a leaf, or the first one of a name."""
        return self.tokens[self.firsts[leaf]]

    def words(self, first: int, last: int) -> str:
        """Return the words of the leaves from *first* to before *last*, joined by single spaces."""
        return " ".join(self.tokens[self.firsts[first] : self.lasts[last - 1]])

    def span(self, leaves: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of the leaves from the first to before the last."""
        return self.offsets[self.firsts[leaves[0]]][0], self.offsets[self.lasts[leaves[1] - 1] - 1][1]
