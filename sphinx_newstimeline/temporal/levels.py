"""Levels of rules, and which of a level's rules can match at a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from .outline import bits, codes_in
from .rules import Rule


class _RulesByOpening(dict[str, list[Rule]]):
    """The rules of a level that can match at a place, by the two codes there; found when first asked for.

    Most rules fall out by the second code, and looking them up is cheaper than trying them.
    """

    def __init__(self, rules: list[Rule]) -> None:
        """Take the rules of a level."""
        super().__init__()
        self._all = rules
        self._by_code: dict[str, list[Rule]] = {}

    def _beginning(self, code: str) -> list[Rule]:
        """Return the rules that can begin with a code."""
        found = self._by_code.get(code)
        if found is None:
            first = bits(code)
            found = self._by_code[code] = [rule for rule in self._all if rule.outline.first & first]
        return found

    def __missing__(self, codes: str) -> list[Rule]:
        """Find the rules for two codes, or for one at the end."""
        first, second = bits(codes[0]), bits(codes[1:])
        found = [
            rule
            for rule in self._beginning(codes[0])
            if rule.outline.alone & first or rule.outline.second & second
        ]
        self[codes] = found
        return found


@dataclass(frozen=True, slots=True)
class Level:
    """The rules of one level, and the search for a code that one of them can begin with."""

    search: Callable[..., re.Match[str] | None]
    rules: Mapping[str, list[Rule]]

    @classmethod
    def of(cls, rules: list[Rule]) -> Level:
        """Return the level of the rules."""
        firsts = reduce(or_, [rule.outline.first for rule in rules])
        return cls(re.compile(f"[{codes_in(firsts)}]").search, _RulesByOpening(rules))
