"""The publication date of an article: which of several statements holds, and which contradict it.

The most certain goes first: front matter, manifest, what the file's format states, option, dateline,
file name.  Nothing is ever taken from the file's time stamp or from the clock.

Two statements that differ are a problem, with two exceptions.  A dateline is the day of writing, at
its own place on the globe: one day before or after the publication is no contradiction.  A day of a
later change may be later, and says nothing against the publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..problems import Problem, ProblemKind
from .article import Origin
from .dateline import Dateline
from .day import day_of

_DAY_OF_WRITING = 1
#: What formats state of themselves, and no author of a timeline wrote.
_STRANGERS = frozenset(Origin) - {
    Origin.FRONT_MATTER, Origin.MANIFEST, Origin.OPTION, Origin.DATELINE, Origin.FILE_NAME, Origin.UNKNOWN,
}  # fmt: skip


class Candidate(NamedTuple):
    """One statement of the publication day, and where it came from."""

    day: date
    origin: Origin
    words: str = ""
    line: int | None = None


class Decision(NamedTuple):
    """The day that is taken, where it came from, and what contradicts it."""

    day: date | None
    origin: Origin
    problems: tuple[Problem, ...]


def decide(
    candidates: Sequence[Candidate], dateline: Dateline | None, dateline_line: int, path: str
) -> Decision:
    """Return the publication date of an article; it can stay unknown, which is no problem here.

    :param candidates: the statements beside the dateline's, in any order.
    :param dateline: what the text begins with; one without a year only contradicts.
    :param dateline_line: the line on which it stands.
    :param path: the article's path, for problems.
    """
    stated = list(candidates)
    if dateline and dateline.day:
        stated.append(Candidate(dateline.day, Origin.DATELINE, dateline.words, dateline_line))
    order = list(Origin)
    stated.sort(key=lambda candidate: order.index(candidate.origin))
    if not stated:
        return Decision(None, Origin.UNKNOWN, ())
    taken = stated[0]
    others = [other for other in stated[1:] if not _agree(taken, other, dateline)]
    problems = [_conflict(taken, other.day.isoformat(), other, path) for other in others]
    if dateline and dateline.month_day and not dateline.day and not _near(taken.day, dateline.month_day):
        other = Candidate(taken.day, Origin.DATELINE, dateline.words, dateline_line)
        problems.append(_conflict(taken, "another day", other, path))
    return Decision(taken.day, taken.origin, tuple(problems))


def _agree(taken: Candidate, other: Candidate, dateline: Dateline | None) -> bool:
    """Return whether two statements can both be true."""
    if taken.day == other.day:
        return True
    # Minutes are published days after the meeting that their headline names.
    if Origin.HEADING in {taken.origin, other.origin}:
        return True
    # A manifest is how an author mends what a stranger's file states.
    if taken.origin is Origin.MANIFEST and other.origin in _STRANGERS:
        return True
    pair = {taken.origin, other.origin}
    if Origin.DATELINE not in pair:
        return False
    if dateline and dateline.updated:
        written, told = (taken, other) if taken.origin is Origin.DATELINE else (other, taken)
        return written.day >= told.day
    # What was written one day may be sent on another.
    sent_later = other.origin is Origin.MAIL and other.day > taken.day
    return sent_later or abs((taken.day - other.day).days) <= _DAY_OF_WRITING


def _near(day: date, month_day: tuple[int, int]) -> bool:
    """Return whether the day of a dateline without a year lies beside *day* in any year."""
    years = (day.year - 1, day.year, day.year + 1)
    written = [found for year in years if 1 <= year <= date.max.year and (found := day_of(year, *month_day))]
    return any(abs((day - other).days) <= _DAY_OF_WRITING for other in written)


def _conflict(taken: Candidate, stated: str, other: Candidate, path: str) -> Problem:
    """Return the problem of two statements that differ."""
    message = (
        f"published {taken.day.isoformat()} by the {taken.origin}, but {stated} by the {other.origin}; "
        f"{taken.day.isoformat()} is taken"
    )
    return Problem(ProblemKind.PUBLISHED_CONFLICT, message, path, other.line, other.words)
