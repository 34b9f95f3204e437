"""Finding: where in a text rules have something to say, and what they read there.

The text is looked at once, as codes of its words.  Runs of words that rules speak of ("islands"), and
that hold a trigger, are parsed; guards then drop what only looks like a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import NamedTuple

from .derivation import Expression
from .language import Language
from .lexicon import FIRST_NAME, UNKNOWN
from .names import FIRST_NAMES
from .parser import Parser
from .tokens import TOKENS

#: A run of words is cut here, so that hostile texts cost no more than others.
LONGEST_ISLAND = 64
#: How many tokens the longest name may have.
LONGEST_NAME = 12


class Found(NamedTuple):
    """An expression at its place in the text.

    :param offset: where its island begins.
    :param start: the offset of the extent; ``end`` behind it.
    :param phrase_start: the offset of the phrase; ``phrase_end`` behind it.
    """

    offset: int
    expression: Expression
    start: int
    end: int
    phrase_start: int
    phrase_end: int

    @classmethod
    def at(cls, offset: int, expression: Expression) -> Found:
        """Return the expression of an island that begins at the offset."""
        own = expression
        return cls(
            offset,
            own,
            offset + own.start,
            offset + own.end,
            offset + own.phrase_start,
            offset + own.phrase_end,
        )


def find(text: str, language: Language) -> Iterator[list[Found]]:
    """Yield the expressions of a text in order, those of one range or list together."""
    for group in _grouped(_parsed(text, language)):
        start, end = group[0].start, group[-1].end
        if not language.guards.forbid(group[0].expression.rules, text, start, end):
            yield group


def _parsed(text: str, language: Language) -> Iterator[Found]:
    for start, end in islands(text, language):
        # What white space follows a run says nothing of it.
        for expression in language.parser.parse(text[start:end].rstrip()):
            yield Found.at(start, expression)


def _grouped(found: Iterable[Found]) -> Iterator[list[Found]]:
    group: list[Found] = []
    for item in found:
        own = item.expression.group
        if group and (own is None or own is not group[0].expression.group or item.offset != group[0].offset):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def islands(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the runs of words that rules speak of and that hold a trigger, as offsets."""
    tokens = TOKENS.findall(text)
    get = language.parser.lexicon.codes.get
    codes = "".join(map(get, map(str.rstrip, tokens), repeat(UNKNOWN)))
    if language.surnames:
        codes = _with_first_names(codes, tokens, language.surnames)
    # Few tokens are asked for their place, so that lengths are summed up from one run to the next.
    offset = passed = 0
    for first, behind in _runs(codes, tokens, language):
        for start in range(first, behind, LONGEST_ISLAND):
            end = min(start + LONGEST_ISLAND, behind)
            offset += len("".join(tokens[passed:start]))
            passed = start
            yield offset, offset + len("".join(tokens[start:end]))


def _runs(codes: str, tokens: list[str], language: Language) -> Iterator[tuple[int, int]]:
    """Yield the first token of each run and the one behind its last."""
    parser, name_only, done = language.parser, language.name_only, 0
    joined, firsts, ends = parser.neighbours, parser.firsts, parser.endings
    for match in language.triggers.finditer(codes):
        trigger = match.start()
        if trigger < done or (codes[trigger] in name_only and not _name_at(tokens, trigger, parser)):
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
        if end - 2 > trigger and codes[end - 2] in language.hour_leads and _counts(tokens, codes, end):
            end -= 2
        yield start, end


def _counts(tokens: list[str], codes: str, position: int) -> bool:
    """Return whether a number before the token counts what stands there: "on Friday at 10 schools"."""
    behind = position < len(tokens) and codes[position] == UNKNOWN and tokens[position][0].isalpha()
    return behind and tokens[position - 1].rstrip().isalnum() and tokens[position - 1].endswith(" ")


def _name_at(tokens: list[str], position: int, parser: Parser) -> bool:
    """Return whether a whole name begins at the token: "New" alone is none, "New Year's Day" is."""
    words = [token.rstrip() for token in tokens[position : position + LONGEST_NAME]]
    return parser.names.match(words, 0) is not None


def _with_first_names(codes: str, tokens: list[str], surnames: frozenset[str]) -> str:
    """Return the codes with the capitalised words before a holder's surname no longer unknown."""
    marks = list(codes)
    for index, token in enumerate(tokens):
        if token[0].isupper() and token.rstrip().casefold() in surnames:
            for before in range(index - 1, max(index - 1 - FIRST_NAMES, -1), -1):
                if marks[before] != UNKNOWN or not tokens[before][0].isupper():
                    break
                marks[before] = FIRST_NAME
    return "".join(marks)
