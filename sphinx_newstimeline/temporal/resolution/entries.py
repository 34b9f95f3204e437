"""Entries of a live blog: what is told in one is counted from the day that it was written.

"(Update 5:28 a.m. Friday) …" says its day; "(Update 11:50 p.m.) …" behind it is of the evening before,
and behind one of 11:30 p.m. of the same.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..meanings import Clock, Meaning
from ..units import CalendarUnit, Grain, add_days
from .context import Context
from .reading import Reading
from .story import Anchor

#: How many hours lie between one entry and the next at most.
HALF_A_DAY = 12
#: How many characters an entry has at most: what stands behind it is the article's own.
LONGEST_ENTRY = 5000


class Entry(NamedTuple):
    """When an entry was written: its day and hour, and where that stands in the text."""

    day: date
    hour: int
    position: int


def is_entry(meaning: Meaning, context: Context) -> bool:
    """Return whether a time is that at which what follows was written."""
    return isinstance(meaning, Clock) and context.around.begins_entry()


def day_of_entry(hour: int, context: Context) -> Anchor | None:
    """Return the day of an entry that says only its hour: that nearest to the one before.

    Where none has said its day yet, that is the day of publication.
    """
    before = context.entry
    if before is None:
        return context.own
    days = (hour < before.hour - HALF_A_DAY) - (hour > before.hour + HALF_A_DAY)
    return Anchor("published", CalendarUnit(Grain.DAY, add_days(before.day, days)))


def begin(reading: Reading, meaning: Meaning, words: str, context: Context) -> None:
    """Let an entry begin, if that is what a time says that was just read.

    Where none has said its day yet, all is counted from publication.
    """
    if context.entry and context.around.position - context.entry.position > LONGEST_ENTRY:
        context.entry, context.reference = None, context.own
        context.published = context.own.day if context.own else None
    if not (isinstance(meaning, Clock) and reading.unit and context.own and is_entry(meaning, context)):
        return
    if meaning.day is not None or context.entry is not None:
        context.entry = Entry(reading.unit.first, meaning.hour, context.around.position)
        context.published = reading.unit.first
        context.reference = Anchor("published", reading.unit, words)
