"""What is measured: documents of a folder, with the time expressions that a person marked in them.

A folder holds TimeML (``*.tml``, ``*.xml``) with ``TIMEX3`` elements, or plain text (``*.txt``), which
serves to measure speed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from sphinx_newstimeline.articles.file_name import day_in_name

TIMEML_SUFFIXES = {".tml", ".xml"}
#: The day that a plain text counts from where its file's name has none: any would do, none may be today.
DEFAULT_DAY = date(2010, 1, 1)


class DocumentError(ValueError):
    """A file is no document that can be measured; the message says what it lacks."""


class Annotation(NamedTuple):
    """One time expression: offsets into the text, end exclusive, and its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """A text and the day it was written.

    :param gold: the time expressions that are right, in order; ``None`` where nobody has marked any.
    """

    name: str
    text: str
    day: date
    gold: tuple[Annotation, ...] | None = None

    @property
    def size(self) -> int:
        """Return the length in bytes of UTF-8."""
        return len(self.text.encode())


@dataclass
class TimeMLReader:
    """Collects the text and the time expressions of a TimeML file while its XML is parsed.

    As in TempEval-3 the expressions are those inside ``TEXT`` that hold text, without the document
    creation time, and of nested ones the innermost.  All other elements are transparent.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    gold: list[Annotation] = field(default_factory=list)
    created: str = ""
    inside: list[str] = field(default_factory=list)
    has_text: bool = False
    opened: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    nested: bool = False

    def read(self, file: BinaryIO) -> None:
        """Read a whole file.

        :raises DocumentError: where it is not well-formed.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        try:
            parser.ParseFile(file)
        except expat.ExpatError as error:
            raise DocumentError(f"not well-formed XML: {error}") from error

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of an element that begins."""
        self.inside.append(name)
        self.has_text = self.has_text or name == "TEXT"
        if name != "TIMEX3":
            return
        if "DCT" in self.inside:
            self.created = self.created or attributes.get("value", "")
        self.opened.append((self.length, attributes))
        self.nested = False

    def characters(self, text: str) -> None:
        """Add what stands in ``TEXT``."""
        if "TEXT" in self.inside:
            self.pieces.append(text)
            self.length += len(text)

    def end(self, name: str) -> None:
        """Take note of an element that ends: an innermost ``TIMEX3`` is an expression."""
        if name == "TIMEX3":
            start, attributes = self.opened.pop()
            creation = (
                attributes.get("functionInDocument") == "CREATION_TIME" or attributes.get("tid") == "t0"
            )
            words = "".join(self.pieces)[start:] if self.length > start else ""
            if "TEXT" in self.inside and words.strip() and not creation and not self.nested:
                value = attributes.get("value", "")
                self.gold.append(Annotation(start, self.length, attributes.get("type", ""), value))
            self.nested = True
        self.inside.pop()


def read_timeml(path: Path) -> Document:
    """Return the document of a TimeML file.

    :raises DocumentError: where there is no text or no document creation time.
    """
    reader = TimeMLReader()
    with path.open("rb") as file:
        reader.read(file)
    if not reader.has_text:
        raise DocumentError("no TEXT element")
    return Document(
        path.name, "".join(reader.pieces), creation_day(reader.created), tuple(sorted(reader.gold))
    )


def creation_day(value: str) -> date:
    """Return the day of a creation time: ``1998-02-13T13:10``, ``19980213``; a missing part is its first.

    :raises DocumentError: where it is none.
    """
    digits = value.partition("T")[0].replace("-", "")
    try:
        return date(int(digits[:4]), int(digits[4:6] or 1), int(digits[6:8] or 1))
    except ValueError as error:
        raise DocumentError(f"no document creation time: {value!r}") from error


def read_plain(path: Path) -> Document:
    """Return the document of a plain text, written on the day in its file's name."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return Document(path.name, text, day_in_name(path.name) or DEFAULT_DAY)


def read_folder(folder: Path) -> tuple[list[Document], list[str]]:
    """Return the documents of a folder in the order of their names, and a line for each file left out."""
    documents: list[Document] = []
    left_out: list[str] = []
    for path in sorted(folder.iterdir()):
        suffix = path.suffix.lower()
        try:
            if suffix in TIMEML_SUFFIXES:
                documents.append(read_timeml(path))
            elif suffix == ".txt":
                documents.append(read_plain(path))
        except (DocumentError, OSError) as error:
            left_out.append(f"{path}: {error}")
    return documents, left_out
