"""A timeline as JSON-LD for search engines: a list of events in the vocabulary of schema.org.

Dates are ISO 8601, shortened to what is known (``2024-08``); an end that is open is not there.  What
the vocabulary has no word for, such as "about", stands in the description.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from ..temporal.interval import Edge, Precision
from ..temporal.timex import rule_parts
from .addresses import web_address
from .calendar_places import place_of
from .describing import headline, paragraphs, sources_of, title_of
from .text import clean
from .wording import WEEKDAYS
from .zones import offset_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..events.event import Event, Source
    from ..timeline import Timeline
    from .meta import Meta

CONTEXT = "https://schema.org"

_FREQUENCIES = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}

#: What could end a script element or begin a comment in HTML, as JSON can write it too.
_UNSAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def to_jsonld(timeline: Timeline, meta: Meta) -> str:
    """Return the timeline as a JSON-LD document, with a line feed at its end.

    Events without a place on the calendar are left out.
    """
    return json.dumps(list_object(timeline, meta), ensure_ascii=False, indent=2) + "\n"


def script_text(timeline: Timeline, meta: Meta) -> str:
    """Return the same on one line, as it can stand in a ``script`` element of HTML."""
    text = json.dumps(list_object(timeline, meta), ensure_ascii=False, separators=(",", ":"))
    return text.translate(_UNSAFE)


def list_object(timeline: Timeline, meta: Meta) -> dict[str, Any]:
    """Return a timeline as an ``ItemList``."""
    items = [event for event in timeline.events if place_of(event) is not None]
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "ItemList",
            "name": clean(meta.title),
            "url": meta.url,
            "numberOfItems": len(items),
            "itemListElement": [
                {"@type": "ListItem", "position": position, "item": _event(event, meta)}
                for position, event in enumerate(items, 1)
            ],
        }
    )


def _event(event: Event, meta: Meta) -> dict[str, Any]:
    """Return an ``Event``."""
    start, end = _dates(event)
    address = meta.address_of(event.id)
    return _filled(
        {
            "@type": "Event",
            "@id": address if event.id in meta.addresses else "",
            "identifier": event.id,
            "name": headline(event),
            "description": "\n".join(paragraphs(event, meta.wording)),
            "startDate": start,
            "endDate": end,
            "eventSchedule": _schedule(event),
            "keywords": ", ".join(map(clean, event.tags)),
            "url": address,
            "subjectOf": [_article(source, meta.languages) for source in sources_of(event)],
        }
    )


def _dates(event: Event) -> tuple[str, str]:
    """Return start and end, each empty where there is none; a deadline has an end alone."""
    interval = event.interval
    if interval is None:
        first = event.recurrence.first if event.recurrence else None
        return (_with_clock(first.isoformat(), first, event), "") if first else ("", "")
    start = _edge(interval.start) if interval.start and not event.deadline else ""
    end = _edge(interval.end) if interval.end else ""
    if (interval.end and interval.earliest == interval.latest) or event.deadline:
        end = _with_clock(end, interval.latest, event)
        start = end if start else ""
    return start, end


def _edge(edge: Edge) -> str:
    """Return an end in ISO 8601: to the day, month or year; decades and centuries by their years."""
    return Edge(edge.day, min(edge.precision, Precision.YEAR)).edtf()


def _with_clock(text: str, day: date | None, event: Event) -> str:
    """Return a day with its time of day and zone, where it is one day and these are known."""
    clock = event.time
    if day is None or text != day.isoformat() or clock is None or clock.hour is None:
        return text
    if clock.hour > _LAST_HOUR:
        return text
    offset = offset_of(clock.zone)
    zone = "" if offset is None else "Z" if not offset else _hours(int(offset.total_seconds()) // 3600)
    return f"{text}T{clock.hour:02}:{clock.minute or 0:02}:00{zone}"


_LAST_HOUR = 23


def _hours(number: int) -> str:
    """Return ``-05:00``."""
    return f"{number:+03}:00"


def _schedule(event: Event) -> dict[str, Any]:
    """Return a ``Schedule`` for what recurs, or nothing where the vocabulary has no words for its rule."""
    if event.recurrence is None:
        return {}
    parts = rule_parts(event.recurrence.rrule)
    unit, step = _FREQUENCIES.get(parts.pop("FREQ", "")), parts.pop("INTERVAL", "1")
    days = [day for day in parts.pop("BYDAY", "").split(",") if day]
    month, day_of_month = parts.pop("BYMONTH", ""), parts.pop("BYMONTHDAY", "")
    if unit is None or parts or not set(days) <= WEEKDAYS.keys():
        return {}
    return _filled(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{step}{unit}",
            "byDay": [f"{CONTEXT}/{WEEKDAYS[day]}" for day in days],
            "byMonth": int(month) if month.isdecimal() else None,
            "byMonthDay": int(day_of_month) if day_of_month.isdecimal() else None,
            "startDate": event.recurrence.first.isoformat() if event.recurrence.first else "",
        }
    )


def _article(source: Source, languages: Mapping[str, str]) -> dict[str, Any]:
    """Return a ``NewsArticle``."""
    publisher = clean(source.source)
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": title_of(source),
            "url": web_address(source.url),
            "datePublished": source.published.isoformat() if source.published else "",
            "publisher": {"@type": "Organization", "name": publisher} if publisher else {},
            "inLanguage": source.language or languages.get(source.path, ""),
        }
    )


def _filled(members: dict[str, Any]) -> dict[str, Any]:
    """Return the members that say something."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}
