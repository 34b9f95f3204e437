"""The dates that an author gives a period: one date or ``START/END``, as days, months or years."""

from __future__ import annotations

import re
from datetime import date

from ..temporal.interval import Interval

#: How a date looks that can be read, for messages.
DATE_FORM = "a date such as 2021-01-20, 2021-01 or 2021"
SPAN_FORM = f"START/END, each {DATE_FORM} (END may be .. or empty), or one such date"

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
#: A smaller number is more likely a slip than a year; one that is meant can be written as "0476".
FIRST_YEAR = 1000
_OPEN = frozenset({"", ".."})


class SpanError(ValueError):
    """A date or span that cannot be read; its text says what was wrong and what is expected."""


def read_span(value: object) -> tuple[date, date | None]:
    """Return the first and the last day of what *value* names; the last is ``None`` for an open end.

    :param value: text in EDTF (``2021-01-20/2025-01-20``, ``2025-03``, ``2022/..``), a date or
        datetime, or a year of four digits as an integer.  A month or a year stands for all its days.
    :raises SpanError: if it is none of these, or runs backwards.
    """
    if not isinstance(value, str):
        return read_edges(value, value)
    first, slash, last = value.partition("/")
    if not slash:
        return read_edges(value, value)
    if "/" in last:
        raise SpanError(f"“{value}” has more than one “/”; expected {SPAN_FORM}")
    return read_edges(first, last)


def read_edges(start: object, end: object) -> tuple[date, date | None]:
    """Return the first day of *start* and the last of *end*, each as :func:`read_span` takes it.

    :param end: also ``None``, ``".."`` or empty, for an open end.
    :raises SpanError: if either cannot be read, or the end lies before the start.
    """
    if _is_open(start):
        raise SpanError(f"it has no start; expected {SPAN_FORM}")
    first = _unit(start).earliest
    last = None if _is_open(end) else _unit(end).latest
    if first is None:
        raise SpanError(f"it has no start; expected {SPAN_FORM}")
    if last is not None and last < first:
        raise SpanError(f"it ends ({last}) before it starts ({first}); START comes first")
    return first, last


def _is_open(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in _OPEN)


def _unit(value: object) -> Interval:
    """Return the days of one date: all those of the day, month or year that it names."""
    match value:
        case bool():
            pass
        case date():  # a datetime is one, too; the day is what counts
            return Interval.of_day(date(value.year, value.month, value.day))
        case int() if FIRST_YEAR <= value <= date.max.year:
            return Interval.of_year(value)
        case str():
            return _written(value.strip())
    raise SpanError(f"“{value}” is not a date; expected {DATE_FORM}")


def _written(text: str) -> Interval:
    match = _DATE.fullmatch(text)
    if not match or not text.isascii():
        raise SpanError(f"“{text}” is not a date; expected {DATE_FORM}")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if month is None:
            return Interval.of_year(year or 0)
        if day is None:
            return Interval.of_month(year or 0, month)
        return Interval.of_day(date(year or 0, month, day))
    except ValueError as error:
        raise SpanError(f"“{text}” is not a day of the calendar; expected {DATE_FORM}") from error
