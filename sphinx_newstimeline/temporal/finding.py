"""Finding: where in a text rules have something to say, and what they read there.

The text is looked at once, as codes of its words.  Runs of words that rules speak of ("islands"), and
that hold a trigger, are parsed; guards then drop what only looks like a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, repeat

from .language import Language
from .lexicon import FIRST_NAME, UNKNOWN
from .names import FIRST_NAMES
from .parser import Expression, Parser
from .tokens import TOKENS

#: A run of words is cut here, so that hostile texts cost no more than others.
LONGEST_ISLAND = 64
#: How many tokens the longest name may have.
LONGEST_NAME = 12
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at its place in the text.

    :param offset: where its island begins.
    """

    offset: int
    expression: Expression

    @property
    def start(self) -> int:
        """Return the offset of the extent in the text."""
        return self.offset + self.expression.start

    @property
    def end(self) -> int:
        """Return the offset behind the extent."""
        return self.offset + self.expression.end

    @property
    def phrase_start(self) -> int:
        """Return the offset of the phrase in the text."""
        return self.offset + self.expression.phrase_start

    @property
    def phrase_end(self) -> int:
        """Return the offset behind the phrase."""
        return self.offset + self.expression.phrase_end


def find(text: str, language: Language) -> Iterator[list[Found]]:
    """Yield the expressions of a text in order, those of one range or list together."""
    for group in _grouped(_parsed(text, language)):
        start, end = group[0].start, group[-1].end
        if not any(language.guards.forbid(rule, text, start, end) for rule in group[0].expression.rules):
            yield group


def _parsed(text: str, language: Language) -> Iterator[Found]:
    for start, end in islands(text, language):
        # What white space follows a run says nothing of it.
        for expression in language.parser.parse(text[start:end].rstrip()):
            yield Found(start, expression)


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
    offsets = list(accumulate(map(len, tokens), initial=0))
    get = language.parser.lexicon.codes.get
    codes = "".join(map(get, map(str.rstrip, tokens), repeat(UNKNOWN)))
    if language.surnames:
        codes = _with_first_names(codes, tokens, language.surnames)
    parser, done = language.parser, 0
    behind = parser.neighbours.get
    for match in language.triggers.finditer(codes):
        trigger = match.start()
        if trigger < done or (codes[trigger] in language.name_only and not _name_at(tokens, trigger, parser)):
            continue
        start = end = trigger
        while start > done and codes[start] in behind(codes[start - 1], NOTHING):
            start -= 1
        while codes[end + 1 : end + 2] in behind(codes[end], NOTHING):
            end += 1
        end += 1
        limit = end
        # Words at the ends that no rule can begin or end with only make runs differ that are alike.
        while start < trigger and codes[start] not in parser.firsts:
            start += 1
        end = parser.endings.end(codes, trigger + 1, end)
        while start < end:
            done = min(start + LONGEST_ISLAND, end)
            yield offsets[start], offsets[done]
            start = done
        done = limit


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
