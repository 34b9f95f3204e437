"""Governors: words before a date's phrase that change which side of it counts.

"After the vote on March 3" speaks of a time after the vote; the day itself is kept in.  What does
"not run before Monday" runs on Monday or after it.  These are patterns for the text right before a
phrase, and some for the text right behind it; they stand in a language's ``context.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .meanings import Bounded, Meaning
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
    :param lasting: whether what is told goes on all the time up to there ("until the vote on March 3").
    """

    before: Preceding
    prepositions: frozenset[str]
    mod: str
    past: bool = False
    lasting: bool = False

    def side_of(self, meaning: Meaning) -> Bounded:
        """Return the side of a date that the time of the event is."""
        return Bounded(self.mod, meaning, past=self.past, lasting=self.lasting)


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
class Setting:
    """Words around what certain rules found that change what it means.

    :param rules: the names of the rules.
    :param before: what stands right before it.
    :param after: what stands right behind it, or ``None`` where that may be anything.
    """

    rules: frozenset[str]
    before: Preceding
    after: re.Pattern[str] | None = None

    @classmethod
    def of(cls, data: Mapping[str, Any], before: str = "before", after: str = "after") -> Setting:
        """Return the setting of a table of a language's ``context.toml``.

        :param before: the key of what stands before; ``after`` that of what stands behind, if it is there.
        """
        behind = re.compile(data[after]) if after in data else None
        return cls(frozenset(data["rules"]), Preceding(data[before], REACH), behind)

    def holds(self, rule: str, text: str, start: int, end: int) -> bool:
        """Return whether ``text[start:end]``, which a rule of that name found, stands in it."""
        if rule not in self.rules or (self.after is not None and not self.after.match(text, end)):
            return False
        return self.before.search(text, start) is not None


@dataclass(frozen=True, slots=True)
class Governors:
    """What a language has of them.

    :param of_events: what makes the time of an event one side of a date.
    :param possessed: what a time has of its own.
    :param negation: what turns a side round: "not … before".
    :param rate: where "a year" is a rate: "2 million people a year".
    :param comparison: where "last year" is that of a figure that results are compared with: "compared with
        $3 million last year".
    :param figure: where it owns that figure: "up from last year's $3 million".
    :param some_day: where a day is any one, and none of a noun: "on a Sunday", not "in a Tuesday speech".
    :param birth: what stands before a day of birth, of whose year nothing else is told.
    """

    of_events: tuple[Governor, ...]
    possessed: Possessed
    negation: Setting
    rate: Setting
    comparison: Setting
    figure: Setting
    some_day: Setting
    birth: Preceding

    def of_event(self, rule: str, mod: str, text: str, end: int) -> str:
        """Return the modifier of a side of an event's time: "before Friday's vote" keeps Friday in.

        :param mod: the modifier of the rule; empty where no side is meant ("hit by Friday's storm").
        """
        if rule in self.possessed.sides and self.possessed.after.match(text, end):
            return KEPT_IN.get(mod, mod)
        agent = rule in self.possessed.agents and self.possessed.after.match(text, end)
        return "" if agent and not self.possessed.deadlines.match(text, end) else mod

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


def read_governors(context: Mapping[str, Any]) -> Governors:
    """Return the governors of a language from its ``context.toml``."""
    possessed, comparison = context["possessed"], context["comparison"]
    return Governors(
        of_events=tuple(
            Governor(
                Preceding(data["before"], REACH),
                frozenset(data["prepositions"]),
                data["mod"],
                data.get("past", False),
                data.get("lasting", False),
            )
            for data in context["governor"]
        ),
        possessed=Possessed(
            re.compile(possessed["after"]),
            frozenset(possessed["sides"]),
            frozenset(possessed["agents"]),
            re.compile(possessed["deadlines"]),
        ),
        negation=Setting.of(context["negation"]),
        rate=Setting.of(context["rate"]),
        comparison=Setting.of(comparison),
        figure=Setting.of(comparison, before="before_figure", after="figure"),
        some_day=Setting.of(context["some_day"]),
        birth=Preceding(context["birth"]["before"], REACH),
    )
