"""Dates as the command words them, in English whatever the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exports.wording import MONTHS, WHICH, word_century, word_clock, word_decade
from ..temporal.interval import Edge, Precision
from ..temporal.timex import WEEKDAY_CODES, rule_parts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..events.event import Event
    from ..temporal.interval import Interval
    from ..temporal.timex import Recurrence

SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_CODES = dict(zip(WEEKDAY_CODES, WEEKDAYS, strict=True))
FREQUENCIES = {
    "HOURLY": ("hourly", "hours"),
    "DAILY": ("daily", "days"),
    "WEEKLY": ("weekly", "weeks"),
    "MONTHLY": ("monthly", "months"),
    "YEARLY": ("yearly", "years"),
}

# The EDTF form of two approximate days is this long; the words may be too.
WIDEST = 23


def word_date(event: Event) -> tuple[list[str], str]:
    """Return the lines that say in words when an event is, and its EDTF form or nothing."""
    if event.interval:
        lines = _interval(event.interval)
        if event.time:
            lines.append(word_clock(event.time))
        return [line for line in lines if line], event.interval.edtf
    if event.recurrence:
        return _recurrence(event.recurrence), ""
    return ["undated"], ""


def word_day(day: date, *, weekday: bool = False) -> str:
    """Return ``13 Nov 2024``, or ``Wed 13 Nov 2024``."""
    words = f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {words}" if weekday else words


def word_unit(edtf: str) -> str:
    """Return the heading for a group: ``November 2024`` for ``2024-11``, ``2020s`` for ``202X``.

    A week is named by its first and last day.
    """
    if "/" in edtf:
        return " – ".join(map(word_unit, edtf.split("/")))
    year, *month_day = edtf.split("-")
    if year.endswith("XX"):
        return word_century(int(year[:-2]) * 100)
    if year.endswith("X"):
        return word_decade(int(year[:-1]) * 10).removeprefix("the ")
    month = [MONTHS[int(part) - 1] for part in month_day[:1]]
    return " ".join([*(str(int(day)) for day in month_day[1:]), *month, str(int(year))])


def _recurrence(recurrence: Recurrence) -> list[str]:
    """Return what recurs, as far as a short word can say it, and from when on."""
    parts = rule_parts(recurrence.rrule)
    step = parts.get("INTERVAL", "1")
    often, units = FREQUENCIES.get(parts.get("FREQ", ""), ("again and again", "times"))
    words = often if step == "1" else f"every {step} {units}"
    days = ", ".join(filter(None, (_days(parts), _months(parts))))
    first = [f"from {word_day(recurrence.first, weekday=True)}"] if recurrence.first else []
    last = [f"to {word_day(recurrence.last, weekday=True)}"] if recurrence.last else []
    return [f"{words}: {days}" if days else words, *first, *last]


def _days(parts: Mapping[str, str]) -> str:
    """Return the days of a rule: ``Mon, Fri``, ``first Mon``, ``day 15``."""
    weekdays = (_weekday(code) for code in parts.get("BYDAY", "").split(",") if code)
    numbers = (f"day {number}" for number in parts.get("BYMONTHDAY", "").split(",") if number)
    return ", ".join((*weekdays, *numbers))


def _weekday(code: str) -> str:
    """Return the weekday of a code of RFC 5545, such as ``MO`` or ``-1FR``."""
    number, weekday = code[:-2], DAY_CODES.get(code[-2:], code[-2:])
    return f"{WHICH.get(number, number)} {weekday}" if number else weekday


def _months(parts: Mapping[str, str]) -> str:
    """Return the months of a rule: ``Dec, Jan, Feb``."""
    numbers = (number for number in parts.get("BYMONTH", "").split(",") if number)
    return ", ".join(SHORT_MONTHS[int(number) - 1] for number in numbers)


def _interval(interval: Interval) -> list[str]:
    """Return one line for an interval, or two for one with two ends."""
    start, end = interval.start, interval.end
    if start is None:
        return [f"by {_edge(end)}"] if end else []
    if end is None:
        return [f"from {_edge(start)}"]
    if interval.earliest == interval.latest and not interval.approximate:
        return [word_day(start.day, weekday=True)]
    first, last = _edge(start), _edge(end)
    if first == last or "/" not in interval.edtf:
        return [first]
    span = f"{first} – {last}"
    return [span] if len(span) <= WIDEST else [f"{first} –", last]


def _edge(edge: Edge) -> str:
    """Return the words for one end of an interval, to its precision."""
    year = edge.day.year
    match edge.precision:
        case Precision.DAY:
            words = word_day(edge.day)
        case Precision.MONTH:
            words = f"{SHORT_MONTHS[edge.day.month - 1]} {year}"
        case Precision.DECADE:
            words = word_decade(year // 10 * 10).removeprefix("the ")
        case Precision.CENTURY:
            words = word_century(year)
        case _:
            words = str(year)
    return f"about {words}" if edge.approximate else words
