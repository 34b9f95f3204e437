"""Reading EDTF (ISO 8601-2:2019), levels 0 and 1: what :attr:`.Interval.edtf` writes, and more."""

from __future__ import annotations

import re
from datetime import date

from .interval import Edge, Interval

#: A date: year with masked digits, month or season, day; masked parts stand for the whole above them.
_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)")
#: The seasons of level 1, as their first month; they are whole months, as everywhere in this package.
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
_OPEN = frozenset({"", ".."})
_MONTHS, _WINTER = 12, 12


def read_edtf(text: str) -> Interval:
    """Return the interval that an EDTF text states.

    Uncertain dates (``?``, ``%``) count as approximate ones (``~``).

    :param text: such as ``2025-01-20``, ``2025-01``, ``198X``, ``../2025-01-20``, ``2024-12~/..``.
    :raises ValueError: for anything else, for a day that is in no calendar, and for an interval that
        runs backwards or is open at both ends.
    """
    start, slash, end = text.strip().partition("/")
    if not slash:
        return _read_date(start)
    first = None if start in _OPEN else _read_date(start).start
    last = None if end in _OPEN else _read_date(end).end
    return Interval(first, last)


def _read_date(text: str) -> Interval:
    """Return the interval of a text without a slash."""
    match = _DATE.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(f"“{text}” is no date in EDTF")
    interval = _unit(match[1], match[2] or "XX", match[3] or "XX")
    return _approximate(interval) if match[4] else interval


def _unit(year: str, month: str, day: str) -> Interval:
    """Return the interval of a unit of the calendar, of which the smaller parts may be masked."""
    if year.endswith("XX"):
        return Interval.of_century(int(year[:2]))
    if year.endswith("X"):
        return Interval.of_decade(int(year[:3]))
    number = int(year)
    if month == "XX":
        return Interval.of_year(number)
    if month in _SEASONS and day == "XX":
        first = _SEASONS[month]
        last = (number + 1, 2) if first == _WINTER else (number, first + 2)
        return Interval.of_months((number, first), last)
    if not 1 <= int(month) <= _MONTHS:
        raise ValueError(f"there is no month {month}")
    if day == "XX":
        return Interval.of_month(number, int(month))
    return Interval.of_day(date(number, int(month), int(day)))


def _approximate(interval: Interval) -> Interval:
    """Return an interval with both its ends approximate."""
    start, end = interval.start, interval.end
    return Interval(
        Edge(start.day, start.precision, approximate=True) if start else None,
        Edge(end.day, end.precision, approximate=True) if end else None,
    )
