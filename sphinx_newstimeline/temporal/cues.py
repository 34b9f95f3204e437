"""Direction: whether the clause around an expression looks back or ahead.

A word such as "will" counts only where it governs the expression, that is, stands nearest before it in
the same clause; switching on any such word of the sentence makes weekdays worse (94 instead of 114 of
TimeBank's 125).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from .verbs import Verbs

WORD = re.compile(r"\w+|[^\w\s]")
#: Begins with one set of characters, for which a search is quick.
SENTENCE_END = re.compile(
    r"[.!?\n](?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bGov\.)(?<!\bSen\.)(?<!\bRep\.)"
    r"(?<!\bGen\.)(?:(?<=\n)\s*\n|(?<!\n)[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9]|$))",
)
#: What follows a date that heads an entry of a list: "April 30 - The rig sinks".
HEADING = re.compile(r"\s*(?:[-–—:|]\s|\n|$)")
#: A word or two in quotation marks are no clause of their own.
QUOTED = re.compile(r"[\"“]([^\"“”]{1,60})[\"”](?=\s)")
#: How many characters before and behind an expression are looked at.
REACH = 160
#: What the lists of words in a language's data say.
SIGNS = {"past": -1, "strong_past": -2, "future": 1, "strong": 2}
#: How many words before the expression a reporting verb still governs it: "said late on Friday"; and how
#: many before the end of a sentence one reports what stands before it: "the mayor said on Monday".
NEAR = 3
#: How many words before a noun its article may stand ("the oil rig explosion"), and how many words
#: behind a day the noun that it belongs to ("the April 20 oil rig explosion").
NOUN_PHRASE = 5
#: Marks at which a clause may go on behind an aside: "He will step down at the next election, in May."
ASIDE = {",", "("}
#: Entries of a language's data that are patterns.
PATTERNS = ("lead", "soonest", "deadline", "contraction")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that look ahead or back, and those at which a clause ends.

    :ivar verbs: what single words say.
    :ivar breaks: where a clause ends.
    :ivar present: conjunctions whose clause looks ahead where it has no past verb ("when he visits").
    :ivar joints: those of ``breaks`` behind which the clause goes on where no verb is known.
    :ivar citing: participles that begin what somebody says ("…, citing losses on Friday").
    :ivar nominal: what looks ahead but is no verb whose subject has the day ("the Friday deadline").
    :ivar adverbs: those that may stand before an expression that begins its clause ("shortly before").
    :ivar prepositions: those behind which a reporting verb governs the expression ("said in a speech on").
    :ivar happenings: what nobody announces: "the explosion on April 20" is one of the past, and so is
        "the April 20 explosion", whatever the clause says of it.
    :ivar sequels: behind which that holds from afar ("after the explosion on the rig in April").
    :ivar announced: what an expression belongs to that lies ahead ("Friday's planned march"); ``traded``
        is so right behind a bare month ("December futures").
    :ivar definite: the articles of a happening that has a day.
    :ivar moved: participles that look ahead before a new ``deadline`` ("was put off until Friday").
    :ivar appointing: verbs that do so with a noun between ("extended the mandate until March").
    :ivar awaited: what has its day long before: "elections in November" or "the November elections" are
        the nearest ones.
    :ivar placed: participles that look back before one of the ``placing`` prepositions ("was set in June").
    :ivar lead: what belongs to the expression and neither ends its clause nor begins one ("as early as").
    :ivar soonest: what looks ahead where the clause says nothing else ("as soon as Friday").
    :ivar contraction: the form of "will" that looks like one of "win".
    """

    verbs: Verbs
    breaks: frozenset[str]
    present: frozenset[str]
    joints: frozenset[str]
    citing: frozenset[str]
    nominal: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    happenings: frozenset[str]
    sequels: frozenset[str]
    announced: frozenset[str]
    traded: frozenset[str]
    definite: frozenset[str]
    moved: frozenset[str]
    appointing: frozenset[str]
    awaited: frozenset[str]
    placed: frozenset[str]
    placing: frozenset[str]
    lead: re.Pattern[str]
    soonest: re.Pattern[str]
    deadline: re.Pattern[str]
    contraction: re.Pattern[str]

    def find(self, text: str, start: int, end: int) -> tuple[int, str]:
        """Return the direction of the clause around ``text[start:end]``, and the word that says so.

        The nearest word before it decides; where it begins its clause, the first one behind it.  Behind
        a participle ("applications sent after March 3 will not be read") the verb may come yet.
        """
        near, behind = text[max(0, start - REACH) : start], text[end : end + REACH]
        before = self.lead.sub("", near)
        ends = list(SENTENCE_END.finditer(before))
        words = self._words(before[ends[-1].end() :] if ends else before)
        owner = self._owner(words, behind)
        if owner:
            return owner
        moved = self._moved(words, deadline=bool(self.deadline.match(text, start)))
        if moved:
            return 1, moved
        first = WORD.match(text, start)
        if first and first[0] in self.placing and self._is_placed(words):
            return -1, words[-1]
        if not words and HEADING.match(text, end):
            # "April 30 - The rig sinks": the entry of a chronology, unless it is all that there is.
            return -bool(text[:start].strip() or text[end:].strip()), ""
        direction, word = self._around(words, behind, attached=bool(first and first[0] in self.prepositions))
        if not direction and self.soonest.search(near):
            return 1, near.split()[-1]
        return direction, word if direction else self._awaited(words, behind) or word

    def _awaited(self, words: list[str], behind: str) -> str:
        """Return the word beside an expression that has its day long before, or an empty string."""
        beside = words[-1:] + WORD.findall(behind.partition(".")[0])[:NEAR]
        return next((word for word in beside if word in self.awaited), "")

    def _moved(self, words: list[str], *, deadline: bool) -> str:
        """Return what gives something a new day, or an empty string.

        "Was put off to Friday", "extended the mandate until March", "called a strike for Monday".
        """
        if words and words[-1] == self.verbs.particle:
            return words[-2] if self.moved.intersection(words[-2:-1]) else ""
        if not deadline or self.verbs.pluperfect.intersection(words[-NOUN_PHRASE:]):
            return ""
        if words and words[-1] in self.moved:
            return words[-1]
        return next((word for word in reversed(words[-NOUN_PHRASE:]) if word in self.appointing), "")

    def _is_placed(self, words: list[str]) -> bool:
        """Return whether something was set then, not for then: "the record set on Aug. 6"."""
        if not words or words[-1] not in self.placed:
            return False
        before = words[-2] if words[1:] else ""
        return before not in self.verbs.passive and before not in self.verbs.modals

    def _words(self, text: str) -> list[str]:
        """Return the words of a clause; "won't" is a form of "will"."""
        if '"' in text or "“" in text:
            text = QUOTED.sub(r"\1", text)
        words = WORD.findall(self.contraction.sub("will not", text))
        return [word if word[0].islower() else word.capitalize() for word in words]

    def _owner(self, words: list[str], behind: str) -> tuple[int, str] | None:
        """Return what the noun says that an expression belongs to: "the April 20 rig explosion"."""
        possessive = behind.startswith(("'s ", "’s "))
        follower = WORD.match(behind.lstrip())
        if follower and follower[0] in self.traded:
            return 1, follower[0]
        article = words and (words[-1].lower() in self.verbs.determiners)
        if not (possessive or article or self._is_definite(words, len(words), NEAR)):
            return None
        for word in WORD.findall(behind[2 if possessive else 0 :])[:NOUN_PHRASE]:
            if word in self.happenings:
                return -2, word
            if word in self.announced:
                return 1, word
            if word in self.breaks or word in self.prepositions or not word.isalnum():
                break
        return None

    def _is_definite(self, words: list[str], index: int, reach: int = NOUN_PHRASE) -> bool:
        """Return whether a noun has an article that says that it is known: "the oil rig explosion"."""
        for word in reversed(words[max(0, index - reach) : index]):
            if word.lower() in self.definite:
                return True
            if not word.isalnum() or word in self.prepositions or word in self.breaks:
                return False
        return False

    def _around(self, words: list[str], behind: str, *, attached: bool) -> tuple[int, str]:
        """Return what the words before an expression say, and those behind it where these say nothing."""
        direction, word, fronted = self._before(words, attached=attached)
        if fronted is not None:
            aside = words[fronted - 1] if fronted else ""
            found = (0, "") if aside == "(" else self._behind(behind, clause=False, opens=not fronted)
            if found[0] or aside not in ASIDE or not attached:
                return found
            return self._before(_without_name(words[: fronted - 1]), attached=attached)[:2]
        if direction == -1 and word not in self.verbs.reporting and word not in self.happenings:
            sign, verb = self._behind(behind, clause=True)
            return (sign, verb) if sign > 1 else (direction, word)
        if not word:
            return self._unsaid(words, behind)
        if direction > 0 and self.sequels.intersection(words[_last(words, word) :]):
            # "It could be closed after a report in July found cracks."
            sign, verb = self._behind(behind, clause=True)
            return (sign, verb) if sign < 0 else (direction, word)
        return direction, word

    def _unsaid(self, words: list[str], behind: str) -> tuple[int, str]:
        """Return what stands behind an expression before which nothing says which way to look.

        "The concert on Friday will feature a choir", "In a speech on Friday, he will praise them".
        """
        aside = words[-1:] == [","] and behind.startswith(",")
        opening = bool(words) and words[0].lower() in self.prepositions and behind.startswith(",")
        sign, verb = self._behind(behind[aside:], clause=not opening)
        if aside and sign < 0:
            # "An earlier crash, on March 5, killed eight."
            return sign, verb
        if sign < 0 and behind.startswith(f" {verb}") and self._is_finite(behind, verb):
            # "Talks in January failed."
            return sign, verb
        plain = sign > 0 and not verb.endswith(self.verbs.progressive_endings) and verb not in self.nominal
        return (sign, verb) if plain or sign < -1 else (0, "")

    def _is_finite(self, behind: str, verb: str) -> bool:
        """Return whether a past form right behind an expression is a verb: not of "failed by their coach"."""
        follower = WORD.match(behind[len(verb) + 1 :].lstrip())
        return follower is None or follower[0] not in self.prepositions

    def _before(self, words: list[str], *, attached: bool) -> tuple[int, str, int | None]:
        """Return what the nearest word before says, and where the clause begins, if with the expression.

        :param attached: whether a preposition binds the expression to a noun right before it.
        """
        fronted, happened, known = True, "", False
        for index in reversed(range(len(words))):
            word = words[index]
            direction = self.verbs.direction_of(words, index)
            if direction:
                return (0, "", None) if self._reports(words, index) else (direction, word, None)
            if happened and word.lower() in self.sequels:
                return -2, happened, None
            if not happened and self._is_happening(words, index):
                happened, known = word, self._is_definite(words, index)
                if known and attached and words[index + 1 :] in ([], [","]):
                    return -2, word, None
            if word.lower() in self.breaks and not self._goes_on(words, index, fronted=fronted):
                if word in self.present and not happened and self._tells(words[index + 1 :]):
                    return 1, word, None
                return -known, happened if known else "", index + 1 if fronted else None
            fronted = fronted and word.lower() in self.adverbs
        return -known, happened if known else "", 0 if fronted else None

    def _goes_on(self, words: list[str], index: int, *, fronted: bool) -> bool:
        """Return whether the clause goes on behind what looks like its end, since no verb stands there.

        That is so behind "and" or "that" with no verb known to be past or ahead ("lower the concrete and
        steel box on Friday"), before a participle ("…, ending the strike on Friday") and between a
        happening and its day ("the explosion, on April 20, …").
        """
        word, behind = words[index], words[index + 1 : index + 2]
        if fronted:
            return word == "," and index > 0 and words[index - 1] in self.happenings
        if word == ",":
            going_on = bool(behind) and behind[0].endswith(self.verbs.progressive_endings)
            return going_on and behind[0] not in self.citing
        return word in self.joints

    def _tells(self, words: list[str]) -> bool:
        """Return whether words are a clause: "when he visits", not "when visiting"."""
        return len(words) > 1 and not words[0].endswith(self.verbs.progressive_endings)

    def _reports(self, words: list[str], index: int) -> bool:
        """Return whether a word reports what is said behind it, so that it says nothing of its time."""
        far = words[index] in self.verbs.reporting and index < len(words) - NEAR
        return far and words[index + 1] not in self.prepositions

    def _is_happening(self, words: list[str], index: int) -> bool:
        """Return whether a word names what nobody announces: "the explosion on the rig"."""
        if words[index] not in self.happenings:
            return False
        behind = words[index + 1 :]
        return behind in ([], [","]) or behind[0] in self.prepositions or behind[0] in self.joints

    def _behind(self, behind: str, *, clause: bool, opens: bool = True) -> tuple[int, str]:
        """Return what the first word behind says, up to the end of the sentence or only of the clause.

        :param opens: whether the expression opens its sentence; else a verb of reporting at the end of
            it says nothing ("in May, the mayor said").
        """
        if HEADING.match(behind):
            return 0, ""
        behind = behind[: _closing(behind)]
        stop = SENTENCE_END.search(behind)
        words = self._words(behind[: stop.start()] if stop else behind)
        for index, word in enumerate(words):
            direction = self.verbs.direction_of(words, index)
            trails = stop and not opens and word in self.verbs.reporting and index >= len(words) - NEAR
            if direction and word != self.verbs.particle and not trails:
                return direction, word
            if clause and word.lower() in self.breaks:
                break
        return 0, ""


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


def read_cues(context: Mapping[str, Any]) -> Cues:
    """Return the cues of a language from its ``context.toml``."""
    data = context["direction"]
    signs = {word: sign for name, sign in SIGNS.items() for word in data[name]}
    verbs = Verbs(signs, **_lists(Verbs, data, {"signs"}))
    patterns: dict[str, Any] = {name: re.compile(data[name]) for name in PATTERNS}
    return Cues(verbs, **_lists(Cues, data, {"verbs", *PATTERNS}), **patterns)


def _lists(kind: type, data: Mapping[str, Any], others: set[str]) -> dict[str, Any]:
    """Return the lists of words that a class has fields for: endings as a tuple, words as a set."""
    made: dict[str, Any] = {}
    for field in fields(kind):
        if field.name not in others:
            value = data[field.name]
            whole = tuple if field.name.endswith("endings") else frozenset
            made[field.name] = value if isinstance(value, str) else whole(value)
    return made
