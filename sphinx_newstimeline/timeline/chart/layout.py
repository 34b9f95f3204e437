"""From a timeline to its chart."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from ..window import Window
from .axis import ticks_of
from .chart import Chart, Heap
from .lanes import assign_lanes
from .places import cut, mark_of, place_of
from .scale import WIDTH, scale_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..timeline import Timeline
    from .chart import Mark

#: More marks, or more of them above each other, would be noise.
MOST_MARKS = 120
MOST_LANES = 12

#: Into so many equal stretches the axis is divided where events are counted instead of drawn.
CELLS = 60

#: A stretch with more events than the first of these is counted; with fewer, where that isn't enough.
_CROWDS = (5, 4, 3, 2, 1, 0)

#: A stretch of time that is longer belongs to no crowd: it is drawn as long as there is room.
_LONG = 60.0


def build_chart(timeline: Timeline, window: Window | None = None) -> Chart:
    """Return the chart of a timeline's events, one mark for each or one heap for those of a crowd.

    :param window: what the axis does not go beyond; the events that reach out of it are cut off.
    """
    found = (place_of(index, event) for index, event in enumerate(timeline.events))
    places = [cut(place, window or Window()) for place in found if place is not None]
    if not places:
        return Chart()
    scale = scale_of((place.first, place.last) for place in places)
    marks, heaps = _spread([mark_of(place, scale) for place in places])
    return Chart(
        pieces=scale.pieces,
        first=date.fromordinal(int(min(place.first for place in places))),
        last=date.fromordinal(int(max(place.last for place in places)) - 1),
        ticks=ticks_of(scale),
        marks=tuple(sorted(marks, key=lambda mark: mark.event)),
        heaps=heaps,
        lanes=max((mark.lane + 1 for mark in marks), default=0),
    )


def _spread(marks: Sequence[Mark]) -> tuple[list[Mark], tuple[Heap, ...]]:
    """Return the marks that can be drawn, in lanes, and the others as heaps."""
    if len(marks) <= MOST_MARKS:
        placed, left_over = assign_lanes(marks, MOST_LANES)
        if not left_over:
            return placed, ()
    sizes = Counter(_cell(mark) for mark in marks if not _is_long(mark))
    for crowd in _CROWDS:
        single = [mark for mark in marks if _is_long(mark) or sizes[_cell(mark)] <= crowd]
        if len(single) <= MOST_MARKS:
            break
    else:
        single = single[:MOST_MARKS]
    placed, _left_over = assign_lanes(single, MOST_LANES)
    drawn = {mark.event for mark in placed}
    return placed, _heaps([mark for mark in marks if mark.event not in drawn])


def _is_long(mark: Mark) -> bool:
    return mark.end - mark.start >= _LONG


def _heaps(marks: Sequence[Mark]) -> tuple[Heap, ...]:
    """Return the marks by cell."""
    cells: defaultdict[int, list[int]] = defaultdict(list)
    for mark in marks:
        cells[_cell(mark)].append(mark.event)
    width = WIDTH / CELLS
    return tuple(
        Heap(round(cell * width, 1), round((cell + 1) * width, 1), tuple(sorted(events)))
        for cell, events in sorted(cells.items())
    )


def _cell(mark: Mark) -> int:
    """Return the number of the cell that a mark is counted in: the one where it stands."""
    return min(int(mark.at * CELLS / WIDTH), CELLS - 1)
