"""From a timeline and the nodes of its events to the node of its chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx.locale import get_translation

from ...temporal.interval import Interval
from .. import nodes as own
from ..dates import plain_text, write_interval
from .words import written_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from babel import Locale

    from ...timeline.chart import Chart

_ = get_translation("sphinx_newstimeline")


class DrawnTick(NamedTuple):
    """A tick: its place, the value of its :class:`~sphinx_newstimeline.timeline.chart.Rank`, its label.

    ``label`` is empty where there is no room for it; ``wide`` says that a narrow screen has none.
    """

    x: float
    rank: str
    label: str
    wide: bool


class DrawnMark(NamedTuple):
    """A mark, in units, with the id of its event; ``kind`` is that of the event's node."""

    target: str
    kind: str
    shape: str
    start: float
    at: float
    end: float
    lane: int
    left: str
    right: str


class DrawnHeap(NamedTuple):
    """Events that are counted: how many, and the ids of the first and the last in the timeline."""

    start: float
    end: float
    number: int
    first: str
    last: str


def chart_node(
    chart: Chart, events: Sequence[own.newstimeline_event], locale: Locale
) -> own.newstimeline_chart | None:
    """Return the chart's node, or ``None`` where no event has a place on the calendar.

    :param events: the nodes of the timeline's events, in their order, which have their ids.
    """
    if chart.first is None or chart.last is None:
        return None
    span = plain_text(write_interval(Interval.of_days(chart.first, chart.last), locale))
    return own.newstimeline_chart(
        "",
        first=events[0]["ids"][0],
        label=str(_("Overview of the entries: {dates}")).format(dates=span),
        pieces=tuple((piece.start, piece.end) for piece in chart.pieces),
        times=tuple((piece.first, piece.last) for piece in chart.pieces),
        ticks=tuple(DrawnTick(*tick) for tick in written_ticks(chart, locale)),
        marks=tuple(
            DrawnMark(
                events[mark.event]["ids"][0],
                events[mark.event]["kind"],
                str(mark.shape),
                mark.start,
                mark.at,
                mark.end,
                mark.lane,
                str(mark.left),
                str(mark.right),
            )
            for mark in chart.marks
        ),
        heaps=tuple(
            DrawnHeap(
                heap.start,
                heap.end,
                len(heap.events),
                events[heap.events[0]]["ids"][0],
                events[heap.events[-1]]["ids"][0],
            )
            for heap in chart.heaps
        ),
        lanes=chart.lanes,
    )
