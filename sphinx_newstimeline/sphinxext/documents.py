"""Documents of the project as articles: the prose of a file in reStructuredText.

A changelog, a history or minutes tell when something happened as news do.  The file is parsed by docutils
alone, apart from the build: no directive of Sphinx or of another extension runs, no file is included and
no role is resolved, so that what is read depends on the file alone.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles
from docutils.parsers.rst.directives.misc import Replace
from docutils.utils import unescape

from ..articles.decoding import decode
from ..articles.directives import PROSE, PROSE_WITHIN, words_of_role
from ..articles.metadata import Entry, field_of, one_line
from ..articles.reading import Reading
from ..articles.text_builder import CELL, LINE, PARAGRAPH, WORD, TextBuilder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: The ending of the files that :func:`read_restructuredtext` reads.
ENDING = ".rst"

#: What has no prose in it, although it has text.
_NO_PROSE = (
    nodes.comment,
    nodes.literal_block,
    nodes.math_block,
    nodes.doctest_block,
    nodes.raw,
    nodes.system_message,
    nodes.docinfo,
    nodes.substitution_definition,
    nodes.target,
    nodes.footnote_reference,
    nodes.citation_reference,
    nodes.label,
    nodes.problematic,
)
_LAST_LEVEL = 5


class _Container(Directive):
    """Gives the content of a directive of prose."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    # Every option is taken, and none of them is read.
    option_spec: ClassVar[Any] = type(
        "AnyOption", (dict,), {"__missing__": lambda *_: directives.unchanged}
    )()

    def run(self) -> list[nodes.Node]:
        container = nodes.container()
        if self.name in PROSE and self.arguments:
            children, _messages = self.state.inline_text(self.arguments[0], self.lineno)
            words = nodes.paragraph("", "", *children)
            words.line = self.lineno
            container += words
        if self.name in PROSE | PROSE_WITHIN:
            self.state.nested_parse(self.content, self.content_offset, container)
        return [container]


def _role(
    _name: str, rawtext: str, text: str, *_arguments: object, **_options: object
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Give the words of a role: its title where it has one, else its text."""
    return [nodes.inline(rawtext, words_of_role(unescape(text)))], []


@contextmanager
def _on_its_own() -> Iterator[None]:
    """Have docutils know no directive and no role but those above."""

    def directive(name: str, *_arguments: object) -> tuple[type[Directive], list[nodes.system_message]]:
        return Replace if name == "replace" else _Container, []

    def role(*_arguments: object) -> tuple[Callable[..., Any], list[nodes.system_message]]:
        return _role, []

    known: tuple[Any, Any] = directives, roles
    lookups = directives.directive, roles.role
    known[0].directive, known[1].role = directive, role
    try:
        yield
    finally:
        known[0].directive, known[1].role = lookups


def read_restructuredtext(data: bytes, path: str) -> Sequence[Reading]:
    """Read an article in reStructuredText.

    Its title is the headline and no part of the text, the fields above its text (``:published:``,
    ``:date:``, ``:author:`` …) are what front matter is to Markdown.

    :param data: the bytes of the file.
    :param path: the file's path, for problems.
    :raises ArticleError: where the file is no UTF-8 text.
    """
    settings = {
        "_disable_config": True,
        "report_level": _LAST_LEVEL,
        "halt_level": _LAST_LEVEL + 1,
        "file_insertion_enabled": False,
        "raw_enabled": False,
        "doctitle_xform": True,
        "docinfo_xform": False,
        "smart_quotes": False,
        "warning_stream": False,
    }
    with _on_its_own():
        document = publish_doctree(decode(data, path), source_path=path, settings_overrides=settings)
    out = TextBuilder()
    entries: list[Entry] = []
    heading = document.next_node(nodes.title) if document.get("title") else None
    _write(document, out, entries, heading, 0)
    title = one_line(heading.astext()) if heading is not None else ""
    return (Reading(out.text, out.marks, tuple(entries), title, headings=out.headings),)


def _write(
    node: nodes.Element, out: TextBuilder, entries: list[Entry], heading: nodes.Node | None, depth: int
) -> None:
    """Write the prose of a node, paragraph by paragraph, and gather the fields of the document.

    :param depth: in how many sections the node stands, itself being one or not.
    """
    for child in node.children:
        if child is heading or isinstance(child, _NO_PROSE):
            continue
        if isinstance(child, nodes.field_list) and not out.size:
            entries += _entries(child)
        elif isinstance(child, nodes.TextElement):
            start = out.place
            _write_words(child, out)
            if isinstance(child, nodes.title) and isinstance(node, nodes.section):
                out.mark_heading(start, depth)
        elif isinstance(child, nodes.row):
            _write_row(child, out)
        elif isinstance(child, nodes.Element):
            _write(child, out, entries, heading, depth + isinstance(child, nodes.section))
            out.end(PARAGRAPH)


def _entries(fields: nodes.field_list) -> list[Entry]:
    """Return the fields that stand above the text and say something of an article."""
    return [
        Entry(name, one_line(str(getattr(field[1], "rawsource", ""))), field.line)
        for field in fields.findall(nodes.field)
        if field_of(name := field[0].astext())
    ]


def _write_words(node: nodes.TextElement, out: TextBuilder, behind: str = PARAGRAPH) -> None:
    """Write a paragraph, a heading or a line of verse, line by line of its source."""
    number = _line_of(node)
    for row, words in enumerate(_words(node).split("\n")):
        if row:
            out.end(WORD)
        out.write(words, number + row)
    out.end(LINE if isinstance(node, nodes.line) else behind)


def _write_row(row: nodes.row, out: TextBuilder) -> None:
    """Write the cells of a row in one line."""
    for cell in row.findall(nodes.entry):
        for words in cell.findall(nodes.paragraph):
            _write_words(words, out, WORD)
        out.end(CELL)
    out.end(PARAGRAPH)


def _line_of(node: nodes.Node) -> int:
    """Return the line on which a node begins: its own, else that of the nearest one around it."""
    around: Any = node
    while around is not None and not around.line:
        around = around.parent
    line = int(around.line) if around is not None else 1
    # A heading has, for docutils, the line below its words.
    return max(line - 1, 1) if isinstance(node, nodes.title) else line


def _words(node: nodes.Node) -> str:
    """Return the text of a node without what is no prose in it."""
    if isinstance(node, nodes.Text):
        return str(node)
    if isinstance(node, _NO_PROSE):
        return ""
    return "".join(map(_words, node.children))
