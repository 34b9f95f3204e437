"""What articles say, as nodes: sentences with their marks, and the articles that they are from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import get_translation

from ..exports.addresses import web_address
from . import nodes as own
from .dates import Pieces, write_day
from .markup import clean, marked_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..events.event import Event, Source
    from .drawing import Drawing

_ = get_translation("sphinx_newstimeline")


def place_of(event: Event) -> tuple[str, int]:
    """Return the article's path, absolute as gettext wants it, and the line of the event."""
    source = event.sources[0]
    return os.path.abspath(source.path), source.line  # noqa: PTH100 - a path of text stays text


def time_nodes(pieces: Pieces) -> Iterator[nodes.Node]:
    """Return the pieces of a written date: plain text, and text with its machine form."""
    for piece in pieces:
        if piece.datetime:
            yield own.newstimeline_time(piece.text, piece.text, datetime=piece.datetime)
        elif piece.edtf:
            yield own.newstimeline_time(piece.text, piece.text, edtf=piece.edtf)
        else:
            yield nodes.Text(piece.text)


def sentence_of(event: Event, drawing: Drawing) -> own.newstimeline_sentence:
    """Return the sentence: a paragraph, so that it can be translated, with its marks."""
    text = clean(event.sentence)
    node = own.newstimeline_sentence(marked_source(text, event.marks), "", classes=["newstimeline-sentence"])
    node["classes"] += _language_class(event.sources[0], drawing)
    position = 0
    for start, end in event.marks:
        if start > position:
            node += nodes.Text(text[position:start])
        node += own.newstimeline_mark(text[start:end], text[start:end])
        position = end
    if position < len(text):
        node += nodes.Text(text[position:])
    node.source, node.line = place_of(event)
    return node


def source_of(source: Source, drawing: Drawing) -> own.newstimeline_source:
    """Return publisher, title and day of publication; the title links to the article if it can."""
    node = own.newstimeline_source("", "")
    if source.source:
        publisher = nodes.inline("", clean(source.source), classes=["newstimeline-publisher"])
        node += own.newstimeline_quoted("", "", publisher)
        node += nodes.Text(", ")
    node += own.newstimeline_quoted("", "", _title(source, drawing))
    if source.published is not None:
        node += nodes.Text(", ")
        node += list(time_nodes(write_day(source.published, drawing.locale)))
        if source.guessed:
            node += nodes.Text(" " + _("(guessed)"))
    return node


def _title(source: Source, drawing: Drawing) -> nodes.Element:
    """Return the title: a link to the web, a link to the published copy, or plain text."""
    text = clean(source.title) or Path(source.path).stem
    classes = ["newstimeline-title", *_language_class(source, drawing)]
    address = web_address(source.url)
    if address:
        link = nodes.reference("", text, refuri=address, internal=False, classes=classes)
        link.line = drawing.line
        return link
    # What a timeline document says can have been read on another machine.
    if drawing.copies is not None and Path(source.path).is_file():
        target = Path(os.path.relpath(source.path, drawing.copies)).as_posix()
        copy = addnodes.download_reference("", "", reftarget=f"/{target}", refdoc="", classes=classes)
        copy += nodes.inline("", text, classes=["xref", "download"])
        return copy
    return nodes.inline("", text, classes=classes)


def _language_class(source: Source, drawing: Drawing) -> list[str]:
    """Return the class that HTML writers turn into ``lang``, where it differs from the page's."""
    language = drawing.languages.get(source.path, "")
    return [f"language-{language}"] if language and language != drawing.language else []
