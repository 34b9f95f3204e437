"""Resolution of what is seen from an anchor: "Friday", "last week", "that month", "next summer"."""

from __future__ import annotations

from datetime import date

from ..meanings import Calendar, InYear, Relative, RelativeNamed, Weekday
from ..units import (
    DAYS_A_WEEK,
    LAST_YEAR,
    CalendarUnit,
    Grain,
    OutOfCalendarError,
    add_days,
    unit_of,
)
from .calendar import (
    is_coarser,
    resolve_calendar,
    unit_from_parts,
    value_somewhere_in,
)
from .context import CERTAINLY_PAST, Context
from .habits import resolve_habit
from .nearness import gap
from .reading import Reading, reading_of, unresolved
from .sequels import Counted, what_followed
from .story import Anchor
from .year_parts import named_unit

#: How many days back a weekday lies at most that may have been planned then.
RECENT = 2
#: How many days ahead "this fall" lies at least where a past one must be meant.
FAR_AHEAD = 150


def resolve_weekday(meaning: Weekday, context: Context) -> Reading:
    """Resolve "Wednesday": the latest not after the publication date (114/125), its own day counting.

    Where the clause that governs it looks ahead ("will meet on Friday"), the next one.
    """
    if meaning.some:
        return Reading("DATE", f"XXXX-WXX-{meaning.number}", grain=Grain.DAY, stated=("weekday",))
    if meaning.which is None and context.tells_habit:
        return resolve_habit(meaning, context)
    anchor = context.day_told
    if anchor is None:
        return unresolved("DATE", f"XXXX-WXX-{meaning.number}", Grain.DAY, stated=("weekday",))
    day = anchor.day
    back = (day.isoweekday() - meaning.number) % DAYS_A_WEEK
    match meaning.which:
        case None:
            offset = DAYS_A_WEEK - back if back and _lies_ahead(back, context) else -back
        case 0:
            offset = meaning.number - day.isoweekday()
            if offset < 0 and _begins(day, context):
                offset += DAYS_A_WEEK
        case 1:
            offset = DAYS_A_WEEK - back
        case _:
            offset = -back if back or meaning.ago else -DAYS_A_WEEK
            offset += (meaning.which + 1) * DAYS_A_WEEK
    unit = CalendarUnit(Grain.DAY, add_days(day, offset))
    return reading_of(unit, anchor, stated=("weekday",), filled=("year", "month", "day"))


def _begins(day: date, context: Context) -> bool:
    """Return whether "this Wednesday" is of the week ahead: on a Sunday, and where the clause says so."""
    direction = context.direction()
    return direction > 0 or (direction == 0 and day.isoweekday() == DAYS_A_WEEK)


def _lies_ahead(back: int, context: Context) -> bool:
    """Return whether a weekday is the next one: so it is where the clause looks ahead.

    It is not where that clause is of the past ("was due to begin on Tuesday") and the last one is
    nearer by far (9 of 9 such days of unread news; of those four days ahead 4 of 4 were the next one); nor
    where the clause only tells of plans and what would be six days ahead was yesterday, which has its
    weekday alone ("said he would take part on Tuesday", 21 of 22).
    """
    if context.looks() <= 0:
        return False
    if context.cue().planned:
        return back > RECENT
    return back > 1 or context.side > 0 or not context.cue().told


def resolve_relative(meaning: Relative, context: Context) -> Reading:
    """Resolve "last week", "this year", "tomorrow"; from the text "that month", "the next day"."""
    found = _unit_seen(meaning, context)
    if found is None:
        value = value_somewhere_in(context.origin(meaning.origin), meaning.grain)
        return unresolved("DATE", value, meaning.grain)
    return reading_of(*found, filled=(meaning.grain.value,))


def _unit_seen(meaning: Relative, context: Context) -> Counted | None:
    """Return the unit, and what it is counted from: "that quarter" is the one that was named last."""
    grain, anchor = meaning.grain, context.origin(meaning.origin)
    if meaning.origin == "text":
        if grain is Grain.QUARTER and context.story.quarter:
            anchor = context.story.quarter
        elif meaning.amount > 0:
            return what_followed(lambda told: _moved_from(told, meaning), grain, context)
    if anchor is None or is_coarser(anchor.unit.grain, grain):
        return None
    if grain is Grain.WEEKEND and meaning.origin == "published":
        return _weekend(anchor.day, meaning.amount, context), anchor
    if grain is Grain.WEEK and meaning.origin == "published" and anchor.day.isoweekday() == DAYS_A_WEEK:
        return unit_of(anchor.day, grain).shift(_weeks_from_sunday(meaning.amount, context)), anchor
    return _moved_from(anchor, meaning), anchor


