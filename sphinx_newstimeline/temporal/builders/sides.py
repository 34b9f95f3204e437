"""References, ranges, and the sides of a time that prepositions give."""

from __future__ import annotations

from ..calendar import DateParts
from ..meanings import Bounded, Calendar, Meaning, Reference, Relative, Span
from ..units import Grain


def reference(*, value: str, grain: str = "") -> Meaning:
    """Return "now", "recently", "in the coming weeks"."""
    return Reference(value, Grain(grain) if grain else None)


def span(*, first: Meaning, last: Meaning) -> Meaning | None:
    """Return "from May to July", "between 1998 and 2006"."""
    return Span((first, last))


def span_alike(*, first: Meaning, last: Meaning) -> Meaning | None:
    """Return "Monday to Friday"; "extended last week to June 30" is no range."""
    alike = type(first) is type(last) and not isinstance(first, Relative)
    return Span((first, last)) if alike else None


def years_short(*, first: Calendar, last: int) -> Meaning | None:
    """Return "1998-06"."""
    year = first.parts.year or 0
    end = year // 100 * 100 + last
    return Span((first, Calendar(DateParts(end)))) if end > year else None


def listed(*, first: Meaning, last: Meaning, second: Meaning | None = None) -> Meaning:
    """Return "July and August 2010": each stands for itself, and all share the year."""
    return Span((first, second, last) if second else (first, last), joined=False)


def bounded(*, mod: str, of: Meaning, past: int = 0, lasting: int = 0) -> Meaning | None:
    """Return "by January 20", "before his term ends", "since 2022", "until 1975"."""
    return Bounded(mod, of, past=bool(past), lasting=bool(lasting))


def bounded_ahead(*, mod: str, of: Meaning) -> Meaning:
    """Return "as of January 1": from then on where it lies ahead, but "as of Friday" is that day."""
    return Bounded(mod, of, ahead=True)


def same(*, of: Meaning) -> Meaning:
    """Return the meaning itself: a preposition that belongs to the phrase and changes nothing."""
    return of
