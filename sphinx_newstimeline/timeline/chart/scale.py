"""From days to units: one scale for the whole axis, which may leave out long stretches without events.

A time is a number of days: the proleptic Gregorian ordinal of :meth:`datetime.date.toordinal`, whose
fraction is the time of day.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: The length of the axis.
WIDTH = 1000.0

#: Room at both ends of a piece, so that no symbol is cut off.
MARGIN = 14.0

#: What stands for the time between two pieces.
BREAK = 34.0

#: A piece has room for one label.
NARROWEST = 84.0

#: An axis has at most so many breaks: more would be a comb.
MOST_BREAKS = 3

#: A stretch without events is left out where it would take more than this share of the axis …
_EMPTY_SHARE = 0.75

#: … and so many different times are left to be told apart.
_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the axis: from *first* to *last* in days, from *start* to *end* in units."""

    first: float
    last: float
    start: float
    end: float

    def x(self, time: float) -> float:
        """Return where a time of the piece lies."""
        return self.start + (time - self.first) / (self.last - self.first) * (self.end - self.start)

    def x_to_time(self, x: float) -> float:
        """Return the time that lies at *x*."""
        return self.first + (x - self.start) / (self.end - self.start) * (self.last - self.first)


@dataclass(frozen=True, slots=True)
class Scale:
    """The pieces of an axis, and how many units a day has, the same in all of them."""

    pieces: tuple[Piece, ...]
    day: float

    def x(self, time: float) -> float:
        """Return where a time lies, rounded to a tenth; between two pieces it is the middle."""
        before = self.pieces[0]
        for piece in self.pieces:
            if time < piece.first:
                return round((before.end + piece.start) / 2 if before is not piece else piece.start, 1)
            if time <= piece.last:
                return round(piece.x(time), 1)
            before = piece
        return round(before.end, 1)


def scale_of(extents: Iterable[tuple[float, float]]) -> Scale:
    """Return the scale for stretches of time, at least one, each from its first moment to its last."""
    stretches = _stretches(sorted({time for extent in extents for time in extent}))
    room = WIDTH - BREAK * (len(stretches) - 1)
    day = _units_a_day([last - first for first, last in stretches], room)
    pieces, x = [], 0.0
    for first, last in stretches:
        width = max((last - first) * day + 2 * MARGIN, NARROWEST)
        spare = (width / day - (last - first)) / 2
        pieces.append(Piece(first - spare, last + spare, round(x, 1), round(x + width, 1)))
        x += width + BREAK
    return Scale(tuple(pieces), day)


def _stretches(times: Sequence[float]) -> list[tuple[float, float]]:
    """Return the stretches between the long gaps of ascending times."""
    gaps = sorted(pairwise(times), key=lambda gap: (gap[0] - gap[1], gap[0]))
    cuts = sorted(gaps[: _number_of_breaks([after - before for before, after in gaps])])
    starts = [times[0], *(after for _before, after in cuts)]
    ends = [*(before for before, _after in cuts), times[-1]]
    return list(zip(starts, ends, strict=True))


def _number_of_breaks(gaps: Sequence[float]) -> int:
    """Return how many of the longest gaps to leave out, where *gaps* are the longest first."""
    if len(gaps) < 2 * _ENOUGH - 1:
        return 0
    rests = [sum(gaps[number:]) for number in range(MOST_BREAKS + 1)]
    wanted = (
        number
        for number in range(MOST_BREAKS, 0, -1)
        if rests[number] <= (1 - _EMPTY_SHARE) * rests[number - 1]
    )
    return next(wanted, 0)


def _units_a_day(spans: Sequence[float], room: float) -> float:
    """Return the scale at which stretches of time fill the room, none narrower than a label.

    Each stretch is as wide as its time and two margins; those that would be narrower than
    :data:`NARROWEST` take that, and the others share what is left.
    """
    wide = sorted(spans)
    while True:
        left = room - NARROWEST * (len(spans) - len(wide)) - 2 * MARGIN * len(wide)
        day = left / sum(wide)
        if len(wide) == 1 or wide[0] * day + 2 * MARGIN >= NARROWEST:
            return day
        wide.pop(0)
