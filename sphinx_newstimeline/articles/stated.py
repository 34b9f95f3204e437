"""What formats say of dates outside of prose: whole events, and an editor's reading of some words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..temporal.interval import Interval
    from ..temporal.timex import ClockTime


class Resolved(NamedTuple):
    """Words whose date an editor stated in markup: ``<time datetime>``, ``<chron norm>``.

    :param start: offset of the first of the words in the article's text.
    :param end: offset behind the last.
    :param iso: the date as ISO 8601 has it: ``2024-11-13``, ``2024-11``, ``2024``, or a day with its
        clock time such as ``2024-11-13T16:05``.
    """

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class StatedEvent:
    """An event that a format states as such: with a name and a date in fields of their own.

    :param name: what it is called.
    :param interval: the days on which it lies, or ``None`` where no date could be read.
    :param words: the date as it was written, start and end or duration with ``/`` between them.
    :param time: when it begins on its first day, or ``None``.
    :param description: what is said of it, as plain text on one line, or empty.
    :param location: where it takes place, or empty.
    :param status: ``cancelled``, ``postponed``, ``rescheduled`` or another word for what became of
        it; empty for what takes place as planned.
    :param rrule: the rule by which it recurs, as RFC 5545 has it, or empty.
    :param key: the identifier that the format gives it, or empty.
    :param line: the line of the file, counted from 1, on which it begins.
    :param format: the name of the format that states it, such as ``NewsML``.
    """

    name: str
    interval: Interval | None
    words: str = ""
    time: ClockTime | None = None
    description: str = ""
    location: str = ""
    status: str = ""
    rrule: str = ""
    key: str = ""
    line: int = 1
    format: str = ""
