"""Loading the data of a language, and making its parser."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ..holidays import find_holiday_names
from .builders import BUILDERS
from .coding import Pieces
from .cues import Cues, read_cues
from .governors import Governors, read_governors
from .guards import Guards, read_guards
from .lexicon import Lexicon
from .names import HOLDER, HOLIDAY, NameIndex, holiday_names, period_names
from .neighbours import codes_of
from .parser import Parser
from .period import Period
from .rules import RuleFile, members_of, read_rules
from .shapes import Value

#: The groups of words that are names of months.
MONTHS = ("MONTH", "MONTH_ABBR")
#: Languages are folders of data in ``lang``.
LANGUAGES = "lang"
#: The classes of words that named periods are called by: without such periods they say nothing.
HEADS = frozenset({"HEAD", "HEAD_OF_PEOPLE"})


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
    folder = files(__package__).joinpath(LANGUAGES)
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.joinpath("rules.txt").is_file()))


@lru_cache(maxsize=8)
def _data(code: str) -> tuple[RuleFile, dict[str, dict[str, int | str]], Cues, Guards, Governors]:
    folder = files(__package__).joinpath(LANGUAGES, code)
    rules = read_rules(folder.joinpath("rules.txt").read_text("utf-8").splitlines())
    words = tomllib.loads(folder.joinpath("words.toml").read_text("utf-8"))
    context = tomllib.loads(folder.joinpath("context.toml").read_text("utf-8"))
    return rules, words, read_cues(context), read_guards(context), read_governors(context)


def months(code: str) -> Mapping[str, int]:
    """Return the numbers of the months by their names in a language, which dateparser need not be asked for.

    :param code: the code of a language that has data.
    """
    words = _data(code)[1]
    named = (pair for group in MONTHS for pair in words.get(group, {}).items())
    return {name: number for name, number in named if isinstance(number, int)}


@lru_cache(maxsize=32)
def load(code: str, periods: tuple[Period, ...] = ()) -> Language:
    """Return a language, ready for texts that speak of these periods.

    :param code: a language code; a region behind it ("en-GB") is left out where it has no data.
    :raises LanguageError: where the language has no data.
    """
    known = available()
    name = code.replace("_", "-").casefold()
    name = name if name in known else name.split("-")[0]
    if name not in known:
        raise LanguageError(f"no data for the language “{code}”; there is {', '.join(known)}")
    rules, words, cues, guards, governors = _data(name)
    heads = {word for group in HEADS for word in words.get(group, {})}
    times = {word.casefold() for group in ("MONTH", "WEEKDAY", "SEASON") for word in words[group]}
    names = NameIndex.of([*period_names(periods, heads, times), *holiday_names(find_holiday_names(name))])
    vocabulary: dict[str, dict[str, Value]] = {
        **words,
        "NAME": dict.fromkeys(sorted(names.words), 0),
        "NAME_BEGINNING": dict.fromkeys(sorted(names.beginnings), 0),
        # No rule asks for it: it gives such words codes of their own, which the search for triggers needs.
        "NAME_OF_ONE_WORD": dict.fromkeys(sorted(names.single), 0),
    }
    lexicon = Lexicon.compile(vocabulary, sorted(rules.literals), (*rules.kinds, HOLIDAY, HOLDER))
    parser = Parser(name, rules, lexicon, BUILDERS, names)
    surnames = frozenset(names.holders)
    named = "".join(sorted(set().union(*(codes_of(surname, lexicon) for surname in surnames))))
    holders = re.compile(f"[{named}]") if named else None
    triggers = _trigger_codes(rules, lexicon, frozenset() if periods else HEADS)
    name_only = frozenset(lexicon.classes.get("NAME_BEGINNING", "")).difference(triggers)
    search = _triggers(rules, lexicon, triggers, _name_openings(names, lexicon, name_only))
    leads = frozenset(code for word in members_of("HOUR_LEAD", rules) for code in lexicon.classes[word])
    pieces = Pieces(lexicon.codes)
    return Language(
        name, parser, search, cues, guards, governors, pieces, surnames, holders, name_only, leads
    )


def _trigger_codes(rules: RuleFile, lexicon: Lexicon, besides: frozenset[str]) -> set[str]:
    """Return the codes of the words that make a run worth parsing, but for names and those *besides*."""
    members = set(members_of("TRIGGER", rules)).difference(besides, ["NAME_BEGINNING"])
    return {code for member in members if "+" not in member for code in lexicon.classes.get(member, "")}


def _name_openings(names: NameIndex, lexicon: Lexicon, name_only: frozenset[str]) -> list[tuple[str, str]]:
    """Return the codes that names begin with, and those of their second words, empty where there is none."""
    found: dict[str, set[str]] = defaultdict(set)
    for tokens in {name.tokens[:2] for of_first in names.by_first.values() for name in of_first}:
        for code in codes_of(tokens[0], lexicon) & name_only:
            found[code] |= codes_of(tokens[1], lexicon) if tokens[1:] else {""}
    known = {code: behind for code, behind in found.items() if behind}
    return [(code, "" if "" in behind else "".join(sorted(behind))) for code, behind in known.items()]


def _triggers(
    rules: RuleFile, lexicon: Lexicon, single: set[str], openings: Iterable[tuple[str, str]]
) -> re.Pattern[str]:
    """Return what the codes of a run of words must hold to be worth parsing.

    ``A+B`` in the union TRIGGER is a word of class A with one of class B behind it, ``A+B+C`` so on.

    :param single: the codes that are enough.
    :param openings: codes that are only with one of certain codes behind them, if any are given.
    """
    runs = [member.split("+") for member in members_of("TRIGGER", rules) if "+" in member]
    runs_of_codes = [[lexicon.classes[name] for name in run] for run in runs]
    runs_of_codes += [[first, second] for first, second in openings if second]
    alone = single.union(first for first, second in openings if not second)
    firsts = "".join(sorted(alone.union(*(run[0] for run in runs_of_codes))))
    # A search is quick for one set of characters; what stands beside is looked at where one was found.
    beside = [f"(?<=[{''.join(sorted(alone))}])"]
    for first, *others in runs_of_codes:
        beside.append(f"(?<=[{first}])(?=" + "".join([f"[{codes}]" for codes in others]) + ")")
    return re.compile(f"[{firsts}](?:{'|'.join(beside)})")


__all__ = ["Language", "LanguageError", "available", "load"]
