"""Sources that disagree on the date of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..problems import Problem, ProblemKind
from ..temporal.timex import AUTHOR

if TYPE_CHECKING:
    from ..events.event import Event
    from ..temporal.interval import Interval


def dissenters(entry: Event) -> tuple[Event, ...]:
    """Return those of an entry's others that put it on days that it is not at, the clearest of each date.

    Where the author has set the date, nobody else is asked.
    """
    if entry.why.anchor == AUTHOR:
        return ()
    found: dict[str, Event] = {}
    for event in entry.others:
        if entry.interval and event.interval and _at_odds(entry.interval, event.interval):
            found.setdefault(event.interval.edtf, event)
    return tuple(found.values())


def conflict(entry: Event) -> Problem | None:
    """Return the problem of an entry on whose date its sources disagree, or ``None``."""
    others = dissenters(entry)
    if not others or entry.interval is None:
        return None
    dates = [f"{_place(event)} says {event.interval.edtf}" for event in others if event.interval]
    message = (
        f"sources disagree on the date of one event: this one says {entry.interval.edtf}, "
        f"{' and '.join(dates)}; state the date, or accept it, in a file of edits, where the event is "
        f"{entry.id}"
    )
    source = entry.sources[0]
    return Problem(ProblemKind.CONFLICT, message, source.path, source.line, entry.words)


def _place(event: Event) -> str:
    """Return where an event was read."""
    source = event.sources[0]
    return f"{source.path}:{source.line}"


def _at_odds(one: Interval, other: Interval) -> bool:
    """Return whether two intervals share no day."""
    return bool(
        (one.latest and other.earliest and one.latest < other.earliest)
        or (other.latest and one.earliest and other.latest < one.earliest)
    )
