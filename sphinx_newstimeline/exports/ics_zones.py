"""A calendar's own definition of a time zone, so that no reader needs to know it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .zones import REGIONS

if TYPE_CHECKING:
    from icalendar import Timezone
    from icalendar.cal import Component

    from .zones import Change


def zone_component(name: str) -> Timezone:
    """Return the definition of a zone, given its IANA name.

    :raises StopIteration: for one that no abbreviation of the news stands for.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    region = next(region for region in REGIONS.values() if region.name == name)
    component = Timezone()
    component.add("tzid", name)
    for part, (abbreviation, after), (_other, before), change in (
        (TimezoneDaylight(), region.summer, region.standard, region.to_summer),
        (TimezoneStandard(), region.standard, region.summer, region.to_standard),
    ):
        _fill(part, abbreviation, before, after, change)
        component.add_component(part)
    return component


def _fill(part: Component, abbreviation: str, before: int, after: int, change: Change) -> None:
    """Fill in one of the two times of a zone: its name, and its hours from UTC before and after."""
    from icalendar import vRecur

    part.add("dtstart", change.first)
    part.add("rrule", vRecur.from_ical(change.rule))
    part.add("tzoffsetfrom", timedelta(hours=before))
    part.add("tzoffsetto", timedelta(hours=after))
    part.add("tzname", abbreviation)
