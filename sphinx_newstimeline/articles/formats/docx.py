"""Documents in Office Open XML, as Word writes them: ISO/IEC 29500-1, part 17 (WordprocessingML)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...problems import Problem, ProblemKind
from ..article import ArticleError
from ..reading import Reading
from ..text_builder import CELL, LINE, PARAGRAPH, TextBuilder
from .package import Package, Written, reading_of
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


class _Writer:
    """Writes the paragraphs of a document."""

    def __init__(self, styles: dict[str, str]) -> None:
        self._styles = styles
        self._out = TextBuilder()
        self._heading = ""
        self._languages: Counter[str] = Counter()
        self._number = 0
        #: Boxes inside of a paragraph, which stand beside it.
        self._boxes: list[Node] = []

    @property
    def written(self) -> Written:
        """Return what has been written."""
        ((language, _),) = self._languages.most_common(1) or (("", 0),)
        return Written(self._out, self._heading, language)

    def write(self, node: Node, end: str = PARAGRAPH) -> None:
        """Add the paragraphs inside of an element.

        :param end: what ends them.
        """
        for part in node.children():
            if part.tag == "p":
                self._paragraph(part, end)
            elif part.tag == "tc":
                self.write(part, PARAGRAPH if len(list(part.children("p"))) > 1 else CELL)
                self._out.end(CELL)
            elif part.tag not in _HIDDEN:
                self.write(part, end)
                if part.tag == "tr":
                    self._out.end()

    def _paragraph(self, node: Node, end: str) -> None:
        self._number += 1
        style = self._style(node)
        if style.startswith(_CONTENTS):
            return
        if style in _HEADINGS and not self._heading and not self._out.size:
            title = TextBuilder()
            self._runs(node, title)
            self._heading = " ".join(title.text.split())
        else:
            start = self._out.place
            self._runs(node, self._out)
            if level := _HEADING.fullmatch(style):
                self._out.mark_heading(start, int(level[1]))
            self._out.end(end)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.write(box)

    def _style(self, node: Node) -> str:
        found = node.child("pPr", "pStyle")
        name = found.attribute("val") if found else ""
        return self._styles.get(name, name.lower())

    def _runs(self, node: Node, out: TextBuilder) -> None:
        for part in node.children():
            if part.tag == "t":
                words = "".join(text for text, _ in part.pieces()).replace("\n", " ")
                out.write(words, self._number)
                language = node.child("rPr", "lang")
                self._languages[language.attribute("val") if language else ""] += len(words)
            elif part.tag in _CHARACTERS:
                out.write(_CHARACTERS[part.tag], self._number)
            elif part.tag in _BREAKS:
                out.end(LINE)
            elif part.tag == "txbxContent":
                self._boxes.append(part)
            elif part.tag not in _HIDDEN and not _is_hidden(part):
                self._runs(part, out)


def _is_hidden(run: Node) -> bool:
    """Return whether an element is a run that is not shown."""
    found = run.child("rPr", "vanish")
    return found is not None and found.attribute("val").lower() not in _OFF
