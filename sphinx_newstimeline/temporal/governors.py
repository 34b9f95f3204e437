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

from .preceding import Preceding

#: How many characters before a phrase are looked at.
REACH = 60
#: The sides of an event's time, by those of a day: the day is kept in.
KEPT_IN = {"BEFORE": "ON_OR_BEFORE", "AFTER": "ON_OR_AFTER"}


@dataclass(frozen=True, slots=True)
class Governor:
    """Words that make the time of an event one side of a date.

    :param prepositions: those that the date's own phrase may begin with.
    :param mod: the TIMEX3 modifier that the date gets.
    :param past: whether the time reaches until the publication ("since the vote on March 3").
    """

    before: Preceding
    prepositions: frozenset[str]
    mod: str
    past: bool = False


@dataclass(frozen=True, slots=True)
class Possessed:
    """What a time has of its own: "Friday's vote".

    :param after: what that looks like, right behind the time.
    :param sides: the rules whose time then is that of the event; ``agents`` those that speak of who did
        something, unless it is one of the ``deadlines``.
    """

    after: re.Pattern[str]
    sides: frozenset[str]
    agents: frozenset[str]
    deadlines: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Governors:
    """What a language has of them.

    :param negation: what a negation looks like; ``negated`` are the rules that it turns round.
    :param rate: what stands before "a year" where it is a rate, for ``rates``, the rules that read it.
    :param compared: what stands before "last year" where results are compared with it, for ``comparisons``.
    :param compared_to: what stands before "last year's" where it owns a ``figure`` that results are
        compared with.
    :param some: what stands before a day where it is any one, for ``days``, the rules that read it;
        ``alone`` is what stands behind it, lest it belong to a noun ("in a Tuesday speech").
    :param born: what stands before a day of birth, of whose year nothing else is told.
    """

    of_events: tuple[Governor, ...]
    negation: Preceding
    negated: frozenset[str]
    rate: Preceding
    rates: frozenset[str]
    compared: Preceding
    comparisons: frozenset[str]
    compared_to: Preceding
    figure: re.Pattern[str]
    possessed: Possessed
    some: Preceding
    alone: re.Pattern[str]
    days: frozenset[str]
    born: Preceding

    def is_of_birth(self, text: str, start: int) -> bool:
        """Return whether what begins at *start* is when somebody was born: not when the text tells of."""
        return self.born.search(text, start) is not None

    def of_event(self, rule: str, mod: str, text: str, end: int) -> str:
        """Return the modifier of a side of an event's time: "before Friday's vote" keeps Friday in.

        :param mod: the modifier of the rule; empty where no side is meant ("hit by Friday's storm").
        """
        if rule in self.possessed.sides and self.possessed.after.match(text, end):
            return KEPT_IN.get(mod, mod)
        agent = rule in self.possessed.agents and self.possessed.after.match(text, end)
        return "" if agent and not self.possessed.deadlines.match(text, end) else mod

    def is_comparison(self, rule: str, text: str, start: int) -> bool:
        """Return whether what a rule found is a figure's own time: "compared with $3 million last year"."""
        return rule in self.comparisons and self.compared.search(text, start) is not None

    def is_compared_figure(self, rule: str, text: str, start: int, end: int) -> bool:
        """Return whether what a rule found owns a figure of comparison: "up from last year's $3 million"."""
        if rule not in self.comparisons or not self.figure.match(text, end):
            return False
        return self.compared_to.search(text, start) is not None

    def is_some_day(self, rule: str, text: str, start: int, end: int) -> bool:
        """Return whether what a rule found is a day that nobody says which: "on a Sunday"."""
        if rule not in self.days or not self.alone.match(text, end):
            return False
        return self.some.search(text, start) is not None

    def is_rate(self, rule: str, text: str, start: int) -> bool:
        """Return whether what a rule found is a rate: "2 million people a year"."""
        return rule in self.rates and self.rate.search(text, start) is not None

    def govern(self, text: str, phrase_start: int, start: int) -> tuple[int, Governor] | None:
        """Return where the governed phrase begins and what governs it, or ``None`` where nothing does.

        :param phrase_start: the offset of the date's own phrase, which begins with a preposition.
        :param start: the offset of the date itself.
        """
        if phrase_start == start:
            return None
        preposition = text[phrase_start:start].strip().casefold()
        for governor in self.of_events:
            if preposition in governor.prepositions:
                begin = governor.before.search(text, phrase_start)
                if begin is not None:
                    return begin, governor
        return None

    def turn_round(self, rule: str, text: str, phrase_start: int) -> bool:
        """Return whether a negation turns what a rule found round: "not … before"."""
        return rule in self.negated and self.negation.search(text, phrase_start) is not None


def read_governors(context: Mapping[str, Any]) -> Governors:
    """Return the governors of a language from its ``context.toml``."""
    of_events = tuple(
        Governor(
            Preceding(data["before"], REACH),
            frozenset(data["prepositions"]),
            data["mod"],
            data.get("past", False),
        )
        for data in context["governor"]
    )
    negation = context["negation"]
    rate, comparison, possessed = context["rate"], context["comparison"], context["possessed"]
    some = context["some_day"]
    return Governors(
        of_events,
        Preceding(negation["before"], REACH),
        frozenset(negation["rules"]),
        Preceding(rate["before"], REACH),
        frozenset(rate["rules"]),
        Preceding(comparison["before"], REACH),
        frozenset(comparison["rules"]),
        Preceding(comparison["before_figure"], REACH),
        re.compile(comparison["figure"]),
        Possessed(
            re.compile(possessed["after"]),
            frozenset(possessed["sides"]),
            frozenset(possessed["agents"]),
            re.compile(possessed["deadlines"]),
        ),
        Preceding(some["before"], REACH),
        re.compile(some["after"]),
        frozenset(some["rules"]),
        Preceding(context["birth"]["before"], REACH),
    )
