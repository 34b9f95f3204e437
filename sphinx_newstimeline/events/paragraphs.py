"""The paragraphs of an article's text, and which of them are headings or bylines.

A blank line always separates, and so does a line of dashes or the like.  A single line end separates
too, as in bare text files with one paragraph a line, unless the lines are those of a hard-wrapped
paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..articles.plain_headings import RELEASE, RULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .vocabulary import Vocabulary

LINE = re.compile(r"\S[^\n]*")
BULLET = re.compile(r"[-*•‣–]\s+(?=\S)")
ITEM = re.compile(r"(?:[-*•‣–]|\d{1,3}[.)])\s|[^\n.!?]{1,30}:\s")

# The columns at which people, editors and mail programs wrap text.
NARROWEST, WIDEST = 50, 100
# Lines so wide are wrapped ones too where they end in the middle of a sentence.
WIDEST_UNFINISHED = 120
# Some programs fill lines evenly rather than to the last word, and so leave room for one.
RAGGED = 10

# Longer than this, a line without a full stop is a sentence that lacks it, not a heading.
LONGEST_HEADING = 120
# Headline, subtitle, byline, place and date stand above an article; more lines are a list.
LONGEST_LEAD = 5
ENDINGS = frozenset(".!?…:;,。！？")
CLOSERS = "\"'”’»“)]*_"


class Span(NamedTuple):
    """A stretch of the article's text: offsets of its first character and behind its last."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """A stretch of text; *prose* is false for headings and bylines, which make no events."""

    start: int
    end: int
    prose: bool = True


def paragraphs(text: str, words: Vocabulary, title: str = "") -> list[Paragraph]:
    """Return the paragraphs of *text* in order, without the white space and the bullets around them.

    :param words: the language's vocabulary, for the openings of bylines.
    :param title: the article's title; a paragraph that repeats it is a heading.
    """
    spans = [span for block in _blocks(text) for span in _unwrapped(text, block)]
    complete = [_complete(text, span) for span in spans]
    lead = complete.index(True) if True in complete else 0
    headline = " ".join(title.split())
    result = []
    for index, span in enumerate(spans):
        heading = not complete[index] and (
            _byline(text, span, words.bylines)
            or (bool(headline) and " ".join(text[span.start : span.end].split()) == headline)
            or _heading(text, spans, complete, index, lead)
        )
        bullet = BULLET.match(text, span.start, span.end)
        result.append(Paragraph(bullet.end() if bullet else span.start, span.end, not heading))
    return result


def _blocks(text: str) -> Iterator[list[Span]]:
    """Yield the lines of each stretch of text between blank lines."""
    block: list[Span] = []
    for match in LINE.finditer(text):
        line = Span(match.start(), match.start() + len(match[0].rstrip()))
        rule = RULE.fullmatch(text, *line)
        if block and (rule or text.count("\n", block[-1].end, line.start) > 1):
            yield block
            block = []
        if not rule:
            block.append(line)
    if block:
        yield block


def _unwrapped(text: str, block: Sequence[Span]) -> Iterator[Span]:
    """Yield the paragraphs of a block: its lines, with those of a hard-wrapped one joined."""
    width = max(line.end - line.start for line in block)
    listing = bool(ITEM.match(text, block[0].start))
    start, before = block[0].start, block[0]
    for line in block[1:]:
        item = listing and ITEM.match(text, line.start)
        if item or not _continues(text, before, line, width):
            yield Span(start, before.end)
            start = line.start
        before = line
    yield Span(start, before.end)


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    """Return whether *following* goes on with the paragraph of *line*, in a block so wide."""
    if text[following.start].islower() or text[line.end - 1] in ",-–—":
        return True
    widest = WIDEST if _complete(text, line) else WIDEST_UNFINISHED
    if not NARROWEST <= width <= widest:
        return False
    # A wrapped line is one that had no room for the word that now begins the next.
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width - RAGGED


def _complete(text: str, span: Span) -> bool:
    """Return whether a paragraph ends as a sentence does, or is too long for a heading."""
    if span.end - span.start > LONGEST_HEADING:
        return True
    tail = text[max(span.start, span.end - 20) : span.end].rstrip(CLOSERS)
    return not tail or tail[-1] in ENDINGS


def _byline(text: str, span: Span, openings: Sequence[str]) -> bool:
    """Return whether a paragraph tells who wrote or when it was published."""
    line = text[span.start : span.end].lower()
    return any(line.startswith(opening) and not line[len(opening) :][:1].isalnum() for opening in openings)


def _heading(text: str, spans: Sequence[Span], complete: Sequence[bool], index: int, lead: int) -> bool:
    """Return whether a line without a full stop is a heading: one that a whole paragraph follows.

    Lines without full stops below each other are a list, whose items count, except above the first
    whole paragraph, where headline, byline and place stand.  The headings of a changelog are what it tells.
    """
    if ITEM.match(text, spans[index].start) or RELEASE.match(text, *spans[index]):
        return False
    if index < lead <= LONGEST_LEAD:
        return True
    followed = index + 1 < len(spans) and complete[index + 1]
    return followed and (index == 0 or complete[index - 1])
