"""Guards: where words that look like a time expression are none.

A guard is a set of patterns for the words that a rule of that name found, and for the text right
before and behind them; it stands in a language's ``context.toml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

#: How many characters a guard sees on each side.
REACH = 60


@dataclass(frozen=True, slots=True)
class Guard:
    """Conditions under which an expression is dropped: all that are not ``None`` must hold."""

    words: re.Pattern[str] | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None

    def forbids(self, words: str, before: str, after: str) -> bool:
        """Return whether an expression's words, and the text around them, say that it is none."""
        return (
            (not self.words or self.words.search(words) is not None)
            and (not self.before or self.before.search(before) is not None)
            and (not self.after or self.after.match(after) is not None)
            and (not self.unless_before or self.unless_before.search(before) is None)
        )


@dataclass(frozen=True, slots=True)
class Guards:
    """The guards of a language, by the name of the rule that they watch."""

    by_rule: Mapping[str, tuple[Guard, ...]]

    def forbid(self, rule: str, text: str, start: int, end: int) -> bool:
        """Return whether an expression of that rule, at that place, is none."""
        guards = self.by_rule.get(rule)
        if not guards:
            return False
        before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
        words = text[start:end]
        return any(guard.forbids(words, before, after) for guard in guards)


def read_guards(context: Mapping[str, Any]) -> Guards:
    """Return the guards of a language from its ``context.toml``."""
    by_rule: dict[str, list[Guard]] = defaultdict(list)
    for data in context.get("guard", []):
        guard = Guard(
            _compile(data, "words"),
            _compile(data, "before", "$"),
            _compile(data, "after"),
            _compile(data, "unless_before", "$"),
        )
        for rule in data["rules"]:
            by_rule[rule].append(guard)
    return Guards({rule: tuple(guards) for rule, guards in by_rule.items()})


def _compile(data: Mapping[str, Any], key: str, ending: str = "") -> re.Pattern[str] | None:
    return re.compile(f"(?:{data[key]}){ending}") if key in data else None
