"""Edits whose event is not there any more, and the nearest one that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..events.ids import normalised
from ..problems import Problem, ProblemKind
from .excerpts import shortened, unbracketed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..events.event import Event
    from .edit import Change, Edit, Edits, Reviewed

UNDATED = "undated"

#: Sentences less alike than this are not shown as the nearest: they are others.
ALIKE = 0.5
#: So many candidates that share words are compared closely.
CLOSEST = 12
_ELLIPSIS = re.compile(r"\s*(?:…|\.{3})\s*$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Seen:
    """An event as far as it matters to edits of others: which there are, where, and what they say.

    :param article: the article's web address, else its path.
    :param date: as :func:`date_form` has it.
    """

    id: str
    article: str
    sentence: str
    date: str


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
    everything = tuple(there.values())
    for edit in edits.edits:
        if edit.effective and edit.id not in there:
            yield _gone(edit, everything)
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


def _gone(edit: Edit, events: Sequence[Seen]) -> Problem:
    """Return the problem of an edit whose event is gone."""
    path, line = edit.place
    message = f"no event has the id “{edit.id}” now"
    event = nearest(edit, events)
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


def nearest(edit: Edit, events: Sequence[Seen]) -> Seen | None:
    """Return the event that an edit was most likely made for, or ``None`` where none is like it.

    By the words that the edit keeps, in its own article first; by its id where it keeps none.
    """
    words = normalised(_ELLIPSIS.sub("", unbracketed(edit.text("of"))))
    if not words:
        close = get_close_matches(edit.id, [event.id for event in events], n=1, cutoff=0.8)
        return next((event for event in events if close and event.id == close[0]), None)
    article = edit.text("article")
    at_home = [event for event in events if article and same_article(event.article, article)]
    return _most_alike(words, at_home) or _most_alike(words, events)


def same_article(known: str, named: str) -> bool:
    """Return whether an article is the one that an edit names: by address, path, file name or stem."""
    known_path, named_path = PurePosixPath(known), PurePosixPath(named)
    if known == named or ("://" in known and "://" in named):
        return known == named
    if named_path.name == named_path.stem:
        return known_path.stem == named_path.stem
    return known_path.name == named_path.name


def _most_alike(words: str, events: Sequence[Seen]) -> Seen | None:
    """Return the event whose sentence begins most like some words, if it does."""
    wanted = set(_WORD.findall(words))
    shared = [(len(wanted & set(_WORD.findall(normalised(event.sentence)))), event) for event in events]
    shared.sort(key=lambda pair: -pair[0])
    best, most = None, ALIKE
    for count, event in shared[:CLOSEST]:
        sentence = normalised(event.sentence)
        alike = max(_alike(words, sentence), _alike(words, sentence[: len(words)])) if count else 0.0
        if alike > most:
            best, most = event, alike
    return best


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
