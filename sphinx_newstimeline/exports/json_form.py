"""A timeline as JSON, for other tools and for timelines to be made from it again (see :mod:`.reading`).

The document is ``{"version": 1, "events": [...], "undated": [...], "leads": [...]}``, events in the
timeline's order, dates in ISO 8601 and intervals in EDTF.  Each member is described in
``timeline.schema.json``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .meta import Meta

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..events.event import Event, Source
    from ..events.lead import Lead
    from ..temporal.interval import Edge
    from ..timeline import Timeline

VERSION = 1


def to_json(timeline: Timeline, meta: Meta) -> str:
    """Return the timeline as a JSON document, with a line feed at its end."""
    document: dict[str, Any] = {"version": VERSION}
    if meta.title:
        document["title"] = meta.title
    document["events"] = [event_object(event, meta.languages) for event in timeline.events]
    undated = timeline.undated if meta.undated else ()
    document["undated"] = [event_object(event, meta.languages) for event in undated]
    if meta.leads:
        document["leads"] = [
            _lead_object(lead, meta.languages)
            for lead in sorted(meta.leads, key=lambda lead: (lead.source.path, lead.source.start))
        ]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def event_object(event: Event, languages: Mapping[str, str]) -> dict[str, Any]:
    """Return an event as JSON's own types; what it lacks is ``null`` or empty.

    :param languages: the language of each article by path, where it states one.
    """
    interval, why, recurrence, time = event.interval, event.why, event.recurrence, event.time
    merit, series = event.merit, event.series
    return {
        "id": event.id,
        "edtf": interval.edtf if interval else None,
        "earliest": _iso(interval.earliest if interval else None),
        "latest": _iso(interval.latest if interval else None),
        "precision": {"start": _unit(interval.start), "end": _unit(interval.end)} if interval else None,
        "type": event.type,
        "value": event.value,
        "mod": event.mod,
        "granularity": event.granularity,
        "deadline": event.deadline,
        "side": event.side,
        "time": {"iso": time.iso, "zone": time.zone, "part": time.part} if time else None,
        "recurrence": {"rrule": recurrence.rrule, "first": _iso(recurrence.first)} if recurrence else None,
        "series": {"rrule": series.rrule, "first": _iso(series.first)} if series else None,
        "words": event.words,
        "title": event.title,
        "sentence": event.sentence,
        "marks": [list(mark) for mark in event.marks],
        "speaker": event.speaker,
        "tags": list(event.tags),
        "pinned": event.pinned,
        "handwritten": event.handwritten,
        "why": {
            "rule": why.rule,
            "anchor": why.anchor,
            "anchor_value": why.anchor_value,
            "anchor_words": why.anchor_words,
            "stated": list(why.stated),
            "filled": list(why.filled),
            "cue": why.cue,
        },
        "merit": {"articles": merit.articles, "place": merit.place} if merit else None,
        "sources": [_source_object(source, languages) for source in event.sources],
        "others": [event_object(other, languages) for other in event.others],
    }


def _lead_object(lead: Lead, languages: Mapping[str, str]) -> dict[str, Any]:
    """Return how an article begins as JSON's own types."""
    return {"source": _source_object(lead.source, languages), "sentences": list(lead.sentences)}


def _source_object(source: Source, languages: Mapping[str, str]) -> dict[str, Any]:
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
        "language": languages.get(source.path) or source.language,
        "language_stated": bool(languages.get(source.path)),
        "guessed": source.guessed,
    }


def _unit(edge: Edge | None) -> str | None:
    """Return the name of the unit that an edge is stated to."""
    return edge.precision.name.lower() if edge else None


def _iso(day: date | None) -> str | None:
    """Return a day in ISO 8601."""
    return day.isoformat() if day else None
