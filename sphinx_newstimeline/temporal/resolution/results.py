"""The period that results are told of, and which expressions are counted from it.

A report of results tells of one period at a time: "net rose in the third quarter to $4 million from $3
million a year earlier".  What it compares with is the same period of another year, so that "a year
earlier" has the grain and the place of the period told of, and not of the day of the report (of TimeBank's
cases 59 % are the former, 18 % the latter).  A period is told of from where it is named until another is.

What is told of is past.  A period that begins after publication is one that is forecast, and so is
the one whose clause looks ahead ("expects a fourth-quarter charge"); neither takes the place of the
period told of.  Nor does one that is only named for comparison ("the year-ago quarter").
"""

from __future__ import annotations

from datetime import date

from .. import meanings
from ..units import MONTHS, CalendarUnit, Grain, unit_of
from .context import Context
from .reading import Reading
from .story import Anchor

#: Grains of the periods that results are told of by name.
REPORTED = {Grain.QUARTER, Grain.HALF}
#: Meanings that may have the period inside.
OF_PERIODS = (meanings.Bounded, meanings.Portion)
#: What so many months are called.
CALLED = {3: Grain.QUARTER, 6: Grain.HALF, 9: Grain.YEAR, 12: Grain.YEAR}
#: How many months results of a year have so far, or in all.
MOST_OF_A_YEAR = range(9, 13)


def note(reading: Reading, meaning: meanings.Meaning, words: str, context: Context) -> None:
    """Note the period that results are told of, where an expression says it."""
    if isinstance(meaning, OF_PERIODS):
        meaning = meaning.of
    if reading.unit is not None and reading.unit.grain is Grain.HALF and not _compares(meaning):
        context.story.half = Anchor("text", reading.unit, words)
    told = _told(reading, meaning, context)
    if told is not None and context.published and told.first <= context.published:
        if _is_named_in_passing(told, context.story.results, context.published):
            return
        context.story.results = Anchor("text", told, words)


def _is_named_in_passing(unit: CalendarUnit, told: Anchor | None, published: date) -> bool:
    """Return whether a period is older than the one told of: "after a flat second quarter"."""
    if told is None or told.unit.grain is not unit.grain:
        return False
    return unit.first < told.unit.first and told.unit.last < published


def _told(reading: Reading, meaning: meanings.Meaning, context: Context) -> CalendarUnit | None:
    """Return the period that an expression says is told of."""
    if reading.unit is not None and reading.type == "DATE" and reading.unit.grain in REPORTED:
        return None if _compares(meaning) or _is_forecast(reading.unit, meaning, context) else reading.unit
    if context.published and context.story.results and _tells_of_year(meaning):
        return unit_of(context.published, Grain.YEAR)
    return _stretch(reading, meaning)


def _stretch(reading: Reading, meaning: meanings.Meaning) -> CalendarUnit | None:
    """Return the quarter, half or year that months which end on a stated day share most days with.

    "The three months ended Sept. 30" are the third quarter.
    """
    if not isinstance(meaning, meanings.Duration) or reading.interval is None or meaning.grain is None:
        return None
    grain = CALLED.get(int((meaning.amount or 0) * MONTHS.get(meaning.grain, 0)))
    first, last = reading.interval.earliest, reading.interval.latest
    if grain is None or first is None or last is None:
        return None
    unit = unit_of(first + (last - first) / 2, grain)
    # Six months to September are neither half.
    return unit if grain is not Grain.HALF or unit.first == first else None


def _is_forecast(unit: CalendarUnit, meaning: meanings.Meaning, context: Context) -> bool:
    """Return whether a period is not over, and spoken of as such: "this quarter", "will … in the fourth"."""
    if context.published is None or unit.last < context.published:
        return False
    return isinstance(meaning, meanings.Relative) or context.direction() > 0


def _tells_of_year(meaning: meanings.Meaning) -> bool:
    """Return whether results are told of most of a year: "the nine months", "the year ended June 30"."""
    if isinstance(meaning, meanings.Anchored):
        meaning = meaning.of
    elif not (isinstance(meaning, meanings.Duration) and meaning.mod in {"START", "END"}):
        return False
    if meaning.amount is None or meaning.grain is None:
        return False
    return meaning.amount * MONTHS.get(meaning.grain, 0) in MOST_OF_A_YEAR


def _compares(meaning: meanings.Meaning) -> bool:
    """Return whether an expression speaks of another year's period only to compare with it."""
    if isinstance(meaning, meanings.Compared):
        return bool(meaning.amount or meaning.year)
    if isinstance(meaning, meanings.Shifted):
        return True
    if isinstance(meaning, meanings.Relative):
        # "Down from $21 million last year": the quarter of that year.
        return meaning.grain is Grain.YEAR
    if isinstance(meaning, meanings.InYear) and isinstance(meaning.year, meanings.Relative):
        return meaning.year.amount != 0
    return False
