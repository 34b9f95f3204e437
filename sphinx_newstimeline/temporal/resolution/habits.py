"""Habits: what usually happens then is of no single year: "the flu season typically peaks in February"."""

from __future__ import annotations

from ..meanings import Calendar, InYear, Recurring, Weekday
from ..timex import WEEKDAY_CODES
from .context import Context
from .reading import Reading
from .times import resolve_recurring
from .year_parts import first_month, value_in


def resolve_habit(meaning: Calendar | InYear | Weekday, context: Context) -> Reading:
    """Return the SET that a date without a year is where its clause tells of a habit."""
    if isinstance(meaning, Weekday):
        value, rule = f"XXXX-WXX-{meaning.number}", f"FREQ=WEEKLY;BYDAY={WEEKDAY_CODES[meaning.number - 1]}"
    elif isinstance(meaning, InYear):
        value = value_in(meaning.grain, meaning.index)
        rule = f"FREQ=YEARLY;BYMONTH={first_month(meaning.grain, meaning.index)}"
    else:
        _, month, day = meaning.parts
        value, rule = f"XXXX-{month:02}", f"FREQ=YEARLY;BYMONTH={month}"
        if day:
            value, rule = f"{value}-{day:02}", f"{rule};BYMONTHDAY={day}"
    return resolve_recurring(Recurring(value, rule), context)
