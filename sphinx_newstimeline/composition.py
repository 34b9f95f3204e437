"""From the events of all articles to one timeline: the pipeline that command and directive share.

The stages, each a room of its own, in this order, because each relies on the one before: what was
published after the day that the timeline is told from is left out; the author's edits say what is to
be merged and what never; merging says how many articles tell an event; selection goes by that; the
timeline orders and groups what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from .edits import Edits, apply
from .merging import Merged, merge
from .problems import Problem, ProblemKind
from .selection import Selection, select
from .timeline import GroupBy, Order, Timeline, Window, agenda, build_timeline, newest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .edits import Edited
    from .events.event import Event, Source
    from .extraction import Extraction


NO_DAY = (
    "nothing says from which day on this schedule looks ahead, and so it shows everything: give that day as "
    "as-of, or the articles their days of publication"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an author asks of a timeline, besides its articles.

    :param window: the days to show.
    :param order: the direction.
    :param group_by: the unit of the calendar that stands above the events.
    :param undated: whether events without a date are kept.
    :param edits: what the author changes.
    :param as_of: the day that the timeline is told from: what was published later is left out.
    :param schedule: whether it is an agenda of what is ahead of that day, by default the newest day of
        publication.
    :param newest: the newest day of publication of the articles, those without an event among them.
    :param merging: whether sentences that tell one event are one entry.
    :param selection: what matters, if not everything is to be shown.
    """

    window: Window = field(default_factory=Window)
    order: Order = Order.ASCENDING
    group_by: GroupBy = GroupBy.NONE
    undated: bool = False
    edits: Edits = field(default_factory=Edits)
    as_of: date | None = None
    schedule: bool = False
    newest: date | None = None
    merging: bool = True
    selection: Selection = field(default_factory=Selection)


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
    events = _published(plan.as_of, (event for extraction in found for event in extraction.events))
    undated = _published(plan.as_of, (event for extraction in found for event in extraction.undated))
    edited = apply(events, undated, plan.edits)
    merged = _merged(edited) if plan.merging else Merged(edited.events)
    entries = _selected(merged.events, found, plan)
    problems = (*edited.problems, *merged.problems)
    listed = edited.undated if plan.undated else ()
    if plan.schedule:
        timeline, unknown = _schedule(entries, listed, plan)
        return Composition(timeline, (*problems, *unknown))
    timeline = build_timeline(entries, listed, window=plan.window, order=plan.order, group_by=plan.group_by)
    return Composition(replace(timeline, as_of=plan.as_of), problems)


def _merged(edited: Edited) -> Merged:
    """Return the entries for events, as the author wants them joined and parted."""
    return merge(edited.events, together=edited.together, apart=edited.apart, accepted=edited.accepted)


def _selected(entries: Sequence[Event], extractions: Sequence[Extraction], plan: Plan) -> tuple[Event, ...]:
    """Return those of the entries that matter, of those that the window shows."""
    if not plan.selection:
        return tuple(entries)
    shown = (entry for entry in entries if plan.window.shows(entry))
    leads = (extraction.lead for extraction in extractions if extraction.lead)
    known = (lead for lead in leads if _is_known(lead.source, plan.as_of))
    return select(shown, known, plan.selection)


def _published(as_of: date | None, events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events that had been told by a day; of an unknown day of publication, nobody can say."""
    return tuple(event for event in events if _is_known(event.sources[0], as_of))


def _is_known(source: Source, as_of: date | None) -> bool:
    """Return whether an article may have been published by a day."""
    return as_of is None or source.published is None or source.published <= as_of


def _schedule(
    events: Sequence[Event], undated: Sequence[Event], plan: Plan
) -> tuple[Timeline, tuple[Problem, ...]]:
    """Return the agenda of some events, and the problem of one that has no day to look ahead from."""
    days = [day for day in (plan.newest, newest([*events, *undated])) if day]
    as_of = plan.as_of or max(days, default=None)
    groups = agenda(events, as_of=as_of, window=plan.window, order=plan.order, group_by=plan.group_by)
    timeline = Timeline(groups, tuple(undated), as_of)
    untold = as_of is None and bool(timeline.events)
    return timeline, (Problem(ProblemKind.AS_OF, NO_DAY),) if untold else ()
