"""Verbs: whether a word of a clause looks back or ahead.

"Met" looks back and "will" ahead; "to" does where a verb follows, "set" where a day does.  What a word
says depends on the words beside it, of which a language's ``context.toml`` has lists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: How many words before the infinitive its plan may begin: "had been scheduled to".
PLAN = 4
#: How many words behind a modal a verb of refusal still stands: "wouldn't immediately comment".
REFUSAL = 6
#: How many words before an infinitive its main verb may stand: "flew to Texas on a plane to meet".
PURPOSE = 14
#: How many words before "were" the one may stand that makes it a condition.
SUBJECT = 6
#: How many words before a plain form the one may stand that joins two names.
NAMES = 7
#: "To bring" and "to spring" are infinitives, "led to fighting" has none.
LONGEST_VERB_IN_ING = 6
#: "red" and "need" are no participles.
SHORTEST_PARTICIPLE = 5


def ends_as_plural(word: str) -> bool:
    """Return whether a word ends as plurals do: not "pass", not "focus"."""
    return word.endswith("s") and not word.endswith(("ss", "us"))


@dataclass(frozen=True, slots=True)
class Verbs:
    """Words that look ahead or back, and those beside them that change what they say.

    :ivar signs: words that look ahead (2, 1) or back (-1, -2).
    :ivar nouns: words that look ahead, but are nouns at the end ("announced the plan on Aug. 21"), and
        before one that is ``partitive`` ("its hopes of peace").
    :ivar past_endings: those of participles; ``not_participles`` only look like one ("proceed").
    :ivar reporting: verbs that say nothing of the clause behind them ("said it is closing on Friday").
    :ivar passive: forms of "be" before which a past participle says nothing ("to be completed").
    :ivar perfect: those before which it looks back for certain ("were held").
    :ivar lasted: those of what plainly is over ("continued until Tuesday").
    :ivar modals: behind which a form that is also one of the past is none ("will hit", "to put").
    :ivar refusals: verbs that, negated behind a modal, report ("would not comment on Friday"), as do those
        of what is ``perceived`` ("shots could be heard on Friday").
    :ivar set: participles that look ahead ("is set for Friday"), but not before one of the
        ``adverbial`` pairs ("was set up in June") nor behind what is ``comparing`` ("as scheduled").
    :ivar pending: those that do so before all but the particle ("due in court on Friday", not "due to").
    :ivar particle: the particle of the infinitive, which looks ahead only before a verb.
    :ivar not_verbs: words before which the particle is a preposition ("to the").
    :ivar forward: past forms behind which the infinitive still looks ahead ("agreed to meet").
    :ivar judgements: adjectives behind which it is of the time of its main verb ("made it hard to sell").
    :ivar trials: nouns behind which the infinitive says nothing ("an effort to save it on Friday").
    :ivar openings: verbs whose infinitive describes a noun ("passed a law to take effect on Friday").
    :ivar plain: forms of the present that look ahead behind a plural, a name of several or one of the
        ``subjects`` ("leaders meet on Friday"); ``not_plurals`` only look like a plural.
    :ivar singular: words behind which a form of the third person does so, too ("he speaks on Friday"), not
        those that are ``not_ahead`` ("he thinks").
    :ivar told: forms of "be" whose plan is one of the past, too, but may lie ahead ("was due to open").
    :ivar fixed: participles with which what is new gets a day ("a hearing was set for Monday"), while the
        articles of ``definite`` say that it is known.
    :ivar weak: words that look ahead from what was told ("said he would").
    :ivar asking: modals with which a question begins, before one of the words that are ``asked``.
    :ivar conditional: behind which "were" tells of nothing past ("if it were closed in May").
    :ivar coordinating: what joins two names to a plural.
    :ivar pluperfect: what makes a plan one of the past ("had been scheduled to expire").
    :ivar determiners: words behind which a participle is an adjective ("a proposed merger").
    :ivar adverb_endings: of words that may stand between the two ("a newly formed party"); so may
        ``adverbs_of_degree``.
    :ivar progressive: forms of "be" that look ahead before the progressive ("is meeting on Friday").
    :ivar progressive_endings: its endings.
    """

    signs: Mapping[str, int]
    nouns: frozenset[str]
    partitive: frozenset[str]
    past_endings: tuple[str, ...]
    not_participles: frozenset[str]
    reporting: frozenset[str]
    passive: frozenset[str]
    perfect: frozenset[str]
    lasted: frozenset[str]
    modals: frozenset[str]
    refusals: frozenset[str]
    perceived: frozenset[str]
    set: frozenset[str]
    adverbial: frozenset[str]
    pending: frozenset[str]
    comparing: frozenset[str]
    particle: str
    not_verbs: frozenset[str]
    forward: frozenset[str]
    judgements: frozenset[str]
    trials: frozenset[str]
    openings: frozenset[str]
    plain: frozenset[str]
    subjects: frozenset[str]
    singular: frozenset[str]
    not_ahead: frozenset[str]
    weak: frozenset[str]
    asking: frozenset[str]
    asked: frozenset[str]
    conditional: frozenset[str]
    subjunctive: frozenset[str]
    coordinating: frozenset[str]
    not_plurals: frozenset[str]
    told: frozenset[str]
    fixed: frozenset[str]
    definite: frozenset[str]
    pluperfect: frozenset[str]
    determiners: frozenset[str]
    adverb_endings: tuple[str, ...]
    adverbs_of_degree: frozenset[str]
    progressive: frozenset[str]
    progressive_endings: tuple[str, ...]

    @property
    def participle_endings(self) -> tuple[str, ...]:
        """Return the endings of all participles."""
        return self.past_endings + self.progressive_endings

    def direction_of(self, words: Sequence[str], index: int) -> int:
        """Return 2 or 1 for a word that looks ahead, -2 or -1 for one that looks back, else 0.

        A participle looks back less certainly than "was".
        """
        word = words[index]
        if not index and self._asks(words):
            word = word.lower()
        if word == self.particle:
            return self._infinitive(words, index)
        if word in self.set or word in self.plain:
            return self._appointment(words, index)
        sign = self.signs.get(word, 0)
        if not sign and (len(word) < SHORTEST_PARTICIPLE or not word.endswith(self.participle_endings)):
            return int(self._is_third_person(words, index))
        before = self._head(words, index)
        if before in self.comparing or self._is_noun(words, index):
            sign = 0
        sign = sign or self._participle(words, index)
        if sign == 1:
            told = self._is_behind(words, index) if word not in self.modals else self._tells(words, index)
            # "Is planned for December" is certain, months before.
            certain = before in self.progressive and word.endswith(self.past_endings)
            return -1 if told else 2 if certain else 1
        return self._past(words, index, sign, before) if sign < 0 else sign

    def _is_third_person(self, words: Sequence[str], index: int) -> bool:
        """Return whether a word is a verb of the present that looks ahead: "he speaks on Friday"."""
        if not index or not words[index].endswith("s") or words[index - 1].lower() not in self.singular:
            return False
        word = words[index]
        return word.islower() and word not in self.not_ahead and word not in self.not_plurals

    def _is_noun(self, words: Sequence[str], index: int) -> bool:
        """Return whether a form of a verb is a noun: "announced the plan in May", "its plans"."""
        if words[index] not in self.nouns:
            return False
        behind = words[index + 1 : index + 2]
        owned = index > 0 and words[index - 1].lower() in self.determiners
        return owned or not behind or behind[0] in self.partitive

    def _past(self, words: Sequence[str], index: int, sign: int, before: str) -> int:
        """Return what a past form says behind the word *before* it."""
        if sign == -1:
            # "To be held" says nothing of the past, nor does "will hit"; "were held" does all the more.
            silent = before in self.passive or before in self.modals or before in self.determiners
            certain = before in self.perfect or words[index] in self.lasted
            return 0 if silent else -2 if certain else -1
        if words[index] not in self.subjunctive:
            return sign
        # "If it were closed in May".
        return 0 if self.conditional.intersection(words[max(0, index - SUBJECT) : index]) else sign

    def _is_behind(self, words: Sequence[str], index: int) -> bool:
        """Return whether a plan is one of the past: "had planned", "had been planned"."""
        before = self._head(words, index)
        reach = index - PLAN if before in self.perfect else index - 2
        return bool(self.pluperfect.intersection(words[max(0, reach) : index]))

    def _asks(self, words: Sequence[str]) -> bool:
        """Return whether a clause begins as a question does: "Should it be in May?"."""
        return len(words) > 1 and words[0].lower() in self.asking and words[1] in self.asked

    def tells_plan(self, words: Sequence[str], word: str) -> bool:
        """Return whether a word tells of what was ahead: "said he would", "planned to", not "plans to"."""
        if word in self.weak:
            return True
        if word != self.particle or word not in words:
            return False
        index = len(words) - 1 - words[::-1].index(word)
        return not any(self._is_present(before) for before in words[max(0, index - PLAN) : index])

    def _is_present(self, word: str) -> bool:
        """Return whether a word looks ahead in the present: "is", "plans", "hopes"."""
        ahead = self.signs.get(word, 0) > 0 and not word.endswith(self.past_endings)
        return ahead or word in self.progressive

    def was_planned(self, words: Sequence[str], word: str) -> bool:
        """Return whether a word that looks ahead does so from the past: "was due to open", "was planned"."""
        if word not in words:
            return False
        index = len(words) - 1 - words[::-1].index(word)
        told = self.told.intersection(words[max(0, index - PLAN) : index])
        return bool(told) and not self._announces(words, index)

    def _announces(self, words: Sequence[str], index: int) -> bool:
        """Return whether what nobody has heard of yet was given its day: "A hearing was set for Monday"."""
        if words[index] not in self.fixed or index < len(words) - 1:
            return False
        return not any(before.lower() in self.definite for before in words[max(0, index - SUBJECT) : index])

    def _head(self, words: Sequence[str], index: int) -> str:
        """Return the word before, past an adverb: of "to be officially released" it is "be"."""
        before = words[index - 1] if index else ""
        between = before.endswith(self.adverb_endings) or before in self.adverbs_of_degree
        return words[index - 2] if index > 1 and between else before

    def _tells(self, words: Sequence[str], index: int) -> bool:
        """Return whether a modal tells what was: "would not comment", "could be heard"."""
        behind = words[index + 1 : index + REFUSAL]
        denied = any(word in {"not", "t"} for word in behind) and bool(self.refusals.intersection(behind))
        return denied or (behind[0:1] == ["be"] and behind[1:2] != [] and behind[1] in self.perceived)

    def _is_plural(self, word: str) -> bool:
        """Return whether a word can be the subject of a plain form of the present: "leaders", "they"."""
        if word.lower() in self.subjects:
            return True
        return ends_as_plural(word) and word.lower() not in self.not_plurals

    def _is_coordinated(self, words: Sequence[str], index: int) -> bool:
        """Return whether a name before a plain form is the second of two: "he and Mr. Roth meet"."""
        named = index > 0 and words[index - 1].istitle()
        return named and bool(self.coordinating.intersection(words[max(0, index - NAMES) : index - 1]))

    def _appointment(self, words: Sequence[str], index: int) -> int:
        """Return what "set", "due" or "meet" says: ahead in "is set for Friday", back in "was set up"."""
        before, behind = words[index - 1] if index else "", words[index + 1 : index + 2]
        if words[index] in self.plain:
            return int(self._is_plural(before) or self._is_coordinated(words, index))
        if before in self.pluperfect:
            return -1
        if before in self.comparing:
            return 0
        if behind and f"{words[index]} {behind[0]}" in self.adverbial:
            return 0 if before in self.passive or before in self.modals else -1
        if before in self.progressive:
            return 2
        pending = words[index] in self.pending and behind[:1] != [self.particle]
        return int(not behind or pending or before in self.passive or before in self.perfect)

    def _participle(self, words: Sequence[str], index: int) -> int:
        """Return what a participle says: "closed" looks back, "is closing" ahead, "a closed door" nowhere."""
        word, before = words[index], words[index - 1].lower() if index else ""
        if before.endswith(self.adverb_endings) or before in self.adverbs_of_degree:
            before = words[index - 2].lower() if index > 1 else ""
        if word.endswith(self.progressive_endings):
            return int(before in self.progressive)
        if not word.endswith(self.past_endings) or word in self.not_participles or not word.islower():
            return 0
        hyphened = before == "-" and index > 1 and words[index - 2].isalnum()
        if before in self.comparing or hyphened:
            return 0
        return 0 if before in self.determiners else -1

    def _infinitive(self, words: Sequence[str], index: int) -> int:
        """Return what "to" says: "is to meet" and "plans to meet" look ahead, "came to visit" back.

        Before a noun ("talked to officials", "turned to fury") it says nothing, nor where it says what
        was tried or what something past was for ("flew to Texas to meet").
        """
        verb = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        noun = ends_as_plural(verb) or (
            len(verb) > LONGEST_VERB_IN_ING and verb.endswith(self.progressive_endings)
        )
        if not verb.isalpha() or not verb.islower() or noun or verb in self.not_verbs:
            return 0
        if before in self.trials or before in self.perceived:
            return 0
        if self.pluperfect.intersection(words[max(0, index - PLAN) : index]):
            return -1
        if before in self.forward or before in self.progressive:
            return 1
        if self.signs.get(before, 0) < 0 or before.endswith(self.past_endings):
            # "Will be allowed to dock" looks ahead, "came to visit" back.
            return 1 if self._head(words, index - 1) in self.passive else -1
        return 1 if self.signs.get(before, 0) > 0 or not self._is_purpose(words, index, verb) else 0

    def _is_purpose(self, words: Sequence[str], index: int, verb: str) -> bool:
        """Return whether an infinitive says what something past was for: "flew to Texas to meet"."""
        if verb in self.openings or words[index - 1] in self.set:
            return False
        judged = False
        for place in range(index - 1, max(0, index - PURPOSE) - 1, -1):
            word = words[place]
            judged = judged or word in self.judgements
            if judged and word in self.forward:
                # "It made it hard for them to sell in the summer."
                return True
            if word in self.reporting or word in self.forward or word in self.set:
                return False
            sign = self.direction_of(words, place)
            if sign:
                return sign < 0
        return False
