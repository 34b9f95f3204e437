"""Direction: whether the clause around an expression looks back or ahead.

A word such as "will" counts only where it governs the expression, that is, stands nearest before it in
the same clause; switching on any such word of the sentence makes weekdays worse (94 instead of 114 of
TimeBank's 125).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WORD = re.compile(r"\w+|[^\w\s]")
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*\n")
#: How many characters before and behind an expression are looked at.
REACH = 160


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that look ahead or back, and those at which a clause ends."""

    future: frozenset[str]
    past: frozenset[str]
    endings: tuple[str, ...]
    breaks: frozenset[str]

    def direction_of(self, word: str) -> int:
        """Return 1 for a word that looks ahead, -1 for one that looks back, else 0."""
        if word in self.future:
            return 1
        if word in self.past or (len(word) > 4 and word.endswith(self.endings)):
            return -1
        return 0

    def find(self, text: str, start: int, end: int) -> tuple[int, str]:
        """Return the direction of the clause around ``text[start:end]``, and the word that says so."""
        before = text[max(0, start - REACH) : start]
        ends = list(SENTENCE_END.finditer(before))
        words = WORD.findall(before[ends[-1].end() :] if ends else before)
        for word in reversed(words):
            direction = self.direction_of(word.lower())
            if direction:
                return direction, word
            if word.lower() in self.breaks:
                break
        if words:
            return 0, ""
        behind = text[end : end + REACH]
        stop = SENTENCE_END.search(behind)
        for word in WORD.findall(behind[: stop.start()] if stop else behind):
            direction = self.direction_of(word.lower())
            if direction and word.lower() != "to":
                return direction, word
        return 0, ""


def read_cues(context: Mapping[str, Any]) -> Cues:
    """Return the cues of a language from its ``context.toml``."""
    data = context["direction"]
    return Cues(
        frozenset(data["future"]), frozenset(data["past"]), tuple(data["past_endings"]), frozenset(data["breaks"])
    )
