"""NewsML 1.0 to 1.2, the IPTC's older packaging format: items of components, with the prose in NITF.

https://iptc.org/standards/newsml-1/
"""

from __future__ import annotations

from collections.abc import Iterator

from ..article import Origin
from ..reading import Field, Reading
from .dates import published_by
from .nitf import read_nitf, stated_day_of, write_dateline
from .prose import Prose
from .xml_tree import Node


def read_newsml_1(root: Node) -> tuple[Reading, ...]:
    """Return the articles of a ``NewsML`` element: one for each component that has prose of its own."""
    found: list[Reading] = []
    for item in root.children("NewsItem"):
        components = [node for node in item.all("NewsComponent") if _contents(node)]
        for number, component in enumerate(components or [item], 1):
            reading = _component(root, item, component)
            key = reading.key if len(components) < 2 or not reading.key else f"{reading.key}#{number}"  # noqa: PLR2004
            found.append(
                Reading(
                    reading.text,
                    reading.line_starts,
                    fields=reading.fields,
                    published=reading.published,
                    key=key,
                    resolved=reading.resolved,
                )
            )
    return tuple(found)


def _contents(component: Node) -> list[Node]:
    """Return what holds the prose of a component itself; pictures and the like have none in XML."""
    return [
        content
        for item in component.children("ContentItem")
        for content in item.children("DataContent")
        if content.words()
    ]


def _component(root: Node, item: Node, component: Node) -> Reading:
    """Return the article of a component."""
    nitf = next((found for content in _contents(component) for found in content.all("nitf")), None)
    inner = read_nitf(nitf) if nitf else None
    if inner is None:
        prose = Prose(stated_day_of)
        content = [node for outer in _contents(component) for node in [*outer.all("body")] or [outer]]
        write_dateline(prose, next(component.all("DateLine"), None), content)
        prose.write_all(content)
        inner = Reading(prose.out.text, prose.out.marks, resolved=prose.resolved)
    fields = tuple(Field(name, value, Origin.NEWSML) for name, value in _fields(root, item, component))
    dates = [
        node.words()
        for tag in ("DateAndTime", "ThisRevisionCreated", "FirstCreated")
        for node in _dated(root, item, tag)
    ]
    return Reading(
        inner.text,
        inner.line_starts,
        fields=(*fields, *inner.fields),
        published=(
            *published_by(*dates[1:], *dates[:1], origin=Origin.NEWSML, line=item.line),
            *inner.published,
        )[:1],
        key=item.words("Identification", "NewsIdentifier", "PublicIdentifier") or inner.key,
        resolved=inner.resolved,
    )


def _dated(root: Node, item: Node, tag: str) -> Iterator[Node]:
    """Yield the elements that state when the item, or the whole transmission, was made."""
    yield from (root if tag == "DateAndTime" else item).all(tag)


def _fields(root: Node, item: Node, component: Node) -> Iterator[tuple[str, str]]:
    """Yield the fields of a component, the one to prefer first."""
    for scope in (component, item):
        for lines in scope.all("NewsLines"):
            yield "title", lines.words("HeadLine")
    for scope in (component, item, root):
        for tag in ("Provider", "Creator", "Source", "SentFrom"):
            for party in (node for place in scope.all(tag) for node in place.children("Party")):
                yield "source", party.words("Property") or party.attribute("FormalName")
    for scope in (component, item):
        for language in scope.all("Language"):
            yield "language", language.attribute("FormalName")
    yield "language", item.attribute("lang") or root.attribute("lang")
