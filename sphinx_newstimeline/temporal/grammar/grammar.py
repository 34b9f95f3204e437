"""The grammar of a language: all that its rules and words say, in the form that reading texts asks for.

It depends on the data of the language alone, not on the periods that an author names, and is plain: tuples
and dicts of texts and numbers, which are quick to read from a file and cost the search for garbage nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .shapes import Value

#: Classes of words and kinds of things, as a rule names them for one place.
Classes = tuple[str, ...]

#: The kinds of names: of holidays, of holders of an office, and of other periods.
HOLIDAY = "HOLIDAY"
HOLDER = "_HOLDER"
PERIOD = "PERIOD"
NAME_KINDS = (HOLIDAY, HOLDER, PERIOD)


class Rule(NamedTuple):
    """A rule: what it matches, and what it makes of that.

    :param kind: the kind of what it makes.
    :param means: the function that says what that means, with ``constants``.
    :param slots: what the function gets: name, classes or kinds, and the group that catches it.
    :param regex: the regular expression for codes.
    :param needs: sets of codes, as bits, of each of which every match has one.
    :param extent: the group of the extent; 0 where it is the whole match.
    :param parts: the groups of the extents of the parts of a range or list.
    """

    kind: str
    name: str
    means: str
    constants: tuple[tuple[str, Any], ...]
    slots: tuple[tuple[str, Classes, int], ...]
    regex: str
    needs: tuple[int, ...]
    extent: int
    parts: tuple[int, ...]


class LevelTable(NamedTuple):
    """The rules of a level, by what a match can begin with: sets of codes to sets of rules, both as bits.

    :param start: the number of the first rule.
    :param firsts: the codes that one of them can begin with, as bits.
    :param first: by the first code; ``second`` by the second; ``alone`` by the only one.
    """

    start: int
    firsts: int
    first: Mapping[int, int]
    second: Mapping[int, int]
    alone: Mapping[int, int]


class Grammar(NamedTuple):
    """What the data of a language says.

    :param codes: every form of every word to its code; ``numbers`` the shapes of numbers in digits to theirs.
    :param last_code: the number of the last code.
    :param values: class to (word to value), for what rules hand over.
    :param kinds: the codes of the kinds of things that rules make and names are.
    :param rules: all rules, as tuples of the fields of :class:`Rule`.
    :param levels: the levels, as tuples of the fields of :class:`LevelTable`.
    :param firsts: the codes that a match can begin with, as bits.
    :param endings: the codes that a run of words can end with, as bits, and ``before`` those before others.
    :param neighbours: the codes that can stand behind a code, as bits.
    :param triggers: the codes of words that make a run of words worth parsing; ``heads`` of those that do
        where there are named periods; ``trigger_runs`` sets of codes that do behind each other.
    :param hour_leads: the codes of words behind which a bare number may be an hour.
    :param months: the numbers of the months by their names.
    :param head_words: what named periods are called by; ``time_words``: what is no name by itself.
    :param holidays: the tokens of the names of holidays, and the holidays' keys.
    :param context: what the language's ``context.toml`` says.
    """

    codes: dict[str, str]
    numbers: dict[int, str]
    last_code: int
    values: dict[str, dict[str, Value]]
    kinds: dict[str, str]
    rules: tuple[tuple[Any, ...], ...]
    levels: tuple[tuple[Any, ...], ...]
    firsts: int
    endings: int
    before: dict[str, int]
    neighbours: dict[str, int]
    triggers: str
    heads: str
    trigger_runs: tuple[tuple[str, ...], ...]
    hour_leads: str
    months: dict[str, int]
    head_words: tuple[str, ...]
    time_words: tuple[str, ...]
    holidays: tuple[tuple[tuple[str, ...], str], ...]
    context: dict[str, Any]
