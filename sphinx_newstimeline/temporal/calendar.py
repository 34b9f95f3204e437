"""Reading a calendar expression with dateparser: which parts it states, and their values.

dateparser knows the names of months in some two hundred languages.  It is given one phrase at a
time, that a rule has recognised as a calendar date, against a fixed base; what it fills in is thrown
away, and the arithmetic from the anchor is done elsewhere.  Each distinct phrase is read once.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Any leap year will do: "February 29" exists, and what is filled in from the base is ignored.
BASE = datetime(2000, 1, 1)  # noqa: DTZ001


class DateParts(NamedTuple):
    """What a calendar expression states; ``None`` where it states nothing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def stated(self) -> tuple[str, ...]:
        """Return the names of the parts that are stated."""
        return _stated(self)


@lru_cache(maxsize=4096)
def _stated(parts: DateParts) -> tuple[str, ...]:
    return tuple(name for name, value in zip(DateParts._fields, parts, strict=True) if value is not None)


@lru_cache(maxsize=8)
def _parser(language: str, order: str) -> DateDataParser:
    """Return dateparser's parser for one language; its import and first use cost a quarter second."""
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=[language],
        settings={
            "RELATIVE_BASE": BASE,
            "DATE_ORDER": order,
            "PREFER_LOCALE_DATE_ORDER": False,
            "PARSERS": ["absolute-time"],
            "NORMALIZE": True,
            "RETURN_AS_TIMEZONE_AWARE": False,
            "TIMEZONE": "UTC",
        },
    )


@lru_cache(maxsize=16384)
def read_parts(words: str, language: str, order: str = "MDY") -> DateParts | None:
    """Return the parts of a date that *words* state, or ``None`` where they are no date.

    :param words: one calendar expression ("13 Nov. 2024", "January 20th", "03/04/2025").
    :param language: the code of a language that dateparser knows.
    :param order: how a numeric date is to be read: ``MDY``, ``DMY`` or ``YMD``.
    """
    try:
        data = _parser(language, order).get_date_data(words)
    except (ValueError, OverflowError, TypeError):
        return None
    if data is None or data.date_obj is None:
        return None
    moment, stated = data.date_obj, set(data.parts)
    return DateParts(
        moment.year if "year" in stated else None,
        moment.month if "month" in stated else None,
        moment.day if "day" in stated else None,
    )


def read_day(words: str, language: str, order: str = "MDY") -> date | None:
    """Return the day that *words* name, if they state its year, month and day; else ``None``."""
    words = words.strip()
    if ISO_DAY.fullmatch(words):
        try:
            return date.fromisoformat(words)
        except ValueError:
            return None
    parts = read_parts(words, language, order)
    if parts is None or parts.year is None or parts.month is None or parts.day is None:
        return None
    return date(parts.year, parts.month, parts.day)
