"""What fields of formats say of a publication day or of an event's dates."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ...problems import Problem, ProblemKind
from ..article import Origin
from ..day import day_of
from ..published import Candidate
from ..stamp import Stamp, read_stamp

if TYPE_CHECKING:
    from ...temporal.interval import Interval
    from ...temporal.timex import ClockTime

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_DURATION = re.compile(
    r"P(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?"
    r"(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:[0-9.]{1,9}S)?)?"
)
_MONTHS = 12

#: What is wrong with dates that run backwards.
BACKWARDS = "the dates of an event end before they start"


def published_by(
    *values: object, origin: Origin, line: int | None = None, language: str = "en"
) -> tuple[Candidate, ...]:
    """Return the publication day that the first value with one states, or nothing.

    :param values: time stamps, the one to prefer first; what is no text is passed over.
    """
    for value in values:
        words = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if words and (stamp := read_stamp(words, language)):
            return (Candidate(stamp.day, origin, " ".join(words.split()), line),)
    return ()


class Dates(NamedTuple):
    """When an event takes place: its days, its clock time, and whether its end lay before its start."""

    interval: Interval | None = None
    time: ClockTime | None = None
    reversed: bool = False


def event_dates(start: str, end: str = "", duration: str = "") -> Dates:
    """Return when an event takes place.

    A duration counts whole days, both ends in: two days from the 26th are the 26th and the 27th.

    :param start: a day or point in time, a month or a year.
    :param end: the same, or empty; inclusive.
    :param duration: a duration of ISO 8601, or empty.
    """
    first = read_interval(start)
    last = read_interval(end) if end else None
    if first is None:
        return Dates(last.until() if last else None)
    stamp = read_stamp(start)
    clock = clock_of(stamp)
    if last is None and duration and stamp:
        last = _behind(stamp, duration)
    if last is None or last.latest is None or first.earliest is None:
        return Dates(first, clock)
    if last.latest < first.earliest:
        return Dates(first, clock, reversed=True)
    return Dates(first.spanning(last), clock)


def date_problems(dates: Dates, words: str, path: str, line: int) -> list[Problem]:
    """Return what is wrong with the dates of an event that must have one.

    :param words: the dates as they were written.
    """
    if not dates.reversed and dates.interval is not None:
        return []
    message = BACKWARDS if dates.reversed else "an event has no date"
    return [Problem(ProblemKind.METADATA, message, path, line, words)]


def read_recurrence(words: str, path: str, line: int) -> tuple[str, list[Problem]]:
    """Return the rule by which an event recurs, or an empty string with the problem of what is none.

    :param words: a rule of RFC 5545, or empty.
    """
    if not words:
        return "", []
    from ...temporal.rrules import read_rule

    try:
        return read_rule(words), []
    except ValueError:
        message = "the rule by which an event recurs cannot be read; only its first date is shown"
        return "", [Problem(ProblemKind.METADATA, message, path, line, words)]


def read_interval(words: str) -> Interval | None:
    """Return the day, month or year of *words* in ISO 8601, or ``None``."""
    # Here, since the temporal stage is large, and most articles state no event.
    from ...temporal.interval import Interval

    words = words.strip()
    if match := _MONTH.fullmatch(words):
        year, month = int(match[1]), int(match[2])
        return Interval.of_month(year, month) if year and 1 <= month <= _MONTHS else None
    if _YEAR.fullmatch(words):
        return Interval.of_year(int(words)) if int(words) else None
    stamp = read_stamp(words)
    return Interval.of_day(stamp.day) if stamp else None


def clock_of(stamp: Stamp | None) -> ClockTime | None:
    """Return the clock time of a stamp; midnight without a zone is what programs write for none."""
    if stamp is None or stamp.clock is None or (stamp.clock == time() and not stamp.offset):
        return None
    from ...temporal.timex import ClockTime

    return ClockTime(stamp.clock.hour, stamp.clock.minute, zone=_zone(stamp.offset))


def _zone(offset: int | None) -> str:
    """Return an offset from UTC as it is written: ``UTC``, ``+02:00``."""
    if offset is None:
        return ""
    if offset == 0:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


def _behind(start: Stamp, duration: str) -> Interval | None:
    """Return the last day of a duration that begins at *start*."""
    match = _DURATION.fullmatch(duration.strip())
    if not match:
        return None
    years, months, weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
    clock = start.clock or time()
    worked = clock.hour * 60 + clock.minute + hours * 60 + minutes
    whole = any((years, months, weeks, days))
    try:
        last = _months_later(start.day, years * _MONTHS + months) + timedelta(
            weeks=weeks, days=days - int(whole) + worked // (24 * 60)
        )
    except (OverflowError, ValueError):
        return None
    return read_interval(max(last, start.day).isoformat())


def _months_later(day: date, months: int) -> date:
    """Return the day so many months later, the last of its month where that is shorter."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    month += 1
    return day_of(year, month, min(day.day, monthrange(year, month)[1])) or day
