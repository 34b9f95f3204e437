"""The window of a timeline: from which day to which its events are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..problems import Problem, ProblemKind
from ..temporal.interval import Interval

if TYPE_CHECKING:
    from ..events.event import Event

_UNIT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days, both ends inclusive; an end that is ``None`` is unbounded."""

    from_: date | None = None
    to: date | None = None

    @property
    def empty(self) -> bool:
        """Return whether the window runs backwards, so that nothing can lie in it."""
        return self.from_ is not None and self.to is not None and self.from_ > self.to

    def shows(self, event: Event) -> bool:
        """Return whether an event shares a day with the window.

        An open edge ends at the day of publication.  What recurs goes on from its first occurrence, to
        its last if it has one.
        """
        if event.interval is not None:
            return event.interval.overlaps(self.from_, self.to, event.sources[0].published)
        if event.recurrence is None or event.recurrence.first is None:
            return False
        first, last = event.recurrence.first, event.recurrence.last
        begins = self.to is None or first <= self.to
        return begins and (self.from_ is None or last is None or last >= self.from_)


def read_unit(text: str) -> Interval:
    """Return the day, month or year that an author gives as an end of the window, such as ``2024-11``.

    :raises ValueError: where it is none.
    """
    match = _UNIT.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    match [int(number) for number in match.groups() if number]:
        case [year, month, day]:
            return Interval.of_day(date(year, month, day))
        case [year, month]:
            return Interval.of_month(year, month)
        case numbers:
            return Interval.of_year(*numbers)


def check_window(window: Window, path: str = "", line: int | None = None) -> Problem | None:
    """Return the problem of a window that runs backwards, or ``None``.

    :param path: the file that states the window, and *line* its line, for the report.
    """
    if not window.empty:
        return None
    message = f"nothing lies between from {window.from_} and to {window.to}: from is later than to"
    return Problem(ProblemKind.WINDOW, message, path, line)
