"""The days on which something recurs, as events of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from dateutil.rrule import rrulestr

from ..temporal.interval import Interval
from ..temporal.timex import Recurrence

if TYPE_CHECKING:
    from ..events.event import Event

#: Every day, or more often, is one entry: its days would hide everything else.
UNEXPANDED = ("FREQ=DAILY", "FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY")
#: No rule is followed longer than this, whatever the window: ten years.
FARTHEST = timedelta(days=3653)


def occurrences(event: Event, first: date, last: date) -> list[tuple[date, Event]]:
    """Return the days of a recurring event within a stretch of time, both ends inclusive.

    What recurs daily, or more often, comes once, at its first day, and goes on to recur.  The first of
    several keeps the event's id; the others have their day behind it.
    """
    recurrence = event.recurrence
    if recurrence is None or last < first:
        return []
    start = max(recurrence.first or first, first)
    last = min(last, start + FARTHEST if start < date.max - FARTHEST else date.max)
    if start > last:
        return []
    series = replace(recurrence, first=recurrence.first or first)
    if recurrence.rrule.startswith(UNEXPANDED):
        return [(start, replace(event, recurrence=Recurrence(recurrence.rrule, start), series=series))]
    try:
        rule = rrulestr(recurrence.rrule, dtstart=_midnight(recurrence.first or first))
        days = [moment.date() for moment in rule.between(_midnight(start), _midnight(last), inc=True)]
    except (ValueError, OverflowError):
        # A rule of somebody else's that dateutil does not know is shown as it is.
        return [(start, event)]
    return [(day, _on(event, day, index, series)) for index, day in enumerate(days)]


def whole_series(event: Event) -> Event:
    """Return what recurs, given one of its days; every other event as it is."""
    if event.series is None:
        return event
    return replace(
        event,
        id=event.id.removesuffix(f"-{event.value}"),
        interval=None,
        recurrence=event.series,
        series=None,
        type="SET",
        value=event.series.rrule,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _on(event: Event, day: date, index: int, series: Recurrence) -> Event:
    """Return the event of one day on which something recurs."""
    id_ = f"{event.id}-{day.isoformat()}" if index else event.id
    return replace(
        event,
        id=id_,
        interval=Interval.of_day(day),
        recurrence=None,
        series=series,
        type="DATE",
        value=day.isoformat(),
        granularity="day",
    )
