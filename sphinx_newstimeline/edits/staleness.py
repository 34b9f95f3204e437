"""Edits whose event is not there any more, and the nearest one that is."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..problems import Problem, ProblemKind
from .excerpts import shortened
from .neighbours import Neighbours, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..events.event import Event
    from .edit import Change, Edit, Edits, Reviewed

UNDATED = "undated"


def seen(event: Event) -> Seen:
    """Return what to remember of an event before edits are made."""
    source = event.sources[0]
    return Seen(event.id, source.url or source.path, event.sentence, date_form(event))


def date_form(event: Event) -> str:
    """Return an event's date as edits files have it: EDTF, the rule of what recurs, or ``undated``."""
    if event.interval is not None:
        return event.interval.edtf
    return event.recurrence.rrule if event.recurrence else UNDATED


def stale(edits: Edits, events: Iterable[Seen]) -> Iterator[Problem]:
    """Yield a problem for each edit that concerns no event, and for dates that changed since a review.

    :param events: all events of the project, unedited.
    """
    there = {event.id: event for event in events}
    neighbours = Neighbours(there.values())
    for edit in edits.edits:
        if edit.effective and edit.id not in there:
            yield _gone(edit, neighbours)
        for change in edit.effective:
            yield from _named(change, there)
    edited = {edit.id for edit in edits.edits if edit.text("date")}
    for review in edits.reviewed:
        event = there.get(review.id)
        if event is not None and event.date != review.date and review.id not in edited:
            yield _changed(review, event)


def _named(change: Change, there: Mapping[str, Seen]) -> Iterator[Problem]:
    """Yield a problem for each event that an edit is to be merged with, or split from, and that is gone."""
    if change.key not in {"merge", "split"} or not isinstance(change.value, tuple):
        return
    for name in change.value:
        if name not in there:
            message = f"“{change.key}” names the event “{name}”, which is not there{_close(name, there)}"
            yield Problem(ProblemKind.EDIT_STALE, message, change.path, change.line)


def _changed(review: Reviewed, event: Seen) -> Problem:
    """Return the problem of an event that was reviewed with another date."""
    message = (
        f"the event “{review.id}” was reviewed with the date {review.date}, and is now read as "
        f"{event.date}; look at it again with “newstimeline review”"
    )
    return Problem(ProblemKind.EDIT_STALE, message, review.path, review.line, shortened(event.sentence))


def _gone(edit: Edit, neighbours: Neighbours) -> Problem:
    """Return the problem of an edit whose event is gone."""
    path, line = edit.place
    message = f"no event has the id “{edit.id}” now"
    event = neighbours.nearest(edit)
    if event is None:
        words = edit.text("of")
        advice = "; delete the edit, or see “newstimeline review” for the ids that there are"
        return Problem(ProblemKind.EDIT_STALE, message + advice, path, line, words)
    name = PurePosixPath(event.article).name
    message += f"; the nearest is “{event.id}” ({event.date}, {name})"
    return Problem(ProblemKind.EDIT_STALE, message, path, line, shortened(event.sentence))


def _close(name: str, there: Mapping[str, Seen]) -> str:
    close = get_close_matches(name, there, n=1, cutoff=0.8)
    return f"; did you mean “{close[0]}”?" if close else ""
