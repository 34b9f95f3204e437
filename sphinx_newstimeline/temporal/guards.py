"""Guards: where words that look like a time expression are none.

A guard is a set of patterns for the words that a rule of that name found, and for the text right
before and behind them; it stands in a language's ``context.toml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from .preceding import Preceding, longest_match
from .tokens import WORDS

#: How many characters a guard sees on each side.
REACH = 60
#: What a guard can look at beside the words, in the order of its parameters.
SIDES = ("before", "after", "unless_before", "about")
#: How many characters on each side tell what a text is about, and how many different words must do so.
NEIGHBOURHOOD, TELLING = 400, 4
#: For how many expressions it is kept which guards they are a case for.
WORDS_KEPT = 4096


@dataclass(frozen=True)
class Guard:
    """Conditions under which an expression is dropped: all that are not empty must hold.

    :ivar words: a pattern for its words.
    :ivar before: one for the text right before it, as is ``unless_before``, which must not match.
    :ivar after: one for the text right behind it.
    :ivar about: words of a subject, of which several must stand around it.
    """

    words: str
    before: Preceding | None
    after: str
    unless_before: Preceding | None
    about: frozenset[str] = frozenset()

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
            and (not self.about or self._tells(text, start, end))
        )

    def _tells(self, text: str, start: int, end: int) -> bool:
        """Return whether what stands around the expression is about the subject."""
        around = text[max(0, start - NEIGHBOURHOOD) : end + NEIGHBOURHOOD]
        return len(self.about.intersection(WORDS.findall(around.casefold()))) >= TELLING


class _ByRule(dict[str, tuple[Guard, ...]]):
    """The guards that watch a rule, by its name; made when first asked for."""

    def __init__(self, data: Iterable[Mapping[str, Any]]) -> None:
        """Take the guards of a language's ``context.toml``."""
        super().__init__()
        self._data: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for one in data:
            for rule in one["rules"]:
                self._data[rule].append(one)

    def __missing__(self, rule: str) -> tuple[Guard, ...]:
        """Make the guards of a rule.

        Those that look at the same words and only at the same side of them are one: a regular expression
        tries its alternatives quicker than we do.
        """
        joined: dict[tuple[str, str], list[str]] = defaultdict(list)
        found = []
        for data in self._data.get(rule, ()):
            words, sides = data.get("words", ""), [side for side in SIDES if side in data]
            if sides == ["after"] or (sides == ["before"] and longest_match(data["before"]) is not None):
                joined[words, sides[0]].append(data[sides[0]])
            else:
                found.append(_guard(words, *[_kept(data.get(side, "")) for side in SIDES]))
        for (words, side), patterns in joined.items():
            pattern = "|".join([f"(?:{one})" for one in patterns]) if patterns[1:] else patterns[0]
            found.append(_guard(words, **{side: pattern}))
        made = self[rule] = tuple(found)
        return made


class Guards:
    """The guards of a language.

    :param data: the guards of its ``context.toml``.
    """

    def __init__(self, data: Iterable[Mapping[str, Any]]) -> None:
        """Take the guards."""
        self._by_rule = _ByRule(data)
        # What guards make of the words themselves never changes, and texts use the same ones again.
        self._alarmed = lru_cache(maxsize=WORDS_KEPT)(self._alarmed_by)

    def forbid(self, rules: tuple[str, ...], text: str, start: int, end: int) -> bool:
        """Return whether an expression that those rules read, at that place, is none."""
        alarmed = self._alarmed(rules, text[start:end])
        return bool(alarmed) and any(guard.forbids(text, start, end) for guard in alarmed)

    def _alarmed_by(self, rules: tuple[str, ...], words: str) -> tuple[Guard, ...]:
        """Return the guards of the rules that the words are a case for."""
        return tuple([guard for rule in rules for guard in self._by_rule[rule] if guard.watches(words)])


def _kept(value: str | list[str]) -> str | tuple[str, ...]:
    """Return a pattern, or a list of words, as something that can be kept by its value."""
    return tuple(value) if isinstance(value, list) else value


@lru_cache(maxsize=WORDS_KEPT)
def _guard(
    words: str = "", before: str = "", after: str = "", unless_before: str = "", about: tuple[str, ...] = ()
) -> Guard:
    """Return a guard; several rules may share one, whose patterns are then compiled once."""
    return Guard(
        words,
        Preceding(before, REACH) if before else None,
        after,
        Preceding(unless_before, REACH) if unless_before else None,
        frozenset(about),
    )
