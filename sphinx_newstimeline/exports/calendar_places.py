"""Where in a calendar an event stands: on which days, at what time, how often."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from .zones import REGIONS, offset_of

if TYPE_CHECKING:
    from ..events.event import Event
    from ..temporal.timex import ClockTime

_DAY = timedelta(days=1)
_MIDNIGHT_AT_END = 24

#: Rules that name months alone, and how many months each stretch of them has.
_MONTHS_ALONE = re.compile(r"FREQ=YEARLY;BYMONTH=\d+")
_LONG_STRETCH = re.compile(r"XXXX-(?:SP|SU|FA|WI|Q\d)")
_SEASON = 3

#: Rules of less than a day, which no calendar of news should repeat an event by.
_TOO_OFTEN = re.compile(r"FREQ=(?:SECOND|MINUTE|HOUR)LY")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands.

    :param start: its first day, or the moment at which it begins: in UTC, or without a zone.
    :param end: the day behind its last one, or ``None`` where it is one day or a moment.
    :param rule: the RFC 5545 rule by which it recurs, or empty.
    :param region: the IANA name of the zone that a moment without one of its own is in, or empty.
    """

    start: date | datetime
    end: date | None = None
    rule: str = ""
    region: str = ""


def place_of(event: Event) -> Place | None:
    """Return where an event stands in a calendar, or ``None`` where it has no place there.

    A deadline, and what is open at its start, stands on its last day; what is open at its end, on its
    first one.
    """
    if event.recurrence is not None and event.recurrence.first is not None:
        return _recurring(event, event.recurrence.rrule, event.recurrence.first)
    interval = event.interval
    if interval is None:
        return None
    # What is open at one end stands at the other.
    first, last = interval.earliest or interval.latest, interval.latest or interval.earliest
    if event.deadline:
        first = last
    if first is None or last is None:
        return None
    if first == last and event.time is not None and event.time.hour is not None:
        return _moment(first, event.time) or Place(first)
    return Place(first, _behind(last) if last > first else None)


def _recurring(event: Event, rule: str, first: date) -> Place:
    """Return where something stands that recurs, from its first occurrence on."""
    if not rule or _TOO_OFTEN.search(rule):
        return Place(first)
    last = event.interval.latest if event.interval else None
    if last is not None and "UNTIL=" not in rule and "COUNT=" not in rule:
        rule = f"{rule};UNTIL={last:%Y%m%d}"
    if _MONTHS_ALONE.fullmatch(rule):
        start = first.replace(day=1)
        end = _months_later(start, _SEASON if _LONG_STRETCH.match(event.value) else 1)
        return Place(start, end, rule)
    if event.time is not None and event.time.hour is not None:
        place = _moment(first, event.time, recurs=True)
        if place is not None:
            return replace(place, rule=_until_moment(rule, place))
    return Place(first, rule=rule)


def _moment(day: date, clock: ClockTime, *, recurs: bool = False) -> Place | None:
    """Return a moment, or ``None`` where it lies outside of the calendar.

    What recurs keeps the clock of its region, summer and winter; from before the rules for that it has
    no zone.
    """
    hour = clock.hour or 0
    try:
        moment = datetime.combine(day, time(hour % _MIDNIGHT_AT_END, clock.minute or 0))
        moment += _DAY * (hour // _MIDNIGHT_AT_END)
        region = REGIONS.get(clock.zone.upper())
        if recurs and region is not None:
            known = moment >= max(region.to_summer.first, region.to_standard.first)
            return Place(moment, region=region.name if known else "")
        offset = offset_of(clock.zone)
        return Place(moment if offset is None else (moment - offset).replace(tzinfo=UTC))
    except OverflowError:
        return None


def _until_moment(rule: str, place: Place) -> str:
    """Return the rule with its last day as a moment, as RFC 5545 wants it where the start is one."""
    match = re.search(r"UNTIL=(\d{8})(?![\dT])", rule)
    if match is None or not isinstance(place.start, datetime):
        return rule
    in_utc = "Z" if place.start.tzinfo or place.region else ""
    # A day later in UTC: the last occurrence may have passed midnight there, and no other can be so near.
    day = date.fromisoformat(match[1])
    day = _behind(day) if place.region else day
    return rule.replace(match[0], f"UNTIL={day:%Y%m%d}T235959{in_utc}")


def _behind(day: date) -> date:
    """Return the next day, or the last one that there is."""
    return day + _DAY if day < date.max else day


def _months_later(day: date, months: int) -> date:
    """Return the first of a month that lies so many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(min(day.year + years, date.max.year), month + 1, 1)
