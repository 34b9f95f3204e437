"""Appointments: what is given a day, and what was set on one.

"Was put off to Friday" and "extended the mandate until March" look ahead though their verb is past; "the
record set on Aug. 6" looks back though "is set for Friday" does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .owners import NOUN_PHRASE
from .verbs import Verbs

#: How many words back from where something begins the verb may stand that declared it.
DECLARED = 12


@dataclass(frozen=True, slots=True)
class Appointments:
    """Verbs that give something a day.

    :ivar moved: participles that look ahead before a new ``deadline`` ("was put off until Friday").
    :ivar appointing: verbs that do so with a noun between ("extended the mandate until March").
    :ivar declaring: verbs that do so where it begins then: "declared three days of mourning, starting on"
        one of these days; ``starting`` are the words before it.
    :ivar calling: pairs of words that call people to one of the ``gatherings`` ("called for a rally").
    :ivar placed: participles that look back before one of the ``placing`` prepositions ("was set in June").
    """

    moved: frozenset[str]
    appointing: frozenset[str]
    declaring: frozenset[str]
    starting: frozenset[str]
    calling: frozenset[str]
    gatherings: frozenset[str]
    placed: frozenset[str]
    placing: frozenset[str]
    deadline: re.Pattern[str]

    def moved_by(self, words: Sequence[str], verbs: Verbs, *, deadline: bool) -> str:
        """Return what gives something a new day, or an empty string.

        "Was put off to Friday", "extended the mandate until March", "called a strike for Monday".
        """
        if words and words[-1] == verbs.particle:
            return words[-2] if self.moved.intersection(words[-2:-1]) else ""
        if not deadline or verbs.pluperfect.intersection(words[-NOUN_PHRASE:]):
            return ""
        if words and words[-1] in self.moved:
            return words[-1]
        return next((word for word in reversed(words[-NOUN_PHRASE:]) if word in self.appointing), "")

    def declared_by(self, words: Sequence[str], *, begun: bool) -> str:
        """Return what makes known when something begins, or an empty string.

        :param begun: whether the expression says that something begins then: "effective Friday".
        """
        if not begun and not (words and words[-1] in self.starting):
            return ""
        return next((word for word in reversed(words[-DECLARED:]) if word in self.declaring), "")

    def summoned_by(self, words: Sequence[str]) -> str:
        """Return what calls people together then ("called for a rally Monday"), or an empty string."""
        if not words or words[-1] not in self.gatherings:
            return ""
        near = words[-NOUN_PHRASE - 2 :]
        return next((verb for verb, behind in pairwise(near) if f"{verb} {behind}" in self.calling), "")

    def is_placed(self, words: Sequence[str], verbs: Verbs, *, bare: bool) -> bool:
        """Return whether something was set then, not for then: "the record set on Aug. 6".

        :param bare: whether the expression has no preposition: "the record, set Tuesday, was 10:41".
        """
        if not words or words[-1] not in self.placed:
            return False
        before = words[-2] if words[1:] else ""
        if bare:
            return before == ","
        return before not in verbs.passive and before not in verbs.modals
