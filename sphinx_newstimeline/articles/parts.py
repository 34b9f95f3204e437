"""Parts: the sections of a document that were written on days of their own, which their headings state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from .headings import Heading, Stated, day_of_heading

#: So many headings of one level that set a day apart make a record.
_RECORD = 2


class Part(NamedTuple):
    """A section whose heading states its day; its relative dates are counted from there.

    :param start: offset of its heading in the article's text.
    :param end: offset behind its last character.
    :param day: the day.
    :param heading: the words of the heading that states it.
    """

    start: int
    end: int
    day: date
    heading: str


def parts_of(
    text: str, headings: Sequence[Heading], published: date | None, language: str
) -> tuple[Part, ...]:
    """Return the sections of a document whose headings state their days, ascending and apart.

    What stands below further headings in a section belongs to it, unless these state days of their own.
    A day that is only set apart counts where another heading of its level has one too, and where it is not
    after the document's own.

    :param published: the day of the whole document, or ``None``.
    """
    stated = {
        index: found
        for index, heading in enumerate(headings)
        if (found := day_of_heading(text[heading.start : heading.end], language))
    }
    levels = Counter(headings[index].level for index in stated)
    counted = {
        index: found
        for index, found in stated.items()
        if found.certain
        or (levels[headings[index].level] >= _RECORD and not (published and found.day > published))
    }
    return tuple(_parts(text, headings, counted)) if counted else ()


def _parts(text: str, headings: Sequence[Heading], counted: dict[int, Stated]) -> Iterator[Part]:
    """Yield the sections; one that another one interrupts goes on behind that."""
    holders = [*zip(headings, _holders(headings, counted), strict=True), (Heading(len(text), 0, 0), None)]
    begin, current = 0, None
    for heading, holder in holders:
        if holder == current:
            continue
        if current is not None:
            yield Part(begin, heading.start, counted[current].day, _words(text, headings[current]))
        begin, current = heading.start, holder


def _holders(headings: Sequence[Heading], counted: Container[int]) -> Iterator[int | None]:
    """Yield for each heading the index of the one that has its day: itself, one above it, or none."""
    open_: list[tuple[int, int | None]] = []
    for index, heading in enumerate(headings):
        while open_ and open_[-1][0] >= heading.level:
            open_.pop()
        above = open_[-1][1] if open_ else None
        open_.append((heading.level, index if index in counted else above))
        yield open_[-1][1]


def _words(text: str, heading: Heading) -> str:
    """Return the words of a heading."""
    return " ".join(text[heading.start : heading.end].split())
