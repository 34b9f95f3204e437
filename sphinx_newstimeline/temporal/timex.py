"""The value that the temporal stage gives: a time expression, its meaning and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..making import quickly_made
from ..pickling import quickly_pickled
from .interval import Interval, Side

#: The anchor of a date that an author has set in place of the text's.
AUTHOR = "author"
#: The anchor of what is counted from the day that the heading of its section states.
HEADING = "heading"
#: The codes of weekdays in rules of RFC 5545, from Monday on.
WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@quickly_made
@quickly_pickled
@dataclass(frozen=True, slots=True)
class Why:
    """Why an expression has the value that it has.

    :param rule: the name of the rule that read the expression, such as ``en:weekday``.
    :param anchor: what it was counted from: ``published`` (the document creation time), ``text``
        (an earlier expression), ``heading`` (that of its section, which states when it was written),
        ``period`` (a named period), ``unknown`` (it needed an anchor and
        there was none), ``out of range`` (it lies outside the years 1 to 9999), ``author`` (it was set
        in an edit; the anchor's value is what the text says, its words are those of the edit), or empty
        where it is absolute.
    :param anchor_value: the anchor's own value: an ISO date, a TIMEX3 value or an EDTF interval.
    :param anchor_words: the words that the anchor came from, or empty.
    :param stated: the parts of the date that the words state, such as ``("month", "day")``.
    :param filled: the parts that were filled in from the anchor, such as ``("year",)``.
    :param cue: the words that decided on the direction, such as ``will``, or empty.
    """

    rule: str
    anchor: str = ""
    anchor_value: str = ""
    anchor_words: str = ""
    stated: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    cue: str = ""

    @property
    def from_writing(self) -> bool:
        """Return whether it was counted from the day of its writing: publication, or that of its section."""
        return self.anchor in {"published", HEADING}


@quickly_pickled
@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, beside the day: ``hour``/``minute`` or a ``part`` (MO, MI, AF, EV, NI).

    :param zone: the zone as the text has it (``GMT``, ``EST``), or empty.
    """

    hour: int | None = None
    minute: int | None = None
    part: str = ""
    zone: str = ""

    @property
    def iso(self) -> str:
        """Return ``16:05``, or ``16`` where no minute was stated, or the part of the day."""
        if self.hour is None:
            return self.part
        return f"{self.hour:02}" if self.minute is None else f"{self.hour:02}:{self.minute:02}"


def rule_parts(rrule: str) -> dict[str, str]:
    """Return the parts of a rule of RFC 5545, section 3.3.10: ``{"FREQ": "WEEKLY", "BYDAY": "MO,FR"}``."""
    return {name: value for name, _, value in (part.partition("=") for part in rrule.split(";")) if name}


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Recurrence:
    """What recurs: an RFC 5545 rule, and its first occurrence from the reference date on."""

    rrule: str
    first: date | None = None

    @property
    def last(self) -> date | None:
        """Return the day that the rule ends on (its ``UNTIL``), or ``None`` where it goes on."""
        until = rule_parts(self.rrule).get("UNTIL")
        return date.fromisoformat(until[:8]) if until else None


@dataclass(frozen=True, slots=True)
class Range:
    """Two expressions that form one range ("from 3 to 5 May"): its extent and interval."""

    start: int
    end: int
    interval: Interval


@quickly_made
@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression, after TIMEX3 of ISO-TimeML.

    :param start: offset of the extent's first character in the text that was tagged.
    :param end: offset behind its last character.
    :param text: the extent: the words without their preposition.
    :param type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
    :param value: the TIMEX3 value, such as ``2025-01-20``, ``2024-W46``, ``P4Y``, ``PAST_REF``.
    :param mod: the TIMEX3 modifier, such as ``START`` or ``ON_OR_BEFORE``, or empty.
    :param interval: where on the calendar it can lie, or ``None`` where it lies nowhere.
    :param granularity: ``century``, ``decade``, ``year``, ``season``, ``half``, ``quarter``,
        ``month``, ``week``, ``weekend``, ``day``, ``part of day``, ``hour``, ``minute``, ``second``
        or empty.
    :param phrase_start: offset of the phrase, which has the preposition ("by January 20").
    :param phrase_end: offset behind the phrase.
    :param phrase: the phrase's words.
    :param time: the time of day, or ``None``.
    :param recurrence: for a SET, what recurs.
    :param deadline: whether something is due then: the expression sorts at its latest day.
    :param side: which side of it counts, as the words say: its end (``by``, ``until``), its start (``since``,
        ``from``), or empty.
    :param range: the range that it forms with its neighbour, the same value on both, or ``None``.
    :param why: rule and anchor.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str
    interval: Interval | None
    granularity: str
    phrase_start: int
    phrase_end: int
    phrase: str
    why: Why
    time: ClockTime | None = None
    recurrence: Recurrence | None = None
    deadline: bool = False
    side: Side = ""
    range: Range | None = None

    @property
    def unresolved(self) -> bool:
        """Return whether it lacks a place on the calendar only because its anchor is unknown."""
        return self.why.anchor == "unknown"

    @property
    def out_of_range(self) -> bool:
        """Return whether it lies outside the years 1 to 9999, and so has no interval."""
        return self.why.anchor == "out of range"
