"""Runs: the words that rules are tried on, as leaves."""

from __future__ import annotations

from typing import Any, NamedTuple

from .lexicon import Lexicon


class Run(NamedTuple):
    """A run of words as rules see it: *leaves*, each a token or a name of several.

    :param tokens: its tokens, with their ``offsets``.
    :param firsts: the first token of each leaf; ``lasts`` the one behind its last.
    :param names: what those that are names mean, in order.
    """

    lexicon: Lexicon
    tokens: list[str]
    offsets: list[tuple[int, int]]
    firsts: list[int]
    lasts: list[int]
    names: list[Any]

    def value(self, leaf: int, classes: tuple[str, ...]) -> object:
        """Return what a leaf means to the first of the classes that know it, else its word."""
        word = self.tokens[self.firsts[leaf]]
        for name in classes:
            value = self.lexicon.value(name, word)
            if value is not None:
                return value
        return word

    def words(self, first: int, last: int) -> str:
        """Return the words of the leaves from *first* to before *last*, joined by single spaces."""
        return " ".join(self.tokens[self.firsts[first] : self.lasts[last - 1]])

    def span(self, leaves: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of the leaves from the first to before the last."""
        return self.offsets[self.firsts[leaves[0]]][0], self.offsets[self.lasts[leaves[1] - 1] - 1][1]
