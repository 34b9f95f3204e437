"""Resolution of what lies so many units away: "three days ago", "two weeks later", "the year-ago quarter"."""

from __future__ import annotations

from datetime import date

from ..interval import Interval
from ..meanings import Away, Compared, Shifted, Weekday
from ..units import DAYS_A_WEEK, CalendarUnit, Grain, add_days, unit_of
from .amounts import move, stretch
from .calendar import is_coarser, shift_unit, value_somewhere_in
from .context import Context
from .reading import Reading, approximate, reading_of, unresolved
from .sequels import Counted, what_followed
from .story import Anchor

#: How many days after its Saturday a holiday can lie that makes a weekend long.
LONGEST_WEEKEND = 2
#: Decades, centuries and millennia ago are counted in years.
LONG = {Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM}


def away_interval(meaning: Away, start: Reading) -> Interval | None:
    """Return where "two weeks after 3 March" lies, given the date that is counted from."""
    amount = meaning.members[0]
    if start.interval is None or amount.grain is None:
        return None
    edge = start.interval.latest if meaning.sign > 0 else start.interval.earliest
    if edge is None:
        return None
    if amount.amount is None:
        return stretch(edge, amount, backwards=meaning.sign < 0)
    moved, grain = move(edge, amount.amount, amount.grain, meaning.sign), amount.grain
    if amount.more and amount.more.grain:
        grain = amount.more.grain
        moved = move(moved, amount.more.amount or 0, grain, meaning.sign)
    finest = Grain.DAY if start.grain is Grain.DAY and grain not in {Grain.YEAR, Grain.DECADE} else grain
    return unit_of(moved, finest).interval


def resolve_shifted(meaning: Shifted, context: Context) -> Reading | None:
    """Resolve "three days ago", "two weeks later", "a year earlier", "the following Monday"."""
    if meaning.amount is None:
        return Reading("DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF", meaning.mod)
    if meaning.mod == "weekday" and isinstance(meaning.origin, str):
        return _following_weekday(meaning, context)
    if _is_comparison(meaning, context):
        return resolve_compared(Compared(meaning.sign * int(meaning.amount)), context)
    if not isinstance(meaning.origin, str):
        return _shifted_from(meaning, context)
    anchor = context.origin(meaning.origin)
    found = _counted(anchor, meaning, context)
    if found is None:
        return unresolved("DATE", value_somewhere_in(anchor, meaning.grain), meaning.grain)
    reading = reading_of(*found, mod=meaning.mod)
    return reading.but(interval=approximate(reading.interval)) if meaning.mod == "APPROX" else reading


def _counted(anchor: Anchor | None, meaning: Shifted, context: Context) -> Counted | None:
    """Return where so many units lie, and from what; ``None`` where that was not told."""
    if meaning.origin == "text" and meaning.sign > 0:
        return what_followed(lambda told: _moved_from(told, meaning), meaning.grain, context)
    if anchor is None or is_coarser(anchor.unit.grain, meaning.grain):
        return None
    return _moved_from(anchor, meaning), anchor


def _moved_from(anchor: Anchor, meaning: Shifted) -> CalendarUnit:
    moved = move(anchor.day, meaning.amount or 0, meaning.grain, meaning.sign)
    return unit_of(moved, _kept_grain(meaning))


def _shifted_from(meaning: Shifted, context: Context) -> Reading | None:
    """Return the day before or after a date that is stated: "the eve of Thanksgiving", "Friday week"."""
    from . import resolve

    assert not isinstance(meaning.origin, str)  # noqa: S101
    # What lies weeks from a weekday lies ahead, and so does the weekday.
    ahead = meaning.sign > 0 and isinstance(meaning.origin, Weekday)
    start = resolve(meaning.origin, context.leaning(1) if ahead else context)
    if start is None or start.interval is None or start.interval.earliest is None:
        return start
    day = start.interval.earliest
    if meaning.amount == 0:
        unit = _around(day, meaning.grain)
    elif meaning.mod == "weekday":
        unit = _weekday_beside(day, int(meaning.amount or 1), meaning.sign)
    else:
        moved = move(day, 1 if meaning.amount is None else meaning.amount, meaning.grain, meaning.sign)
        unit = unit_of(moved, start.unit.grain if start.unit else Grain.DAY)
    return reading_of(unit, start.anchor, stated=start.stated, filled=start.filled)


def _around(day: date, grain: Grain) -> CalendarUnit:
    """Return the week of a day, or the weekend nearest to it: a Monday's is the one before."""
    return unit_of(add_days(day, -LONGEST_WEEKEND) if grain is Grain.WEEKEND else day, grain)


def _is_comparison(meaning: Shifted, context: Context) -> bool:
    """Return whether "a year earlier" compares results: it takes the period spoken of (59 % of cases)."""
    return (
        meaning.grain is Grain.YEAR
        and meaning.amount == 1
        and meaning.sign < 0
        and context.story.results is not None
    )


def resolve_compared(meaning: Compared, context: Context) -> Reading | None:
    """Resolve "the year-ago quarter", "the 1988 period", "the quarter": the period spoken of, by year."""
    period = context.story.results
    if period is None:
        return None if meaning.told else _compared_to_publication(meaning, context)
    years = meaning.amount if meaning.year is None else meaning.year - period.unit.year
    return reading_of(shift_unit(period.unit, years), period)


def _compared_to_publication(meaning: Compared, context: Context) -> Reading:
    """Return the last whole quarter before publication; of another year, that year."""
    if meaning.year is not None:
        return reading_of(CalendarUnit(Grain.YEAR, date(meaning.year, 1, 1)))
    anchor = context.reference
    if anchor is None:
        return unresolved("DATE", "XXXX", Grain.QUARTER)
    if meaning.amount and not meaning.quarter:
        return reading_of(unit_of(anchor.day, Grain.YEAR).shift(meaning.amount), anchor)
    return reading_of(shift_unit(unit_of(anchor.day, Grain.QUARTER).shift(-1), meaning.amount), anchor)


def _kept_grain(meaning: Shifted) -> Grain:
    """Return the grain of the result: that of the unit counted in."""
    return Grain.YEAR if meaning.grain in LONG else meaning.grain


def _weekday_beside(day: date, number: int, sign: int) -> CalendarUnit:
    """Return the next such weekday behind the day (1), the last before it (-1), or the last till then (0)."""
    back = (day.isoweekday() - number) % DAYS_A_WEEK
    offset = DAYS_A_WEEK - back if sign > 0 else -(back or DAYS_A_WEEK) if sign else -back
    return CalendarUnit(Grain.DAY, add_days(day, offset))


def _following_weekday(meaning: Shifted, context: Context) -> Reading:
    number, anchor = int(meaning.amount or 1), context.spoken_of
    if anchor is None:
        return unresolved("DATE", f"XXXX-WXX-{number}", Grain.DAY)
    day = anchor.unit.last if meaning.sign > 0 else anchor.day
    unit = _weekday_beside(day, number, meaning.sign)
    if meaning.sign < 0 and unit == context.story.weekday:
        # "Closed lower on Friday, 4 % below the previous Friday".
        unit = unit.shift(-DAYS_A_WEEK)
    return reading_of(unit, anchor, stated=("weekday",))
