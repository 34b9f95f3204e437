"""NITF, the IPTC's News Industry Text Format, by itself or inside NewsML.

https://iptc.org/standards/nitf/ (version 3.6): ``head`` with ``docdata`` and ``pubdata``, ``body.head``
with headline, byline and dateline, ``body.content`` with the prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..article import Origin
from ..published import Candidate
from ..reading import Field, Reading
from ..stamp import read_stamp
from .dates import published_by
from .prose import Prose
from .xml_tree import Node

#: What stands before the name in a byline.
_BY = re.compile(r"^(?:by|di|door|par|por|von)\s+", re.IGNORECASE)


def read_nitf(root: Node) -> Reading:
    """Return the article of an ``nitf`` element."""
    prose = Prose(stated_day_of)
    content = list(_content(root))
    write_dateline(prose, root.child("body", "body.head", "dateline"), content)
    prose.write_all(content)
    return Reading(
        prose.out.text,
        prose.out.marks,
        fields=tuple(Field(name, value, Origin.NITF) for name, value in _fields(root)),
        published=_published(root),
        key=_key(root),
        resolved=prose.resolved,
    )


def stated_day_of(node: Node) -> str:
    """Return the date that ``<chron norm>`` or ``<time datetime>`` states of its words, in ISO 8601."""
    words = node.attribute("norm") if node.tag == "chron" else ""
    words = words or (node.attribute("datetime") if node.tag == "time" else "")
    return iso_of(words)


def iso_of(words: str) -> str:
    """Return a date in ISO 8601 with a clock time where one is stated, or nothing.

    >>> iso_of("20241113T160500+0100"), iso_of("2024-11-13")
    ('2024-11-13T16:05', '2024-11-13')
    """
    if not words[:4].isdigit():
        return ""
    stamp = read_stamp(words)
    if stamp is None:
        return ""
    clock = f"T{stamp.clock:%H:%M}" if stamp.clock else ""
    return f"{stamp.day.isoformat()}{clock}"


def write_dateline(prose: Prose, node: Node | None, content: Sequence[Node]) -> None:
    """Write a dateline that stands apart in front of the prose, unless that repeats it."""
    words = _dateline(node) if node else ""
    if not node or not words:
        return
    following = next((text for part in content if (text := part.words())), "")
    if not following.startswith(words):
        prose.out.write(f"{words} — " if following else words, node.line)


def _dateline(node: Node) -> str:
    """Return place and day as agencies print them, with a comma between two elements that have none."""
    words, place, day = (node.words(*path).strip(" -–—") for path in ((), ("location",), ("story.date",)))
    return f"{place}, {day}" if place and day and words == f"{place} {day}" else words


def _content(root: Node) -> Iterator[Node]:
    """Yield what holds the prose: the content, else the abstract."""
    found = [node for body in root.children("body") for node in body.children("body.content", "block")]
    abstract = root.child("body", "body.head", "abstract")
    yield from found or ([abstract] if abstract else [])


def _fields(root: Node) -> Iterator[tuple[str, str]]:
    """Yield the fields of an article, the one to prefer first."""
    for path in (("hedline", "hl1"), ("headline", "hl1"), ("hedline",)):
        yield "title", root.words("body", "body.head", *path)
    yield "title", root.words("head", "title")
    for pubdata in root.all("pubdata"):
        yield "url", pubdata.attribute("ex-ref")
        yield "source", pubdata.attribute("name")
    yield "source", root.words("body", "body.head", "distributor")
    yield "author", _BY.sub("", root.words("body", "body.head", "byline"))
    yield (
        "language",
        root.attribute("lang") or next((node.attribute("lang") for node in root.all("body")), ""),
    )


def _published(root: Node) -> tuple[Candidate, ...]:
    """Return the day of publication: as published, as released, as issued, of the story's dateline."""
    stated = [node.attribute("date.publication") for node in root.all("pubdata")]
    for tag in ("date.release", "date.issue", "story.date"):
        stated += [node.attribute("norm") for node in root.all(tag)]
    return published_by(*stated, origin=Origin.NITF, line=root.line)


def _key(root: Node) -> str:
    """Return the identifier of the document."""
    return next((node.attribute("id-string") for node in root.all("doc-id")), "")
