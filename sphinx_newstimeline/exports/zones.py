"""The zones of clock times in the news, as calendars take them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple


class Change(NamedTuple):
    """When clocks change, as a rule of RFC 5545, with a first time from which it holds.

    :param first: the local time of the first change by this rule.
    """

    rule: str
    first: datetime


class Region(NamedTuple):
    """Where clocks change between a standard and a summer time.

    :param name: the name in the IANA time zone database.
    :param standard: abbreviation and hours from UTC of its standard time; likewise *summer*.
    """

    name: str
    standard: tuple[str, int]
    summer: tuple[str, int]
    to_summer: Change
    to_standard: Change


#: In force since 2007 by the Energy Policy Act of 2005.
_US = (
    Change("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", datetime(2007, 3, 11, 2)),  # noqa: DTZ001 - local
    Change("FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", datetime(2007, 11, 4, 2)),  # noqa: DTZ001
)


def _europe(standard: int) -> tuple[Change, Change]:
    """Return the changes of Europe, all at 1:00 UTC, by Directive 2000/84/EC and in force since 1996."""
    return (
        Change("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", datetime(1996, 3, 31, 1 + standard)),  # noqa: DTZ001
        Change("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", datetime(1996, 10, 27, 2 + standard)),  # noqa: DTZ001
    )


_EASTERN = Region("America/New_York", ("EST", -5), ("EDT", -4), *_US)
_CENTRAL = Region("America/Chicago", ("CST", -6), ("CDT", -5), *_US)
_MOUNTAIN = Region("America/Denver", ("MST", -7), ("MDT", -6), *_US)
_PACIFIC = Region("America/Los_Angeles", ("PST", -8), ("PDT", -7), *_US)
_BRITAIN = Region("Europe/London", ("GMT", 0), ("BST", 1), *_europe(0))
_CENTRAL_EUROPE = Region("Europe/Berlin", ("CET", 1), ("CEST", 2), *_europe(1))

_REGIONS = (_EASTERN, _CENTRAL, _MOUNTAIN, _PACIFIC, _BRITAIN, _CENTRAL_EUROPE)

_OFFSET = re.compile(r"([+-])([01][0-9]|2[0-3]):([0-5][0-9])")

#: Hours from UTC by abbreviation.  Those that several countries use are meant as in English news copy:
#: CST is that of Chicago, BST that of London.
OFFSETS: Mapping[str, int] = {
    "UTC": 0,
    "Z": 0,
    **{name: hours for region in _REGIONS for name, hours in (region.standard, region.summer)},
}

#: Where a time of each abbreviation is kept the year round, clocks changing; GMT itself changes never.
REGIONS: Mapping[str, Region] = {
    name: region for region in _REGIONS for name, _hours in (region.standard, region.summer) if name != "GMT"
}


def offset_of(zone: str) -> timedelta | None:
    """Return how far a zone is ahead of UTC, or ``None`` where that is not known.

    :param zone: an abbreviation, or an offset as time stamps have it: ``+05:30``.
    """
    stated = _OFFSET.fullmatch(zone)
    if stated:
        return timedelta(hours=int(stated[1] + stated[2]), minutes=int(stated[1] + stated[3]))
    hours = OFFSETS.get(zone.upper())
    return None if hours is None else timedelta(hours=hours)
