"""Loading the data of a language, and making its parser."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..languages import primary
from .builders import BUILDERS
from .coding import Pieces
from .cues import Cues, read_cues
from .governors import Governors, read_governors
from .grammar import Grammar, grammar_of
from .grammar.codes import bits, codes_in, set_regex
from .grammar.sources import languages
from .guards import Guards
from .lexicon import Lexicon
from .names import NameIndex, holiday_names, period_names
from .parser import Parser
from .period import Period


class LanguageError(LookupError):
    """A language has no data; the message lists those that have."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language's parser for a set of named periods, and its data about context.

    :ivar triggers: the codes that make a run of words worth parsing.
    :ivar name_only: the codes among them that are worth it only where a whole name stands.
    :ivar hour_leads: the codes of words behind which a bare number may be an hour.
    :ivar pieces: the codes of the pieces of texts.
    :ivar surnames: the words that end or are a holder's name, in lower case; ``holders`` finds their codes,
        and is ``None`` where there are none.
    """

    code: str
    parser: Parser
    triggers: re.Pattern[str]
    cues: Cues
    guards: Guards
    governors: Governors
    pieces: Pieces
    surnames: frozenset[str]
    holders: re.Pattern[str] | None
    name_only: frozenset[str]
    hour_leads: frozenset[str]


def available() -> tuple[str, ...]:
    """Return the codes of the languages that have data."""
    return languages()


@lru_cache(maxsize=8)
def _context(code: str) -> tuple[Cues, Guards, Governors]:
    context = grammar_of(code).context
    return read_cues(context), Guards(context["guard"]), read_governors(context)


@lru_cache(maxsize=32)
def load(code: str, periods: tuple[Period, ...] = ()) -> Language:
    """Return a language, ready for texts that speak of these periods.

    :param code: a language code; a region behind it ("en-GB") is left out where it has no data.
    :raises LanguageError: where the language has no data.
    """
    known = available()
    name = code.replace("_", "-").casefold()
    name = name if name in known else primary(name)
    if name not in known:
        raise LanguageError(f"no data for the language “{code}”; there is {', '.join(known)}")
    grammar, (cues, guards, governors) = grammar_of(name), _context(name)
    of_periods = period_names(periods, grammar.head_words, frozenset(grammar.time_words))
    names = NameIndex.of([*of_periods, *holiday_names(grammar.holidays)])
    parser = Parser(name, grammar, BUILDERS, names)
    lexicon = parser.lexicon
    triggers = _in_texts(grammar.triggers + (grammar.heads if periods else ""), lexicon)
    name_only = lexicon.beginnings.difference(triggers)
    search = _triggers(grammar, lexicon, triggers, _name_openings(names, lexicon, name_only))
    leads = frozenset(_in_texts(grammar.hour_leads, lexicon))
    surnames = frozenset(names.holders)
    named: set[str] = set().union(*map(lexicon.codes_of_name, surnames))
    holders = re.compile(_any_of(named)) if named else None
    pieces = Pieces(lexicon.codes)
    return Language(
        name, parser, search, cues, guards, governors, pieces, surnames, holders, name_only, leads
    )


def _in_texts(codes: Iterable[str], lexicon: Lexicon) -> str:
    """Return the codes that words have in a text where rules see these codes, in order."""
    return codes_in(lexicon.in_texts(bits(codes)))


def _name_openings(names: NameIndex, lexicon: Lexicon, name_only: frozenset[str]) -> list[tuple[str, str]]:
    """Return the codes that names begin with, and those of their second words, empty where there is none."""
    found: dict[str, set[str]] = defaultdict(set)
    for tokens in {name.tokens[:2] for of_first in names.by_first.values() for name in of_first}:
        for code in lexicon.codes_of_name(tokens[0]) & name_only:
            found[code] |= lexicon.codes_of_name(tokens[1]) if tokens[1:] else {""}
    known = {code: behind for code, behind in found.items() if behind}
    return [(code, "" if "" in behind else "".join(sorted(behind))) for code, behind in sorted(known.items())]


def _triggers(
    grammar: Grammar, lexicon: Lexicon, single: str, openings: Iterable[tuple[str, str]]
) -> re.Pattern[str]:
    """Return what the codes of a run of words must hold to be worth parsing.

    :param single: the codes that are enough.
    :param openings: codes that are only with one of certain codes behind them, if any are given.
    """
    runs = [[_in_texts(codes, lexicon) for codes in run] for run in grammar.trigger_runs]
    runs += [[first, second] for first, second in openings if second]
    alone = set(single).union(first for first, second in openings if not second)
    firsts = alone.union(*(run[0] for run in runs))
    # A search is quick for one set of characters; what stands beside is looked at where one was found.
    beside = [f"(?<={_any_of(alone)})"]
    for first, *others in runs:
        beside.append(f"(?<={_any_of(first)})(?=" + "".join([_any_of(codes) for codes in others]) + ")")
    return re.compile(f"{_any_of(firsts)}(?:{'|'.join(beside)})")


def _any_of(codes: Iterable[str]) -> str:
    return set_regex("".join(sorted(codes)))


__all__ = ["Language", "LanguageError", "available", "load"]
