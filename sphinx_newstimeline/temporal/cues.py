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
#: Begins with one set of characters, for which a search is quick.
SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=\n)\s*\n|(?<!\n)[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9]|$))",
)
#: What follows a date that heads an entry of a list: "April 30 - The rig sinks".
HEADING = re.compile(r"\s*(?:[-–—:|]\s|\n)")
#: How many characters before and behind an expression are looked at.
REACH = 160
#: What the lists of words in a language's data say.
SIGNS = {"past": -1, "strong_past": -2, "future": 1, "strong": 2}
#: How many words before the expression a reporting verb still governs it: "said late on Friday".
NEAR = 3
#: How many words before the infinitive its plan may begin: "had been scheduled to".
PLAN = 4
#: "red" and "need" are no participles.
SHORTEST_PARTICIPLE = 5


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that look ahead or back, and those at which a clause ends.

    :ivar signs: words that look ahead (2, 1) or back (-1, -2).
    :ivar endings: those of participles.
    :ivar reporting: verbs that say nothing of the clause behind them ("said it is closing on Friday").
    :ivar passive: forms of "be" before which a past participle says nothing ("to be completed").
    :ivar perfect: those before which it looks back for certain ("were held").
    :ivar appointed: participles that look ahead ("is set for Friday").
    :ivar adverbs: those that may stand before an expression that begins its clause ("shortly before").
    :ivar particle: the particle of the infinitive, which looks ahead only before a verb.
    :ivar not_verbs: words before which the particle is a preposition ("to the").
    :ivar forward: past forms behind which the infinitive still looks ahead ("agreed to meet").
    :ivar pluperfect: what makes a plan one of the past ("had been scheduled to expire").
    :ivar determiners: words behind which a participle is an adjective ("a proposed merger").
    :ivar adverb_endings: of words that may stand between the two ("a newly formed party"); so may
        ``adverbs_of_degree``.
    :ivar progressive: forms of "be" that look ahead before the progressive ("is meeting on Friday").
    :ivar progressive_endings: its endings.
    :ivar lead: what belongs to the expression and neither ends its clause nor begins one ("as early as").
    """

    signs: Mapping[str, int]
    endings: tuple[str, ...]
    breaks: frozenset[str]
    reporting: frozenset[str]
    passive: frozenset[str]
    perfect: frozenset[str]
    appointed: frozenset[str]
    adverbs: frozenset[str]
    particle: str
    not_verbs: frozenset[str]
    forward: frozenset[str]
    pluperfect: frozenset[str]
    determiners: frozenset[str]
    adverb_endings: tuple[str, ...]
    adverbs_of_degree: frozenset[str]
    progressive: frozenset[str]
    progressive_endings: tuple[str, ...]
    lead: re.Pattern[str]

    def direction_of(self, words: list[str], index: int) -> int:
        """Return 2 or 1 for a word that looks ahead, -2 or -1 for one that looks back, else 0.

        A participle looks back less certainly than "was".
        """
        word, before = words[index], words[index - 1] if index else ""
        if word == self.particle:
            return self._infinitive(words, index)
        if word in self.appointed:
            return int(index == len(words) - 1 or before in self.passive or before in self.perfect)
        sign = self.signs.get(word, 0)
        if not sign and len(word) >= SHORTEST_PARTICIPLE:
            sign = self._participle(words, index)
        if sign == -1:
            # "To be held" says nothing of the past, "were held" all the more.
            return 0 if before in self.passive else -2 if before in self.perfect else -1
        return sign

    def _participle(self, words: list[str], index: int) -> int:
        """Return what a participle says: "closed" looks back, "is closing" ahead, "a closed door" nowhere."""
        before = words[index - 1].lower() if index else ""
        if words[index].endswith(self.progressive_endings):
            return int(before in self.progressive)
        if not words[index].endswith(self.endings):
            return 0
        if before.endswith(self.adverb_endings) or before in self.adverbs_of_degree:
            before = words[index - 2].lower() if index > 1 else ""
        return 0 if before in self.determiners else -1

    def _infinitive(self, words: list[str], index: int) -> int:
        """Return what "to" says: "is to meet" and "plans to meet" look ahead, "came to visit" back.

        Before a noun ("talked to officials", "turned to fury") it says nothing.
        """
        verb = words[index + 1] if index + 1 < len(words) else ""
        plural = verb.endswith("s") and not verb.endswith(("ss", "us"))
        if not verb.isalpha() or not verb.islower() or plural or verb in self.not_verbs:
            return 0
        before = words[index - 1] if index else ""
        if self.pluperfect.intersection(words[max(0, index - PLAN) : index]):
            return -1
        looks_back = self.signs.get(before, 0) < 0 or before.endswith(self.endings)
        return -1 if looks_back and before not in self.forward else 1

    def find(self, text: str, start: int, end: int) -> tuple[int, str]:
        """Return the direction of the clause around ``text[start:end]``, and the word that says so.

        The nearest word before it decides; where it begins its clause, the first one behind it.  Behind
        a participle ("applications sent after March 3 will not be read") the verb may come yet.
        """
        before = self.lead.sub("", text[max(0, start - REACH) : start])
        ends = list(SENTENCE_END.finditer(before))
        words = [
            word if word[0].islower() else word.capitalize()
            for word in WORD.findall(before[ends[-1].end() :] if ends else before)
        ]
        direction, word, fronted = self._before(words)
        if fronted:
            return self._behind(text[end : end + REACH], clause=False)
        if direction == -1 and word not in self.reporting:
            sign, verb = self._behind(text[end : end + REACH], clause=True)
            return (sign, verb) if sign > 1 else (direction, word)
        return direction, word

    def _before(self, words: list[str]) -> tuple[int, str, bool]:
        """Return what the nearest word before says, and whether the expression begins its clause."""
        fronted = True
        for index in reversed(range(len(words))):
            if words[index] in self.reporting and index < len(words) - NEAR:
                return 0, "", False
            direction = self.direction_of(words, index)
            if direction:
                return direction, words[index], False
            if words[index].lower() in self.breaks:
                break
            fronted = fronted and words[index].lower() in self.adverbs
        return 0, "", fronted

    def _behind(self, behind: str, *, clause: bool) -> tuple[int, str]:
        """Return what the first word behind says, up to the end of the sentence or only of the clause."""
        if HEADING.match(behind):
            return 0, ""
        stop = SENTENCE_END.search(behind)
        words = WORD.findall(behind[: stop.start()] if stop else behind)
        for index, word in enumerate(words):
            direction = self.direction_of(words, index)
            if direction and word != self.particle:
                return direction, word
            if clause and word.lower() in self.breaks:
                break
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
        frozenset(data["perfect"]),
        frozenset(data["set"]),
        frozenset(data["adverbs"]),
        data["particle"],
        frozenset(data["not_verbs"]),
        frozenset(data["forward"]),
        frozenset(data["pluperfect"]),
        frozenset(data["determiners"]),
        tuple(data["adverb_endings"]),
        frozenset(data["adverbs_of_degree"]),
        frozenset(data["progressive"]),
        tuple(data["progressive_endings"]),
        re.compile(f"(?:{data['lead']})$"),
    )
