"""What had happened by a day, and what was only expected then.

An article that was published before the day it speaks of tells an expectation; whether it came true,
only an article from that day or a later one can say.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..events.event import Event


class Standing(StrEnum):
    """How an event stood on the day that a timeline is told from."""

    TOLD = ""
    EXPECTED = "expected"
    DUE = "due"
    WAS_EXPECTED = "was-expected"
    WAS_DUE = "was-due"


def standing_of(event: Event, as_of: date | None) -> Standing:
    """Return how an event stood on a day.

    ``EXPECTED`` and ``DUE``: its day had not passed.  ``WAS_EXPECTED`` and ``WAS_DUE``: it had, and no
    article from that day on tells of it.  ``TOLD``: everything else, and all where no day is given.
    """
    if as_of is None or event.interval is None:
        return Standing.TOLD
    begins = event.interval.earliest or event.interval.latest
    last = event.interval.latest
    passed = last is not None and last < as_of
    if event.deadline and last is not None:
        if passed:
            return Standing.WAS_DUE if _foretold(event, last) else Standing.TOLD
        return Standing.DUE
    if begins is None or (begins <= as_of and not _foretold(event, begins)):
        return Standing.TOLD
    return Standing.WAS_EXPECTED if passed else Standing.EXPECTED


def last_told(event: Event) -> date | None:
    """Return the newest day of publication among the articles that tell an event."""
    return newest([event])


def newest(events: Iterable[Event]) -> date | None:
    """Return the newest day of publication among the articles that tell some events."""
    days = [
        source.published
        for event in events
        for one in (event, *event.others)
        for source in one.sources
        if source.published is not None
    ]
    return max(days, default=None)


def _foretold(event: Event, day: date) -> bool:
    """Return whether all articles that tell an event are known to be older than *day*."""
    told = last_told(event)
    return told is not None and told < day
