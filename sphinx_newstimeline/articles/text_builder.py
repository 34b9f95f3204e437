"""Putting an article's text together, and keeping account of the lines that it came from."""

from __future__ import annotations

import re

from .decoding import plain_characters
from .headings import Heading

#: How far apart the marks in a plain text are: finding a line counts line ends from the last mark.
_STRIDE = 32_768

WORD, CELL, LINE, PARAGRAPH = " ", " | ", "\n", "\n\n"
#: The weaker first: between a line end and a paragraph's, the paragraph's holds.
_SEPARATORS = ("", WORD, CELL, LINE, PARAGRAPH)


def line_starts(text: str, first: int) -> tuple[tuple[int, int], ...]:
    """Return marks for ``Article.line_starts`` of a text that stands in the file as it is.

    :param text: the text, which begins on the line *first* of the file.
    """
    marks, line = [(0, first)], first
    for offset in range(_STRIDE, len(text), _STRIDE):
        line += text.count("\n", offset - _STRIDE, offset)
        marks.append((offset, line))
    return tuple(marks)


def on_one_line(text: str, line: int) -> tuple[tuple[int, int], ...]:
    """Return marks for ``Article.line_starts`` of a text that stands in the file on a single line.

    :param text: the text, whose line ends are none in the file: a string of JSON.
    """
    starts = [match.end() for match in re.finditer("\n", text)]
    return tuple((start, line) for start in (0, *starts))


class TextBuilder:
    """Collects pieces of text with the lines of the file on which they stand."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._pieces: list[str] = []
        self._marks: list[tuple[int, int]] = []
        self._size = 0
        self._line = 0
        self._separator = ""
        self._headings: list[Heading] = []

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self._pieces)

    @property
    def size(self) -> int:
        """Return how long the text is so far, without what will separate it from the next words."""
        return self._size

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Return the value for ``Article.line_starts``."""
        return tuple(self._marks) or ((0, 1),)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Return the headings that were marked, in order."""
        return tuple(self._headings)

    @property
    def place(self) -> int:
        """Return the offset at which the next words will stand, if they are not part of the last ones."""
        return self._size + len(self._separator)

    def mark_heading(self, start: int, level: int) -> None:
        """Note that what stands behind an offset is a heading, if it is anything.

        :param start: the ``place`` before it was written.
        :param level: how deep it stands, 1 being the outermost.
        """
        if self._size > start:
            self._headings.append(Heading(start, self._size, level))

    def end(self, separator: str = PARAGRAPH) -> None:
        """End a word, cell, line or paragraph: whatever comes next stands behind the separator."""
        if self._size:
            self._separator = max(self._separator, separator, key=_SEPARATORS.index)

    def write(self, words: str, line: int) -> None:
        """Add words that stand on that line of the file, counted from 1.

        Space at their end is kept back, so that none stands at the end of a line or paragraph.
        """
        words = plain_characters(words)
        if self._separator or not self._size:
            words = words.lstrip()
        kept = words.rstrip()
        if kept:
            self._append(self._separator)
            self._separator = ""
            if line != self._line:
                self._marks.append((self._size, line))
                self._line = line
            self._append(kept)
        if len(words) > len(kept):
            self.end(WORD)

    def _append(self, words: str) -> None:
        """Add characters, and count the lines that a reader of the marks will count."""
        self._pieces.append(words)
        self._size += len(words)
        self._line += words.count("\n")
