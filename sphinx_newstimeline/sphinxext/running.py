"""What the running heads of printed pages say of an event: the month or the year that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..temporal.interval import Precision
from ..timeline import GroupBy, sort_day
from ..timeline.grouping import group_key

if TYPE_CHECKING:
    from ..events.event import Event


def running_unit(event: Event) -> str:
    """Return the EDTF form of a month or, where no month is stated, of a year; empty without a date."""
    day, interval = sort_day(event), event.interval
    if interval is None:
        return group_key(day, GroupBy.MONTH)
    edge = interval.start
    if event.deadline or edge is None:
        edge = interval.end
    coarse = edge is not None and edge.precision > Precision.MONTH
    return group_key(day, GroupBy.YEAR if coarse else GroupBy.MONTH)
