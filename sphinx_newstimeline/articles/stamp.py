"""Time stamps as programs write them: ISO 8601 in its variants, e-mail dates, seconds since 1970.

What a person wrote in words is the business of :mod:`.day`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_tz
from typing import NamedTuple

from .day import day_of, stated_day

_ISO = re.compile(
    r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T,\s]{1,3}([0-9]{1,2}):?([0-9]{2})(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?"
    r"(?:[ :]?[AP]M\b)?\s?T?\s?(Z|UTC|GMT|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?(?![0-9])"
)
_SECONDS = re.compile(r"([0-9]{10})(?:[0-9]{3})?")
#: ``Mon Jan 13 13:37:49 UTC 2020``, which is no e-mail date because of its zone.
_CTIME = re.compile(r"\w{3} (\w{3}) +([0-9]{1,2}) ([0-9:]{5,8}) (?:([A-Z]{3,5}) )?([0-9]{4})")

#: Where programs had no date, they write the first days of their calendars.
_PLACEHOLDERS = frozenset({date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1)})
_FIRST_YEAR, _LAST_YEAR = 1400, 2199
_LONGEST = 80
_HOURS, _MINUTES = 24, 60


class Stamp(NamedTuple):
    """A point in time, as it was written.

    :param day: the day in the stamp's own zone.
    :param clock: the time of that day, or ``None`` where none is stated.
    :param offset: minutes east of UTC, or ``None`` where no zone is stated.
    """

    day: date
    clock: time | None = None
    offset: int | None = None

    @property
    def moment(self) -> datetime | None:
        """Return the moment in UTC, without a zone of its own; ``None`` where clock or zone is unknown."""
        if self.clock is None or self.offset is None:
            return None
        return _shifted(self, -self.offset)

    def at(self, offset: int) -> Stamp:
        """Return the same moment in another zone; a stamp of no known moment stays as it is."""
        moment = self.moment
        if moment is None:
            return self
        local = _shifted(Stamp(moment.date(), moment.time(), 0), offset)
        return Stamp(local.date(), local.time(), offset) if local else self


def _shifted(stamp: Stamp, minutes: int) -> datetime | None:
    """Return a stamp's day and clock moved by some minutes, or ``None`` outside of the calendar."""
    try:
        return datetime.combine(stamp.day, stamp.clock or time()) + timedelta(minutes=minutes)
    except OverflowError:
        return None


def read_stamp(words: str, language: str = "en") -> Stamp | None:
    """Return the point in time that *words* state, or ``None``.

    A day that programs write for want of one, such as 1 January 1970, is none.

    :param words: a time stamp; what stands behind one in ISO 8601 does not matter.
    :param language: the language of a date in words.
    """
    words = " ".join(words[: _LONGEST + 1].split())
    if not words or len(words) > _LONGEST:
        return None
    stamp = _iso(words) or _of_seconds(words) or _e_mail(words)
    if stamp is None and (day := stated_day(words, language)):
        stamp = Stamp(day)
    if stamp is None or stamp.day in _PLACEHOLDERS or not _FIRST_YEAR <= stamp.day.year <= _LAST_YEAR:
        return None
    return stamp


def _iso(words: str) -> Stamp | None:
    """Return the point in time at the beginning of *words* that is written as ISO 8601 has it."""
    match = _ISO.match(words)
    if not match or not (day := day_of(int(match[1]), int(match[2]), int(match[3]))):
        return None
    clock = _clock(match[4], match[5])
    return Stamp(day, clock, _offset(match[6]) if clock else None)


def _clock(hour: str | None, minute: str | None) -> time | None:
    """Return a time of day, or ``None`` where there is none such."""
    if hour is None or minute is None or int(hour) >= _HOURS or int(minute) >= _MINUTES:
        return None
    return time(int(hour), int(minute))


def _offset(zone: str | None) -> int | None:
    """Return the minutes east of UTC of ``Z``, ``UTC`` or ``+05:30``."""
    if zone is None:
        return None
    if zone[0] not in "+-":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
    return -minutes if zone[0] == "-" else minutes


def _of_seconds(words: str) -> Stamp | None:
    """Return the point in time of seconds or milliseconds since 1970."""
    match = _SECONDS.fullmatch(words)
    if not match:
        return None
    moment = datetime.fromtimestamp(int(match[1]), UTC)
    return Stamp(moment.date(), time(moment.hour, moment.minute), 0)


def _e_mail(words: str) -> Stamp | None:
    """Return the point in time of ``Wed, 13 Nov 2024 09:00:00 +0100``, as RFC 5322 has it."""
    if match := _CTIME.fullmatch(words):
        words = f"{match[2]} {match[1]} {match[5]} {match[3]} {match[4] or ''}"
    # Without a clock time it is a date in words, which the language decides on.
    if ":" not in words:
        return None
    try:
        parts = parsedate_tz(words)
    except (ValueError, IndexError, TypeError):
        return None
    if not parts or not (day := day_of(*parts[:3])):
        return None
    clock = _clock(str(parts[3]), str(parts[4]))
    return Stamp(day, clock, None if parts[9] is None else parts[9] // 60)
