"""From the lines of a PDF's pages to its paragraphs: a PDF knows where letters stand, and no paragraph.

A new paragraph begins where the distance to the line before is larger than usual, the letters have
another size, the line is indented, or the line before ends a sentence early.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..text_builder import TextBuilder

#: The letters of a headline have so many times the size of those of the text, and it has so many lines.
_HEADLINE = 1.15
_HEADLINE_LINES = 4
#: What is the same size, written by programs that round.
_SAME = 0.06
#: A distance of so many usual ones parts paragraphs; so many times the letters' size is one indent.
_WIDE = 1.25
_INDENT = 0.7
#: The distance of lines, in sizes, where there are too few to tell.
_LEADING = 1.2
#: How many lines at the top and at the bottom of a page may be a running head.
_HEADS = 2
#: How far a page's number is from the text, in sizes of its letters.
_APART = 1.8
#: A line that ends a sentence before so much of the usual length ends its paragraph.
_SHORT = 0.7
_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•‣▪●■–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.) *)?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|von|/) *\d{1,4})?", re.IGNORECASE
)
_SURE_HYPHENS = "\xad"
_HYPHENS = f"-‐{_SURE_HYPHENS}"
_LAST_WORD = re.compile(r"[^\W\d_]+.$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: What stands before the hyphen of a word that keeps it, where news speaks of time and number.
_KEPT = frozenset({
    "day", "early", "eight", "five", "four", "half", "late", "long", "mid", "month", "nine", "non", "post",
    "pre", "self", "seven", "six", "ten", "then", "three", "twelve", "two", "week", "year",
})  # fmt: skip


class Line(NamedTuple):
    """A line of a page.

    :param page: the page, counted from 1.
    :param x: where it begins, in points from the left.
    :param y: its height, in points from below.
    :param size: the size of its letters in points.
    """

    words: str
    page: int
    x: float
    y: float
    size: float


class Prose(NamedTuple):
    """The text of a PDF, with pages for lines, and its headline if there is one."""

    out: TextBuilder
    heading: str


def prose_of(lines: Sequence[Line]) -> Prose:
    """Return the prose of a PDF.

    :param lines: the lines of its pages, in the order in which they are written.
    """
    lines = _without_running_heads(lines)
    heading, lines = _headline(lines)
    vocabulary = _vocabulary(lines)
    out = TextBuilder()
    for paragraph in _paragraphs(lines):
        out.end()
        for line, following in zip(paragraph, [*paragraph[1:], None], strict=True):
            out.write(
                _joined(line.words, following.words, vocabulary) if following else line.words, line.page
            )
    return Prose(out, heading)


def _vocabulary(lines: Sequence[Line]) -> Counter[str]:
    """Return how often each word occurs that no line end has cut, in small letters."""
    words: Counter[str] = Counter()
    cut = False
    for line in lines:
        found = [word.lower() for word in _WORD.findall(line.words)]
        first, cut = int(cut), line.words[-1] in _HYPHENS
        words.update(found[first : len(found) - cut])
    return words


def _joined(words: str, following: str, vocabulary: Counter[str]) -> str:
    """Return a line with what stands between it and the next of its paragraph: a space or nothing.

    The hyphen at its end goes where it only parts a word.

    :param vocabulary: how often the document has each word, in small letters.
    """
    first, second = _LAST_WORD.search(words), _WORD.match(following)
    if words[-1] in _SURE_HYPHENS:
        return words[:-1]
    if words[-1] not in _HYPHENS or not words[-2:-1].isalnum() or not following[0].isalnum():
        return f"{words} "
    if not first or not second or not following[0].islower():
        return words
    before, behind = first[0][:-1].lower(), second[0].lower()
    parts = before in _KEPT or (vocabulary[before] and vocabulary[behind])
    kept = vocabulary[f"{before}-{behind}"] or (parts and not vocabulary[before + behind])
    return words if kept else words[:-1]


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    pitch, full = _pitch(lines), _full(lines)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _is_new(paragraph, line, pitch, full):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _is_new(paragraph: Sequence[Line], line: Line, pitch: float, full: float) -> bool:
    """Return whether a line begins a paragraph."""
    before = paragraph[-1]
    ended = bool(_END.search(before.words))
    if not _same(before.size, line.size) or _ITEM.match(line.words):
        return True
    if not ended and line.words[0].islower():
        return False
    down = before.y - line.y
    if line.page != before.page or down < -line.size / 2:
        # Behind a page or column the distance says nothing.
        return ended or _is_short(before, full / 2)
    # What is no line lower stands beside it: the cells of a row.
    return down >= line.size / 2 and (
        down > _WIDE * pitch * line.size
        or _is_indented(paragraph, line)
        or (ended and _is_short(before, full))
    )


def _is_indented(paragraph: Sequence[Line], line: Line) -> bool:
    """Return whether a line stands further right than those before it, other than below an item's mark."""
    left = min(other.x for other in paragraph[1:] or paragraph)
    return line.x - left > _INDENT * line.size and not _ITEM.match(paragraph[0].words)


