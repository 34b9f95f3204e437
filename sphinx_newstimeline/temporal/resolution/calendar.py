"""Resolution of calendar dates, years and parts of a year.

A part that the words leave out is filled in from the anchor.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ..calendar import DateParts
from ..meanings import Calendar, InYear, NewYear, Years
from ..units import (
    MONTHS,
    MONTHS_A_YEAR,
    UNITS_KEPT,
    CalendarUnit,
    Grain,
    OutOfCalendarError,
    add_months,
    days_in_month,
    unit_of,
)
from .ages import ancient, ancient_date, is_ancient
from .context import Context
from .habits import resolve_habit
from .known import known_day
from .nearness import fill, nearest
from .numerals import in_order
from .reading import Reading, reading_of, unresolved
from .story import Anchor
from .year_parts import named_unit, value_in

#: How many years at most lie between two leap years: eight around 1900.
LEAP = 8
#: How many years ahead a year of two digits lies at most, and how many back its century is then.
SHORT_AHEAD, A_CENTURY = 15, 100
#: The ages that go by their number, and how many years they have.
LONG_AGES = {Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}


def unit_from_parts(parts: DateParts, year: int) -> CalendarUnit | None:
    """Return the day, month or year that the parts name in that year, or ``None`` for February 29."""
    if not 1 <= year <= date.max.year:
        return None
    if parts.month is None:
        return CalendarUnit(Grain.YEAR, date(year, 1, 1))
    if parts.day is None:
        return CalendarUnit(Grain.MONTH, date(year, parts.month, 1))
    if parts.day > days_in_month(year, parts.month):
        return None
    return CalendarUnit(Grain.DAY, date(year, parts.month, parts.day))


def resolve_calendar(meaning: Calendar, context: Context) -> Reading | None:
    """Resolve "13 November 2024", "in 1998", "March 3", "May"."""
    parts = in_order(meaning, day_first=context.day_first) if meaning.order else meaning.parts
    stated = parts.stated if meaning.weekday is None else (*parts.stated, "weekday")
    if parts.year is not None:
        if parts.year < 1:
            return ancient_date(-parts.year, parts, stated)
        ahead = parts.year - context.published.year if meaning.short and context.published else 0
        unit = unit_from_parts(parts, parts.year - (A_CENTURY if ahead > SHORT_AHEAD else 0))
        return reading_of(unit, stated=stated) if unit else None
    if meaning.year is not None:
        return _in_stated_year(meaning, context)
    if parts.month is None:
        return _day_of_month(parts, meaning.weekday, context)
    known = known_day(meaning, context)
    if known is not None:
        return reading_of(CalendarUnit(Grain.DAY, known), stated=stated, filled=("year",))
    return _without_year(meaning, stated, context)


def _without_year(meaning: Calendar, stated: tuple[str, ...], context: Context) -> Reading | None:
    """Resolve "March 3", "May": of the year that the story tells of, else the nearest."""
    parts = meaning.parts
    if meaning.weekday is None and context.tells_habit:
        return resolve_habit(meaning, context)

    def choose(anchor: Anchor) -> CalendarUnit | None:
        candidates = _in_years_near(parts, anchor.day.year)
        if meaning.weekday is not None:
            fitting = tuple(unit for unit in candidates if unit.first.isoweekday() == meaning.weekday)
            candidates = fitting or candidates
        return nearest(candidates, anchor, context)

    unit, anchor = fill(choose, context)
    if unit and context.reference and meaning.weekday not in {None, unit.first.isoweekday()}:
        # Another story's year does not have that day: it is one of this year's.
        unit, anchor = choose(context.reference), context.reference
    if anchor is None:
        day = f"-{parts.day:02}" if parts.day else ""
        grain = Grain.DAY if parts.day else Grain.MONTH
        return unresolved("DATE", f"XXXX-{parts.month:02}{day}", grain, stated=stated)
    return reading_of(unit, anchor, stated=stated, filled=("year",)) if unit else None


@lru_cache(maxsize=UNITS_KEPT)
def _in_years_near(parts: DateParts, year: int) -> tuple[CalendarUnit, ...]:
    """Return the month or day in the year and its neighbours; 29 February in the leap years near."""
    found = [unit_from_parts(parts, year + offset) for offset in (-1, 0, 1)]
    if not any(found):
        found = [unit_from_parts(parts, year + offset) for offset in range(-LEAP, LEAP + 1)]
    return tuple(unit for unit in found if unit)


def _day_of_month(parts: DateParts, weekday: int | None, context: Context) -> Reading | None:
    """Resolve "the 13th": of the month that the text tells of, else the nearest one to publication."""
    day, stated = parts.day or 1, parts.stated if weekday is None else (*parts.stated, "weekday")
    anchor = _month_told(context) or context.reference
    if anchor is None:
        return unresolved("DATE", f"XXXX-XX-{day:02}", Grain.DAY, stated=stated)
    near = (0,) if anchor.kind == "text" else (-1, 0, 1)
    months = [add_months(anchor.day.replace(day=1), offset) for offset in near]
    days = [month.replace(day=day) for month in months if day <= days_in_month(month.year, month.month)]
    units = [CalendarUnit(Grain.DAY, day) for day in days if weekday in {None, day.isoweekday()}]
    unit = nearest(units, anchor, context)
    return reading_of(unit, anchor, stated=stated, filled=("year", "month")) if unit else None


def _month_told(context: Context) -> Anchor | None:
    """Return the date that a day of a month belongs to: the one told of, unless it is near publication."""
    told, published = context.story.dated, context.published
    if told is None or told.unit.grain not in {Grain.DAY, Grain.MONTH}:
        return None
    first = told.day
    near = (
        published and abs((published.year - first.year) * MONTHS_A_YEAR + published.month - first.month) <= 1
    )
    return None if near else told


def resolve_new_year(meaning: NewYear, context: Context) -> Reading | None:
    """Resolve "the new year": the year of the January that is meant."""
    del meaning
    january = resolve_calendar(Calendar(DateParts(month=1)), context)
    if january is None or january.unit is None:
        return january and unresolved("DATE", "XXXX", Grain.YEAR)
    unit = unit_of(january.unit.first, Grain.YEAR)
    return reading_of(unit, january.anchor, filled=("year",))


def _in_stated_year(meaning: Calendar, context: Context) -> Reading | None:
    """Resolve "July 25 of that year"."""
    from . import resolve

    year = resolve(meaning.year, context) if meaning.year else None
    if year is None or year.unit is None:
        return None
    unit = unit_from_parts(meaning.parts, year.unit.year)
    return reading_of(unit, year.anchor, stated=meaning.parts.stated, filled=("year",)) if unit else None


#: Units of several days, whose days nobody can count from.
WEEKS = {Grain.WEEK, Grain.FORTNIGHT, Grain.WEEKEND}


def is_coarser(anchor: Grain, counted: Grain) -> bool:
    """Return whether an anchor is too coarse to count from: nobody knows the day two days after 2011."""
    if anchor in WEEKS:
        return counted is Grain.DAY
    return MONTHS.get(anchor, 0) > MONTHS.get(counted, 0)


#: How TIMEX3 writes a unit whose year is unknown, and one whose place in the year or month is.
ANYWHERE = {Grain.DAY: "-XX-XX", Grain.WEEK: "-WXX", Grain.MONTH: "-XX"}
SOMEWHERE = {Grain.DAY: "-XX", Grain.WEEK: "-WXX", Grain.MONTH: "-XX"}


def value_somewhere_in(anchor: Anchor | None, grain: Grain) -> str:
    """Return the TIMEX3 value of a unit somewhere in the anchor: ``2011-XX-XX``, ``2011-WXX``.

    An anchor that is no coarser than the unit does not hold it: where that is, nobody knows.
    """
    known = anchor is not None and anchor.unit.grain in {Grain.YEAR, Grain.MONTH}
    if anchor is None or not known or not is_coarser(anchor.unit.grain, grain):
        return f"XXXX{ANYWHERE.get(grain, '')}"
    if grain not in SOMEWHERE:
        return "XXXX"
    if grain is Grain.WEEK:
        return f"{anchor.unit.year:04}-WXX"
    month = "-XX" if anchor.unit.grain is Grain.YEAR and grain is Grain.DAY else ""
    return f"{anchor.unit.value}{month}{SOMEWHERE[grain]}"


def resolve_years(meaning: Years, context: Context) -> Reading:
    """Resolve "the 1980s", "the nineties", "the 19th century"."""
    if meaning.before_christ:
        digits = 3 if meaning.grain is Grain.DECADE else 2
        return ancient(f"{meaning.number:0{digits}}", meaning.grain, (meaning.grain.value,))
    if meaning.grain in LONG_AGES:
        year = max(meaning.number * LONG_AGES[meaning.grain], 1)
        return reading_of(unit_of(date(year, 1, 1), meaning.grain), stated=("century",))
    if meaning.century_stated:
        return reading_of(unit_of(date(max(meaning.number * 10, 1), 1, 1), Grain.DECADE), stated=("decade",))
    anchor = context.filling
    if anchor is None:
        return unresolved("DATE", f"XX{meaning.number}", Grain.DECADE, stated=("decade",))
    number = _nearest_decade(meaning.number, anchor, context)
    if number < 1:
        raise OutOfCalendarError(str(number))
    unit = unit_of(date(number * 10, 1, 1), Grain.DECADE)
    return reading_of(unit, anchor, stated=("decade",), filled=("century",))


def _nearest_decade(number: int, anchor: Anchor, context: Context) -> int:
    """Return the decade of two digits that is nearest to the anchor and has begun by publication."""
    latest = context.published.year if context.published else anchor.day.year
    own = anchor.day.year // 100 * 10 + number
    decades = [decade for decade in (own - 10, own, own + 10) if decade * 10 <= latest]
    return min(decades, key=lambda decade: abs(decade * 10 + 5 - anchor.day.year), default=own - 10)


def resolve_in_year(meaning: InYear, context: Context) -> Reading | None:
    """Resolve "the third quarter", "summer of 2022", "the first half of next year"."""
    from . import resolve

    grain, index = meaning.grain, meaning.index
    if meaning.year is not None:
        year = resolve(meaning.year, context)
        if year is not None and is_ancient(year):
            return year.but(value=f"{year.value}{value_in(grain, index).removeprefix('XXXX')}", grain=grain)
        if year is None or year.unit is None:
            return year and unresolved(year.type, value_in(grain, index), grain)
        unit = named_unit(grain, index, year.unit.year)
        return reading_of(unit, year.anchor, stated=(grain.value, *year.stated), filled=year.filled)

    if context.tells_habit:
        return resolve_habit(meaning, context)

    def choose(anchor: Anchor) -> CalendarUnit | None:
        years = (anchor.day.year + offset for offset in (-1, 0, 1))
        units = [named_unit(grain, index, year) for year in years if 1 <= year < date.max.year]
        if meaning.fiscal and context.direction() <= 0:
            # Where a company's year begins is not known; what is told of is the last one under that name.
            units = [unit for unit in units if unit.first <= anchor.day][-1:] or units
        return nearest(units, anchor, context)

    half = context.story.half if grain is Grain.HALF else None
    found, anchor = (choose(half), half) if half else fill(choose, context)
    if anchor is None:
        return unresolved("DATE", value_in(grain, index), grain, stated=(grain.value,))
    return reading_of(found, anchor, stated=(grain.value,), filled=("year",)) if found else None


def shift_unit(unit: CalendarUnit, years: int) -> CalendarUnit:
    """Return the same unit, so many years later: the third quarter of the year before."""
    if unit.grain is Grain.WEEK:
        return unit.shift(52 * years)
    target = unit.first.year + years
    if not 1 <= target <= date.max.year:
        raise OutOfCalendarError(f"year {target}")
    day = min(unit.first.day, days_in_month(target, unit.first.month))
    return CalendarUnit(unit.grain, unit.first.replace(year=target, day=day))
