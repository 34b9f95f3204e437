"""Sources that disagree on the date of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..problems import Problem, ProblemKind
from ..temporal.timex import AUTHOR

if TYPE_CHECKING:
    from ..events.event import Event
    from ..temporal.interval import Interval

#: Parts of a date that name a day by themselves, but for the year.
_NAMING = frozenset({"day", "holiday"})


def dissenters(entry: Event) -> tuple[Event, ...]:
    """Return those of an entry's others that put it on days that it is not at, the clearest of each date.

    Where the author has set the date, nobody else is asked; and "today" is no statement to rely on.
    """
    if entry.why.anchor == AUTHOR or entry.interval is None:
        return ()
    found: dict[str, Event] = {}
    for event in entry.others:
        if event.interval and _at_odds(entry.interval, event.interval) and disagree(entry, event):
            found.setdefault(event.interval.edtf, event)
    return tuple(found.values())


def states_day(event: Event) -> bool:
    """Return whether the words of a date name the day, so that they would be wrong of any other.

    "Today", "three days ago" and "the next day" name none: who publishes a text again, a day later, makes
    them say another day.  Nor does a weekday that is counted from another date of the text.
    """
    why = event.why
    named = not _NAMING.isdisjoint(why.stated) or ("weekday" in why.stated and why.from_writing)
    return named or not why.anchor


def disagree(one: Event, other: Event) -> bool:
    """Return whether an event contradicts another that is at other days.

    It has to name its day; and where a weekday is all that it names, and the other's day is one, both mean
    one day and were published in different weeks.
    """
    if not states_day(other):
        return False
    weekday_alone = "weekday" in other.why.stated and _NAMING.isdisjoint(other.why.stated)
    mine, yours = one.interval, other.interval
    if not weekday_alone or not (mine and mine.earliest and yours and yours.earliest):
        return True
    return mine.earliest.isoweekday() != yours.earliest.isoweekday()


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
