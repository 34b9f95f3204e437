"""Resolution of amounts: durations, what lies so many units away, first and last parts."""

from __future__ import annotations

from datetime import date

from ..interval import Edge, Interval, Precision
from ..meanings import Anchored, Away, Compared, Duration, Portion, PortionHead, Shifted
from ..units import MONTHS, CalendarUnit, Grain, add, add_days, duration_value, unit_of
from .calendar import DAYS_A_WEEK, shift_unit
from .context import Context, Reading, reading_of, unresolved

#: "First", "last", "final", "coming" units without a number are four of the unit.
VAGUE_AMOUNT = 4
SUB_DAY = {Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.DAYPART}
RESULT_GRAINS = {Grain.QUARTER, Grain.HALF}


def resolve_duration(meaning: Duration, context: Context) -> Reading:
    """Resolve "three hours", "several weeks": a DURATION that lies nowhere on the calendar."""
    del context
    mod = meaning.mod if meaning.mod not in {"START", "END"} else ""
    return Reading("DURATION", _duration(meaning), mod, grain=meaning.grain)


def _duration(meaning: Duration) -> str:
    """Return the TIMEX3 value; half an hour is thirty minutes, half a year six months."""
    if meaning.grain is None:
        return "PXX"
    halves = {Grain.HOUR: (30, Grain.MINUTE), Grain.YEAR: (6, Grain.MONTH)}
    if meaning.amount == 0.5 and meaning.grain in halves:
        amount, grain = halves[meaning.grain]
        return duration_value(amount, grain)
    return duration_value(meaning.amount, meaning.grain)


def resolve_anchored(meaning: Anchored, context: Context) -> Reading:
    """Resolve "over the last four years", "the next few weeks", "within 30 days"."""
    duration = resolve_duration(meaning.of, context)
    anchor = context.reference
    if anchor is None:
        return duration.but(unknown=True)
    interval = stretch(anchor.day, meaning.of, backwards=meaning.side == "past")
    return duration.but(interval=interval, anchor=anchor, deadline=meaning.side == "within")


def stretch(day: date, amount: Duration, *, backwards: bool) -> Interval:
    """Return the stretch of that length which ends or begins at *day*; vague amounts are four."""
    number = VAGUE_AMOUNT if amount.amount is None else amount.amount
    other = move(day, number, amount.grain, -1 if backwards else 1)
    edge = Edge(other, approximate=amount.amount is None or amount.mod == "APPROX")
    return Interval(edge, Edge(day)) if backwards else Interval(Edge(day), edge)


def move(day: date, amount: float, grain: Grain, sign: int) -> date:
    """Return the day so many units away; fractions of a unit in the next smaller one."""
    whole, fraction = int(amount), amount - int(amount)
    moved = add(day, sign * whole, grain)
    if fraction and grain in MONTHS:
        days = round(fraction * MONTHS[grain] * 30.44)
        moved = add_days(moved, sign * days)
    elif fraction and grain in {Grain.WEEK, Grain.FORTNIGHT}:
        moved = add_days(moved, sign * round(fraction * DAYS_A_WEEK))
    return moved


def resolve_portion_head(meaning: PortionHead, context: Context) -> Reading | None:
    """Resolve "the final weeks" of what is no time itself: a vague DURATION; one unit says nothing."""
    if meaning.amount is not None:
        return None
    return resolve_duration(Duration(None, meaning.grain), context)


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
    moved = move(edge, amount.amount, amount.grain, meaning.sign)
    finest = Grain.DAY if start.grain is Grain.DAY and amount.grain not in {Grain.YEAR, Grain.DECADE} else amount.grain
    return unit_of(moved, finest).interval


