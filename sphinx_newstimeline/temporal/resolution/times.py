"""Resolution of times of day, references, named periods and what recurs."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache

from ..interval import Edge, Interval
from ..meanings import Clock, DayPart, Duration, NamedPeriod, PeriodHead, Recurring, Reference
from ..timex import ClockTime, Recurrence
from ..units import DAYS_A_WEEK, CalendarUnit, Grain, add_days
from .amounts import stretch
from .context import Context
from .entries import day_of_entry, is_entry
from .reading import Reading, reading_of, unresolved

MIDNIGHT_AT_END = 24
#: The TIMEX3 values of days of which nothing is known.
NO_DAYS = {"XXXX", "XXXX-XX-XX"}
#: The TIMEX3 values of what recurs on days, and so can be at a time of day.
A_DAY = re.compile(r"XXXX-(?:XX-XX|WXX-\d|[\dX]{2}-\d{2})")


def _day_of(meaning: DayPart | Clock, context: Context) -> Reading | None:
    """Return the day that a time of day belongs to: the stated one, else the one spoken of or written on."""
    from . import resolve

    if meaning.day is not None:
        return resolve(meaning.day, context.as_published() if is_entry(meaning, context) else context)
    if not isinstance(meaning, Clock):
        anchor = context.day_told
    elif is_entry(meaning, context):
        anchor = day_of_entry(meaning.hour, context)
    else:
        anchor = context.day_beside or context.told_of
    if anchor is None:
        return None
    return reading_of(CalendarUnit(Grain.DAY, anchor.day), anchor, filled=("year", "month", "day"))


def resolve_day_part(meaning: DayPart, context: Context) -> Reading | None:
    """Resolve "Tuesday morning", "last night"; "in the evening" is that of the day told of, if any."""
    if meaning.near and context.day_near is None:
        return None
    day = _overnight(context) if meaning.overnight and not meaning.day else _day_of(meaning, context)
    time_ = ClockTime(part=meaning.part)
    if day is None or (day.unit is None and day.value in NO_DAYS):
        return unresolved("TIME", f"XXXX-XX-XXT{meaning.part}", Grain.DAYPART, time=time_)
    value = f"{day.value}T{meaning.part}"
    return day.but(type="TIME", value=value, mod=meaning.mod, grain=Grain.DAYPART, time=time_)


def _overnight(context: Context) -> Reading | None:
    """Return the day of "overnight": "losses overnight", told on Friday, were those of Thursday night.

    So they are where news of Friday told of Thursday in the sentence before.
    """
    told, published = context.day_near, context.published
    if told and published and not 0 <= (published - told.day).days < DAYS_A_WEEK:
        told = None
    anchor = told or context.day_told
    if anchor is None:
        return None
    # The night behind a day that was told of to its end, and that before the one which is told of.
    over = bool(told and published and told.day < published)
    over = over and not context.around.describes() and not context.around.is_beside(context.story.position)
    day = anchor.day if over or context.direction() > 0 else add_days(anchor.day, -1)
    return reading_of(CalendarUnit(Grain.DAY, day), anchor, filled=("year", "month", "day"))


def resolve_clock(meaning: Clock, context: Context) -> Reading | None:
    """Resolve "4 p.m. on Tuesday"."""
    day = _day_of(meaning, context)
    clock = ClockTime(meaning.hour, meaning.minute, zone=meaning.zone)
    hour = _hour(meaning)
    grain = Grain.HOUR if meaning.minute is None else Grain.MINUTE
    if day is None or day.unit is None:
        return unresolved("TIME", f"XXXX-XX-XXT{hour}", grain, time=clock)
    return day.but(type="TIME", value=f"{day.value}T{hour}", grain=grain, time=clock)


def _hour(clock: Clock) -> str:
    """Return the time as TIMEX3 values have it: ``16:05``, and ``24`` for the midnight that ends a day."""
    return f"{clock.hour:02}" if clock.hour == MIDNIGHT_AT_END else f"{clock.hour:02}:{clock.minute or 0:02}"


def resolve_reference(meaning: Reference, context: Context) -> Reading:
    """Resolve "now", "recently"; "in the coming weeks" has a vague interval from the publication date."""
    reading = Reading("DATE", meaning.value, grain=meaning.grain)
    anchor = context.reference
    if meaning.value != "FUTURE_REF" or meaning.grain is None:
        return reading
    if anchor is None:
        return reading.but(unknown=True)
    return reading.but(
        interval=stretch(anchor.day, Duration(None, meaning.grain), backwards=False), anchor=anchor
    )


def resolve_named_period(meaning: NamedPeriod, context: Context) -> Reading | None:
    """Resolve "Biden's term": of several that the name fits, the author's own, else the nearest."""
    return _period(context.nearest_period(meaning.periods), meaning.edge, context)


def resolve_period_head(meaning: PeriodHead, context: Context) -> Reading | None:
    """Resolve "its term": the period named last, or the only one there is."""
    index = context.story.named
    if index is None:
        own = [number for number, period in enumerate(context.periods) if not period.source]
        if len(own) != 1 or meaning.head not in context.periods[own[0]].name.casefold():
            return None
        index = own[0]
    return _period(index, meaning.edge, context)


def _period(index: int, edge: str, context: Context) -> Reading | None:
    period = context.periods[index]
    end = Edge(period.end) if period.end else None
    if edge:
        day = period.start if edge == "start" else period.end
        if day is None:
            return None
        return reading_of(CalendarUnit(Grain.DAY, day), period=period)
    interval = Interval(Edge(period.start), end)
    return Reading("DATE", interval.edtf, interval=interval, period=period)


def resolve_recurring(meaning: Recurring, context: Context) -> Reading:
    """Resolve "every Friday": a SET with its RFC 5545 rule and first occurrence."""
    first = (
        _first_occurrence(meaning.rrule, context.published) if meaning.rrule and context.published else None
    )
    recurrence = Recurrence(meaning.rrule, first) if meaning.rrule else None
    time_ = (
        ClockTime(meaning.time.hour, meaning.time.minute, zone=meaning.time.zone) if meaning.time else None
    )
    on_days = time_ and A_DAY.fullmatch(meaning.value)
    value = f"{meaning.value}T{_hour(meaning.time)}" if on_days and meaning.time else meaning.value
    return Reading("SET", value, recurrence=recurrence, anchor=context.reference, time=time_)


@lru_cache(maxsize=4096)
def _first_occurrence(rrule: str, day: date) -> date | None:
    """Return the first day of a recurrence that is not before *day*."""
    from dateutil.rrule import rrulestr

    month_only = re.fullmatch(r"FREQ=YEARLY;BYMONTH=(\d+)", rrule)
    if month_only:
        month = int(month_only[1])
        year = day.year + (month < day.month)
        if month == day.month:
            return day
        return date(year, month, 1) if year <= date.max.year else None
    found = next(iter(rrulestr(rrule, dtstart=datetime.combine(day, time()))), None)
    return found.date() if found else None
