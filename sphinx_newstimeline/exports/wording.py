"""Dates and labels in words, for formats that people read and that cannot say how vague a date is.

The words are those of :data:`ENGLISH` unless the caller has some of the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..temporal.interval import Edge, Interval, Precision, Side
from ..temporal.timex import rule_parts

if TYPE_CHECKING:
    from datetime import date

    from ..events.event import Event
    from ..temporal.timex import ClockTime, Recurrence

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
WEEKDAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
WHICH = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last"}
UNITS = {"HOURLY": "hour", "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
ORDINALS = {1: "st", 2: "nd", 3: "rd"}
TEENS = range(11, 14)


class Certainty(StrEnum):
    """What a date leaves open, so that a calendar's own place for it does not say the whole."""

    EXACT = "exact"
    DEADLINE = "deadline"
    UNTIL = "until"
    FROM = "from"
    ABOUT = "about"
    WITHIN = "within"


def certainty_of(event: Event) -> Certainty:
    """Return what an event's date leaves open."""
    interval = event.interval
    if interval is None:
        return Certainty.EXACT
    if event.deadline:
        return Certainty.DEADLINE
    if interval.approximate:
        return Certainty.ABOUT
    if interval.start is None:
        return Certainty.UNTIL
    if interval.end is None:
        return Certainty.FROM
    # One unit of the calendar that is longer than a day: it lies somewhere in it.
    within = "/" not in interval.edtf and interval.end.precision is not Precision.DAY
    return Certainty.WITHIN if within else Certainty.EXACT


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language.

    :param when: gives an event's date in words, time of day included.
    :param labels: what stands before a headline, by certainty, with a place for ``{text}``, and for
        WITHIN also for ``{date}``.
    :param date_label: what stands before the date in a description, with a place for ``{date}``.
    :param undated: the heading of events without a date.
    :param before: the heading of what began before the window, with a place for ``{date}``.
    """

    when: Callable[[Event], str]
    labels: dict[Certainty, str]
    date_label: str
    undated: str
    before: str

    def headline(self, event: Event, text: str) -> str:
        """Return the headline of an event with what its date leaves open, for a calendar."""
        template = self.labels.get(certainty_of(event), "{text}")
        return template.format(text=text, date=self.when(event))


def when(event: Event) -> str:
    """Return an event's date in English words: ``about 1995``, ``by 20 January 2025``, ``the 1980s``."""
    if event.interval is None:
        words = _recurrence(event.recurrence, event.words) if event.recurrence else "undated"
    else:
        words = _interval(event.interval, event.bound)
    clock = word_clock(event.time) if event.time else ""
    return f"{words}, {clock}" if clock else words


def _interval(interval: Interval, side: Side) -> str:
    """Return an interval in words.

    :param side: what counts; behind "since" the end is only as far as the text could know.
    """
    counted = interval.counted(side)
    if counted:
        word, edge = counted
        return f"{word} {_edge(edge)}"
    start, end = interval.start, interval.end
    if start is None or end is None:
        raise ValueError("an interval needs a start or an end")
    if "/" not in interval.edtf:
        return _edge(start)
    return f"{_edge(start)} to {_edge(end)}"


def _edge(edge: Edge) -> str:
    """Return the words for one end of an interval, to its precision."""
    words = _unit(edge.day, edge.precision)
    return f"about {words}" if edge.approximate else words


def _unit(day: date, precision: Precision) -> str:
    """Return a unit of the calendar in words."""
    match precision:
        case Precision.DAY:
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        case Precision.MONTH:
            return f"{MONTHS[day.month - 1]} {day.year}"
        case Precision.YEAR:
            return str(day.year)
        case Precision.DECADE:
            return word_decade(day.year // 10 * 10)
        case _:
            return f"the {word_century(day.year)}"


def word_decade(year: int) -> str:
    """Return ``the 1980s``, and of the first decade of a century, whose name that would be too, its years.

    :param year: the first year of the decade.
    """
    return f"the {year}s" if year % 100 else f"{max(year, 1)}–{year + 9}"


def word_century(year: int) -> str:
    """Return ``19th century`` for any of its years."""
    return f"{_ordinal(year // 100 + 1)} century"


def _ordinal(number: int) -> str:
    """Return ``19th``."""
    ending = "th" if number % 100 in TEENS else ORDINALS.get(number % 10, "th")
    return f"{number}{ending}"


def word_clock(time: ClockTime) -> str:
    """Return ``16:05 GMT``, or the part of the day."""
    if time.hour is None:
        return PARTS.get(time.part, "")
    return f"{time.hour:02}:{time.minute or 0:02} {time.zone}".strip()


def _recurrence(recurrence: Recurrence, words: str) -> str:
    """Return what recurs: by its rule where that is simple, else by the *words* of the text."""
    parts = rule_parts(recurrence.rrule)
    parts.pop("UNTIL", "")
    step, days = parts.pop("INTERVAL", "1"), parts.pop("BYDAY", "")
    unit = UNITS.get(parts.pop("FREQ", ""), "")
    text = words
    if not parts and unit and step.isdecimal():
        if not days:
            text = f"every {unit}" if step == "1" else f"every {step} {unit}s"
        elif step == "1":
            text = _weekdays(unit, days) or words
    first = f" from {_unit(recurrence.first, Precision.DAY)}" if recurrence.first else ""
    last = f" to {_unit(recurrence.last, Precision.DAY)}" if recurrence.last else ""
    return f"{text}{first}{last}"


def _weekdays(unit: str, days: str) -> str:
    """Return ``every Monday and Friday`` or ``every first Monday of the month``; nothing for more."""
    number, weekday = days[:-2], WEEKDAYS.get(days[-2:], "")
    if unit == "month" and number in WHICH and weekday:
        return f"every {WHICH[number]} {weekday} of the month"
    if unit == "week" and set(days.split(",")) <= WEEKDAYS.keys():
        return "every " + " and ".join(WEEKDAYS[day] for day in days.split(","))
    return ""


ENGLISH = Wording(
    when=when,
    labels={
        Certainty.EXACT: "{text}",
        Certainty.DEADLINE: "Deadline: {text}",
        Certainty.UNTIL: "Until this day: {text}",
        Certainty.FROM: "From this day on: {text}",
        Certainty.ABOUT: "About this time: {text}",
        Certainty.WITHIN: "In {date}: {text}",
    },
    date_label="When: {date}",
    undated="Undated",
    before="Begun before {date}",
)
