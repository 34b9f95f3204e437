"""Rules of recurrence that others state, as far as a timeline of days can follow them.

They come from documents of strangers, and are handed on to calendars and to ``dateutil``: one that is
malformed would end a build, one by seconds would keep it busy for hours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from .timex import WEEKDAY_CODES

_SIGN = "[+-]?"
_OF_YEAR = f"{_SIGN}(?:36[0-6]|3[0-5][0-9]|[12][0-9]{{2}}|[1-9][0-9]?)"
_FREQUENCY = "YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY"
_WEEKDAY = "|".join(WEEKDAY_CODES)


def _list(item: str) -> re.Pattern[str]:
    """Return the pattern of several things with commas between them."""
    return re.compile(f"(?:{item})(?:,(?:{item}))*")


#: The parts of a rule, and what they can be (RFC 5545, section 3.3.10).  Those that name hours, minutes
#: and seconds are left out: a time of day has a place of its own.
_PARTS: Mapping[str, re.Pattern[str]] = {
    "FREQ": re.compile(_FREQUENCY),
    "INTERVAL": re.compile("[1-9][0-9]{0,3}"),
    "COUNT": re.compile("[1-9][0-9]{0,3}"),
    "UNTIL": re.compile("[0-9]{8}(?:T[0-9]{6}Z?)?"),
    "BYMONTH": _list("1[0-2]|0?[1-9]"),
    "BYMONTHDAY": _list(f"{_SIGN}(?:3[01]|[12][0-9]|0?[1-9])"),
    "BYYEARDAY": _list(_OF_YEAR),
    "BYWEEKNO": _list(f"{_SIGN}(?:5[0-3]|[1-4][0-9]|[1-9])"),
    "BYDAY": _list(f"(?:{_SIGN}(?:5[0-3]|[1-4][0-9]|[1-9]))?(?:{_WEEKDAY})"),
    "BYSETPOS": _list(_OF_YEAR),
    "WKST": re.compile(_WEEKDAY),
}

#: What the same section forbids beside a frequency.
_NOT_BESIDE = {"WEEKLY": {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}, "MONTHLY": {"BYYEARDAY", "BYWEEKNO"}}


def read_rule(text: str) -> str:
    """Return a rule as RFC 5545 has it, in capitals and with its frequency first: ``FREQ=WEEKLY;BYDAY=FR``.

    :raises ValueError: for what is no rule, or one that goes by hours, minutes or seconds of the day.
    """
    pairs = [part.partition("=") for part in text.strip().upper().removeprefix("RRULE:").split(";") if part]
    parts = {name: value for name, _, value in pairs}
    frequency = parts.get("FREQ", "")
    wrong = [name for name, value in parts.items() if not _is_right(name, value)]
    beside = _NOT_BESIDE.get(frequency, set())
    twice = len(parts) < len(pairs) or {"COUNT", "UNTIL"} <= parts.keys()
    if not frequency or wrong or twice or beside & parts.keys():
        raise ValueError(text)
    rest = (f"{name}={value}" for name, value in parts.items() if name != "FREQ")
    return ";".join([f"FREQ={frequency}", *rest])


def _is_right(name: str, value: str) -> bool:
    """Return whether a part of a rule has a value that it can have."""
    if name not in _PARTS or not _PARTS[name].fullmatch(value):
        return False
    return name != "UNTIL" or _is_day(value[:8])


def _is_day(digits: str) -> bool:
    """Return whether eight digits are a day of the calendar."""
    try:
        date.fromisoformat(digits)
    except ValueError:
        return False
    return True
