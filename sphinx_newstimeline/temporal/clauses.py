"""Clauses: which word before or behind an expression says when the clause around it is.

A word such as "will" counts only where it governs the expression, that is, stands nearest before it in
the same clause; switching on any such word of the sentence makes weekdays worse (94 instead of 114 of
TimeBank's 125).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from .owners import NEAR, NOUN_PHRASE, Owners, Said
from .sentences import SENTENCE_END
from .tokens import WORDS
from .verbs import Verbs

#: What follows a date that heads an entry of a list: "April 30 - The rig sinks".
HEADING = re.compile(r"\s*(?:[-–—:|]\s|\n|$)")
#: A word or two in quotation marks are no clause of their own.
QUOTED = re.compile(r"[\"“]([^\"“”]{1,60})[\"”](?=\s)")
#: How many words before a verb its adverb stands at most, and how many behind a date that opens its
#: sentence that of the verb: "In May most of the shops are usually closed".
ADVERB, SUBJECT = 3, 7
#: Marks at which a clause may go on behind an aside: "He will step down at the next election, in May."
ASIDE = {",", "("}
#: How many words behind a relative pronoun its verb stands at most: "who allegedly shot and killed".
RELATIVE = 5


#: What is said where nothing is.
NOTHING = Said(0, "")


class Before(NamedTuple):
    """What the words before an expression say.

    :param said: what the nearest one says that says anything.
    :param begin: the index of the word with which the clause begins, where that is the expression's own
        beginning; else ``None``.
    """

    said: Said
    begin: int | None = None


@dataclass(frozen=True, slots=True)
class Clauses:
    """Words at which a clause ends, or goes on, and those that stand for none of its own.

    :ivar verbs: what single words say.
    :ivar owners: nouns that say it.
    :ivar breaks: where a clause ends.
    :ivar present: conjunctions whose clause looks ahead where it has no past verb ("when he visits").
    :ivar relative: pronouns whose clause has its own verb before the expression.
    :ivar joints: those of ``breaks`` behind which the clause goes on where no verb is known.
    :ivar citing: participles that begin what somebody says ("…, citing losses on Friday").
    :ivar attending: prepositions behind a comma with which the clause goes on ("…, with clearing Thursday").
    :ivar nominal: what looks ahead but is no verb whose subject has the day ("the Friday deadline").
    :ivar adverbs: those that may stand before an expression that begins its clause ("shortly before").
    :ivar prepositions: those behind which a reporting verb governs the expression ("said in a speech on").
    :ivar topical: verbs whose day is not that of what happened ("will discuss the spill on Friday").
    :ivar subordinate: conjunctions that begin a clause before the main one ("as it nears on Friday, …").
    :ivar habitual: adverbs that make of what is told a habit ("usually ends in May").
    :ivar contraction: the form of "will" that looks like one of "win", of which ``contracted`` is a word.
    """

    verbs: Verbs
    owners: Owners
    breaks: frozenset[str]
    present: frozenset[str]
    relative: frozenset[str]
    joints: frozenset[str]
    citing: frozenset[str]
    attending: frozenset[str]
    nominal: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    topical: frozenset[str]
    subordinate: frozenset[str]
    habitual: frozenset[str]
    contraction: re.Pattern[str]
    contracted: str

    def words_of(self, text: str) -> list[str]:
        """Return the words of a clause; "won't" is a form of "will"."""
        if '"' in text or "“" in text:
            text = QUOTED.sub(r"\1", text)
        words = WORDS.findall(text)
        if self.contracted in words:
            words = WORDS.findall(self.contraction.sub("will not", text))
        return [word if word[0].islower() else word.capitalize() for word in words]

    def direction_around(self, words: list[str], behind: str, *, attached: bool) -> Said:
        """Return what the words before an expression say, and those behind it where these say nothing."""
        before = self._before(words, attached=attached)
        if before.begin is not None:
            return self._fronted(words, behind, before.begin, attached=attached)
        direction, word = before.said
        if direction == -1 and word not in self.verbs.reporting and word not in self.owners.happenings:
            # "The woman who left in June will return": the verb behind is that of the main clause.
            told = _last(words, word)
            relative = self.relative.intersection(words[max(0, told - RELATIVE) : told])
            sign, verb = NOTHING if relative else self._behind(behind, clause=True)
            # "She thought Friday would be her last day."
            governs = verb in self.verbs.modals and behind.startswith(f" {verb} ")
            return Said(sign, verb) if sign > 1 or (sign > 0 and governs) else before.said
        if not word:
            return self._unsaid(words, behind)
        if direction > 0 and self.owners.sequels.intersection(words[_last(words, word) :]):
            # "It could be closed after a report in July found cracks."
            sign, verb = self._behind(behind, clause=True)
            return Said(sign, verb) if sign < 0 else before.said
        return before.said

    def _fronted(self, words: list[str], behind: str, begin: int, *, attached: bool) -> Said:
        """Return what is said of an expression with which its clause begins: "Until Thursday, it will rain".

        :param begin: the index at which the clause begins.
        """
        aside = words[begin - 1] if begin else ""
        said = NOTHING if aside == "(" else self._behind(behind, clause=False, opens=not begin)
        if said.direction == -1 and said.word not in self.verbs.reporting:
            # "Until Thursday, the well defied all plans": plainly past, also for a deadline.
            said = Said(-2, said.word)
        going_on = aside in self.verbs.coordinating or (aside in ASIDE and attached)
        if said.direction or not going_on:
            return said
        return self._before(_without_name(words[: begin - 1]), attached=attached).said

    def _unsaid(self, words: list[str], behind: str) -> Said:
        """Return what stands behind an expression before which nothing says which way to look.

        "The concert on Friday will feature a choir", "In a speech on Friday, he will praise them".
        """
        aside = words[-1:] == [","] and behind.startswith(",")
        first = words[0].lower() if words else ""
        opening = (first in self.prepositions or first in self.subordinate) and behind.startswith(",")
        sign, verb = said = self._behind(behind[aside:], clause=not opening)
        if aside and sign < 0:
            # "An earlier crash, on March 5, killed eight."
            return said
        if sign < 0 and behind.startswith(f" {verb}") and self._is_finite(behind, verb):
            # "Talks in January failed."
            return said
        plain = sign > 0 and not verb.endswith(self.verbs.progressive_endings) and verb not in self.nominal
        return said if plain or sign < -1 else self._attended(words)

    def _attended(self, words: list[str]) -> Said:
        """Return what looks ahead before a comma and "with": "Rain will end, with clearing Friday"."""
        for index in range(len(words) - 1):
            if words[index] == "," and words[index + 1] in self.attending:
                said = self._before(words[:index], attached=False).said
                return said if said.direction > 0 else NOTHING
        return NOTHING

    def _is_finite(self, behind: str, verb: str) -> bool:
        """Return whether a past form right behind an expression is a verb: not of "failed by their coach"."""
        follower = WORDS.match(behind[len(verb) + 1 :].lstrip())
        return follower is None or follower[0] not in self.prepositions

    def _before(self, words: list[str], *, attached: bool) -> Before:
        """Return what the nearest word before says, and where the clause begins, if with the expression.

        :param attached: whether a preposition binds the expression to a noun right before it.
        """
        fronted, happened, known = True, "", False
        for index in reversed(range(len(words))):
            word = words[index]
            said = self._said(words, index)
            if said:
                return Before(said)
            if happened and word.lower() in self.owners.sequels:
                return Before(Said(-2, happened))
            if not happened and self.owners.is_happening(words, index) and not self._is_topic(words, index):
                happened, known = word, self.owners.is_definite(words, index)
                if known and attached and words[index + 1 :] in ([], [","]):
                    return Before(Said(-2, word))
            if word.lower() in self.breaks and not self._goes_on(words, index, fronted=fronted):
                if word in self.present and not happened and self._tells(words[index + 1 :]):
                    return Before(Said(1, word))
                return Before(Said(-known, happened if known else ""), index + 1 if fronted else None)
            # The preposition of a list stands before it: "in the spring and summer he worked".
            bound = not index and len(words) == 1 and word.lower() in self.prepositions
            fronted = fronted and (bound or word.lower() in self.adverbs)
        return Before(Said(-known, happened if known else ""), 0 if fronted else None)

    def _is_topic(self, words: list[str], index: int) -> bool:
        """Return whether a happening is what is spoken of then: "will discuss the spill on Friday"."""
        return bool(self.topical.intersection(words[max(0, index - NOUN_PHRASE) : index]))

    def _said(self, words: list[str], index: int) -> Said | None:
        """Return what a word says: its direction, 0 where it reports, or an adverb that makes it a habit."""
        word = words[index]
        if word in self.habitual and self._is_habit(words, index):
            return Said(0, word)
        direction = self.verbs.direction_of(words, index)
        if not direction:
            return None
        habit = self.habitual.intersection(words[max(0, index - ADVERB) : index])
        if habit and self._is_habit(words, words.index(min(habit))):
            return Said(0, min(habit))
        return NOTHING if self._reports(words, index) else Said(direction, word)

    def _is_habit(self, words: list[str], index: int) -> bool:
        """Return whether an adverb is that of a verb: not of "a typically long one", "works normally on"."""
        before = words[index - 1].lower() if index else ""
        return index < len(words) - 1 and before not in self.verbs.determiners

    def _goes_on(self, words: list[str], index: int, *, fronted: bool) -> bool:
        """Return whether the clause goes on behind what looks like its end, since no verb stands there.

        That is so behind "and" or "that" with no verb known to be past or ahead ("lower the concrete and
        steel box on Friday"), before a participle ("…, ending the strike on Friday") and between a
        happening and its day ("the explosion, on April 20, …").
        """
        word, behind = words[index], words[index + 1 : index + 2]
        if fronted:
            return word == "," and index > 0 and words[index - 1] in self.owners.happenings
        if word == ",":
            first = behind[0] if behind else ""
            return first.endswith(self.verbs.progressive_endings) and first not in self.citing
        return word in self.joints

    def _tells(self, words: list[str]) -> bool:
        """Return whether words are a clause: "when he visits", not "when visiting"."""
        return len(words) > 1 and not words[0].endswith(self.verbs.progressive_endings)

    def _reports(self, words: list[str], index: int) -> bool:
        """Return whether a word reports what is said behind it, so that it says nothing of its time."""
        far = words[index] in self.verbs.reporting and index < len(words) - NEAR
        return far and words[index + 1] not in self.prepositions

    def _behind(self, behind: str, *, clause: bool, opens: bool = True) -> Said:
        """Return what the first word behind says, up to the end of the sentence or only of the clause.

        :param opens: whether the expression opens its sentence; else a verb of reporting at the end of
            it says nothing ("in May, the mayor said").
        """
        if HEADING.match(behind):
            return NOTHING
        behind = behind[: _closing(behind)]
        stop = SENTENCE_END.search(behind)
        words = self.words_of(behind[: stop.start()] if stop else behind)
        for index, word in enumerate(words):
            if word in self.habitual and index < SUBJECT:
                return Said(0, word)
            direction = self.verbs.direction_of(words, index)
            trails = stop and not opens and word in self.verbs.reporting and index >= len(words) - NEAR
            if direction and word != self.verbs.particle and not trails:
                return Said(direction, word)
            if clause and word.lower() in self.breaks:
                break
        return NOTHING


def _closing(behind: str) -> int | None:
    """Return where the brackets close in which the expression stands, or ``None`` where it stands in none."""
    closing, opening = behind.find(")"), behind.find("(")
    return closing if closing >= 0 and not 0 <= opening < closing else None


def _without_name(words: list[str]) -> list[str]:
    """Return the words without a name that stands beside its noun: "the prime minister, Ugo Berti"."""
    begin = len(words) - (words[-1:] == ["."])
    while begin and words[begin - 1].istitle():
        begin -= 1
    return words[: begin - 1] if 0 < begin < len(words) and words[begin - 1] == "," else words


def _last(words: list[str], word: str) -> int:
    """Return the index of the last place where a list has a word."""
    return len(words) - 1 - words[::-1].index(word)
