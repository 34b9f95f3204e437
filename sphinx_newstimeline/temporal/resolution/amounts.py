"""Resolution of amounts: durations, and the stretches that begin or end at the publication date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..interval import Edge, Interval
from ..meanings import Anchored, Duration
from ..units import DAYS_A_WEEK, HOURS_A_DAY, MONTHS, Grain, add, add_days, add_months, duration_value
from .context import Context
from .reading import Reading

#: "First", "last", "final", "coming" units without a number are four of the unit.
VAGUE_AMOUNT = 4
#: Of how many smaller units a unit is made of which fractions are told.
PARTS: dict[Grain, tuple[int, Grain]] = {
    Grain.MINUTE: (60, Grain.SECOND),
    Grain.HOUR: (60, Grain.MINUTE),
    Grain.DAY: (HOURS_A_DAY, Grain.HOUR),
    Grain.YEAR: (12, Grain.MONTH),
    Grain.CENTURY: (100, Grain.YEAR),
    Grain.MILLENNIUM: (1000, Grain.YEAR),
}
#: Those that are counted in years throughout: half a century is fifty years.
LONG = {Grain.CENTURY, Grain.MILLENNIUM}


def resolve_duration(meaning: Duration, context: Context) -> Reading:
    """Resolve "three hours", "several weeks": a DURATION that lies nowhere on the calendar."""
    del context
    mod = meaning.mod if meaning.mod not in {"START", "END"} else ""
    return Reading("DURATION", _duration(meaning), mod, grain=meaning.grain)


def _duration(meaning: Duration) -> str:
    """Return the TIMEX3 value; a fraction is told in smaller units."""
    if meaning.grain is None:
        return "PXX"
    if meaning.more:
        if meaning.grain is Grain.WEEK and meaning.more.grain is Grain.DAY and meaning.amount:
            # ISO 8601 has weeks by themselves only: a week and two days are nine.
            return duration_value(meaning.amount * DAYS_A_WEEK + (meaning.more.amount or 0), Grain.DAY)
        whole, part = _duration(replace(meaning, more=None)), _duration(meaning.more)
        return whole + part[1:].removeprefix("T" if "T" in whole else "")
    broken = _broken(meaning.amount, meaning.grain)
    return _duration(broken) if broken else duration_value(meaning.amount, meaning.grain)


def _broken(amount: float | None, grain: Grain) -> Duration | None:
    """Return an amount with a fraction in smaller units: two and a half years are two years and six months.

    There is none where the fraction is no whole number of them.
    """
    if amount is None or amount == int(amount) or grain not in PARTS:
        return None
    parts, smaller = PARTS[grain]
    if grain in LONG and amount * parts == int(amount * parts):
        return Duration(int(amount * parts), smaller)
    whole, rest = int(amount), (amount - int(amount)) * parts
    if grain in LONG or rest != int(rest):
        return None
    more = Duration(int(rest), smaller)
    return Duration(whole, grain, more=more) if whole else more


def resolve_anchored(meaning: Anchored, context: Context) -> Reading:
    """Resolve "over the last four years", "the next few weeks", "within 30 days".

    "500 died within days" tells of days after something past.
    """
    duration = resolve_duration(meaning.of, context)
    if meaning.side == "within" and context.direction() < 0:
        return duration
    anchor = context.reference
    if anchor is None:
        return duration.but(unknown=True)
    interval = stretch(anchor.day, meaning.of, backwards=meaning.side == "past")
    return duration.but(interval=interval, anchor=anchor, deadline=meaning.side == "within")


def stretch(day: date, amount: Duration, *, backwards: bool) -> Interval:
    """Return the stretch of that length which ends or begins at *day*; vague amounts are four."""
    sign = -1 if backwards else 1
    number = VAGUE_AMOUNT if amount.amount is None else amount.amount
    other = move(day, number, amount.grain or Grain.DAY, sign)
    if amount.more:
        other = move(other, amount.more.amount or 0, amount.more.grain or Grain.DAY, sign)
    edge = Edge(other, approximate=amount.amount is None or amount.mod == "APPROX")
    return Interval(edge, Edge(day)) if backwards else Interval(Edge(day), edge)


def move(day: date, amount: float, grain: Grain, sign: int) -> date:
    """Return the day so many units away; fractions of a unit in the next smaller one."""
    whole, fraction = int(amount), amount - int(amount)
    moved = add(day, sign * whole, grain)
    if fraction and grain in MONTHS and fraction * MONTHS[grain] == int(fraction * MONTHS[grain]):
        moved = add_months(moved, sign * int(fraction * MONTHS[grain]))
    elif fraction and grain in MONTHS:
        days = round(fraction * MONTHS[grain] * 30.44)
        moved = add_days(moved, sign * days)
    elif fraction and grain in {Grain.WEEK, Grain.FORTNIGHT}:
        moved = add_days(moved, sign * round(fraction * DAYS_A_WEEK))
    return moved
