"""The values that a chart is made of; all positions are units from 0 to :data:`.scale.WIDTH`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .scale import Piece


class Unit(StrEnum):
    """What a tick's label names."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Rank(StrEnum):
    """How much a tick counts."""

    #: A line without a label.
    MINOR = "minor"
    #: A line with a label: "Nov", "13", "04:00".
    MAJOR = "major"
    #: The beginning of the unit around: "2024" under months, "November 2024" under days.
    CONTEXT = "context"
    #: No line: the unit around at the place where the axis begins.
    LEAD = "lead"
    #: No line: what a piece lies in that is too short for a tick.
    ALONE = "alone"


class Shape(StrEnum):
    """What a mark looks like."""

    POINT = "point"
    BAR = "bar"
    DEADLINE = "deadline"
    RECURRENCE = "recurrence"


class End(StrEnum):
    """What is known of an end of a mark."""

    CLOSED = "closed"
    OPEN = "open"
    APPROXIMATE = "approximate"
    #: Known, but beyond the window that the timeline shows.
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis.

    :param moment: when that is, in no zone; with *unit* it is what the label says.
    :param sparse: whether its label is one of the few that a narrow screen has room for.
    """

    x: float
    unit: Unit
    moment: datetime
    rank: Rank
    sparse: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One event.

    :param event: its index in ``Timeline.events``.
    :param start: where it begins, the tail of an open end included.
    :param at: where the symbol of a point, deadline or recurrence has its middle; the start of a bar.
    :param end: where it ends.
    :param lane: the row that it has for itself, counted from 0, the nearest to the axis.
    """

    event: int
    shape: Shape
    start: float
    at: float
    end: float
    lane: int
    left: End = End.CLOSED
    right: End = End.CLOSED


@dataclass(frozen=True, slots=True)
class Heap:
    """Events that stand too close to be drawn one by one, from *start* to *end* on the axis.

    :param events: their indices in ``Timeline.events``, ascending.
    """

    start: float
    end: float
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; it is empty where no event has a place on the calendar.

    :param pieces: the stretches of the axis, from left to right; what lies between two of them is a
        long time in which nothing begins or ends.
    :param first: the first day that an event touches.
    :param last: the last one.
    :param lanes: how many rows the marks need.
    """

    pieces: tuple[Piece, ...] = ()
    first: date | None = None
    last: date | None = None
    ticks: tuple[Tick, ...] = ()
    marks: tuple[Mark, ...] = ()
    heaps: tuple[Heap, ...] = ()
    lanes: int = 0
