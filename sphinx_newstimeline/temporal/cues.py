"""Direction: whether the words around an expression look back or ahead.

The noun that it belongs to says so first, then what gives or gave something a day, then the verbs of its
clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from .appointments import Appointments
from .clauses import HEADING, Clauses
from .owners import Owners, Said
from .preceding import Preceding
from .sentences import SENTENCE_END
from .tokens import WORDS
from .verbs import Verbs

#: How many characters before and behind an expression are looked at.
REACH = 160
#: What the lists of words in a language's data say.
SIGNS = {"past": -1, "strong_past": -2, "future": 1, "strong": 2}
#: Fields that hold no data of their own.
WHOLE = {"verbs", "owners", "appointments", "clauses", "signs"}
#: Entries of a language's data that are patterns, and those for the text right before an expression.
PATTERNS = {"deadline", "contraction", "contract", "reported"}
PRECEDING = {"lead", "soonest", "results_due", "spoken", "stamp", "entry", "attributive"}


class Cue(NamedTuple):
    """What the words around an expression say.

    :param direction: 1 or 2 where it lies ahead, -1 or -2 where it lies behind, 0 where nobody says.
    :param word: the word that says so.
    :param planned: whether it lay ahead of something past: "was due to open in July".
    :param habit: whether it is of no single time: "usually peaks in May".
    :param told: whether that is only told: "said he would", "planned to".
    """

    direction: int
    word: str
    planned: bool = False
    habit: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that look ahead or back.

    :ivar lead: what belongs to the expression and neither ends its clause nor begins one ("as early as").
    :ivar soonest: what looks ahead where the clause says nothing else ("as soon as Friday").
    :ivar results_due: the same of results ("reports its results on Friday").
    :ivar spoken: in what something was said then, whatever that was ("is refusing, in a statement Friday").
    :ivar stamp: what stands before the time of an update, which is near publication on either side.
    :ivar entry: what stands before the time at which an entry of a live blog was written.
    :ivar attributive: what stands before an expression that only describes a noun: "by overnight losses".
    :ivar contract: a month with what is delivered in it ("December corn"), which is the next one.
    :ivar reported: a month with what is known of it ("October data"), whatever is done with that.
    """

    owners: Owners
    appointments: Appointments
    clauses: Clauses
    lead: Preceding
    soonest: Preceding
    results_due: Preceding
    spoken: Preceding
    stamp: Preceding
    entry: Preceding
    attributive: Preceding
    contract: re.Pattern[str]
    reported: re.Pattern[str]

    def find(self, text: str, start: int, end: int) -> Cue:
        """Return what the clause around ``text[start:end]`` says.

        The nearest word before it decides; where it begins its clause, the first one behind it.  Behind
        a participle ("applications sent after March 3 will not be read") the verb may come yet.
        """
        lead = self.lead.search(text, start)
        before = text[max(0, start - REACH) : start if lead is None else lead]
        behind = text[end : end + REACH]
        ends = list(SENTENCE_END.finditer(before))
        words = self.clauses.words_of(before[ends[-1].end() :] if ends else before)
        given = self._by_month(text, start) or self.owners.owner(words, behind)
        given = given or self._appointed(words, text, start)
        if given:
            return Cue(*given, told=given.word in self.clauses.verbs.weak)
        if not words and HEADING.match(text, end):
            # "April 30 - The rig sinks": the entry of a chronology, unless it is all that there is.
            return Cue(-bool(text[:start].strip() or text[end:].strip(" .\n")), "")
        first = WORDS.match(text, start)
        attached = bool(first and first[0] in self.clauses.prepositions)
        direction, word = self.clauses.direction_around(words, behind, attached=attached)
        if direction:
            spoken = direction == 1 and self.spoken.search(text, start) is not None
            return Cue(-1, word) if spoken else self._by_verb(words, direction, word)
        if word in self.clauses.habitual:
            return Cue(0, word, habit=True)
        return self._unsaid(text, start) or Cue(0, self.owners.awaited_beside(words, behind) or word)

    def _unsaid(self, text: str, start: int) -> Cue | None:
        """Return what stands right before an expression of which no verb says anything."""
        for ahead in (self.soonest, self.results_due):
            if ahead.search(text, start) is not None:
                return Cue(1, text[max(0, start - REACH) : start].rsplit(maxsplit=1)[-1])
        return Cue(1, "", told=True) if self.stamp.search(text, start) is not None else None

    def _by_month(self, text: str, start: int) -> Said | None:
        """Return what it says that a month is that of a contract, or of figures."""
        traded = self.contract.match(text, start)
        if traded:
            return Said(2, traded[0])
        reported = self.reported.match(text, start)
        return Said(0, reported[0]) if reported else None

    def coordinates(self, words: str) -> bool:
        """Return whether words begin with what joins two of a kind: "and again"."""
        return any(word in self.clauses.verbs.coordinating for word in words.split()[:1])

    def begins_entry(self, text: str, start: int) -> bool:
        """Return whether a time is that at which what follows was written: "(Update 5:28 a.m. Friday)"."""
        return self.entry.search(text, start) is not None

    def describes(self, text: str, start: int) -> bool:
        """Return whether an expression describes a noun behind it: "by overnight losses"."""
        return self.attributive.search(text, start) is not None

    def looks_ahead(self, word: str) -> bool:
        """Return whether a word that decided on a direction looks ahead: "will", "due", "to"."""
        verbs = self.clauses.verbs
        return verbs.signs.get(word, 0) > 0 or word in verbs.set or word == verbs.particle

    def _by_verb(self, words: list[str], direction: int, word: str) -> Cue:
        """Return what a word of the clause says, and whether it is of the past that it looks ahead."""
        if direction != 1:
            return Cue(direction, word)
        verbs = self.clauses.verbs
        return Cue(1, word, planned=verbs.was_planned(words, word), told=verbs.tells_plan(words, word))

    def _appointed(self, words: list[str], text: str, start: int) -> Said | None:
        """Return what is said where something is given a day, or was set on one."""
        appointments, verbs = self.appointments, self.clauses.verbs
        first = WORDS.match(text, start)
        begun = bool(first and first[0] in appointments.starting)
        moved = appointments.moved_by(words, verbs, deadline=bool(appointments.deadline.match(text, start)))
        moved = moved or appointments.declared_by(words, begun=begun) or appointments.summoned_by(words)
        if moved:
            return Said(1, moved)
        begin = first[0] if first else ""
        bare = begin[:1].isupper()
        if not bare and begin not in appointments.placing:
            return None
        return Said(-1, words[-1]) if appointments.is_placed(words, verbs, bare=bare) else None


def read_cues(context: Mapping[str, Any]) -> Cues:
    """Return the cues of a language from its ``context.toml``."""
    data = context["direction"]
    signs = {word: sign for name, sign in SIGNS.items() for word in data[name]}
    owners = Owners(**_lists(Owners, data))
    clauses = Clauses(Verbs(signs, **_lists(Verbs, data)), owners, **_lists(Clauses, data))
    return Cues(owners, Appointments(**_lists(Appointments, data)), clauses, **_lists(Cues, data))


def _lists(kind: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a class has fields for: patterns, endings as a tuple, other words as a set.

    Several classes may ask for one list: the articles of what is known tell of nouns and of plans.
    """
    made: dict[str, Any] = {}
    for name in {field.name for field in fields(kind)} - WHOLE:
        value = data[name]
        if name in PATTERNS:
            made[name] = re.compile(value)
        elif name in PRECEDING:
            made[name] = Preceding(value, REACH)
        elif isinstance(value, str):
            made[name] = value
        else:
            made[name] = tuple(value) if name.endswith("endings") else frozenset(value)
    return made
