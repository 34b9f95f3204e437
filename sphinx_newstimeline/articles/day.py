"""A day as metadata states it: ISO 8601, numbers, or words."""

from __future__ import annotations

import re
from datetime import date

from ..languages import primary

#: A year from 1000 to 2999 that is no part of another number.
YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
#: A zone or an hour may follow; the day is the one that is written, whatever the zone.
_TAIL = r"(?:Z|[+-][0-9]{2}:?[0-9]{2}|[T, ]+[0-9]{1,2}:?[0-9]{2}\b.*)?"
_YEAR_FIRST = re.compile(
    rf"(?:([0-9]{{4}})([0-9]{{2}})([0-9]{{2}})|([0-9]{{4}})([-/.])([0-9]{{1,2}})\5([0-9]{{1,2}})){_TAIL}"
)
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}){_TAIL}")
#: A week without its day, which Python takes for its Monday.
_WEEK = re.compile(r"[0-9]{4}-?W[0-9]{2}")
_WEEK_DAY = re.compile(r"[0-9]{4}-?W[0-9]{2}-?[1-7]")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_LETTER = re.compile(r"[^\W\d_]")
_CLOCK = re.compile(r"[,\s]+(?:[^\W\d_]{2,3}\s+)?[0-9]{1,2}[:.][0-9]{2}\b.*$")

#: No date is longer: with weekday, time and zone it is some forty characters.
_LONGEST = 80


def stated_day(words: str, language: str = "en") -> date | None:
    """Return the day that *words* state with year, month and day, or ``None``.

    Taken are ``2024-11-13``, ``20241113``, ``2024-W46-3``, ``2024-11-13T23:30:00-05:00`` (the day as
    written: it is not moved to another zone), ``13/11/2024`` where only one order of day and month
    is possible, ``13.11.2024`` (day first outside English), and words such as ``Wednesday, Nov. 13,
    2024``.

    :param words: one date, with nothing else around it.
    :param language: the language of the words, as a code such as ``en``.
    """
    if len(words) > _LONGEST:
        return None
    words = " ".join(words.split())
    if match := _YEAR_FIRST.fullmatch(words):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[6], match[7])
        return day_of(int(year), int(month), int(day))
    if match := _YEAR_LAST.fullmatch(words):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        return _either_order(first, second, year, day_first=match[2] == "." and primary(language) != "en")
    if _WEEK_DAY.fullmatch(words):
        return _day_of_week(words)
    if _WEEK.fullmatch(words) or not (_YEAR.search(words) and _LETTER.search(words)):
        return None
    return _read_day(words, language) or _read_day(_CLOCK.sub("", words), language)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of_week(words: str) -> date | None:
    """Return the day of ``2024-W46-3``, or ``None`` where the year has no such week."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _either_order(first: int, second: int, year: int, *, day_first: bool) -> date | None:
    """Return the day of a numeric date with the year last, unless it can be read in two ways."""
    reading, other = day_of(year, second, first), day_of(year, first, second)
    if day_first or other is None or other == reading:
        return reading
    return other if reading is None else None


def _read_day(words: str, language: str) -> date | None:
    """Ask dateparser; here, since its import costs a quarter second."""
    from ..temporal.calendar import read_day

    return read_day(words, primary(language))
