"""Habits: what usually happens then is of no single year: "the flu season typically peaks in February"."""

from __future__ import annotations

from ..builders.sets import WEEKDAY_CODES
from ..meanings import Calendar, InYear, Recurring, Weekday
from ..units import Grain
from .calendar import value_in
from .context import Context
from .reading import Reading
from .times import resolve_recurring

#: The first month of the first part of a year, and how many months lie between the parts.
MONTHS = {Grain.QUARTER: (1, 3), Grain.HALF: (1, 6), Grain.SEASON: (3, 3), Grain.MONTH: (1, 1)}


def resolve_habit(meaning: Calendar | InYear | Weekday, context: Context) -> Reading:
    """Return the SET that a date without a year is where its clause tells of a habit."""
    if isinstance(meaning, Weekday):
        value, rule = f"XXXX-WXX-{meaning.number}", f"FREQ=WEEKLY;BYDAY={WEEKDAY_CODES[meaning.number - 1]}"
    elif isinstance(meaning, InYear):
        first, step = MONTHS[meaning.grain]
        value = value_in(meaning.grain, meaning.index)
        rule = f"FREQ=YEARLY;BYMONTH={first + step * (meaning.index - 1)}"
    else:
        _, month, day = meaning.parts
        value, rule = f"XXXX-{month:02}", f"FREQ=YEARLY;BYMONTH={month}"
        if day:
            value, rule = f"{value}-{day:02}", f"{rule};BYMONTHDAY={day}"
    return resolve_recurring(Recurring(value, rule), context)
