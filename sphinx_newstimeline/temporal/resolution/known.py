"""Days that a text names without their year because everybody knows it: "since September 11"."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from ..meanings import Calendar
from .context import Context

#: Attacks that go by their month and day, with their years.
ATTACKS = {(9, 11): 2001, (3, 11): 2004, (7, 7): 2005, (1, 6): 2021, (10, 7): 2023}
#: The one of which the day alone is the name.
NAMES = {(9, 11)}
#: How many days after an anniversary the day is that of the year itself.
FRESH = 30
#: How many days ahead a day of the year itself may be announced: "hopes to open on September 11".
ANNOUNCED = 150
#: How many days from an anniversary the bare day can be only the known one.
OUT_OF_SEASON = 60


def known_day(meaning: Calendar, context: Context) -> date | None:
    """Return the known day that a month and day are the name of, or ``None`` where they are any day.

    Close to its anniversary, and where the clause looks ahead, a day is that of the year itself.
    """
    month, day, published = meaning.parts.month, meaning.parts.day, context.published
    year = ATTACKS.get((month or 0, day or 0))
    if year is None or meaning.weekday is not None:
        return None
    known = date(year, month or 1, day or 1)
    if meaning.attacks and (month, day) in NAMES:
        return known
    if published is None or published < known or context.narrative:
        return None
    since, until = _around(known, published)
    if meaning.attacks:
        return known if since > FRESH else None
    if (month, day) not in NAMES or min(since, until) <= OUT_OF_SEASON:
        return None
    direction = context.direction()
    return known if direction <= 0 or (direction == 1 and until > ANNOUNCED) else None


def _around(known: date, published: date) -> tuple[int, int]:
    """Return how many days lie between publication and the anniversaries before and after it."""
    years = (published.year - 1, published.year, published.year + 1)
    days = [known.replace(year=min(year, date.max.year)) for year in years]
    for before, after in pairwise(days):
        if before <= published < after:
            return (published - before).days, (after - published).days
    return (published - days[-1]).days, OUT_OF_SEASON
