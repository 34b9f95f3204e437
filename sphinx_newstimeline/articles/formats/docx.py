"""Documents in Office Open XML, as Word writes them: ISO/IEC 29500-1, part 17 (WordprocessingML)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...problems import Problem, ProblemKind
from ..article import ArticleError
from ..reading import Reading
from ..text_builder import LINE, TextBuilder
from .package import Package, reading_of
from .written import Writer
from .xml_tree import Node

_DOCUMENT = "word/document.xml"
#: What was deleted, and second forms of what is there already.
_HIDDEN = frozenset({"del", "moveFrom", "Fallback", "rPr", "pPr", "tblPr", "sectPr"})
_BREAKS = frozenset({"br", "cr"})
#: Characters that are elements.
_CHARACTERS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
#: The names of styles, whatever a language calls them: those are the same in every Word.
_HEADINGS = ("title", "heading 1")
_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = ("toc ",)
_OFF = frozenset({"0", "false", "off"})


def read_docx(data: bytes, path: str) -> Sequence[Reading]:
    """Read a document of Word.

    :raises ArticleError: UNREADABLE for what is none.
    """
    package = Package(data, path)
    document = package.part(_DOCUMENT)
    if document is None:
        message = f"this document of Word has no text: its part “{_DOCUMENT}” is missing"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
    writer = _Writer(_styles(package.part("word/styles.xml")))
    writer.write(document)
    for notes in ("footnotes", "endnotes"):
        part = package.part(f"word/{notes}.xml")
        for note in part.children() if part else ():
            # Those with a type are the lines above the notes.
            if not note.attribute("type"):
                writer.write(note)
    return (reading_of(writer.written, package.part("docProps/core.xml"), path),)


def _styles(root: Node | None) -> dict[str, str]:
    """Return the names of styles by their identifiers, which differ with the language of Word."""
    found = {}
    for style in root.children("style") if root else ():
        name = style.child("name")
        found[style.attribute("styleId")] = name.attribute("val").lower() if name else ""
    return found


class _Writer(Writer):
    """Writes the paragraphs of a document of Word."""

    paragraphs = ("p",)
    cells = ("tc",)
    row = "tr"
    hidden = _HIDDEN

    def __init__(self, styles: dict[str, str]) -> None:
        super().__init__()
        self._styles = styles

    def is_headline(self, node: Node) -> bool:
        """Return whether a paragraph has the style of a title, or of the outermost headings."""
        return self._style(node) in _HEADINGS

    def level_of(self, node: Node) -> int:
        """Return how deep a paragraph stands by the name of its style."""
        level = _HEADING.fullmatch(self._style(node))
        return int(level[1]) if level else 0

    def write_words(self, node: Node, out: TextBuilder) -> None:
        """Add the words of a paragraph, unless it is one of a table of contents."""
        if not self._style(node).startswith(_CONTENTS):
            self._runs(node, out)

    def _style(self, node: Node) -> str:
        found = node.child("pPr", "pStyle")
        name = found.attribute("val") if found else ""
        return self._styles.get(name, name.lower())

    def _runs(self, node: Node, out: TextBuilder) -> None:
        for part in node.children():
            if part.tag == "t":
                words = "".join(text for text, _ in part.pieces()).replace("\n", " ")
                out.write(words, self.number)
                language = node.child("rPr", "lang")
                self.languages[language.attribute("val") if language else ""] += len(words)
            elif part.tag in _CHARACTERS:
                out.write(_CHARACTERS[part.tag], self.number)
            elif part.tag in _BREAKS:
                out.end(LINE)
            elif part.tag == "txbxContent":
                self.beside.append(part)
            elif part.tag not in _HIDDEN and not _is_hidden(part):
                self._runs(part, out)


def _is_hidden(run: Node) -> bool:
    """Return whether an element is a run that is not shown."""
    found = run.child("rPr", "vanish")
    return found is not None and found.attribute("val").lower() not in _OFF
