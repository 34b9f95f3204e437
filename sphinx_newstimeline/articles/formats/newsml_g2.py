"""NewsML-G2, the IPTC's exchange format: news items, packages, concept items with events, messages.

https://iptc.org/standards/newsml-g2/ (version 2.35).  The prose stands inside, as NITF or XHTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...problems import Problem
from ..article import Origin
from ..published import Candidate
from ..reading import Field, Reading
from ..stated import StatedEvent
from .dates import date_problems, event_dates, published_by, read_recurrence
from .nitf import read_nitf, stated_day_of, write_dateline
from .prose import Prose

if TYPE_CHECKING:
    from .xml_tree import Node

ITEMS = frozenset({"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"})
#: What a message or a package holds, and what IPTC's own guide shows as pieces of an item.
ROOTS = ITEMS | {"newsMessage", "contentSet", "contentMeta", "itemSet", "newsItemSet"}


def read_newsml_g2(root: Node, path: str) -> tuple[Reading, ...]:
    """Return the articles of a message, in order, or of a single item."""
    if root.tag in ITEMS or root.tag in {"contentSet", "contentMeta"}:
        return (_item(root, path),)
    return tuple(_item(node, path) for node in root.all(*sorted(ITEMS)))


def _item(item: Node, path: str) -> Reading:
    """Return the article of one item."""
    nitf = next(item.all("nitf"), None)
    inner = read_nitf(nitf) if nitf else None
    if inner is None or not inner.text:
        inner = _without_nitf(item)
    events, problems = stated_events(item, path)
    meta = tuple(Field(name, value, Origin.NEWSML) for name, value in _fields(item))
    return Reading(
        inner.text,
        inner.line_starts,
        problems=problems,
        fields=(*meta, *inner.fields),
        published=(*_published(item), *inner.published)[:1],
        key=item.attribute("guid"),
        stated=events,
        resolved=inner.resolved,
    )


def _without_nitf(item: Node) -> Reading:
    """Return the prose of an item that has XHTML, plain text or nothing but a description."""
    prose = Prose(stated_day_of)
    content = [
        node
        for inline in item.all("inlineXML", "inlineData")
        for node in [*inline.all("body")] or [inline]
        if next(node.all("event"), None) is None
    ]
    write_dateline(prose, next(item.all("dateline"), None), content)
    prose.write_all(content)
    return Reading(prose.out.text, prose.out.marks, resolved=prose.resolved)


def _fields(item: Node) -> Iterator[tuple[str, str]]:
    """Yield the fields of an item, the one to prefer first."""
    meta = item if item.tag == "contentMeta" else item.child("contentMeta")
    top = item.child("itemMeta")
    if meta:
        for headline in meta.children("headline"):
            yield "title", headline.words()
    if top:
        yield "title", top.words("title")
    for concept in item.children("concept"):
        yield "title", concept.words("name")
    yield "url", item.attribute("guid")
    for link in item.all("link"):
        if link.attribute("rel") in {"irel:canonical", "irel:alternate", "canonical"}:
            yield "url", link.attribute("href")
    yield from _parties(item, meta, top)
    for language in meta.children("language") if meta else ():
        yield "language", language.attribute("tag")
    yield "language", item.attribute("lang")


def _parties(item: Node, meta: Node | None, top: Node | None) -> Iterator[tuple[str, str]]:
    """Yield who published an item and who made it, the one to prefer first."""
    rights = item.child("rightsInfo")
    places = (
        ("source", meta, "infoSource"),
        ("source", top, "provider"),
        ("source", rights, "copyrightHolder"),
        ("author", meta, "creator"),
    )
    for field, scope, tag in places:
        for node in scope.children(tag) if scope else ():
            yield field, node.words("name") or node.attribute("literal")
    provider = top.child("provider") if top else None
    yield "author", provider.attribute("qcode").rpartition(":")[2] if provider else ""


def _published(item: Node) -> tuple[Candidate, ...]:
    """Return the day of publication: that of the version that this is, which its text speaks from."""
    meta = item if item.tag == "contentMeta" else item.child("contentMeta")
    top = item.child("itemMeta")
    values = [
        *(top.words(name) for name in ("versionCreated", "firstCreated") if top),
        *(meta.words(name) for name in ("contentModified", "contentCreated") if meta),
    ]
    return published_by(*values, origin=Origin.NEWSML, line=item.line)


def stated_events(item: Node, path: str) -> tuple[tuple[StatedEvent, ...], tuple[Problem, ...]]:
    """Return the events of an item: concepts with details of an event, and events in its content."""
    events: list[StatedEvent] = []
    problems: list[Problem] = []
    for node in item.all("concept", "event"):
        details = node.child("eventDetails")
        if details is None:
            continue
        event, problem = _event(node, details, path)
        events.append(event)
        problems += problem
    return tuple(events), tuple(problems)


def _event(node: Node, details: Node, path: str) -> tuple[StatedEvent, Sequence[Problem]]:
    """Return one event, and what is wrong with its dates."""
    start, end, duration = (details.words("dates", name) for name in ("start", "end", "duration"))
    dates = event_dates(start, end, duration)
    words = "/".join(part for part in (start, end or duration) if part)
    problems = date_problems(dates, words, path, node.line)
    rule, wrong = read_recurrence(_rrule(details.child("dates", "rRule")), path, node.line)
    concept_id = node.child("conceptId")
    event = StatedEvent(
        name=node.words("name"),
        interval=dates.interval,
        words=words,
        time=dates.time,
        description=node.words("definition"),
        location=", ".join(
            place.words("name") for place in details.children("location") if place.words("name")
        ),
        status=_status(details),
        rrule=rule,
        key=(concept_id or node).attribute("qcode") or (concept_id or node).attribute("uri"),
        line=node.line,
        format="NewsML",
    )
    return event, [*problems, *wrong]


def _status(details: Node) -> str:
    """Return what became of an event where it does not take place as planned.

    IPTC's codes ``eventoccurstatus`` tell how likely it is; ``occurStatus`` 6 is a cancelled one.
    """
    node = details.child("occurStatus")
    code = (node.attribute("qcode") or node.attribute("uri")).rpartition(":")[2].lower() if node else ""
    return {"eos0": "cancelled", "cancelled": "cancelled", "postponed": "postponed"}.get(code, "")


def _rrule(node: Node | None) -> str:
    """Return a rule of recurrence as RFC 5545 writes it."""
    if node is None or not node.attribute("freq"):
        return ""
    names = ("freq", "until", "count", "interval", "byday", "bymonthday", "bymonth", "bysetpos", "wkst")
    parts = [(name.upper(), ",".join(node.attribute(name).split())) for name in names]
    return ";".join(
        f"{name}={re.sub('[-:]', '', value) if name == 'UNTIL' else value}" for name, value in parts if value
    )
