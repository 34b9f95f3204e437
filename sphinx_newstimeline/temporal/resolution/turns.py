"""Resolution of where ages and years turn: "the turn of the century", "year-end"."""

from __future__ import annotations

from datetime import date

from ..interval import Edge, Interval, Precision
from ..meanings import Relative, Turn, YearEnd
from ..units import CalendarUnit, Grain, unit_of
from .calendar import LONG_AGES
from .context import Context
from .reading import Reading, reading_of, unresolved

#: How many years before an age begins its turn is the one that is meant: by those who look ahead, and by
#: those of whom nobody knows which way they look.  It is the same share of each age: of a century 25 and 8.
AHEAD, UNSAID = 1 / 4, 1 / 12
#: How many years a decade has.
DECADE = 10


def resolve_turn(meaning: Turn, context: Context) -> Reading | None:
    """Resolve "the turn of the century": about the year in which the age begins."""
    from . import resolve

    reading = resolve(meaning.of, context)
    if reading is None or reading.unit is None:
        return reading
    unit = reading.unit
    if isinstance(meaning.of, Relative) and meaning.of.amount == 0:
        unit = _next_or_own(unit, context)
    first, last = date(unit.year, 1, 1), date(unit.year, 12, 31)
    about = Interval(
        Edge(first, Precision.YEAR, approximate=True), Edge(last, Precision.YEAR, approximate=True)
    )
    return reading.but(value=unit.value, mod="START", interval=about, unit=unit)


def _next_or_own(own: CalendarUnit, context: Context) -> CalendarUnit:
    """Return the age that is about to begin where it is close, else the one that has begun."""
    anchor, following = context.told_of, own.shift(1)
    if anchor is None:
        return own
    years = LONG_AGES.get(own.grain, DECADE)
    looks = context.looks()
    share = AHEAD if looks > 0 else UNSAID if looks == 0 else 0
    return following if following.year - anchor.day.year <= years * share else own


def resolve_year_end(meaning: YearEnd, context: Context) -> Reading:
    """Resolve "year-end": the last one where what was then is told ("debt stood at"), or is counted from."""
    del meaning
    anchor = context.told_of
    if anchor is None:
        return unresolved("DATE", "XXXX", Grain.YEAR)
    unit = unit_of(anchor.day, Grain.YEAR)
    told = context.side < 0 or (context.side == 0 and context.direction() < 0)
    if told and anchor.kind == "published" and anchor.day < unit.last:
        unit = unit.shift(-1)
    return reading_of(unit, anchor, filled=(Grain.YEAR.value,))
