"""ninjs, the IPTC's JSON format: versions 1.0 to 1.5, 2.x and 3.x, and its event objects.

https://iptc.org/standards/ninjs/.  Version 1 has ``headline`` and ``body_xhtml``, later ones
``headlines`` and ``bodies`` with roles; version 3 writes its names in camel case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...problems import Problem
from ..article import Origin
from ..reading import Field, Reading
from ..stated import StatedEvent
from .dates import Dates, date_problems, event_dates, published_by, read_recurrence
from .fragment import Fragment, read_text
from .schema_org import place_of, plain
from .values import folded, get, listed, names, tables, words

#: An object with its keys in small letters.
Table = Mapping[str, object]

_TYPES = frozenset({
    "text", "audio", "video", "picture", "graphic", "composite", "planning", "component", "event",
})  # fmt: skip
_STAMPS = ("versioncreated", "firstcreated", "contentcreated", "published", "embargoed")
#: Of a body in two forms, the one with tags is taken, unless it is a mere beginning.
_WHOLE = 0.8


def is_ninjs(table: Table) -> bool:
    """Return whether an object is a news item or an event of ninjs."""
    keys = table.keys()
    if "eventdetails" in keys:
        return True
    if "uri" not in keys:
        return False
    stamped = not keys.isdisjoint({"versioncreated", "firstcreated", "contentcreated"})
    bodied = bool(keys & {"bodies", "headlines"}) or any(key.startswith("body_") for key in keys)
    return stamped or bodied or words(table.get("type")) in _TYPES


def is_event(table: Table) -> bool:
    """Return whether an object is an event and no news item."""
    return "eventdetails" in table and get(table, "bodies", "body_text", "body_xhtml") is None


def read_ninjs(table: Table, line: int, path: str) -> tuple[Reading, ...]:
    """Return the articles of a news item: its own, and those that it carries along.

    :param line: the line of the file on which it stands.
    """
    body = _body(table, line)
    events, problems = stated_events([table, *tables(get(table, "events", "event"))], line, path)
    own = Reading(
        body.text,
        body.line_starts,
        problems=problems,
        fields=tuple(Field(name, value, Origin.NINJS) for name, value in _fields(table)),
        published=published_by(*(get(table, key) for key in _STAMPS), origin=Origin.NINJS, line=line),
        key=words(get(table, "uri", "guid")),
        stated=events,
        resolved=body.resolved,
    )
    carried = [item for item in _carried(table) if is_ninjs(item) and _body(item, line).text]
    others = [
        reading for item in carried for reading in read_ninjs({**item, "associations": None}, line, path)
    ]
    return (own, *others) if own.text or own.stated or not others else tuple(others)


def _carried(table: Table) -> Iterator[Table]:
    """Yield the items that an item brings along: renditions and pictures among them have no text."""
    associations = get(table, "associations")
    values = associations.values() if isinstance(associations, dict) else listed(associations)
    for value in values:
        yield from tables(value)


def _body(table: Table, line: int) -> Fragment:
    """Return the text of an item."""
    bodies = list(_bodies(table))
    marked = max((text for kind, text in bodies if "html" in kind), key=len, default="")
    bare = max((text for kind, text in bodies if "html" not in kind), key=len, default="")
    body, other = read_text(marked, line), read_text(bare, line)
    return body if body.text and len(body.text) >= _WHOLE * len(other.text) else other


def _bodies(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the bodies of an item with their kinds, a role or a media type, in small letters."""
    for key, value in table.items():
        if key.startswith("body_"):
            yield key, words(value)
    for one in tables(get(table, "bodies")):
        kind = words(get(one, "contenttype")) or words(get(one, "role"))
        yield kind.casefold(), words(get(one, "value"))
    yield "text", words(table.get("body"))


def _fields(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the fields of an item, the one to prefer first."""
    headlines = sorted(tables(get(table, "headlines")), key=lambda one: words(get(one, "role")) != "main")
    for one in headlines:
        yield "title", plain(words(get(one, "value")))
    for key in ("headline", "title", "name", "slugline"):
        yield "title", plain(words(get(table, key)))
    for key in ("url", "canonicalurl", "uri"):
        yield "url", words(get(table, key))
    for key in ("infosources", "infosource", "provider"):
        yield "source", names(get(table, key))
    for key in ("by", "byline"):
        yield "author", names(get(table, key))
    yield "language", words(get(table, "language"))


def stated_events(
    found: list[Table], line: int, path: str
) -> tuple[tuple[StatedEvent, ...], tuple[Problem, ...]]:
    """Return the events that objects state, and what is wrong with their dates."""
    events: list[StatedEvent] = []
    problems: list[Problem] = []
    for table in found:
        details = table.get("eventdetails")
        if isinstance(details, dict):
            event, problem = _event(table, folded(details), line, path)
            events.append(event)
            problems += problem
    return tuple(events), tuple(problems)


def _event(table: Table, details: Table, line: int, path: str) -> tuple[StatedEvent, list[Problem]]:
    """Return one event, and what is wrong with its dates."""
    dates, written = _dates(details)
    problems = date_problems(dates, written, path, line)
    rule, wrong = read_recurrence(words(get(details, "rrule")), path, line)
    described = [plain(words(get(one, "value"))) for one in tables(get(table, "descriptions"))]
    title = next((value for name, value in _fields(table) if name == "title" and value), "")
    event = StatedEvent(
        name=title or names(get(table, "events")),
        interval=dates.interval,
        words=written,
        time=dates.time,
        description=" ".join((next(filter(None, described), "") or words(get(table, "description"))).split()),
        location=place_of(get(details, "location", "locations")) or place_of(get(table, "located")),
        status=_status(details),
        rrule=rule,
        key=words(get(table, "uri", "id")),
        line=line,
        format="ninjs",
    )
    return event, [*problems, *wrong]


def _dates(details: Table) -> tuple[Dates, str]:
    """Return when an event takes place, and how that was written: as planned, else as estimated."""
    stated = get(details, "dates")
    table = folded(stated) if isinstance(stated, dict) else details
    start = words(get(table, "startdate", "start", "estimatedstartdate"))
    end = words(get(table, "enddate", "end", "estimatedenddate"))
    duration = words(get(table, "duration"))
    written = "/".join(part for part in (start, (end or duration) if end != start else "") if part)
    return event_dates(start, end, duration), written


def _status(details: Table) -> str:
    """Return what became of an event where it does not take place as planned."""
    status = get(details, "occurstatus", "eventstatus", "status")
    word = (names(status) or words(status)).casefold()
    return next((known for known in ("cancelled", "postponed", "rescheduled") if known in word), "")
