"""The terminal: its width, its styles, and lines that fit, whatever script they are in."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is not shown on a terminal is as wide as a page that reads well.
PAGE = 100
NARROWEST = 30

CODES = {"bold": "1", "dim": "2", "date": "1;36", "mark": "1;33", "heading": "1;4", "line": "36"}

# What would move the cursor, change colours or turn the direction of text: an article is from strangers.
UNSAFE = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys([*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
}


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a table is shown: so many columns wide, in colour or plain."""

    width: int = PAGE
    colour: bool = False

    def style(self, name: str, text: str) -> str:
        """Return text in a style, or as it is where there is no colour."""
        return f"\x1b[{CODES[name]}m{text}\x1b[0m" if self.colour and text else text


def terminal(output: str | None = None) -> Terminal:
    """Return the terminal of standard output, or a plain page for a file.

    ``COLUMNS`` says how wide it is, else the terminal itself; there is colour on a terminal alone,
    and none where ``NO_COLOR`` is set (https://no-color.org) or the terminal is ``dumb``.
    """
    width = max(shutil.get_terminal_size((PAGE, 0)).columns, NARROWEST)
    if output is not None or sys.stdout is None or not sys.stdout.isatty():
        stated = os.environ.get("COLUMNS", "")
        return Terminal(max(int(stated), NARROWEST) if stated.isdecimal() and int(stated) else PAGE)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Terminal(width, not plain)


def safe(text: str) -> str:
    """Return text with a visible character for each that a terminal would act on."""
    return text.translate(UNSAFE)


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    """Return the columns of one character: two for wide ones, none for what joins the one before."""
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the lines that a text with single spaces is broken into.

    A line is at most so many columns wide; a word that is longer is broken.
    """
    start = end = 0
    used = 0
    for word in re.finditer(r"\S+", text):
        for first, last in _broken(text, word.start(), word.end(), width):
            size = columns(text[first:last])
            gap = columns(text[end:first])
            if end > start and used + gap + size > width:
                yield start, end
                start, used, gap = first, 0, 0
            used += gap + size
            end = last
    if end > start:
        yield start, end


def _broken(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a word that fit a line; where text has no spaces, between wide characters."""
    used = 0
    for offset in range(start, end):
        size = _columns(text[offset])
        wide = used and size > 1
        if used + size > width or wide:
            yield start, offset
            start, used = offset, 0
        used += size
    yield start, end
