"""Resolution in a story that tells of a year before Christ: "the following year", "in spring", "in June"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ..meanings import Calendar, InYear, Meaning, Relative, Shifted
from ..units import CalendarUnit, Grain
from .ages import ancient, ancient_date
from .context import Context
from .reading import Reading, reading_of
from .year_parts import value_in

#: How many digits of the year TIMEX3 writes for these units.
DIGITS = {Grain.DECADE: 3, Grain.CENTURY: 2}
YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}


def resolve_ancient(meaning: Meaning, year: int, context: Context) -> Reading | None:
    """Resolve what takes its year from the story, or ``None`` where the meaning takes none.

    In news only what is counted from the text does; in a narrative bare months and seasons as well, but
    not what is counted from publication.

    :param year: the year before Christ that the story tells of.
    """
    origin = getattr(meaning, "origin", "told")
    told = origin == "text" or (context.narrative and origin != "published")
    resolver = RESOLVERS.get(type(meaning)) if told else None
    return resolver(meaning, year) if resolver else None


def _calendar(meaning: Calendar, year: int) -> Reading | None:
    if meaning.parts.year is not None or meaning.parts.month is None or meaning.year is not None:
        return None
    return ancient_date(year, meaning.parts, meaning.parts.stated)


def _in_year(meaning: InYear, year: int) -> Reading | None:
    if meaning.year is not None:
        return None
    part = value_in(meaning.grain, meaning.index).removeprefix("XXXX")
    return ancient(f"{year:04}{part}", meaning.grain, (meaning.grain.value,))


def _relative(meaning: Relative, year: int) -> Reading | None:
    if meaning.grain not in YEARS:
        # On which day the story stands is seldom known.
        return ancient(f"{year:04}-XX-XX", meaning.grain) if meaning.grain is Grain.DAY else None
    return _unit(year, meaning.amount, meaning.grain)


def _shifted(meaning: Shifted, year: int) -> Reading | None:
    if meaning.grain not in YEARS or meaning.amount is None or not isinstance(meaning.origin, str):
        return None
    return _unit(year, meaning.sign * int(meaning.amount) * YEARS[meaning.grain], Grain.YEAR)


def _unit(year: int, amount: int, grain: Grain) -> Reading:
    """Return the unit that lies so many units later; years before Christ count down to 1."""
    size, counts_from = YEARS[grain], int(grain is Grain.YEAR)
    left = year // size - amount
    if left >= counts_from:
        return ancient(f"{left:0{DIGITS.get(grain, 4)}}", grain)
    first = (counts_from - 1 - left) * size
    return reading_of(CalendarUnit(grain, date(max(first + counts_from, 1), 1, 1)))


RESOLVERS: dict[type, Callable[[Any, int], Reading | None]] = {
    Calendar: _calendar,
    InYear: _in_year,
    Relative: _relative,
    Shifted: _shifted,
}
