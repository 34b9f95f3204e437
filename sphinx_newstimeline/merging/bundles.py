"""Sentences of one article that name one date: they are one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .storytelling import article_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from ..events.event import Event


class When(NamedTuple):
    """When something is, as far as one date can be told from another.

    :param edtf: the interval, or empty.
    :param deadline: whether it is due at the end of the interval.
    :param since: whether it goes on from its start.
    :param rrule: what recurs, or empty.
    :param is_day: whether it says the day.
    """

    edtf: str
    deadline: bool
    since: bool
    rrule: str
    is_day: bool = True


def when(event: Event) -> When | None:
    """Return when an event is; ``None`` for one without a place on the calendar."""
    if event.interval is None and event.recurrence is None:
        return None
    interval = event.interval
    # A stretch that was approximate and turned out to be one day is that day.
    day = interval.earliest if interval and interval.earliest == interval.latest else None
    return When(
        day.isoformat() if day else interval.edtf if interval else "",
        event.deadline,
        event.mod in {"ON_OR_AFTER", "AFTER"},
        event.recurrence.rrule if event.recurrence else "",
        bool(day or (interval and event.deadline)),
    )


def minutes(event: Event) -> tuple[int, str] | None:
    """Return the time of day as minutes since midnight, with its zone, if the hour is stated."""
    time = event.time
    if time is None or time.hour is None:
        return None
    return time.hour * 60 + (time.minute or 0), time.zone


def bundles(
    events: Sequence[Event], moments: Sequence[When | None], without: AbstractSet[int] = frozenset()
) -> list[list[int]]:
    """Return which events, as their indexes, are one entry because one article names one date.

    Different times of one day are entries of their own; what states no time goes with the only time that
    there is, and else by itself.  What an author wrote is nobody's sentence, and stays as it is.

    :param moments: when each event is, as :func:`when` has it.
    :param without: indexes of events to leave out.
    """
    dated: dict[object, list[int]] = {}
    for index, event in enumerate(events):
        if index in without:
            continue
        if event.handwritten or moments[index] is None:
            dated[index] = [index]
        else:
            dated.setdefault((article_of(event.sources[0]), moments[index]), []).append(index)
    found = []
    for together in dated.values():
        times: dict[object, list[int]] = {}
        for index in together:
            times.setdefault(_time(events[index]), []).append(index)
        if len(times) <= 2 and None in times:  # noqa: PLR2004 - one time, and none
            found.append(together)
        else:
            found += times.values()
    return sorted(found)


def _time(event: Event) -> object:
    """Return the time of day that an event states, or ``None``."""
    return event.time and (event.time.iso, event.time.zone)
