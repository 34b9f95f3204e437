"""A timeline as markwhen, a text that people edit and that markwhen's own views show.

Each event is a line with its dates, properties with its id and what its dates cannot say, and what
the article says as quoted text.  Nothing in that text may be taken for markwhen's own signs.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..temporal.interval import Edge, Precision
from .addresses import web_address
from .calendar_places import Place, place_of
from .describing import headline, paragraphs, source_line, sources_of, title_of
from .markwhen_rules import rule_words
from .text import clean
from .wording import Certainty, certainty_of
from .zones import offset_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..events.event import Event, Source
    from ..timeline import Timeline
    from .meta import Meta

#: What Markdown and markwhen take for markup.
_SIGNS = re.compile(r"([\\`*_\[\]<>#!])")
#: A tag of markwhen; others are a property alone.
_TAG = re.compile(r"(?=\D*[A-Za-z_])[A-Za-z0-9_]+")
_LAST_HOUR = 23


def to_markwhen(timeline: Timeline, meta: Meta) -> str:
    """Return the timeline as a markwhen document, with a line feed at its end.

    Groups become sections; events without a date are comments at the end.
    """
    lines = [
        "---",
        *([f"title: {_quoted(clean(meta.title))}"] if meta.title else []),
        "timezone: UTC",
        "---",
        "",
    ]
    for group in timeline.groups:
        title = meta.wording.before.format(date=group.before) if group.before else group.key
        lines += [f"# {title}", ""] if title else []
        for event in group.events:
            lines += [*_entry(event, meta), ""]
    if timeline.undated and meta.undated:
        lines += [f"// {meta.wording.undated}", ""]
        lines += [f"// {_escape(clean(event.sentence))}" for event in timeline.undated]
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(event: Event, meta: Meta) -> Iterator[str]:
    """Yield the lines of one event."""
    place = place_of(event)
    if place is None:
        return
    words = rule_words(place.rule, place.start) if place.rule else ""
    text = headline(event)
    if certainty_of(event) is not Certainty.WITHIN:  # a month or year that markwhen says itself
        text = meta.wording.headline(event, text)
    tags = "".join(f" #{tag}" for tag in event.tags if _TAG.fullmatch(tag))
    recurs = f" {words}" if words else ""
    yield f"{_dates(event, place)}{recurs}: {_escape(text)}{tags}"
    yield from _properties(event, place)
    yield ""
    said = [_escape(line) for line in paragraphs(event, meta.wording)]
    told = [_source(source, written=event.handwritten) for source in sources_of(event)]
    yield "\n>\n".join(f"> {line}" for line in [*said, *told])


def _properties(event: Event, place: Place) -> Iterator[str]:
    """Yield the properties: what programs should know, each on one line."""
    yield f"id: {_quoted(event.id)}"
    if event.interval is not None:
        yield f"edtf: {_quoted(event.interval.edtf)}"
    if event.deadline:
        yield "deadline: true"
    if event.recurrence is not None:
        yield f"rrule: {_quoted(event.recurrence.rrule)}"
    if any(not _TAG.fullmatch(tag) for tag in event.tags):
        yield f"tags: [{', '.join(_quoted(clean(tag)) for tag in event.tags)}]"
    clock = event.time
    offset = offset_of(clock.zone) if clock and clock.hour is not None else None
    if offset is not None and " " in _dates(event, place):
        yield f"timezone: {_quoted(f'{int(offset.total_seconds()) // 3600:+03}:00')}"


def _dates(event: Event, place: Place) -> str:
    """Return the dates in markwhen's part of EDTF: days, months and years, one or two of them.

    A deadline stands on its last day, what is open on the day that it has.
    """
    interval = event.interval
    if interval is None or event.recurrence is not None:
        return _recurring(place)
    if interval.start is None or interval.end is None or event.deadline:
        day = interval.earliest if interval.end is None else interval.latest
        return _day(day, event) if day else ""
    if interval.earliest == interval.latest:
        return _day(interval.start.day, event)
    first, last = (
        Edge(edge.day, min(edge.precision, Precision.YEAR)) for edge in (interval.start, interval.end)
    )
    return first.edtf() if first.edtf() == last.edtf() else f"{first.edtf()}/{last.edtf()}"


def _recurring(place: Place) -> str:
    """Return the first occurrence of what recurs."""
    start = place.start
    day = f"{start.year:04}-{start.month:02}-{start.day:02}"
    if place.end is None:
        return day
    last = date.fromordinal(place.end.toordinal() - 1)
    return f"{day}/{last.isoformat()}"


def _day(day: date, event: Event) -> str:
    """Return a day, with the time of day where it is known."""
    clock = event.time
    if clock is None or clock.hour is None or clock.hour > _LAST_HOUR:
        return day.isoformat()
    return f"{day.isoformat()} {clock.hour:02}:{clock.minute or 0:02}"


def _source(source: Source, *, written: bool) -> str:
    """Return an article as Markdown, with a link where it has an address.

    :param written: whether the event is its author's own: what it links to has the name of the one who says
        so, not the title of the page that it is written on.
    """
    address = web_address(source.url)
    if not address:
        return _escape(source_line(source))
    published = source.published.isoformat() if source.published else ""
    target = address.replace("(", "%28").replace(")", "%29")
    name = clean(source.source)
    if written:
        return f"[{_escape(name or urlsplit(address).netloc)}]({target})"
    facts = [_escape(fact) for fact in (name, published) if fact]
    return ", ".join([f"[{_escape(title_of(source))}]({target})", *facts])


def _escape(text: str) -> str:
    """Return a text on one line whose signs are nothing but signs."""
    return _SIGNS.sub(r"\\\1", text)


def _quoted(text: str) -> str:
    """Return a text as YAML quotes it; a number sign, which markwhen looks for everywhere, by its code."""
    return json.dumps(text, ensure_ascii=False).replace("#", "\\u0023")
