"""Where a text quotes: the stretches between quotation marks, and marks put back around a piece."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARK = re.compile(r"[\"“”„‟«»「」『』‘’]")

# What closes what; ASCII marks close themselves, and German and Polish differ in what closes „.
CLOSING = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
}


# What opens what closes, where one half is missing.
OPENING = {'"': '"', "”": "“", "»": "«"}

AMBIGUOUS = '"‘»'

# White space between two paragraphs that matters when looking how the next one begins.
LONGEST_BREAK = 80


class Part(StrEnum):
    """What of a quotation stands in its paragraph."""

    WHOLE = "whole"
    CONTINUED = "continued"
    OPENING = "opening mark"
    CLOSING = "closing mark"


class Quotation(NamedTuple):
    """A stretch of quoted text.

    :param start: offset of the opening mark.
    :param end: offset behind the closing mark, or behind the paragraph where it goes on in the next;
        a lone mark, whose other half is missing, is a stretch of its own.
    :param opening: the opening mark.
    :param closing: the mark that closes it, or would.
    """

    start: int
    end: int
    opening: str
    closing: str
    part: Part = Part.WHOLE


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the outermost quotations of the paragraph from *start* to *end*, in order.

    One that goes on in the next paragraph, which then opens it again, reaches to the end of this.
    """
    return list(_scan(text, start, end))


def _scan(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield the quotations of a paragraph."""
    opened: tuple[int, str] | None = None
    for match in MARK.finditer(text, start, end):
        mark, offset = match[0], match.start()
        if opened is not None:
            if mark in CLOSING[opened[1]] and _closes(text, offset, end):
                yield Quotation(opened[0], offset + 1, opened[1], mark)
                opened = None
        elif mark in CLOSING and _opens(text, offset, start, end):
            opened = offset, mark
        elif mark in OPENING and _ends(text, offset, start):
            yield Quotation(offset, offset + 1, OPENING[mark], mark, Part.CLOSING)
    if opened:
        yield from _unclosed(text, *opened, end)


def _unclosed(text: str, offset: int, mark: str, end: int) -> Iterator[Quotation]:
    """Yield the quotation that a mark opens and nothing closes, unless it is an apostrophe."""
    if text[end : end + LONGEST_BREAK].lstrip().startswith(mark):
        yield Quotation(offset, end, mark, CLOSING[mark][0], Part.CONTINUED)
    elif mark != "‘":
        yield Quotation(offset, offset + 1, mark, CLOSING[mark][0], Part.OPENING)


def _opens(text: str, offset: int, start: int, end: int) -> bool:
    """Return whether the mark at *offset* can open a quotation.

    Marks that also close, and the apostrophe's twin, do so only where a word begins behind them
    and none ends before them.
    """
    if text[offset] not in AMBIGUOUS:
        return True
    followed = offset + 1 < end and not text[offset + 1].isspace()
    before = text[offset - 1] if offset > start else " "
    return followed and not before.isalnum() and before not in ".,!?…%"


def _closes(text: str, offset: int, end: int) -> bool:
    """Return whether the mark at *offset* can close: a single one inside a word is an apostrophe."""
    if text[offset] != "’":
        return True
    return offset + 1 >= end or not text[offset + 1].isalnum()


def _ends(text: str, offset: int, start: int) -> bool:
    """Return whether the mark at *offset* can close what was never opened; after a digit it is inches."""
    before = text[offset - 1] if offset > start else " "
    return not before.isspace() and not (text[offset] == '"' and before.isdigit())


def missing_marks(quoted: Sequence[Quotation], start: int, end: int) -> tuple[str, str]:
    """Return the marks to put before and behind the piece from *start* to *end* to balance it.

    A piece cut from the middle of a quotation gets both, its first piece the closing one, its last
    the opening one.
    """
    first, last = _last_before(quoted, start), _last_before(quoted, end)
    before = ""
    if first and start < first.end:
        before = first.opening
    elif (inside := quotations_in(quoted, start, end)) and inside[0].part is Part.CLOSING:
        before = inside[0].opening
    return before, last.closing if last and _open_at(last, start, end) else ""


def _open_at(quotation: Quotation, start: int, end: int) -> bool:
    """Return whether a quotation is still open where the piece from *start* to *end* ends."""
    match quotation.part:
        case Part.OPENING:
            return start <= quotation.start
        case Part.CONTINUED:
            return end <= quotation.end
        case _:
            return end < quotation.end


def quotation_at(quoted: Sequence[Quotation], offset: int) -> Quotation | None:
    """Return the quotation that has the character at *offset*, its marks included, or ``None``."""
    found = _last_before(quoted, offset + 1)
    return found if found and offset < found.end else None


def quotations_in(quoted: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Return the quotations that open between two offsets."""
    first = bisect_left(quoted, start, key=lambda quotation: quotation.start)
    return quoted[first : bisect_left(quoted, end, first, key=lambda quotation: quotation.start)]


def _last_before(quoted: Sequence[Quotation], offset: int) -> Quotation | None:
    """Return the last quotation that starts before *offset*, or ``None``."""
    index = bisect_left(quoted, offset, key=lambda quotation: quotation.start)
    return quoted[index - 1] if index else None