def _moved_from(anchor: Anchor, meaning: Relative) -> CalendarUnit:
    return unit_of(anchor.unit.first, meaning.grain).shift(meaning.amount)


def _weeks_from_sunday(amount: int, context: Context) -> int:
    """Return how many ISO weeks away a week is that was told of on a Sunday.

    That day is the last of its ISO week, but the first of the week for those who write: "last week" is
    the one that it ends, and "this week" the one that it begins, unless its clause looks back.
    """
    if amount < 0:
        return amount + 1
    return 1 if amount == 0 and context.looks() > 0 else amount


def _weekend(day: date, amount: int, context: Context) -> CalendarUnit:
    """Return the weekend: the last one begun, or the next where the clause looks ahead.

    On a Wednesday "last weekend" and "over the weekend" are the one before, "this" and "next" the one
    that comes; on a Saturday "the weekend" is its own.
    """
    own = unit_of(day, Grain.WEEKEND)
    begun = day >= own.first
    if amount < 0:
        return own.shift(-1)
    if amount > 0:
        return own.shift(1) if begun else own
    return own if begun or context.looks() > 0 else own.shift(-1)


def resolve_relative_named(meaning: RelativeNamed, context: Context) -> Reading | None:
    """Resolve "last May", "next summer", "this fall"."""
    anchor = context.origin(meaning.origin) if meaning.origin == "text" else context.reference
    if anchor is None:
        absolute = resolve_calendar(meaning.of, context) if isinstance(meaning.of, Calendar) else None
        return absolute or unresolved("DATE", "XXXX")
    units = []
    earliest = max(anchor.day.year - 2 + min(meaning.which, 0), 1)
    for year in range(earliest, min(anchor.day.year + 2, LAST_YEAR - 1) + 1):
        if isinstance(meaning.of, InYear):
            units.append(named_unit(meaning.of.grain, meaning.of.index, year))
        else:
            named = unit_from_parts(meaning.of.parts, year)
            units += [named] if named else []
    day, seen = anchor.unit.last if meaning.which > 0 else anchor.day, meaning.origin == "published"
    if meaning.which < 0:
        units = [unit for unit in units if unit.last < day and not (seen and _is_last_month(unit, day))]
        found = _last_but(units, -meaning.which - 1)
    elif meaning.which > 0:
        found = min((unit for unit in units if unit.first > day), key=lambda unit: unit.first, default=None)
    else:
        own = [unit for unit in units if day.year in {unit.year, unit.last.year}]
        if seen:
            own = _certain(own, units, day, context)
        found = min(own, key=lambda unit: gap(unit, day), default=None)
    if found is None:
        raise OutOfCalendarError(str(day.year))
    return reading_of(found, anchor, stated=("month",), filled=("year",))


def _certain(
    own: list[CalendarUnit], units: list[CalendarUnit], day: date, context: Context
) -> list[CalendarUnit]:
    """Return which of the units a clause that is certain allows: "was planted this fall" in January."""
    direction = context.direction()
    if direction > 0:
        # "Will be released this spring", said in November, is the next one.
        return [unit for unit in units if unit.last >= day] or own
    if direction <= CERTAINLY_PAST and own and (min(own).first - day).days > FAR_AHEAD:
        return [unit for unit in units if unit.first <= day]
    return own


def _last_but(units: list[CalendarUnit], skipped: int) -> CalendarUnit | None:
    """Return the last of several units, or the one before it: "the summer before last"."""
    return sorted(units)[-1 - skipped] if len(units) > skipped else None


def _is_last_month(unit: CalendarUnit, day: date) -> bool:
    """Return whether a month is the one before: in March nobody calls that "last February"."""
    return unit.grain is Grain.MONTH and unit.year == day.year and day.month - unit.first.month == 1
