"""Finding: where in a text rules have something to say, and what they read there.

The text is looked at once, as codes of its words.  Runs of words that rules speak of ("islands"), and
that hold a trigger, are parsed; guards then drop what only looks like a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .coding import Coded
from .derivation import Expression
from .language import Language
from .lexicon import FIRST_NAME, UNKNOWN
from .names import FIRST_NAMES
from .parser import Parser

#: A run of words is cut here, so that hostile texts cost no more than others.
LONGEST_ISLAND = 64
#: How many words and signs the longest name may have.
LONGEST_NAME = 12


class Found(NamedTuple):
    """An expression at its place in the text.

    :param start: the offset of the extent; ``end`` behind it.
    :param phrase_start: the offset of the phrase; ``phrase_end`` behind it.
    """

    expression: Expression
    start: int
    end: int
    phrase_start: int
    phrase_end: int


def find(text: str, language: Language) -> list[list[Found]]:
    """Return the expressions of a text in order, those of one range or list together."""
    groups: list[list[Found]] = []
    parse, forbid = language.parser.parse, language.guards.forbid
    for offset, behind in islands(text, language):
        joint = None
        # What white space follows a run says nothing of it.
        for expression in parse(text[offset:behind].rstrip()):
            start, end, phrase_start, phrase_end = [offset + place for place in expression[:4]]
            found = Found(expression, start, end, phrase_start, phrase_end)
            if joint is not None and expression.group is joint:
                groups[-1].append(found)
            else:
                groups.append([found])
            joint = expression.group
    return [
        group
        for group in groups
        if not forbid(group[0].expression.rules, text, group[0].start, group[-1].end)
    ]


def islands(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the runs of words that rules speak of and that hold a trigger, as offsets."""
    coded = Coded(text, language.pieces)
    if language.holders:
        coded.codes = _with_first_names(coded, language.holders, language.surnames)
    for first, behind in _runs(coded, language):
        for start in range(first, behind, LONGEST_ISLAND):
            yield coded.offset(start), coded.offset(min(start + LONGEST_ISLAND, behind))


def _runs(coded: Coded, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the first word of each run and the one behind its last."""
    parser, name_only, codes, done = language.parser, language.name_only, coded.codes, 0
    joined, firsts, ends = parser.neighbours, parser.firsts, parser.endings
    for match in language.triggers.finditer(codes):
        trigger = match.start()
        if trigger < done or (codes[trigger] in name_only and not _name_at(coded, trigger, parser)):
            continue
        start = end = trigger
        while start > done and joined[codes[start - 1 : start + 1]]:
            start -= 1
        while joined[codes[end : end + 2]]:
            end += 1
        end += 1
        done = end
        # Words at the ends that no rule can begin or end with only make runs differ that are alike.
        while start < trigger and codes[start] not in firsts:
            start += 1
        while end > trigger + 1 and not ends[codes[end - 2 : end]]:
            end -= 1
        if end - 2 > trigger and codes[end - 2] in language.hour_leads and _counts(coded, end):
            end -= 2
        yield start, end


def _counts(coded: Coded, index: int) -> bool:
    """Return whether a number before a word counts what that names: "on Friday at 10 schools"."""
    if coded.codes[index : index + 1] != UNKNOWN:
        return False
    start, behind = coded.offset(index - 1), coded.offset(index)
    number = coded.text[start:behind]
    return coded.text[behind].isalpha() and number.endswith(" ") and number.rstrip().isalnum()


def _name_at(coded: Coded, index: int, parser: Parser) -> bool:
    """Return whether a whole name begins at a word: "New" alone is none, "New Year's Day" is."""
    return parser.names.match(coded.words(index, index + LONGEST_NAME), 0) is not None


def _with_first_names(coded: Coded, holders: re.Pattern[str], surnames: frozenset[str]) -> str:
    """Return the codes with the capitalised words before a holder's surname no longer unknown."""
    marks = list(coded.codes)
    for match in holders.finditer(coded.codes):
        index = match.start()
        *before, surname = coded.words(max(index - FIRST_NAMES, 0), index + 1)
        if not surname[0].isupper() or surname.casefold() not in surnames:
            continue
        for place, word in zip(range(index - 1, -1, -1), reversed(before), strict=False):
            if marks[place] != UNKNOWN or not word[0].isupper():
                break
            marks[place] = FIRST_NAME
    return "".join(marks)
