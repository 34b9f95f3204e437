"""Years before Christ: they lie outside the calendar, but not outside of what a text tells.

TIMEX3 writes the year 480 before Christ ``BC0480``, its decade ``BC048``, its century ``BC04`` (the years
499 to 400).  Such times have a value and no interval.  Years count down: the year after 480 is 479, and
after 1 comes AD 1.
"""

from __future__ import annotations

from ..calendar import DateParts
from ..units import Grain
from .reading import Reading

PREFIX = "BC"


def ancient(digits: str, grain: Grain, stated: tuple[str, ...] = ()) -> Reading:
    """Return the reading of a time before Christ, given its digits: ``0480``, ``048``, ``0480-06``."""
    return Reading("DATE", f"{PREFIX}{digits}", grain=grain, stated=stated, out_of_range=True)


def ancient_date(year: int, parts: DateParts, stated: tuple[str, ...] = ()) -> Reading:
    """Return the reading of a year before Christ, or of the month or day in it that the parts name."""
    month = f"-{parts.month:02}" if parts.month else ""
    day = f"-{parts.day:02}" if parts.day else ""
    grain = Grain.DAY if day else Grain.MONTH if month else Grain.YEAR
    return ancient(f"{year:04}{month}{day}", grain, stated)


def is_ancient(reading: Reading) -> bool:
    """Return whether a reading lies before Christ."""
    return reading.value.startswith(PREFIX)


def year_of(reading: Reading) -> int | None:
    """Return the year before Christ that a reading lies in, or ``None`` where it lies in none."""
    digits = reading.value.removeprefix(PREFIX)[:4]
    return int(digits) if is_ancient(reading) and len(digits) == len("0480") and digits.isdecimal() else None
