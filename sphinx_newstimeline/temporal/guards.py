"""Guards: where words that look like a time expression are none.

A guard is a set of patterns for the words that a rule of that name found, and for the text right
before and behind them; it stands in a language's ``context.toml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .preceding import Preceding

#: How many characters a guard sees on each side.
REACH = 60


@dataclass(frozen=True)
class Guard:
    """Conditions under which an expression is dropped: all that are not empty must hold.

    :ivar words: a pattern for its words.
    :ivar before: one for the text right before it, as is ``unless_before``, which must not match.
    :ivar after: one for the text right behind it.
    """

    words: str
    before: Preceding | None
    after: str
    unless_before: Preceding | None

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(self.words)

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(self.after)

    def forbids(self, text: str, start: int, end: int) -> bool:
        """Return whether the expression at ``text[start:end]`` and what is around it say that it is none."""
        return (
            (not self.words or self._words.search(text[start:end]) is not None)
            and (not self.after or self._after.match(text[end : end + REACH]) is not None)
            and (not self.before or self.before.search(text, start) is not None)
            and (not self.unless_before or self.unless_before.search(text, start) is None)
        )


@dataclass(frozen=True, slots=True)
class Guards:
    """The guards of a language, by the name of the rule that they watch."""

    by_rule: Mapping[str, tuple[Guard, ...]]

    def forbid(self, rules: Iterable[str], text: str, start: int, end: int) -> bool:
        """Return whether an expression that those rules read, at that place, is none."""
        for rule in rules:
            for guard in self.by_rule.get(rule, ()):
                if guard.forbids(text, start, end):
                    return True
        return False


def read_guards(context: Mapping[str, Any]) -> Guards:
    """Return the guards of a language from its ``context.toml``."""
    by_rule: dict[str, list[Guard]] = defaultdict(list)
    for data in context.get("guard", []):
        before, unless = data.get("before"), data.get("unless_before")
        guard = Guard(
            data.get("words", ""),
            Preceding(before, REACH) if before else None,
            data.get("after", ""),
            Preceding(unless, REACH) if unless else None,
        )
        for rule in data["rules"]:
            by_rule[rule].append(guard)
    return Guards({rule: tuple(guards) for rule, guards in by_rule.items()})
