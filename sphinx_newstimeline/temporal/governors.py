"""Governors: words before a date's phrase that change which side of it counts.

"After the vote on March 3" speaks of a time after the vote; the day itself is kept in.  What does
"not run before Monday" runs on Monday or after it.  Both are patterns for the text right before a
phrase; they stand in a language's ``context.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

#: How many characters before a phrase are looked at.
REACH = 60


@dataclass(frozen=True, slots=True)
class Governor:
    """Words that make the time of an event one side of a date.

    :param prepositions: those that the date's own phrase may begin with.
    :param mod: the TIMEX3 modifier that the date gets.
    """

    before: re.Pattern[str]
    prepositions: frozenset[str]
    mod: str


@dataclass(frozen=True, slots=True)
class Governors:
    """What a language has of them.

    :param negation: what a negation looks like; ``negated`` are the rules that it turns round.
    """

    of_events: tuple[Governor, ...]
    negation: re.Pattern[str]
    negated: frozenset[str]

    def govern(self, text: str, phrase_start: int, start: int) -> tuple[int, str] | None:
        """Return where the governed phrase begins and its modifier, or ``None`` where nothing governs it.

        :param phrase_start: the offset of the date's own phrase, which begins with a preposition.
        :param start: the offset of the date itself.
        """
        if phrase_start == start:
            return None
        preposition = text[phrase_start:start].strip().casefold()
        offset = max(0, phrase_start - REACH)
        for governor in self.of_events:
            if preposition in governor.prepositions:
                match = governor.before.search(text[offset:phrase_start])
                if match:
                    return offset + match.start(), governor.mod
        return None

    def turn_round(self, rule: str, text: str, phrase_start: int) -> bool:
        """Return whether a negation turns what a rule found round: "not … before"."""
        return rule in self.negated and bool(
            self.negation.search(text[max(0, phrase_start - REACH) : phrase_start])
        )


def read_governors(context: Mapping[str, Any]) -> Governors:
    """Return the governors of a language from its ``context.toml``."""
    of_events = tuple(
        Governor(re.compile(f"(?:{data['before']})$"), frozenset(data["prepositions"]), data["mod"])
        for data in context["governor"]
    )
    negation = context["negation"]
    return Governors(of_events, re.compile(negation["before"]), frozenset(negation["rules"]))
