"""The words that an entry shows: a sentence with single spaces, whole quotations and marked dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from .paragraphs import Span
from .quotations import missing_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .quotations import Quotation

# A longer sentence (a table without line ends, a transcript) is shown around its date alone.
LONGEST_SHOWN = 600
# How far to look for the end of a word before cutting in the middle of one.
LONGEST_WORD = 60
ELLIPSIS = "…"

# A single plain space stays as it is; all other white space becomes one.
SPACES = re.compile(r"\s{2,}|[^\S ]")


class Passage(NamedTuple):
    """Text to show, and the pairs of offsets into it of the words to mark, not touching."""

    text: str
    marks: tuple[tuple[int, int], ...]


def passage(text: str, sentence: Span, phrases: Sequence[Span], quoted: Sequence[Quotation]) -> Passage:
    """Return what to show of a sentence.

    :param sentence: the offsets of the sentence in *text*, without white space around it.
    :param phrases: the offsets of the words to mark; of a very long sentence the surroundings of
        the first are shown.
    :param quoted: the quotations of the paragraph, to close the marks of those that are cut.
    """
    shown = _window(text, sentence, phrases[0])
    opening, closing = missing_marks(quoted, shown.start, shown.end)
    opening += f"{ELLIPSIS} " if shown.start > sentence.start else ""
    closing = (f" {ELLIPSIS}" if shown.end < sentence.end else "") + closing
    raw = text[shown.start : shown.end]
    # Where white space was taken away: offsets behind it, and how much was until then.
    ends, taken = [0], [0]
    for spaces in SPACES.finditer(raw):
        ends.append(spaces.end())
        taken.append(taken[-1] + len(spaces[0]) - 1)

    def place(offset: int) -> int:
        inside = min(max(offset, shown.start), shown.end) - shown.start
        return inside - taken[bisect_right(ends, inside) - 1] + len(opening)

    marks = _apart([(place(phrase.start), place(phrase.end)) for phrase in phrases])
    return Passage(f"{opening}{SPACES.sub(' ', raw)}{closing}", marks)


def _window(text: str, sentence: Span, phrase: Span) -> Span:
    """Return the sentence, or the part of it around the phrase, cut between words, where it is long."""
    if sentence.end - sentence.start <= LONGEST_SHOWN:
        return sentence
    room = max(LONGEST_SHOWN - (phrase.end - phrase.start), 0)
    start = max(phrase.start - room // 2, sentence.start)
    end = min(start + max(LONGEST_SHOWN, phrase.end - phrase.start), sentence.end)
    start = max(min(start, end - LONGEST_SHOWN), sentence.start)
    if start > sentence.start:
        start = _word_start(text, start, min(start + LONGEST_WORD, phrase.start))
    if end < sentence.end:
        end = _word_end(text, end, max(end - LONGEST_WORD, phrase.end))
    return Span(start, end)


def _word_start(text: str, offset: int, limit: int) -> int:
    """Return where the first word from *offset* on begins, or *offset* if none does by *limit*."""
    match = re.compile(r"\s\S").search(text, offset - 1, limit + 1)
    return match.end() - 1 if match else offset


def _word_end(text: str, offset: int, limit: int) -> int:
    """Return where the last word before *offset* ends, or *offset* if none does from *limit* on."""
    spaces = [match.start() for match in re.compile(r"(?<=\S)\s").finditer(text, limit, offset + 1)]
    return spaces[-1] if spaces else offset


def _apart(marks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the marks that are not empty, those that touch or overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(mark for mark in marks if mark[0] < mark[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
