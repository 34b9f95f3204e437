"""Which of several units of the calendar is meant where the words leave the year out: the nearest.

How far each counts depends on what the clause says, and in a story on how stories go on (hit rates on
TimeBank stand beside each policy).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from ..units import CalendarUnit, Grain
from .context import CERTAINLY_AHEAD, Context
from .story import Anchor

#: How many times farther a date counts that lies behind, and one that lies ahead, by what the clause says
#: (-2 certainly past, -1 past, 1 ahead, 2 certainly ahead): "will open in March" looks past the last one.
COSTS = {-2: (1, 20), -1: (1, 12), 0: (1, 1), 1: (5, 1), 2: (20, 1)}
#: The same for what was planned then: "was due to open in July".
PLANNED_COSTS = (4, 5)
#: How many days ahead a day or month without a year lies at most, unless the clause is certain of it:
#: later ones have "next".
MOST_AHEAD = 300
#: The same for months and quarters of which the clause says nothing: news tells of what was, and says
#: where it looks far ahead.
UNSAID_COSTS = (2, 5)
UNSAID = {Grain.MONTH, Grain.QUARTER}
#: The same for deadlines, which may lie ahead of what is past: "was closed before January 20".
DEADLINE_COSTS = {-1: (1, 4), 0: (3, 1), 1: (40, 1)}
#: Within how many days news goes on with what it tells of another year.
GOES_ON = 230
#: The same for a story, which tells of one year after the other: one behind or ahead in the year that is
#: spoken of, one of the year before, one of the year after.
STORY_COSTS = (2, 2, 6, 3)
#: The same for its deadlines, which lie ahead: "3,500 in March, and 200,000 by December".
STORY_DEADLINE_COSTS = (4, 1, 12, 2)


class Days(NamedTuple):
    """The first and last day of what is no unit of the calendar."""

    first: date
    last: date


Lasting = TypeVar("Lasting", CalendarUnit, Days)


def fill(
    choose: Callable[[Anchor], Lasting | None], context: Context
) -> tuple[Lasting | None, Anchor | None]:
    """Return the unit whose year was left out, and the anchor that it was filled in from.

    News that tells of another year close by goes on with what follows then; else it is back.

    :param choose: gives the nearest unit to an anchor.
    """
    anchor = context.filling
    unit = choose(anchor) if anchor else None
    if unit is None or anchor is None or anchor.kind != "text" or context.narrative:
        return unit, anchor
    if _goes_on(unit, anchor, context) or context.reference is None or context.beside():
        return unit, anchor
    return choose(context.reference), context.reference


def _goes_on(unit: Lasting, anchor: Anchor, context: Context) -> bool:
    """Return whether news that told of another year, and of none since, goes on with a unit close behind."""
    told = context.story.last
    return (
        anchor.unit.grain is not Grain.YEAR
        and told is not None
        and told.unit.year == anchor.unit.year
        and context.is_elsewhere(anchor.unit)
        and 0 <= (unit.last - anchor.day).days <= GOES_ON
    )


def nearest(units: Sequence[CalendarUnit], anchor: Anchor, context: Context) -> CalendarUnit | None:
    """Return the unit nearest to the anchor (month and day 79/85, month 40/49, quarter 77/79).

    A clause that says which way to look ("will open in March") outweighs the distance.
    """
    if not units:
        return None
    if anchor.unit.grain is Grain.YEAR:
        for unit in units:
            if unit.year == anchor.unit.year:
                return unit
    behind, ahead, before, after = _costs(units[0].grain, anchor, context)

    day = anchor.day
    if context.side < 0 and anchor.kind == "published":
        # "Since January" is never the next one, be it as near as in December.
        units = [unit for unit in units if unit.first <= day] or units
    if anchor.kind == "published" and context.direction() < CERTAINLY_AHEAD:
        units = [unit for unit in units if (unit.first - day).days <= MOST_AHEAD] or units

    def cost(unit: CalendarUnit) -> tuple[int, date]:
        own = unit.year == day.year
        times = (behind if own else before) if unit.last < day else ahead if own else after
        return gap(unit, day) * times, unit.first

    return min(units, key=cost)


def _costs(grain: Grain, anchor: Anchor, context: Context) -> tuple[int, int, int, int]:
    """Return how many times farther a unit counts: behind, ahead, and the same in another year."""
    if anchor.kind != "published":
        return STORY_DEADLINE_COSTS if context.side > 0 else STORY_COSTS
    direction = context.direction()
    if direction > 0 and context.cue().planned:
        costs = PLANNED_COSTS
    elif context.side > 0:
        costs = DEADLINE_COSTS[(direction > 0) - (direction < 0)]
    elif context.side < 0:
        costs = COSTS[-2]
    elif grain is Grain.QUARTER and direction > 0:
        costs = COSTS[0]
    elif grain in UNSAID and not direction and not context.cue().word:
        costs = UNSAID_COSTS
    else:
        # Results of a half are told of when it is over.
        costs = COSTS[direction or -2 * (grain is Grain.HALF)]
    return *costs, *costs


def gap(unit: CalendarUnit, day: date) -> int:
    """Return how many days lie between the unit's first day and the day; 0 where the unit holds it."""
    return 0 if unit.first <= day <= unit.last else abs((unit.first - day).days)
