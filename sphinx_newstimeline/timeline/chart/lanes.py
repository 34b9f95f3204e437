"""Rows for marks, so that none lies on another: greedy colouring of intervals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .chart import Shape
from .places import RADIUS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .chart import Mark

#: What is left free between two marks of a lane.
_GAP = 2.0


def extent(mark: Mark) -> tuple[float, float]:
    """Return the stretch of the axis that a mark covers, its symbol included."""
    if mark.shape is Shape.BAR:
        return mark.start, mark.end
    return min(mark.start, mark.at - RADIUS), max(mark.end, mark.at + RADIUS)


def assign_lanes(marks: Iterable[Mark], most: int) -> tuple[list[Mark], list[Mark]]:
    """Return the marks with their lanes, and those for which *most* lanes have no room.

    The one that begins first takes the lowest lane that is free there: with as few lanes as the
    greatest number of marks above one place, which is the least that can be.
    """
    placed, left_over, ends = [], [], [float("-inf")] * most
    for mark in sorted(marks, key=lambda mark: (extent(mark), mark.event)):
        start, end = extent(mark)
        lane = next((lane for lane, taken in enumerate(ends) if taken + _GAP <= start), None)
        if lane is None:
            left_over.append(mark)
        else:
            ends[lane] = end
            placed.append(replace(mark, lane=lane))
    return placed, left_over
