"""The day in a file's name: ``2024-11-13-title.txt``, ``20241113_title.txt``, ``title-2024-11-13.md``."""

from __future__ import annotations

import re
from datetime import date

from .day import day_of

#: Year, month and day with one kind of separator throughout, or none; not inside a longer number or
#: a word, since an identifier such as ``img20241113b`` is none of a date's business.
_DATE = re.compile(
    r"(?<![^\W_])([0-9]{4})([-_.]?)([0-9]{2})\2([0-9]{2})(?=$|[^0-9A-Za-z]|T[0-9])",
)

#: Before printing and after the next century, eight digits are something else.
_FIRST_YEAR, _LAST_YEAR = 1400, 2199


def day_in_name(name: str) -> date | None:
    """Return the day that a file's name states, or ``None``.

    The day with which the name begins goes first; without one, two different days decide nothing.

    :param name: the name without its folder.
    """
    found = [(match.start(), _valid(match)) for match in _DATE.finditer(name)]
    days = [(start, day) for start, day in found if day]
    if days and days[0][0] == 0:
        return days[0][1]
    return days[0][1] if len({day for _, day in days}) == 1 else None


def _valid(match: re.Match[str]) -> date | None:
    """Return the day of a match, if the calendar has it and a newspaper can bear it."""
    year = int(match[1])
    return day_of(year, int(match[3]), int(match[4])) if _FIRST_YEAR <= year <= _LAST_YEAR else None
