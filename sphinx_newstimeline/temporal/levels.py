"""Levels of rules, and which of a level's rules can match at a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from .outline import codes_in
from .rules import Rule


class _Rules(dict[str, int]):
    """The rules of a level that can have a code at a place of theirs, as bits; found when first asked for."""

    def __init__(self, places: Iterable[int]) -> None:
        """Take for each rule the codes that it can have there, as a set of bits."""
        super().__init__()
        self._places: dict[int, int] = defaultdict(int)
        for index, codes in enumerate(places):
            self._places[codes] |= 1 << index

    def __missing__(self, code: str) -> int:
        """Find the rules for a code."""
        bit = 1 << ord(code)
        found = self[code] = reduce(or_, [rules for codes, rules in self._places.items() if codes & bit], 0)
        return found


class _RulesByOpening(dict[str, tuple[Rule, ...]]):
    """The rules of a level that can match at a place, by the two codes there; found when first asked for.

    Most rules fall out by the second code, and looking them up is cheaper than trying them.
    """

    def __init__(self, rules: list[Rule]) -> None:
        """Take the rules of a level."""
        super().__init__()
        self._all = rules
        self._first = _Rules(rule.outline.first for rule in rules)
        self._second = _Rules(rule.outline.second for rule in rules)
        self._alone = _Rules(rule.outline.alone for rule in rules)

    def __missing__(self, codes: str) -> tuple[Rule, ...]:
        """Find the rules for two codes, or for one at the end."""
        first, second = codes[0], codes[1:]
        which = self._first[first]
        if which:
            which &= self._alone[first] | (self._second[second] if second else 0)
        found = []
        while which:
            lowest = which & -which
            found.append(self._all[lowest.bit_length() - 1])
            which ^= lowest
        # For most codes there are none, and then it is always the same tuple.
        kept = self[codes] = tuple(found)
        return kept


@dataclass(frozen=True, slots=True)
class Level:
    """The rules of one level, and the codes that one of them can begin with."""

    firsts: frozenset[str]
    rules: Mapping[str, tuple[Rule, ...]]

    @classmethod
    def of(cls, rules: list[Rule]) -> Level:
        """Return the level of the rules."""
        firsts = reduce(or_, [rule.outline.first for rule in rules])
        return cls(frozenset(codes_in(firsts)), _RulesByOpening(rules))