def resolve_shifted(meaning: Shifted, context: Context) -> Reading | None:
    """Resolve "three days ago", "two weeks later", "a year earlier", "the following Monday"."""
    if meaning.amount is None:
        value = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
        return Reading("DATE", value, meaning.mod)
    if meaning.mod == "weekday":
        return _following_weekday(meaning, context)
    if _is_comparison(meaning, context):
        return resolve_compared(Compared(meaning.sign * int(meaning.amount)), context)
    if not isinstance(meaning.origin, str):
        return _shifted_from(meaning, context)
    anchor = context.deictic if meaning.origin == "published" else context.spoken_of
    if anchor is None:
        return unresolved("DATE", duration_value(meaning.amount, meaning.grain), meaning.grain)
    moved = move(anchor.day, meaning.amount, meaning.grain, meaning.sign)
    if meaning.grain in SUB_DAY:
        return reading_of(CalendarUnit(Grain.DAY, moved), anchor, mod=meaning.mod)
    unit = unit_of(moved, _kept_grain(meaning))
    return reading_of(unit, anchor, mod=meaning.mod)


def _shifted_from(meaning: Shifted, context: Context) -> Reading | None:
    """Return the day before or after a date that is stated: "the eve of Thanksgiving"."""
    from . import resolve

    assert not isinstance(meaning.origin, str)  # noqa: S101
    start = resolve(meaning.origin, context)
    if start is None or start.interval is None or start.interval.earliest is None:
        return start
    day = move(start.interval.earliest, meaning.amount or 1, meaning.grain, meaning.sign)
    return reading_of(unit_of(day, meaning.grain), start.anchor, stated=start.stated, filled=start.filled)


def _is_comparison(meaning: Shifted, context: Context) -> bool:
    """Return whether "a year earlier" compares results: it takes the period spoken of (59 % of cases)."""
    return meaning.grain is Grain.YEAR and meaning.amount == 1 and meaning.sign < 0 and context.story.period is not None


def resolve_compared(meaning: Compared, context: Context) -> Reading | None:
    """Resolve "the year-ago quarter", "the 1988 period", "the quarter": the period spoken of, by year."""
    period = context.story.period
    if period is None:
        return _compared_to_publication(meaning, context)
    years = meaning.amount if meaning.year is None else meaning.year - period.unit.year
    return reading_of(shift_unit(period.unit, years), period)


def _compared_to_publication(meaning: Compared, context: Context) -> Reading:
    """Return the last whole quarter before publication; of another year, that year."""
    if meaning.year is not None:
        return reading_of(CalendarUnit(Grain.YEAR, date(meaning.year, 1, 1)))
    anchor = context.reference
    if anchor is None:
        return unresolved("DATE", "XXXX", Grain.QUARTER)
    if meaning.amount:
        return reading_of(unit_of(anchor.day, Grain.YEAR).shift(meaning.amount), anchor)
    return reading_of(unit_of(anchor.day, Grain.QUARTER).shift(-1), anchor)


def _kept_grain(meaning: Shifted) -> Grain:
    """Return the grain of the result: that of the unit counted in."""
    return Grain.YEAR if meaning.grain in {Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM} else meaning.grain


def _following_weekday(meaning: Shifted, context: Context) -> Reading:
    number, anchor = int(meaning.amount or 1), context.spoken_of
    if anchor is None:
        return unresolved("DATE", f"XXXX-WXX-{number}", Grain.DAY)
    day = anchor.unit.last if meaning.sign > 0 else anchor.day
    back = (day.isoweekday() - number) % DAYS_A_WEEK
    offset = DAYS_A_WEEK - back if meaning.sign > 0 else -(back or DAYS_A_WEEK)
    if meaning.sign == 0:
        offset = -back
    return reading_of(CalendarUnit(Grain.DAY, add_days(day, offset)), anchor, stated=("weekday",))


def resolve_portion(meaning: Portion, context: Context) -> Reading | None:
    """Resolve "the final weeks of Biden's term", "the last day of May", "the remainder of its term"."""
    from . import resolve

    whole = resolve(meaning.of, context)
    if whole is None:
        return None
    if meaning.weekday is not None:
        return _nth_weekday(meaning, whole)
    if whole.interval is None:
        return whole if whole.unknown else None
    if meaning.which == "rest":
        return _rest(whole, context)
    interval = portion_of(whole, meaning)
    if interval is None:
        return None
    if meaning.amount == 1 or meaning.which == "nth":
        return _one(meaning, whole, interval)
    mod = "START" if meaning.which == "first" else "END"
    value = duration_value(meaning.amount, meaning.grain)
    return whole.but(type="DURATION", value=value, mod=mod, interval=interval, grain=meaning.grain, unit=None)


