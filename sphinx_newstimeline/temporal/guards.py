"""Guards: where words that look like a time expression are none.

A guard is a set of patterns for the words that a rule of that name found, and for the text right
before and behind them; it stands in a language's ``context.toml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from .preceding import Preceding

#: How many characters a guard sees on each side.
REACH = 60
#: For how many expressions it is kept which guards they are a case for.
WORDS_KEPT = 4096


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

    def watches(self, words: str) -> bool:
        """Return whether an expression of those words can be none."""
        return not self.words or self._words.search(words) is not None

    def forbids(self, text: str, start: int, end: int) -> bool:
        """Return whether what is around the expression at ``text[start:end]`` says that it is none."""
        return (
            (not self.after or self._after.match(text[end : end + REACH]) is not None)
            and (not self.before or self.before.search(text, start) is not None)
            and (not self.unless_before or self.unless_before.search(text, start) is None)
        )


class Guards:
    """The guards of a language.

    :param by_rule: those that watch a rule, by its name.
    """

    def __init__(self, by_rule: Mapping[str, tuple[Guard, ...]]) -> None:
        """Take the guards."""
        self._by_rule = by_rule
        # What guards make of the words themselves never changes, and texts use the same ones again.
        self._alarmed = lru_cache(maxsize=WORDS_KEPT)(self._alarmed_by)

    def forbid(self, rules: tuple[str, ...], text: str, start: int, end: int) -> bool:
        """Return whether an expression that those rules read, at that place, is none."""
        alarmed = self._alarmed(rules, text[start:end])
        return bool(alarmed) and any(guard.forbids(text, start, end) for guard in alarmed)

    def _alarmed_by(self, rules: tuple[str, ...], words: str) -> tuple[Guard, ...]:
        """Return the guards of the rules that the words are a case for."""
        guards = [guard for rule in rules for guard in self._by_rule.get(rule, ())]
        return tuple([guard for guard in guards if guard.watches(words)])


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
