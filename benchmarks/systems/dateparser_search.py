"""The search of dateparser: it gives words without their place, and points in time without a grain.

Dates are looked for in the past, as news mostly tells of it; a result with a time of day of its own is
a TIME, every other one a DATE to the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from . import Row, Tagger


def load(language: str) -> Tagger:
    """Return the tagger for a language."""
    from dateparser.search import search_dates

    def annotate(text: str, day: date) -> Iterator[Row]:
        midnight = datetime.combine(day, time())
        settings = {"RELATIVE_BASE": midnight, "PREFER_DATES_FROM": "past"}
        position = 0
        for words, moment in search_dates(text, languages=[language], settings=settings) or []:
            start = text.find(words, position)
            if start < 0:  # it joins what a line end parts
                continue
            position = start + len(words)
            value = moment.date().isoformat()
            if moment.time() == time():
                yield start, position, "DATE", value
            else:
                yield start, position, "TIME", f"{value}T{moment:%H:%M}"

    return annotate
