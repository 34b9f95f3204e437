"""From the events of all articles to one timeline: the pipeline that command and directive share.

The stages, each a room of its own, in this order, because each relies on the one before: the author's
edits say what is to be merged and what never; merging says how many articles tell an event; selection
goes by that; the timeline orders and groups what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .timeline import GroupBy, Order, Timeline, Window, build_timeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .extraction import Extraction
    from .problems import Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """What an author asks of a timeline, besides its articles.

    :param window: the days to show.
    :param order: the direction.
    :param group_by: the unit of the calendar that stands above the events.
    :param undated: whether events without a date are kept.
    """

    window: Window = field(default_factory=Window)
    order: Order = Order.ASCENDING
    group_by: GroupBy = GroupBy.NONE
    undated: bool = False


@dataclass(frozen=True, slots=True)
class Composition:
    """A timeline, and what an author can mend to have a better one."""

    timeline: Timeline
    problems: tuple[Problem, ...] = ()


def compose(extractions: Iterable[Extraction], plan: Plan) -> Composition:
    """Return the timeline of what articles, and authors themselves, say.

    :param extractions: what was found, in the order of the articles.
    """
    found = tuple(extractions)
    timeline = build_timeline(
        (event for extraction in found for event in extraction.events),
        (event for extraction in found for event in extraction.undated if plan.undated),
        window=plan.window,
        order=plan.order,
        group_by=plan.group_by,
    )
    return Composition(timeline)