def _one(meaning: Portion, whole: Reading, interval: Interval) -> Reading:
    """Return a single unit of a whole as a DATE: "the last day of its term", "the second week of May"."""
    first = interval.earliest or interval.latest
    assert first is not None  # noqa: S101
    unit = unit_of(first, meaning.grain)
    exact = unit.interval if (unit.first, unit.last) == (interval.earliest, interval.latest) else interval
    return whole.but(type="DATE", value=unit.value, mod="", interval=exact, grain=meaning.grain, unit=unit)


def portion_of(whole: Reading, meaning: Portion) -> Interval | None:
    """Return the first, last or nth units of a whole, never outside of it.

    Without a number it is four of the unit, with an approximate edge.  In a unit of the calendar the
    parts are whole months, quarters or years; elsewhere they are counted in days, both ends in.
    """
    if whole.interval is None:
        return None
    vague = meaning.amount is None
    amount = VAGUE_AMOUNT if meaning.amount is None else int(meaning.amount)
    earliest, latest = whole.interval.earliest, whole.interval.latest
    if meaning.which == "nth":
        return _nth(meaning, whole, amount)
    aligned = whole.unit is not None and meaning.grain in MONTHS
    if meaning.which == "last":
        if latest is None:
            return None
        start = add(latest if vague and not aligned else add_days(latest, 1), -amount, meaning.grain)
        start = max(start, earliest) if earliest else start
        return Interval(_edge(start, meaning.grain, aligned=aligned, approximate=vague), _outer(whole, latest, aligned=aligned))
    if earliest is None:
        return None
    end = add(earliest, amount, meaning.grain)
    end = end if vague and not aligned else add_days(end, -1)
    end = min(end, latest) if latest else end
    return Interval(_outer(whole, earliest, aligned=aligned), _edge(end, meaning.grain, aligned=aligned, approximate=vague))


def _outer(whole: Reading, day: date, *, aligned: bool) -> Edge:
    del whole
    return Edge(day, Precision.MONTH if aligned else Precision.DAY)


def _edge(day: date, grain: Grain, *, aligned: bool, approximate: bool) -> Edge:
    del grain
    return Edge(day, Precision.MONTH if aligned else Precision.DAY, approximate)


def _nth(meaning: Portion, whole: Reading, number: int) -> Interval | None:
    earliest, latest = whole.interval and whole.interval.earliest, whole.interval and whole.interval.latest
    if earliest is None:
        return None
    start = add(earliest, number - 1, meaning.grain)
    end = add_days(add(start, 1, meaning.grain), -1)
    if latest and start > latest:
        return None
    end = min(end, latest) if latest else end
    precision = Precision.MONTH if meaning.grain in MONTHS and whole.unit else Precision.DAY
    return Interval(Edge(start, precision), Edge(end, precision))


def _nth_weekday(meaning: Portion, whole: Reading) -> Reading | None:
    """Resolve "the first Monday of May", "the last Friday in June", "Friday of last week"."""
    if whole.unit is None:
        return whole.but(interval=None)
    number, index = meaning.weekday or 1, int(meaning.amount or 1)
    if index > 0:
        first = whole.unit.first
        day = add_days(first, (number - first.isoweekday()) % DAYS_A_WEEK + (index - 1) * DAYS_A_WEEK)
    else:
        last = whole.unit.last
        day = add_days(last, -((last.isoweekday() - number) % DAYS_A_WEEK))
    if not whole.unit.first <= day <= whole.unit.last:
        return None
    return reading_of(CalendarUnit(Grain.DAY, day), whole.anchor, stated=("weekday", *whole.stated), filled=whole.filled)


def _rest(whole: Reading, context: Context) -> Reading:
    """Return what remains of a whole from the publication date on."""
    anchor = context.reference
    interval = whole.interval
    assert interval is not None  # noqa: S101
    if anchor is None:
        return whole.but(unknown=True, interval=None, unit=None)
    earliest, latest = interval.earliest, interval.latest
    inside = (earliest is None or earliest <= anchor.day) and (latest is None or anchor.day <= latest)
    if not inside:
        return whole.but(unit=None)
    return whole.but(interval=Interval(Edge(anchor.day), Edge(latest) if latest else None), unit=None)
