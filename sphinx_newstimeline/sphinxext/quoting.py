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
from .messages import comma
from .own_pages import newstimeline_to_page
from .pieces import LINK, NAME, TEXT, Bit, bits_of, fold, node_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

    from ..events.event import Event, Source
    from .drawing import Drawing

_ = get_translation("sphinx_newstimeline")


def place_of(event: Event) -> tuple[str, int]:
    """Return the article's path, absolute as gettext wants it, and the line of the event."""
    source = event.sources[0]
    return os.path.abspath(source.path), source.line  # noqa: PTH100 - a path of text stays text


def time_nodes(pieces: Pieces) -> list[nodes.Node]:
    """Return the pieces of a written date: plain text, and text with its machine form."""
    return [node_of(bit) for bit in bits_of(pieces)]


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
    text = clean(source.title) or Path(source.path).stem
    classes = ["newstimeline-title", *_language_class(source, drawing)]
    link = _link(source, text, classes, drawing)
    bits: list[Bit] = []
    if source.source:
        bits += [(NAME, clean(source.source), "newstimeline-publisher"), (TEXT, comma(), "")]
    bits.append((NAME, text, " ".join(classes)) if link is None else (LINK, "", ""))
    if source.published is not None:
        bits += [(TEXT, comma(), ""), *bits_of(write_day(source.published, drawing.locale))]
        if source.guessed:
            bits.append((TEXT, " " + _("(guessed)"), ""))
    node = own.newstimeline_source("", "")
    fold(node, bits, link)
    return node


def published_copies(files: Iterable[str], env: BuildEnvironment) -> dict[str, str]:
    """Return the files of articles that are published beside the pages, as seen from the source folder.

    :param files: absolute paths of what a directive has read.
    """
    if not env.config.newstimeline_publish_sources:
        return {}
    return {path: Path(os.path.relpath(path, env.srcdir)).as_posix() for path in files}


def _link(source: Source, text: str, classes: list[str], drawing: Drawing) -> nodes.Element | None:
    """Return the title as a link to the web, a page of the project or the published copy, or ``None``."""
    address = web_address(source.url)
    if address:
        link = nodes.reference("", text, refuri=address, internal=False, classes=classes)
        link.line = drawing.line
        return link
    if source.path in drawing.pages:
        docname = drawing.pages[source.path]
        return newstimeline_to_page("", text, docname=docname, line=source.line, classes=classes)
    # A timeline document can name any file of the machine; only what its author names is published.
    if source.path in drawing.copies:
        target = f"/{drawing.copies[source.path]}"
        copy = addnodes.download_reference("", "", reftarget=target, refdoc="", classes=classes)
        copy += nodes.inline("", text, classes=["xref", "download"])
        return copy
    return None


def _language_class(source: Source, drawing: Drawing) -> list[str]:
    """Return the class that HTML writers turn into ``lang``, where it differs from the page's."""
    language = drawing.languages.get(source.path, "")
    return [f"language-{language}"] if language and language != drawing.language else []
