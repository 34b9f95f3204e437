"""A timeline as the JSON that TimelineJS (Knight Lab, version 3) shows.

Its texts are HTML: whatever comes from an article is escaped.
"""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from ..temporal.interval import Precision
from .addresses import web_address
from .describing import headline, paragraphs, source_line, sources_of, title_of
from .text import clean

if TYPE_CHECKING:
    from ..events.event import Event, Source
    from ..temporal.interval import Edge
    from ..temporal.timex import ClockTime
    from ..timeline import Timeline
    from .meta import Meta

_LAST_HOUR = 23


def to_timelinejs(timeline: Timeline, meta: Meta) -> str:
    """Return the timeline as a JSON document, with a line feed at its end.

    Events without a place on the calendar are left out: TimelineJS has no place for them.
    """
    document: dict[str, Any] = {"scale": "human"}
    if meta.title:
        document["title"] = {"text": {"headline": escape(clean(meta.title))}}
    document["events"] = [_slide(event, meta) for event in timeline.events]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _slide(event: Event, meta: Meta) -> dict[str, Any]:
    """Return one event: its dates with their precision, and above its text the date in words."""
    start, end = _dates(event)
    slide: dict[str, Any] = {"unique_id": f"nt-{event.id}", "start_date": start}
    if end is not None:
        slide["end_date"] = end
    # Escaped: TimelineJS takes markup out of it, and with that what looks like some.
    slide["display_date"] = escape(meta.wording.when(event))
    slide["text"] = {"headline": escape(headline(event)), "text": _text(event, meta)}
    if event.tags:
        slide["group"] = escape(clean(event.tags[0]))
    return slide


def _dates(event: Event) -> tuple[dict[str, int], dict[str, int] | None]:
    """Return where an event begins and, where it has a length, where it ends.

    A deadline, and what is open at its start, stands on its last day; what is open at its end, on its
    first one.  A unit of the calendar is one date, shown to that unit.
    """
    interval = event.interval
    if interval is None:
        first = event.recurrence.first if event.recurrence else None
        if first is None:
            raise ValueError(f"the event {event.id} has no place on the calendar")
        return _day(first), None
    start, end = interval.start, interval.end
    if end and (start is None or event.deadline):
        return _with_clock(_day(end.day), event.time), None
    if start is None:  # an interval has an end or a start; this satisfies the type checker
        raise ValueError("an interval needs a start or an end")
    if end is None or ("/" not in interval.edtf and start.precision <= Precision.YEAR):
        return _with_clock(_unit(start), event.time), None
    return _unit(start), _day(end.day)


def _day(day: date) -> dict[str, int]:
    """Return a day."""
    return {"year": day.year, "month": day.month, "day": day.day}


def _unit(edge: Edge) -> dict[str, int]:
    """Return the start of an interval to its precision, a year at most."""
    parts = _day(edge.day)
    if edge.precision is Precision.DAY:
        return parts
    # A unit that begins elsewhere than the calendar's own is said to the day.
    if edge.day.day != 1 or (edge.precision > Precision.MONTH and edge.day.month != 1):
        return parts
    del parts["day"]
    if edge.precision is not Precision.MONTH:
        del parts["month"]
    return parts


def _with_clock(parts: dict[str, int], clock: ClockTime | None) -> dict[str, int]:
    """Return a day with its time; TimelineJS has no zones, hence it is as the text has it."""
    if clock is None or clock.hour is None or "day" not in parts:
        return parts
    return parts | {"hour": min(clock.hour, _LAST_HOUR), "minute": clock.minute or 0}


def _text(event: Event, meta: Meta) -> str:
    """Return the body of a slide as HTML: what is said, then the articles with their links."""
    elements = [_paragraph(line) for line in paragraphs(event, meta.wording)]
    elements += [_source(source) for source in sources_of(event)]
    return "".join(ET.tostring(element, encoding="unicode", method="html") for element in elements)


def _paragraph(text: str) -> Element:
    """Return a paragraph of HTML."""
    element = Element("p")
    element.text = text
    return element


def _source(source: Source) -> Element:
    """Return an article as a paragraph of HTML, with a link where it has an address."""
    address = web_address(source.url)
    if not address:
        return _paragraph(source_line(source))
    element = Element("p")
    link = SubElement(element, "a", href=address)
    link.text = title_of(source)
    published = source.published.isoformat() if source.published else ""
    link.tail = "".join(f", {fact}" for fact in (clean(source.source), published) if fact)
    return element
