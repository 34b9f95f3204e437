"""Documents in OpenDocument, as LibreOffice writes them: ISO/IEC 26300-1 (OASIS ODF 1.3, part 3)."""

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

#: What was deleted, notes of reviewers, lists that are made of the text, and what pictures are of.
_HIDDEN = frozenset({
    "alphabetical-index", "annotation", "annotation-end", "bibliography", "binary-data", "desc", "forms",
    "hidden-text", "illustration-index", "note-citation", "object", "object-index", "scripts",
    "sequence-decls", "table-index", "table-of-content", "title", "tracked-changes", "user-field-decls",
    "user-index", "variable-decls",
})  # fmt: skip
#: What stands beside the paragraph that it is anchored in.
_BESIDE = frozenset({"note", "frame", "custom-shape"})

_LEVEL = re.compile("[1-9]|10")

#: What stands for text in no language.
_NO_LANGUAGE = frozenset({"none", "zxx"})


def read_odt(data: bytes, path: str) -> Sequence[Reading]:
    """Read a document of LibreOffice.

    :raises ArticleError: UNREADABLE for what is none.
    """
    package = Package(data, path)
    manifest = package.part("META-INF/manifest.xml")
    if manifest and next(manifest.all("encryption-data"), None):
        message = "this document is protected by a password; save it without one"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
    content = package.part("content.xml")
    body = content.child("body", "text") if content else None
    if content is None or body is None:
        message = "this OpenDocument file has no text: its part “content.xml” is missing or holds none"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
    writer = _Writer(content)
    writer.write(body)
    meta = package.part("meta.xml")
    return (reading_of(writer.written, meta.child("meta") if meta else None, path),)


class _Writer(Writer):
    """Writes the paragraphs of a document of LibreOffice."""

    paragraphs = ("p", "h")
    cells = ("table-cell", "covered-table-cell")
    row = "table-row"
    hidden = _HIDDEN

    def __init__(self, content: Node) -> None:
        super().__init__()
        self._parents: dict[str, str] = {}
        self._spoken: dict[str, str] = {}
        for style in content.all("style"):
            name = style.attribute("name")
            self._parents[name] = style.attribute("parent-style-name")
            properties = style.child("text-properties")
            spoken = properties.attribute("language") if properties else ""
            self._spoken[name] = "" if spoken in _NO_LANGUAGE else spoken

    def is_headline(self, node: Node) -> bool:
        """Return whether a paragraph is an outermost heading, or has the style of a title."""
        name = node.attribute("style-name")
        first = node.tag == "h" and node.attribute("outline-level") in {"", "1"}
        return first or "Title" in {name, self._parents.get(name)}

    def level_of(self, node: Node) -> int:
        """Return how deep a heading stands."""
        level = node.attribute("outline-level")
        return (int(level) if _LEVEL.fullmatch(level) else 1) if node.tag == "h" else 0

    def write_words(self, node: Node, out: TextBuilder) -> None:
        """Add the words of an element."""
        language = self._spoken.get(node.attribute("style-name"), "")
        for part in node.content:
            if not isinstance(part, Node):
                words = _one_space(part[0])
                out.write(words, self.number)
                self.languages[language] += len(words)
            elif part.tag in {"s", "tab"}:
                out.write(" ", self.number)
            elif part.tag == "line-break":
                out.end(LINE)
            elif part.tag in _BESIDE:
                self.beside.append(part)
            elif part.tag not in _HIDDEN:
                self.write_words(part, out)


def _one_space(words: str) -> str:
    """Return a text with a space for each run of white space, as the format asks for."""
    before, behind = words[:1].isspace(), words[-1:].isspace()
    return f"{' ' * before}{' '.join(words.split())}{' ' * (behind and bool(words.strip()))}"
