"""The kinds of event that a reader should tell apart at a glance."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sphinx.locale import get_translation

if TYPE_CHECKING:
    from ..events.event import Event
    from ..temporal.interval import Interval

_ = get_translation("sphinx_newstimeline")


class Kind(StrEnum):
    """What sort of place on the calendar an event has; also the end of its HTML class."""

    DAY = "day"
    SPAN = "span"
    OPEN = "open"
    VAGUE = "vague"
    DEADLINE = "deadline"
    RECURRENCE = "recurrence"
    UNDATED = "undated"


def kind_of(event: Event) -> Kind:
    """Return the kind of an event."""
    if event.recurrence is not None:
        return Kind.RECURRENCE
    if event.interval is None:
        return Kind.UNDATED
    return Kind.DEADLINE if event.deadline else _kind_of_interval(event.interval)


def _kind_of_interval(interval: Interval) -> Kind:
    if interval.approximate:
        return Kind.VAGUE
    if interval.start is None or interval.end is None:
        return Kind.OPEN
    return Kind.DAY if interval.earliest == interval.latest else Kind.SPAN


def fading_edges(event: Event) -> list[str]:
    """Return which edges of an event's marker fade, ``start`` and ``end``: those open or approximate."""
    interval = event.interval
    if interval is None:
        return []
    edges = (("start", interval.start), ("end", interval.end))
    return [name for name, edge in edges if edge is None or edge.approximate]


def label_of(kind: Kind) -> str:
    """Return what a screen reader says of an event whose marker it cannot show; empty for plain dates."""
    labels = {
        Kind.DEADLINE: _("deadline"),
        Kind.VAGUE: _("approximate date"),
        Kind.RECURRENCE: _("recurring"),
    }
    return str(labels.get(kind, ""))
