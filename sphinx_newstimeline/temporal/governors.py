"""Governors: "after the vote on March 3" speaks of a time after the vote, not of the day alone.

A governor is a pattern for the text right before a date's phrase; it stands in a language's
``context.toml`` with the TIMEX3 modifier that it gives.  The day itself is kept in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

#: How many characters before a phrase a governor sees.
REACH = 60


@dataclass(frozen=True, slots=True)
class Governor:
    """Words that make the time of an event one side of a date."""

    before: re.Pattern[str]
    prepositions: frozenset[str]
    mod: str


def govern(
    governors: tuple[Governor, ...], text: str, phrase_start: int, start: int
) -> tuple[int, str] | None:
    """Return where the governed phrase begins and its modifier, or ``None`` where nothing governs it.

    :param phrase_start: the offset of the date's own phrase, which begins with a preposition.
    :param start: the offset of the date itself.
    """
    preposition = text[phrase_start:start].strip().casefold()
    if not preposition:
        return None
    offset = max(0, phrase_start - REACH)
    window = text[offset:phrase_start]
    for governor in governors:
        if preposition in governor.prepositions:
            match = governor.before.search(window)
            if match:
                return offset + match.start(), governor.mod
    return None


def read_governors(context: Mapping[str, Any]) -> tuple[Governor, ...]:
    """Return the governors of a language from its ``context.toml``."""
    return tuple(
        Governor(re.compile(f"(?:{data['before']})$"), frozenset(data["prepositions"]), data["mod"])
        for data in context.get("governor", [])
    )
