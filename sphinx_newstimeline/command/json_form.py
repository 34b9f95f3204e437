"""A timeline as JSON, for other tools.

The document is ``{"version": 1, "events": [...], "undated": [...]}``, events in the timeline's order,
dates in ISO 8601 and intervals in EDTF.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from ..events.event import Event, Source
    from ..timeline import Timeline

VERSION = 1


def to_json(timeline: Timeline, *, undated: bool = True) -> str:
    """Return the timeline as a JSON document, with a line feed at its end.

    :param undated: whether to list events whose date could not be resolved.
    """
    document = {
        "version": VERSION,
        "events": [event_object(event) for event in timeline.events],
        "undated": [event_object(event) for event in timeline.undated] if undated else [],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def event_object(event: Event) -> dict[str, Any]:
    """Return an event as JSON's own types; what it lacks is ``null`` or an empty text."""
    interval, why, recurrence = event.interval, event.why, event.recurrence
    return {
        "id": event.id,
        "edtf": interval.edtf if interval else None,
        "earliest": _iso(interval.earliest if interval else None),
        "latest": _iso(interval.latest if interval else None),
        "type": event.type,
        "value": event.value,
        "mod": event.mod,
        "granularity": event.granularity,
        "deadline": event.deadline,
        "time": {"iso": event.time.iso, "zone": event.time.zone} if event.time else None,
        "recurrence": {"rrule": recurrence.rrule, "first": _iso(recurrence.first)} if recurrence else None,
        "words": event.words,
        "sentence": event.sentence,
        "marks": [list(mark) for mark in event.marks],
        "speaker": event.speaker,
        "why": {
            "rule": why.rule,
            "anchor": why.anchor,
            "anchor_value": why.anchor_value,
            "anchor_words": why.anchor_words,
            "stated": list(why.stated),
            "filled": list(why.filled),
            "cue": why.cue,
        },
        "sources": [_source_object(source) for source in event.sources],
    }


def _source_object(source: Source) -> dict[str, Any]:
    """Return a source as JSON's own types."""
    return {
        "path": source.path,
        "line": source.line,
        "start": source.start,
        "end": source.end,
        "title": source.title,
        "published": _iso(source.published),
        "url": source.url,
        "source": source.source,
    }


def _iso(day: date | None) -> str | None:
    """Return a day in ISO 8601."""
    return day.isoformat() if day else None
