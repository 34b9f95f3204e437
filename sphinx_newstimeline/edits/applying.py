"""Doing to events what the author's edits say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..problems import Problem, ProblemKind
from ..temporal.timex import AUTHOR, Why
from .dating import EXPECTED, read_dating
from .edit import Edits
from .staleness import date_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..events.event import Event
    from .edit import Edit, Group


@dataclass(frozen=True, slots=True)
class Edited:
    """Events as the author wants them.

    :param undated: those without a place on the calendar.
    :param together: ids of events that are one, whatever merging thinks of it.
    :param apart: pairs of ids of events that are not.
    :param accepted: ids of events whose conflict of dates the author has accepted.
    :param problems: dates that cannot be read for want of a day to count from.
    """

    events: tuple[Event, ...]
    undated: tuple[Event, ...] = ()
    together: tuple[Group, ...] = ()
    apart: tuple[Group, ...] = ()
    accepted: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def apply(events: Iterable[Event], undated: Iterable[Event], edits: Edits) -> Edited:
    """Return events with an author's edits made.

    :param events: those on the calendar, and those that recur.
    :param undated: those whose date could not be resolved; one that an edit dates moves to the others.
    :param edits: an id in them may be that of an event or of one that was merged into it.
    """
    by_id = {edit.id: edit for edit in edits.edits}
    if not by_id:
        return Edited(tuple(events), tuple(undated), edits.together, edits.apart)
    problems: list[Problem] = []
    dated: list[Event] = []
    rest: list[Event] = []
    for given, target in ((events, dated), (undated, rest)):
        for event in given:
            edit = _edit_of(event, by_id)
            changed = event if edit is None else _changed(event, edit, edits, problems)
            if changed is not None:
                placed = changed.interval is not None or changed.recurrence is not None
                (dated if placed else target).append(changed)
    accepted = frozenset(edit.id for edit in edits.edits if edit.says("accept"))
    return Edited(tuple(dated), tuple(rest), edits.together, edits.apart, accepted, tuple(problems))


def _edit_of(event: Event, by_id: dict[str, Edit]) -> Edit | None:
    """Return the edit of an event, by its own id first."""
    return next((by_id[id_] for id_ in (event.id, *event.aliases) if id_ in by_id), None)


def _changed(event: Event, edit: Edit, edits: Edits, problems: list[Problem]) -> Event | None:
    """Return an event as its edit wants it, or ``None`` where it hides it."""
    if edit.says("hide"):
        return None
    if edit.text("date"):
        event = _redated(event, edit, edits, problems)
    if edit.text("sentence"):
        event = _reworded(event, edit.text("sentence"))
    return replace(
        event,
        title=edit.text("title") or event.title,
        tags=tuple(sorted({*event.tags, *edit.names("tags")})),
        pinned=event.pinned or edit.says("pin"),
    )


def _redated(event: Event, edit: Edit, edits: Edits, problems: list[Problem]) -> Event:
    """Return an event with the author's date, and an explanation that tells what the text says."""
    written = edit.text("date")
    dating = read_dating(written, event.sources[0].published, edits.language, edits.periods)
    if dating is None:
        change = edit.change("date")
        message = f"this date depends on a day of publication, which is not known; {EXPECTED}"
        path, line = (change.path, change.line) if change else ("", None)
        problems.append(Problem(ProblemKind.EDIT, message, path, line, written))
        return event
    return dating.given_to(event, Why("edit", AUTHOR, anchor_value=date_form(event), anchor_words=written))


def _reworded(event: Event, sentence: str) -> Event:
    """Return an event with another sentence; the words of the date are marked if it has them."""
    found: list[tuple[int, int]] = []
    for start, end in event.marks:
        # Not by comparing folded texts: these differ in length from the sentence ("Straße").
        words = re.compile(re.escape(event.sentence[start:end]), re.IGNORECASE)
        if match := words.search(sentence, found[-1][1] if found else 0):
            found.append(match.span())
    return replace(event, sentence=sentence, marks=tuple(found), speaker="")