def _is_short(line: Line, full: float) -> bool:
    """Return whether a line ends well before the usual length."""
    return len(line.words) < _SHORT * full


def _same(one: float, other: float) -> bool:
    """Return whether two sizes are the same."""
    return abs(one - other) <= _SAME * max(one, other)


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines, in sizes of their letters."""
    steps = [
        (one.y - other.y) / other.size
        for one, other in pairwise(lines)
        if one.page == other.page and _same(one.size, other.size) and 0 < one.y - other.y < 3 * other.size
    ]
    # Where paragraphs are as many as lines, the smaller distance is that of lines.
    return sorted(steps)[(len(steps) - 1) // 3] if steps else _LEADING


def _full(lines: Sequence[Line]) -> float:
    """Return how many characters a line has that goes to the end: what a fifth of the lines exceed."""
    lengths = sorted(len(line.words) for line in lines)
    return lengths[len(lengths) * 4 // 5] if lengths else 0


def _usual_size(lines: Sequence[Line]) -> float:
    """Return the size that most letters have."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.words)
    return letters.most_common(1)[0][0] if letters else 0


def _headline(lines: Sequence[Line]) -> tuple[str, Sequence[Line]]:
    """Return the headline, the largest letters of the first page, and the lines without it."""
    first = [number for number, line in enumerate(lines) if line.page == lines[0].page]
    if not first:
        return "", lines
    largest = max(lines[number].size for number in first)
    found = [number for number in first if _same(lines[number].size, largest)]
    together = found[-1] - found[0] == len(found) - 1
    if largest < _HEADLINE * _usual_size(lines) or len(found) > _HEADLINE_LINES or not together:
        return "", lines
    words = " ".join(lines[number].words for number in found)
    return words, [*lines[: found[0]], *lines[found[-1] + 1 :]]


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that stand at the edge of most pages, and the pages' numbers."""
    edges: dict[int, list[Line]] = {}
    for line in lines:
        edges.setdefault(line.page, []).append(line)
    heads: Counter[str] = Counter()
    outer: dict[int, Line] = {}
    numbers: set[int] = set()
    for page in edges.values():
        page.sort(key=lambda line: -line.y)
        found = {id(line): line for line in (*page[:_HEADS], *page[-_HEADS:])}
        heads.update({_pattern(line) for line in found.values()})
        outer |= found
        pairs = (page[:2], page[:-3:-1]) if page[1:] else ()
        numbers |= {id(edge) for edge, next_to in pairs if _is_number(edge, next_to)}
    least = max(2, len(edges) // 2)
    left_out = numbers | {key for key, line in outer.items() if heads[_pattern(line)] >= least}
    return [line for line in lines if id(line) not in left_out]


def _is_number(line: Line, next_to: Line) -> bool:
    """Return whether a line is a page's number, and stands apart."""
    return bool(_NUMBER.fullmatch(line.words)) and abs(line.y - next_to.y) > _APART * line.size


def _pattern(line: Line) -> str:
    """Return a line as it is on every page, whatever the page's number."""
    return f"{line.size:.0f} {line.y:.0f} {re.sub('[0-9]+', '#', line.words)}"
