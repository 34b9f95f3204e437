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
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9]|$)|\n\s*\n")
#: How many characters before and behind an expression are looked at.
REACH = 160
#: What the lists of words in a language's data say.
SIGNS = {"past": -1, "strong_past": -2, "future": 1, "strong": 2}
#: How many words before the expression a reporting verb still governs it: "said late on Friday".
NEAR = 3
#: "red" and "need" are no participles.
SHORTEST_PARTICIPLE = 5


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that look ahead or back, and those at which a clause ends.

    :ivar signs: words that look ahead (2, 1) or back (-1, -2).
    :ivar endings: those of participles.
    :ivar reporting: verbs that say nothing of the clause behind them ("said it is closing on Friday").
    :ivar passive: forms of "be" before which a past participle says nothing ("to be completed").
    :ivar particle: the particle of the infinitive, which looks ahead only before a verb.
    :ivar not_verbs: words before which the particle is a preposition ("to the").
    """

    signs: Mapping[str, int]
    endings: tuple[str, ...]
    breaks: frozenset[str]
    reporting: frozenset[str]
    passive: frozenset[str]
    particle: str
    not_verbs: frozenset[str]

    def direction_of(self, words: list[str], index: int) -> int:
        """Return 2 or 1 for a word that looks ahead, -2 or -1 for one that looks back, else 0.

        A participle looks back less certainly than "was".
        """
        word = words[index]
        if word == self.particle:
            follower = words[index + 1] if index + 1 < len(words) else ""
            return int(follower.isalpha() and follower not in self.not_verbs)
        sign = self.signs.get(word, 0)
        if not sign and len(word) >= SHORTEST_PARTICIPLE and word.endswith(self.endings):
            sign = -1
        # "To be held", "are sold": a participle behind "be" says nothing of the past.
        return 0 if sign == -1 and index and words[index - 1] in self.passive else sign

    def find(self, text: str, start: int, end: int) -> tuple[int, str]:
        """Return the direction of the clause around ``text[start:end]``, and the word that says so.

        The nearest word before it decides; where it begins its clause, the first one behind it.
        """
        before = text[max(0, start - REACH) : start]
        ends = list(SENTENCE_END.finditer(before))
        words = [
            word if word[0].islower() else word.capitalize()
            for word in WORD.findall(before[ends[-1].end() :] if ends else before)
        ]
        fronted = True
        for index in reversed(range(len(words))):
            if words[index] in self.reporting and index < len(words) - NEAR:
                return 0, ""
            direction = self.direction_of(words, index)
            if direction:
                return direction, words[index]
            if words[index].lower() in self.breaks:
                break
            fronted = False
        if not fronted:
            return 0, ""
        behind = text[end : end + REACH]
        stop = SENTENCE_END.search(behind)
        words = WORD.findall(behind[: stop.start()] if stop else behind)
        for index, word in enumerate(words):
            direction = self.direction_of(words, index)
            if direction and word != self.particle:
                return direction, word
        return 0, ""


def read_cues(context: Mapping[str, Any]) -> Cues:
    """Return the cues of a language from its ``context.toml``."""
    data = context["direction"]
    return Cues(
        {word: sign for name, sign in SIGNS.items() for word in data[name]},
        tuple(data["past_endings"]),
        frozenset(data["breaks"]),
        frozenset(data["reporting"]),
        frozenset(data["passive"]),
        data["particle"],
        frozenset(data["not_verbs"]),
    )
