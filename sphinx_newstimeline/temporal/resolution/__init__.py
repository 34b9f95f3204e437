"""Resolution: a meaning and its context in, a :class:`Reading` out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import meanings
from . import (
    amounts,
    antiquity,
    calendar,
    deictic,
    edges,
    entries,
    holidays,
    portions,
    results,
    shifts,
    times,
    turns,
)
from .context import Context
from .reading import Reading
from .story import Anchor, Story

RESOLVERS: dict[type, Callable[[Any, Context], Reading | None]] = {
    meanings.Calendar: calendar.resolve_calendar,
    meanings.Years: calendar.resolve_years,
    meanings.InYear: calendar.resolve_in_year,
    meanings.Weekday: deictic.resolve_weekday,
    meanings.Relative: deictic.resolve_relative,
    meanings.NewYear: calendar.resolve_new_year,
    meanings.Turn: turns.resolve_turn,
    meanings.YearEnd: turns.resolve_year_end,
    meanings.RelativeNamed: deictic.resolve_relative_named,
    meanings.Shifted: shifts.resolve_shifted,
    meanings.Compared: shifts.resolve_compared,
    meanings.Duration: amounts.resolve_duration,
    meanings.Anchored: amounts.resolve_anchored,
    meanings.Portion: portions.resolve_portion,
    meanings.PortionHead: portions.resolve_portion_head,
    meanings.Modified: edges.resolve_modified,
    meanings.Bounded: edges.resolve_bounded,
    meanings.DayPart: times.resolve_day_part,
    meanings.Clock: times.resolve_clock,
    meanings.Reference: times.resolve_reference,
    meanings.NamedPeriod: times.resolve_named_period,
    meanings.PeriodHead: times.resolve_period_head,
    meanings.Holiday: holidays.resolve_holiday,
    meanings.Recurring: times.resolve_recurring,
}


def resolve(meaning: meanings.Meaning, context: Context) -> Reading | None:
    """Return what the meaning stands for in its context, or ``None`` where it stands for nothing."""
    if context.story.antiquity is not None:
        reading = antiquity.resolve_ancient(meaning, context.story.antiquity, context)
        if reading is not None:
            return reading
    return RESOLVERS[type(meaning)](meaning, context)


__all__ = ["Anchor", "Context", "Reading", "Story", "entries", "resolve", "results"]
