"""The text of elements in XML: paragraphs, with the words whose date an editor stated."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..stated import Resolved
from ..text_builder import CELL, LINE, PARAGRAPH, WORD, TextBuilder
from .xml_tree import Node

#: Elements of NITF and XHTML inside a paragraph; any other ends one.
_INLINE = frozenset({
    "a", "abbr", "acronym", "alt-code", "b", "bdi", "bdo", "cite", "chron", "city", "classifier", "code",
    "copyrite", "copyrite.holder", "copyrite.year", "country", "data", "del", "dfn", "em", "event", "font",
    "frac", "frac-num", "frac-sep", "frac-den", "function", "i", "ins", "lang", "location", "mark", "money",
    "name.family", "name.given", "num", "object.title", "org", "person", "postaddr", "pronounce", "q",
    "region", "s", "small", "span", "state", "strike", "strong", "sub", "sublocation", "sup", "time", "tt",
    "u", "virtloc", "wbr",
})  # fmt: skip
#: Elements without prose: pictures with their captions, notes to editors, scripts.
_HIDDEN = frozenset({
    "audio", "bq.credit", "embed", "figcaption", "figure", "footer", "form", "head", "iframe", "img",
    "media", "nav", "note", "object", "picture", "script", "style", "svg", "template", "video",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})


class Prose:
    """Collects the text of elements, the lines that it stands on and the dates stated in it."""

    def __init__(self, iso_of: Callable[[Node], str]) -> None:
        """Begin with an empty text.

        :param iso_of: gives the date that an element states of the words in it, or nothing.
        """
        self.out = TextBuilder()
        self._iso_of = iso_of
        self._stated: list[Resolved] = []
        self._first = False

    def write_all(self, nodes: Iterable[Node]) -> None:
        """Add all text inside of elements; the first goes on with what has been written."""
        for number, node in enumerate(nodes):
            if number:
                self.out.end()
            self._first = not number
            self._inside(node)
        self.out.end()

    def write(self, node: Node) -> None:
        """Add all text inside of an element, as paragraphs of its own."""
        self.out.end()
        self._inside(node)
        self.out.end()

    @property
    def resolved(self) -> tuple[Resolved, ...]:
        """Return the words whose date an editor stated; where such stand in each other, the outer."""
        return trimmed(self._stated, self.out.text)

    def _inside(self, node: Node) -> None:
        for part in node.content:
            if not isinstance(part, Node):
                text, line = part
                self.out.write(_one_line(text), line)
            elif part.tag in {"br", "hr"}:
                self.out.end(LINE)
            elif part.tag in _INLINE:
                self._inline(part)
            elif part.tag not in _HIDDEN:
                self._block(part)

    def _inline(self, node: Node) -> None:
        before = self.out.size
        self._inside(node)
        if iso := self._iso_of(node):
            self._stated.append(Resolved(before, self.out.size, iso))

    def _block(self, node: Node) -> None:
        cell = node.tag in _CELLS
        # A dateline stands in front of the first paragraph, not above it.
        if self._first:
            self._first = False
        else:
            self.out.end(WORD if cell else PARAGRAPH)
        self._inside(node)
        self.out.end(CELL if cell else PARAGRAPH)


def _one_line(text: str) -> str:
    """Return a text with single spaces, also at its ends if it has any there."""
    before, behind = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{' '.join(text.split())}{' ' * behind}"


def trimmed(stated: Iterable[Resolved], text: str) -> tuple[Resolved, ...]:
    """Return what was stated of words in *text*, without the white space around them, in order."""
    found: list[Resolved] = []
    for start, end, iso in sorted(stated, key=lambda one: (one.start, -one.end)):
        words = text[start:end]
        begin = start + len(words) - len(words.lstrip())
        behind = start + len(words.rstrip())
        if begin < behind and (not found or begin >= found[-1].end):
            found.append(Resolved(begin, behind, iso))
    return tuple(found)
