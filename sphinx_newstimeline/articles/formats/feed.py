"""Feeds: RSS 0.9x and 2.0, RSS 1.0 (RDF) and Atom, each item or entry an article.

https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/, RFC 4287.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..article import Origin
from ..reading import Field, Reading
from .dates import published_by
from .fragment import Fragment, looks_like_html, read_fragment
from .nitf import stated_day_of
from .prose import Prose
from .xml_tree import Node

ROOTS = frozenset({"rss", "RDF", "feed"})


def read_feed(root: Node) -> tuple[Reading, ...]:
    """Return the articles of a feed, in its order: the fullest text that an item has."""
    channel = root.child("channel") or root
    items = [*root.all("item")] if root.tag != "feed" else [*root.children("entry")]
    inherited = tuple(_feed_fields(root, channel))
    return tuple(_item(item, inherited) for item in items)


def _item(item: Node, inherited: tuple[Field, ...]) -> Reading:
    """Return the article of an item."""
    body = _body(item)
    fields = tuple(Field(name, value, Origin.FEED) for name, value in _fields(item))
    dates = ("published", "pubDate", "issued", "date", "created", "updated", "modified")
    link = next((field.value for field in fields if field.name == "url" and field.value), "")
    return Reading(
        body.text,
        body.line_starts,
        fields=(*fields, *inherited),
        published=published_by(*(item.words(tag) for tag in dates), origin=Origin.FEED, line=item.line),
        key=item.words("guid") or item.words("id") or item.attribute("about") or link,
        resolved=body.resolved,
    )


def _body(item: Node) -> Fragment:
    """Return the text of an item: its content, else its description."""
    for tag in ("encoded", "content", "fulltext", "description", "summary"):
        for node in item.children(tag):
            if body := _text_of(node):
                return body
    return Fragment("", ((0, item.line),))


def _text_of(node: Node) -> Fragment | None:
    """Return the text of an element: elements of XHTML, HTML as text, or plain text."""
    if next(node.children(), None) is not None:
        prose = Prose(stated_day_of)
        prose.write(node)
        return Fragment(prose.out.text, prose.out.marks, prose.resolved) if prose.out.text else None
    first = next((line for text, line in node.pieces() if text.strip()), None)
    if first is None:
        return None
    source = "".join(text for text, _ in node.pieces())
    source = source[len(source) - len(source.lstrip()) :]
    if node.attribute("type") == "text" or not looks_like_html(source):
        # What is plain has its paragraphs by lines.
        text = source.strip()
        return Fragment(text, ((0, first),))
    return read_fragment(source, first)


def _fields(item: Node) -> Iterator[tuple[str, str]]:
    """Yield the fields of an item, the one to prefer first."""
    title = item.words("title")
    yield "title", read_fragment(title).text if looks_like_html(title) else title
    yield "url", item.words("origLink")
    for link in item.children("link"):
        if link.attribute("rel") in {"", "alternate"}:
            yield "url", link.attribute("href") or link.words()
    guid = item.child("guid")
    if guid and guid.attribute("isPermaLink") != "false":
        yield "url", guid.words()
    yield "source", item.words("source", "title") or item.words("source")
    yield "source", item.words("publisher")
    yield "language", item.words("language") or item.attribute("lang")


def _feed_fields(root: Node, channel: Node) -> Iterator[Field]:
    """Yield what a feed states for all of its items."""
    yield Field("source", channel.words("title"), Origin.FEED)
    yield Field("language", channel.words("language"), Origin.FEED)
    yield Field("language", root.attribute("lang"), Origin.FEED)
