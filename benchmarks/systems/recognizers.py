"""Microsoft's recognizers for dates and times, whose "timex" is close to TIMEX3.

What it leaves open ("XXXX-11-15") is taken from the candidate nearest to the day of writing, and a
range that is a quarter, half or whole unit is written as that unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from . import Row, Tagger

CULTURES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
}
TYPES = {
    "date": "DATE",
    "daterange": "DATE",
    "datetime": "TIME",
    "datetimerange": "TIME",
    "time": "TIME",
    "timerange": "TIME",
    "duration": "DURATION",
    "set": "SET",
}
RANGE = re.compile(r"\((\d{4})-(\d\d)-01,\d{4}-\d\d-01,P([36])M\)")


def load(language: str) -> Tagger:
    """Return the tagger for a language.

    :raises KeyError: where there is no model of it.
    """
    from recognizers_date_time import Culture, recognize_datetime

    culture = getattr(Culture, CULTURES[language])

    def annotate(text: str, day: date) -> Iterator[Row]:
        moment = datetime.combine(day, time())
        for found in recognize_datetime(text, culture, reference=moment):
            values = (found.resolution or {}).get("values") or []
            kind = TYPES.get(found.type_name.rpartition(".")[2])
            if values and kind:
                value = timex3_value(values, day)
                is_day = kind == "TIME" and "T" not in value
                yield found.start, found.end + 1, "DATE" if is_day else kind, value

    return annotate


def timex3_value(values: list[dict[str, Any]], day: date) -> str:
    """Return the TIMEX3 value of the candidate that lies nearest to the day."""
    nearest = min(values, key=lambda value: _distance(value, day))
    timex = str(nearest.get("timex", ""))
    unit = RANGE.fullmatch(timex)
    if unit:
        year, month, months = unit[1], int(unit[2]), int(unit[3])
        return f"{year}-{'Q' if months == 3 else 'H'}{(month - 1) // months + 1}"
    stated = str(nearest.get("value") or nearest.get("start") or "")
    if timex.startswith("XXXX-WXX-") and stated[:1].isdigit():
        return stated[:10]
    if timex.startswith("XXXX-") and stated[:1].isdigit():
        return stated[:4] + timex[4:]
    return timex


def _distance(value: dict[str, Any], day: date) -> int:
    """Return how many days a candidate lies from the day."""
    stated = str(value.get("value") or value.get("start") or "")[:10]
    try:
        return abs((date.fromisoformat(stated) - day).days)
    except ValueError:
        return 0
