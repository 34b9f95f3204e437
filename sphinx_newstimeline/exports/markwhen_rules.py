"""What recurs, in the words that markwhen reads."""

from __future__ import annotations

import re
from datetime import date

from ..temporal.timex import rule_parts
from .wording import MONTHS, WEEKDAYS

UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
ORDINALS = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th", "5": "5th", "-1": "last"}
_NUMBERED = re.compile(r"(-?\d)([A-Z]{2})")


def rule_words(rule: str, start: date) -> str:
    """Return ``every 2 weeks on Monday, Friday`` for a rule of RFC 5545, or nothing where there are no words.

    :param start: the first occurrence, which says the day of what recurs once a year.
    """
    parts = rule_parts(rule)
    unit, step = UNITS.get(parts.pop("FREQ", "")), parts.pop("INTERVAL", "1")
    until = parts.pop("UNTIL", "")
    if unit is None or not step.isdecimal():
        return ""
    words = f"every {unit}" if step == "1" else f"every {step} {unit}s"
    on = _on(unit, parts, start)
    if on is None:
        return ""
    return words + on + (f" until {_day(until)}" if until else "")


def _on(unit: str, parts: dict[str, str], start: date) -> str | None:
    """Return on which days it recurs, or ``None`` where there are no words for that."""
    names = frozenset(parts)
    if not names:
        return ""
    if unit == "year" and _is_day_of(start, parts):
        return ""
    if names != {"BYDAY"}:
        return None
    days = parts["BYDAY"].split(",")
    if unit == "week" and set(days) <= WEEKDAYS.keys():
        return " on " + ", ".join(WEEKDAYS[day] for day in days)
    numbered = _NUMBERED.fullmatch(parts["BYDAY"])
    if unit == "month" and numbered and numbered[1] in ORDINALS:
        return f" on the {ORDINALS[numbered[1]]} {WEEKDAYS[numbered[2]]}"
    return None


def _is_day_of(start: date, parts: dict[str, str]) -> bool:
    """Return whether a rule names the month, or month and day, that its start says already."""
    known = {"BYMONTH": str(start.month), "BYMONTHDAY": str(start.day)}
    return "BYMONTH" in parts and all(known.get(name) == value for name, value in parts.items())


def _day(text: str) -> str:
    """Return ``January 1, 2025`` for ``20250101``."""
    day = date.fromisoformat(text[:8])
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
