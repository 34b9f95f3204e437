"""What is drawn of an event that its author wrote: headline, body and origin, in place of a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

from ..exports.addresses import web_address
from . import nodes as own
from .markup import marked_source
from .messages import comma

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from ..events.event import Event
    from .drawing import Drawing
    from .enclosure import Handwritten


def headline_of(title: str, place: tuple[str, int]) -> own.newstimeline_headline:
    """Return the title that an author gives an event.

    :param place: the path and line that a translator is told.
    """
    headline = own.newstimeline_headline(marked_source(title, ()), title, classes=["newstimeline-headline"])
    headline.source, headline.line = place
    return headline


def body_of(event: Event, drawing: Drawing) -> list[nodes.Node]:
    """Return the author's body, a paragraph where an edit has other words, or nothing behind a title."""
    written = drawing.written.get(event.id)
    if written is not None and written.text == event.sentence:
        return [written.body] if written.body is not None else []
    if event.sentence == event.title:
        return []
    paragraph = nodes.paragraph(marked_source(event.sentence, ()), event.sentence)
    paragraph.source, paragraph.line = event.sources[0].path, event.sources[0].line
    return [own.newstimeline_body("", paragraph, classes=["newstimeline-body"])]


def origin_of(event: Event, drawing: Drawing) -> list[nodes.Node]:
    """Return where an author has an event from, linked if it can be, and the page where it is written."""
    source, written = event.sources[0], drawing.written.get(event.id)
    address = web_address(source.url)
    name = source.source or urlsplit(address).netloc
    parts: list[nodes.Node] = []
    if address:
        title: nodes.Element = nodes.reference("", name, refuri=address, internal=False)
        title.line = source.line
    else:
        title = nodes.inline("", name)
    if name:
        title["classes"].append("newstimeline-title")
        parts.append(own.newstimeline_quoted("", "", title))
    if written is not None and written.origin is not None:
        parts += [nodes.Text(comma()), written.origin] if parts else [written.origin]
    return [own.newstimeline_source("", "", *parts)] if parts else []


def shelf_of(written: Iterable[Handwritten], shown: Container[str]) -> list[nodes.Node]:
    """Return a shelf with the hand-written events that a timeline does not show, if there are any.

    Another timeline may collect them, and translators are to know them.

    :param shown: the ids of those that are shown.
    """
    shelf = own.newstimeline_shelf("")
    for one in written:
        if one.event.id not in shown:
            place = one.event.sources[0].path, one.event.sources[0].line
            node = own.newstimeline_event("", event=one.event.id)
            node += [headline_of(one.event.title, place)] if one.event.title else []
            node += [one.body] if one.body is not None else []
            shelf += node
    return [shelf] if len(shelf) else []
