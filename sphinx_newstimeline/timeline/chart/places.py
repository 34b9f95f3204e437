"""Where an event lies in time, and which mark stands for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..ordering import PARTS
from .chart import End, Mark, Shape

if TYPE_CHECKING:
    from ...events.event import Event
    from ...temporal.interval import Edge
    from ...temporal.timex import ClockTime
    from ..window import Window
    from .scale import Scale

#: Half the room that a symbol takes.
RADIUS = 12.0

#: A stretch of fewer units cannot be told from a point.
_SHORTEST_BAR = 20.0

#: A single day of more units is a stretch of hours, unless the hour is known.
_DAY_OF_HOURS = 250.0

#: How far an open end reaches at least, as a sign that it goes on.
_TAIL = 40.0

_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Place:
    """An event's stretch of time, in days as in :mod:`.scale`, and what is known of its ends.

    :param event: the index in ``Timeline.events``.
    :param first: the beginning of its first day.
    :param last: the end of its last day.
    :param minutes: the time of day, where the event is of one day and that is known.
    """

    event: int
    shape: Shape
    first: float
    last: float
    left: End = End.CLOSED
    right: End = End.CLOSED
    minutes: int | None = None


def place_of(index: int, event: Event) -> Place | None:
    """Return where an event lies, open ends bounded by the day of publication; ``None`` if nowhere."""
    interval = event.interval
    if interval is None:
        first = event.recurrence.first if event.recurrence else None
        if first is None:
            return None
        day = first.toordinal()
        return Place(index, Shape.RECURRENCE, day, day + 1, right=End.OPEN)
    earliest, latest = interval.bounded(event.sources[0].published)
    left, right = _end(interval.start), _end(interval.end)
    single = earliest == latest and left is right is End.CLOSED
    return Place(
        index,
        Shape.DEADLINE if event.deadline else Shape.POINT if single else Shape.BAR,
        earliest.toordinal(),
        latest.toordinal() + 1,
        left,
        right,
        _minutes(event.time) if single else None,
    )


def cut(place: Place, window: Window) -> Place:
    """Return what of a place lies in a window; what began to recur before it is at its first day."""
    first, last, left, right = place.first, place.last, place.left, place.right
    if place.shape is Shape.RECURRENCE:
        first = max(first, window.from_.toordinal() if window.from_ else first)
        return replace(place, first=first, last=first + 1)
    if window.from_ is not None and first < window.from_.toordinal() < last:
        first = window.from_.toordinal()
        left = End.BEYOND if left is not End.OPEN else left
    if window.to is not None and first < window.to.toordinal() + 1 < last:
        last = window.to.toordinal() + 1
        right = End.BEYOND if right is not End.OPEN else right
    return replace(place, first=first, last=last, left=left, right=right)


def _end(edge: Edge | None) -> End:
    if edge is None:
        return End.OPEN
    return End.APPROXIMATE if edge.approximate else End.CLOSED


def _minutes(time: ClockTime | None) -> int | None:
    if time is None:
        return None
    return PARTS.get(time.part) if time.hour is None else time.hour * 60 + (time.minute or 0)


def mark_of(place: Place, scale: Scale) -> Mark:
    """Return the mark of a place, not yet in a lane."""
    start, end = scale.x(place.first), scale.x(place.last)
    if place.shape is Shape.DEADLINE:
        return _deadline(place, scale, start)
    long = end - start >= _SHORTEST_BAR and place.shape is Shape.BAR
    whole_day = place.shape is Shape.POINT and place.minutes is None and scale.day >= _DAY_OF_HOURS
    open_day = place.last - place.first <= 1 and End.OPEN in {place.left, place.right}
    if (long or whole_day) and not open_day:
        start = scale.pieces[0].start if place.left is End.BEYOND else start
        end = scale.pieces[-1].end if place.right is End.BEYOND else end
        return Mark(place.event, Shape.BAR, start, start, end, 0, place.left, place.right)
    minutes = _MINUTES / 2 if place.minutes is None else place.minutes
    middle = (
        place.first + minutes / _MINUTES if place.last - place.first <= 1 else (place.first + place.last) / 2
    )
    at = scale.x(middle)
    shape = Shape.RECURRENCE if place.shape is Shape.RECURRENCE else Shape.POINT
    start = _reach(scale, start, -1, at) if place.left is End.OPEN else at
    end = _reach(scale, end, 1, at) if place.right is End.OPEN else at
    return Mark(place.event, shape, start, at, end, 0, place.left, place.right)


def _deadline(place: Place, scale: Scale, start: float) -> Mark:
    """Return a symbol on the last day, with all the time before it as its tail."""
    if place.right is End.BEYOND:  # its day is not shown
        return Mark(place.event, Shape.BAR, start, start, scale.pieces[-1].end, 0, place.left, place.right)
    at = scale.x(place.last - 0.5)
    tail = _reach(scale, start, -1, at) if place.left is End.OPEN else min(start, at)
    return Mark(place.event, Shape.DEADLINE, tail, at, at, 0, place.left, place.right)


def _reach(scale: Scale, bound: float, direction: int, at: float) -> float:
    """Return how far the tail of a symbol goes: to the bound, or a bit where that is too near."""
    if direction < 0:
        return max(min(bound, at - _TAIL), scale.pieces[0].start)
    return min(max(bound, at + _TAIL), scale.pieces[-1].end)
