"""A timeline as a calendar (iCalendar, RFC 5545 and RFC 7986) that people subscribe to.

Days are events of whole days, clock times have their zone, what recurs has its rule, and is one event of
the calendar where a schedule has one for each of its days.  A calendar has
no place for what is vague: that stands in the title and the description in words, and in
``X-NEWSTIMELINE-EDTF`` for programs.  Nothing comes from a clock: an event is stamped with the newest
day on which one of its articles was published.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from ..timeline.occurrences import whole_series
from .calendar_places import Place, place_of
from .describing import address_of, headline, paragraphs, source_line, sources_of
from .ics_zones import zone_component
from .text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Calendar
    from icalendar import Event as Entry

    from ..events.event import Event
    from ..timeline import Timeline
    from .meta import Meta

PRODUCT = "-//sphinx-newstimeline//sphinx-newstimeline//EN"

#: Behind the event's id in its UID, which has to be unique in the world.
DOMAIN = "sphinx-newstimeline"

#: How often a calendar that people subscribe to is fetched again.
REFRESH = timedelta(days=1)

#: The stamp where no article states a day of publication.
_UNKNOWN = date(1970, 1, 1)


def to_ics(timeline: Timeline, meta: Meta) -> str:
    """Return the timeline as a calendar, with CR LF behind each line.

    Events without a place on the calendar are left out.
    """
    events = {event.id: event for event in map(whole_series, timeline.events)}.values()
    entries = [(event, place) for event in events if (place := place_of(event)) is not None]
    calendar = _calendar(meta)
    for name in sorted({place.region for _event, place in entries if place.region}):
        calendar.add_component(zone_component(name))
    for event, place in entries:
        calendar.add_component(_entry(event, place, meta))
    return str(calendar.to_ical(), "utf-8")


def _calendar(meta: Meta) -> Calendar:
    """Return a calendar without events, named and ready for subscription."""
    from icalendar import Calendar, vDuration, vText, vUri

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if meta.title:
        name = vText(clean(meta.title))
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
    if meta.url:
        calendar.add("url", vUri(meta.url))
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return calendar


def _entry(event: Event, place: Place, meta: Meta) -> Entry:
    """Return one event of the calendar."""
    from icalendar import Event as Entry
    from icalendar import vRecur, vText, vUri

    entry = Entry()
    entry.add("uid", f"{event.id}@{DOMAIN}")
    entry.add("dtstamp", _stamp(event))
    zone = {"TZID": place.region} if place.region else {}
    entry.add("dtstart", place.start, parameters=zone)
    if place.end is not None:
        entry.add("dtend", place.end)
    if place.rule:
        entry.add("rrule", vRecur.from_ical(place.rule))
    entry.add("summary", meta.wording.headline(event, headline(event)))
    entry.add("description", "\n".join(_description(event, meta)))
    if event.tags:
        entry.add("categories", [clean(tag) for tag in event.tags])
    address = meta.address_of(event.id) or address_of(event)
    if address:
        entry.add("url", vUri(address))
    entry.add("transp", "TRANSPARENT")  # news keeps nobody from having an appointment
    if event.interval is not None:
        entry.add("x-newstimeline-edtf", vText(event.interval.edtf))
    if event.recurrence is not None and event.recurrence.rrule != place.rule:
        entry.add("x-newstimeline-rrule", vText(event.recurrence.rrule))
    return entry


def _description(event: Event, meta: Meta) -> Iterator[str]:
    """Yield the lines of a description."""
    yield from paragraphs(event, meta.wording)
    yield from (source_line(source) for source in sources_of(event))


def _stamp(event: Event) -> datetime:
    """Return when an event was made: at the start of the newest day of publication, in UTC."""
    days = [source.published for source in sources_of(event) if source.published]
    return datetime.combine(max(days, default=_UNKNOWN), time(), UTC)
