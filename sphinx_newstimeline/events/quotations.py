"""Where a text quotes: the stretches between quotation marks, and marks put back around a piece."""

from __future__ import annotations

import re
from bisect import bisect_left
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


AMBIGUOUS = '"‘»'

# White space between two paragraphs that matters when looking how the next one begins.
LONGEST_BREAK = 80


class Quotation(NamedTuple):
    """A stretch of quoted text.

    :param start: offset of the opening mark.
    :param end: offset behind the closing mark, or behind the paragraph where it has none.
    :param opening: the opening mark.
    :param closing: the mark that closes it, or would.
    :param closed: whether its closing mark is there.
    """

    start: int
    end: int
    opening: str
    closing: str
    closed: bool = True


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
        if opened is None:
            if mark in CLOSING and _opens(text, offset, start, end):
                opened = offset, mark
        elif mark in CLOSING[opened[1]] and _closes(text, offset, end):
            yield Quotation(opened[0], offset + 1, opened[1], mark)
            opened = None
    # Any other mark that is never closed is a slip of the pen, and could lie anywhere.
    if opened and text[end : end + LONGEST_BREAK].lstrip().startswith(opened[1]):
        yield Quotation(opened[0], end, opened[1], CLOSING[opened[1]][0], closed=False)


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


def missing_marks(quoted: Sequence[Quotation], start: int, end: int) -> tuple[str, str]:
    """Return the marks to put before and behind the piece from *start* to *end* to balance it.

    A piece cut from the middle of a quotation gets both, its first piece the closing one, its last
    the opening one.
    """
    first, last = _last_before(quoted, start), _last_before(quoted, end)
    before = first.opening if first and start < first.end else ""
    unclosed = last and (end < last.end or (end == last.end and not last.closed))
    return before, last.closing if last and unclosed else ""


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
