"""Numeric dates: whether "8-5-1875" is May 8 or August 5, as other dates of the same text say.

Where none of them does, the month comes first.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..calendar import DateParts
from ..meanings import Calendar, Clock, Meaning
from .story import innermost


def day_comes_first(meanings: Iterable[Meaning]) -> bool:
    """Return whether a text has numeric dates of which the day can only come first, and none other."""
    orders = {meaning.order for whole in meanings if isinstance(meaning := _date_of(whole), Calendar)}
    return "day" in orders and "month" not in orders


def _date_of(meaning: Meaning) -> Meaning | None:
    inner = innermost(meaning)
    return innermost(inner.day) if isinstance(inner, Clock) else inner


def in_order(meaning: Calendar, *, day_first: bool) -> DateParts:
    """Return the parts of a date, those of a numeric one in the order of its text."""
    year, month, day = meaning.parts
    return DateParts(year, day, month) if day_first and meaning.order == "either" else meaning.parts
