"""Levels of rules, and which of a level's rules can match at a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from .grammar import Grammar
from .grammar.codes import codes_in
from .grammar.grammar import LevelTable, Rule


class Matching:
    """A rule, by its number, with what matches it against a string of codes.

    :ivar match: the matcher, which is compiled when it is first asked for: a text needs few of the rules.
    """

    __slots__ = ("match", "needs", "number", "rule")
    match: Callable[[str, int], re.Match[str] | None]

    def __init__(self, number: int, rule: Rule) -> None:
        """Take the rule."""
        self.number = number
        self.rule = rule
        self.needs = rule.needs

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - only the matcher is ever not there yet
        """Compile the matcher."""
        if name != "match":
            raise AttributeError(name)
        self.match = re.compile(self.rule.regex).match
        return self.match


def matches_at(
    rules: Iterable[Matching], codes: str, position: int, present: int
) -> list[tuple[re.Match[str], Matching]]:
    """Return the matches of rules at a position of a string of codes.

    :param present: all codes there, as bits: most rules need one that is not among them.
    """
    found = []
    for rule in rules:
        for need in rule.needs:
            if not need & present:
                break
        else:
            match = rule.match(codes, position)
            if match:
                found.append((match, rule))
    return found


class Rules(dict[int, Matching]):
    """Rules by their numbers."""

    def __init__(self, plain: Sequence[tuple[Any, ...]]) -> None:
        """Take the rules of a grammar."""
        super().__init__()
        self._plain = plain

    def __missing__(self, number: int) -> Matching:
        """Take a rule from the grammar."""
        found = self[number] = Matching(number, Rule(*self._plain[number]))
        return found


class _ByCode(dict[str, int]):
    """The rules of a level that can have a code at a place of theirs, as bits; found when first asked for."""

    def __init__(self, places: Mapping[int, int]) -> None:
        """Take sets of codes and the rules that can have these there, both as bits."""
        super().__init__()
        self._places = places

    def __missing__(self, code: str) -> int:
        """Find the rules for a code."""
        bit = 1 << ord(code)
        found = self[code] = reduce(or_, [rules for codes, rules in self._places.items() if codes & bit], 0)
        return found


class _ByOpening(dict[str, tuple[Matching, ...]]):
    """The rules of a level that can match at a place, by the two codes there; found when first asked for.

    Most rules fall out by the second code, and looking them up is cheaper than trying them.
    """

    def __init__(self, table: LevelTable, rules: Rules) -> None:
        """Take the table of a level, and all rules."""
        super().__init__()
        self._start, self._rules = table.start, rules
        self._first = _ByCode(table.first)
        self._second = _ByCode(table.second)
        self._alone = _ByCode(table.alone)

    def __missing__(self, codes: str) -> tuple[Matching, ...]:
        """Find the rules for two codes, or for one at the end."""
        first, second = codes[0], codes[1:]
        which = self._first[first]
        if which:
            which &= self._alone[first] | (self._second[second] if second else 0)
        found = []
        while which:
            lowest = which & -which
            found.append(self._rules[self._start + lowest.bit_length() - 1])
            which ^= lowest
        # For most codes there are none, and then it is always the same tuple.
        kept = self[codes] = tuple(found)
        return kept


@dataclass(frozen=True, slots=True)
class Level:
    """The rules of one level by what they can begin with.

    :ivar openings: the codes that one of them can begin with, as bits; ``firsts`` are the same one by one.
    """

    openings: int
    firsts: frozenset[str]
    rules: Mapping[str, tuple[Matching, ...]]


def levels_of(grammar: Grammar) -> list[Level]:
    """Return the levels of a grammar."""
    rules = Rules(grammar.rules)
    tables = [LevelTable(*plain) for plain in grammar.levels]
    return [
        Level(table.firsts, frozenset(codes_in(table.firsts)), _ByOpening(table, rules)) for table in tables
    ]
