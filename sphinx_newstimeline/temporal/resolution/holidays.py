"""Resolution of holidays, by the table of their dates."""

from __future__ import annotations

from datetime import date

from ...holidays import holiday_interval
from ..interval import Interval
from ..meanings import Holiday
from ..units import CalendarUnit, Grain
from .context import Context
from .nearness import Days, fill
from .reading import Reading, reading_of, unresolved
from .story import Anchor, stated_year


def resolve_holiday(meaning: Holiday, context: Context) -> Reading | None:
    """Resolve "Thanksgiving", "Easter 2025", "Ramadan ends": in the stated year, else the nearest one."""
    from . import resolve

    if meaning.year is not None:
        year = resolve(meaning.year, context)
        if year is None or year.unit is None:
            return year and unresolved("DATE", "XXXX", Grain.DAY)
        days = holiday_interval(meaning.key, year.unit.year, context.countries)
        return _reading(days and Days(*days), meaning.edge, year.anchor, year.filled)

    if meaning.which is not None and context.reference is not None:
        found = _seen_from(context.reference.day, meaning, context)
        return _reading(found, meaning.edge, context.reference, ("year",))

    def choose(anchor: Anchor) -> Days | None:
        return _nearest(meaning, anchor, context)

    found, anchor = _as_said_again(meaning, context) or fill(choose, context)
    if anchor is None and found is None:
        return unresolved("DATE", "XXXX", Grain.DAY)
    return _reading(found, meaning.edge, anchor, ("year",))


def _as_said_again(meaning: Holiday, context: Context) -> tuple[Days | None, Anchor | None] | None:
    """Return the holiday of the year that its date says right behind it: "Good Friday, 29 March 2002"."""
    again = context.around.apposed()
    unit = stated_year(again.expression.meaning) if again else None
    if unit is None or unit.grain is Grain.YEAR:
        return None
    days = holiday_interval(meaning.key, unit.year, context.countries)
    return (Days(*days), None) if days else None


def _seen_from(day: date, meaning: Holiday, context: Context) -> Days | None:
    """Return the last, the next or this year's holiday, as seen from the day of publication."""
    found = _around(meaning, day, context)
    if meaning.which == 0:
        return min(
            [days for days in found if days.first.year == day.year],
            key=lambda days: abs((days.first - day).days),
            default=None,
        )
    if meaning.which == 1:
        return min([days for days in found if days.first > day], default=None)
    return max([days for days in found if days.last < day], default=None)


def _around(meaning: Holiday, day: date, context: Context) -> list[Days]:
    """Return the holiday of the day's year and those of the years beside it."""
    years = range(max(day.year - 1, 1), min(day.year + 1, date.max.year) + 1)
    intervals = (holiday_interval(meaning.key, year, context.countries) for year in years)
    return [Days(*days) for days in intervals if days]


def _nearest(meaning: Holiday, anchor: Anchor, context: Context) -> Days | None:
    """Return the holiday nearest to the anchor, on the side that the clause looks to."""
    day = anchor.day
    if anchor.unit.grain is Grain.YEAR:
        own = holiday_interval(meaning.key, day.year, context.countries)
        return own and Days(*own)
    found = _around(meaning, day, context)
    direction = context.looks()
    side = [days for days in found if (days.last >= day if direction > 0 else days.first <= day)]
    if direction and side:
        found = side
    return min(found, key=lambda days: abs((days.first - day).days), default=None)


def _reading(days: Days | None, edge: str, anchor: Anchor | None, filled: tuple[str, ...]) -> Reading | None:
    if days is None:
        return None
    first, last = days
    if edge or first == last:
        unit = CalendarUnit(Grain.DAY, last if edge == "end" else first)
        return reading_of(unit, anchor, stated=("holiday",), filled=filled)
    interval = Interval.of_days(first, last)
    return Reading(
        "DATE", interval.edtf, interval=interval, anchor=anchor, stated=("holiday",), filled=filled
    )
