"""Where on the calendar something can lie: an interval of days, and its EDTF form.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019.  Only levels 0 and 1 are written, and no
season, quarter or week codes, on which readers disagree.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import Literal

from ..pickling import quickly_pickled

#: Which side of a time counts: its end ("by", "until") or its start ("since", "from").
Side = Literal["", "by", "until", "since", "from"]
#: How many bits of a number tell an edge from all others.
EDGE_BITS = 32
#: For how many numbers the intervals are kept.
INTERVALS_KEPT = 4096


class Precision(IntEnum):
    """To which unit of the calendar an edge of an interval is stated; coarser is greater."""

    DAY = 1
    MONTH = 2
    YEAR = 3
    DECADE = 4
    CENTURY = 5


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Edge:
    """One end of an interval: its outermost day, inclusive, and how it was stated.

    ``Edge(date(2024, 8, 31), Precision.MONTH)`` is the end of August 2024, written ``2024-08``.
    """

    day: date
    precision: Precision = Precision.DAY
    approximate: bool = False

    def edtf(self, coarsest: Precision = Precision.CENTURY) -> str:
        """Return the EDTF form, with ``~`` where approximate; *coarsest* bounds the masked digits."""
        year = f"{self.day.year:04}"
        match min(self.precision, coarsest):
            case Precision.DAY:
                form = self.day.isoformat()
            case Precision.MONTH:
                form = self.day.isoformat()[:7]
            case Precision.YEAR:
                form = year
            case Precision.DECADE:
                form = year[:3] + "X"
            case _:
                form = year[:2] + "XX"
        return form + "~" if self.approximate else form


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of days, both ends inclusive; an end that is ``None`` is open.

    The constructors :meth:`of_day` to :meth:`of_century` make the units of the calendar;
    :meth:`spanning`, :meth:`until` and :meth:`since` combine them.
    """

    start: Edge | None
    end: Edge | None

    def __post_init__(self) -> None:
        """Refuse an interval that has no end at all or that runs backwards."""
        if self.start is None and self.end is None:
            raise ValueError("an interval needs a start or an end")
        if self.start and self.end and self.start.day > self.end.day:
            raise ValueError(f"an interval cannot run backwards: {self.edtf}")

    def __reduce__(self) -> tuple[Callable[[int], Interval], tuple[int]]:
        """Return what makes the interval again from a number: texts name the same ones again and again."""
        return _unpacked, (_packed(self.start) << EDGE_BITS | _packed(self.end),)

    @classmethod
    def of_day(cls, day: date) -> Interval:
        """Return the interval of one day."""
        return cls(Edge(day), Edge(day))

    @classmethod
    def of_month(cls, year: int, month: int) -> Interval:
        """Return the interval of a calendar month."""
        last = date(year, month, monthrange(year, month)[1])
        return cls(Edge(date(year, month, 1), Precision.MONTH), Edge(last, Precision.MONTH))

    @classmethod
    def of_months(cls, first: tuple[int, int], last: tuple[int, int]) -> Interval:
        """Return the interval from one ``(year, month)`` to another, such as a quarter or season."""
        return cls.of_month(*first).spanning(cls.of_month(*last))

    @classmethod
    def of_years(cls, first: int, last: int, precision: Precision = Precision.YEAR) -> Interval:
        """Return the interval of whole years, from *first* to *last*."""
        return cls(Edge(date(first, 1, 1), precision), Edge(date(last, 12, 31), precision))

    @classmethod
    def of_year(cls, year: int) -> Interval:
        """Return the interval of a calendar year."""
        return cls.of_years(year, year)

    @classmethod
    def of_decade(cls, decade: int) -> Interval:
        """Return the interval of a decade, given its first three digits (198 is 1980 to 1989)."""
        return cls.of_years(max(decade * 10, 1), decade * 10 + 9, Precision.DECADE)

    @classmethod
    def of_century(cls, century: int) -> Interval:
        """Return the interval of a century, given its first two digits (18 is 1800 to 1899)."""
        return cls.of_years(max(century * 100, 1), century * 100 + 99, Precision.CENTURY)

    @classmethod
    def of_days(cls, first: date, last: date) -> Interval:
        """Return the interval from one day to another."""
        return cls(Edge(first), Edge(last))

    @property
    def earliest(self) -> date | None:
        """Return the first possible day, or ``None`` where the start is open."""
        return self.start.day if self.start else None

    @property
    def latest(self) -> date | None:
        """Return the last possible day, or ``None`` where the end is open."""
        return self.end.day if self.end else None

    @property
    def approximate(self) -> bool:
        """Return whether either end is approximate."""
        return bool((self.start and self.start.approximate) or (self.end and self.end.approximate))

    def counted(self, side: Side) -> tuple[Side, Edge] | None:
        """Return the end that counts and the word for its side, or ``None`` where both ends do.

        :param side: the side that is stated, if any; where an end is open, the other one counts.
        """
        if self.end and (side in {"by", "until"} or self.start is None):
            return "by" if side == "by" else "until", self.end
        if self.start and (side in {"since", "from"} or self.end is None):
            return "since" if side == "since" else "from", self.start
        return None

    @property
    def edtf(self) -> str:
        """Return the EDTF form: ``2024-08``, ``198X``, ``../2025-01-20``, ``1994~/1996~``."""
        if self.start and self.end:
            start, end = self.start.edtf(), self.end.edtf()
            if start == end:
                return start
        year = Precision.YEAR
        return "/".join(edge.edtf(year) if edge else ".." for edge in (self.start, self.end))

    def spanning(self, other: Interval) -> Interval:
        """Return the interval from this one's start to the other's end."""
        return Interval(self.start, other.end)

    def until(self) -> Interval:
        """Return the interval that is open at its start and ends with this one."""
        return Interval(None, self.end)

    def since(self) -> Interval:
        """Return the interval that starts with this one and is open at its end."""
        return Interval(self.start, None)

    def bounded(self, reference: date | None) -> tuple[date, date]:
        """Return both ends as days, for windows, groups and charts.

        An open edge ends at *reference* (the document creation time) where that lies inside the
        interval, else at the closed edge.
        """
        if self.start and self.end:
            return self.start.day, self.end.day
        if self.end:
            closed = self.end.day
            return (min(reference, closed) if reference else closed), closed
        if self.start is None:
            raise ValueError("an interval needs a start or an end")
        closed = self.start.day
        return closed, (max(reference, closed) if reference else closed)

    def overlaps(self, first: date | None, last: date | None, reference: date | None = None) -> bool:
        """Return whether the bounded interval shares a day with the window from *first* to *last*."""
        earliest, latest = self.bounded(reference)
        return (last is None or earliest <= last) and (first is None or latest >= first)


def _packed(edge: Edge | None) -> int:
    """Return a number for an edge, 0 for none."""
    return 0 if edge is None else edge.day.toordinal() << 4 | edge.precision << 1 | edge.approximate


@lru_cache(maxsize=INTERVALS_KEPT)
def _unpacked(packed: int) -> Interval:
    """Return the interval of a pair of edges' numbers."""
    return Interval(_edge(packed >> EDGE_BITS), _edge(packed & (1 << EDGE_BITS) - 1))


@lru_cache(maxsize=INTERVALS_KEPT)
def _edge(packed: int) -> Edge | None:
    if not packed:
        return None
    return Edge(date.fromordinal(packed >> 4), Precision(packed >> 1 & 7), bool(packed & 1))
