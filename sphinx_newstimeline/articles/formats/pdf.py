"""PDF files: the text that is in them, by pypdf."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from math import hypot
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from ...problems import Problem, ProblemKind
from ..article import ArticleError, Origin
from ..decoding import plain_characters
from ..reading import Field, Reading
from .dates import published_by
from .package import stated_title
from .pdf_lines import Line, prose_of
from .quiet import quiet
from .xml_tree import Node, read_tree

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

    from ..published import Candidate

#: Quoted, since brackets are a glob to some shells.
HOW_TO_INSTALL = 'pip install "sphinx-newstimeline[pdf]"'
#: What is behind so many pages is not read, nor what a page has behind so many characters.
MOST_PAGES = 500
_MOST_CHARACTERS = 200_000
_MIB = 1 << 20
#: The bounds of pypdf, for pages of text: its own are for maps and plans, and take gigabytes.
_BOUNDS: Mapping[str, Any] = {
    "zlib_maximum_output_length": 32 * _MIB,
    "lzw_maximum_output_length": 32 * _MIB,
    "run_length_maximum_output_length": 32 * _MIB,
    "array_based_stream_maximum_output_length": 32 * _MIB,
    "stream_parsing_work_maximum_count": 400_000,
    "xform_maximum_invocations_per_extraction": 200,
    "xmp_maximum_input_length": _MIB,
}
#: What pypdf stumbles over in a file that nobody foresaw; no file may end the build.
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
#: Characters of a font that doesn't say which they are.
_UNKNOWN = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]|/(?:gid|g|G|cid:?)[0-9]{1,5}")
_MOST_UNKNOWN = 0.2
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_STATED = ("publicationDate", "coverDate")


def read_pdf(data: bytes, path: str) -> Sequence[Reading]:
    """Read a PDF file.

    :raises ArticleError: DEPENDENCY where pypdf is missing, EMPTY for pages without text, UNREADABLE
        for what is protected, damaged or no PDF file.
    """
    try:
        from pypdf import Configuration, apply_configuration
    except ImportError:
        message = f"reading PDF files needs pypdf 7 or newer: “{HOW_TO_INSTALL}”"
        raise ArticleError(Problem(ProblemKind.DEPENDENCY, message, path)) from None
    with quiet("pypdf"), apply_configuration(Configuration(**_BOUNDS)):
        reader = _opened(data, path)
        lines, problems, pages = _lines(reader, path)
        if not lines:
            raise ArticleError(_nothing(pages, problems, path))
        stated = list(_fields(reader))
        published = _published(reader, path)
    prose = prose_of(lines)
    return (
        Reading(
            prose.out.text,
            prose.out.marks,
            problems=tuple(problems),
            fields=(Field("title", prose.heading, Origin.HEADING), *stated),
            published=published,
        ),
    )


def _opened(data: bytes, path: str) -> PdfReader:
    """Return a file that can be read, unlocked where no password is needed for reading."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            message = "this PDF file is protected by a password; save it without one"
            raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
        if not reader.pages:
            raise ArticleError(Problem(ProblemKind.EMPTY, "this PDF file has no page", path))
    except DependencyError:
        message = f"reading this PDF file, which is encrypted, needs cryptography: “{HOW_TO_INSTALL}”"
        raise ArticleError(Problem(ProblemKind.DEPENDENCY, message, path)) from None
    except (PyPdfError, *_FAILURES):
        message = "this PDF file is damaged or not whole: its pages cannot be found"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path)) from None
    return reader


def _lines(reader: PdfReader, path: str) -> tuple[list[Line], list[Problem], int]:
    """Return the lines of all pages, what could not be read, and the number of pages."""
    from pypdf.errors import PyPdfError

    lines: list[Line] = []
    problems: list[Problem] = []
    count = len(reader.pages)
    if count > MOST_PAGES:
        message = f"this PDF file has {count} pages; what stands behind the first {MOST_PAGES} is left out"
        problems.append(Problem(ProblemKind.UNREADABLE, message, path))
    for number in range(min(count, MOST_PAGES)):
        try:
            lines += _page_lines(reader.pages[number], number + 1)
        except (PyPdfError, *_FAILURES) as error:
            message = f"page {number + 1} of this PDF file cannot be read ({type(error).__name__})"
            problems.append(Problem(ProblemKind.UNREADABLE, message, path, number + 1))
    letters = "".join(line.words for line in lines)
    if sum(map(len, _UNKNOWN.findall(letters))) > _MOST_UNKNOWN * len(letters):
        message = "the fonts of this PDF file do not say which characters they show; save it as text"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
    return lines, problems, count


def _nothing(pages: int, problems: Sequence[Problem], path: str) -> Problem:
    """Return the problem of a file in which no text is found."""
    if problems:
        return problems[0]
    told = f"{pages} pages" if pages > 1 else "page"
    message = (
        f"this PDF file has no text: its {told} may be pictures, as a scanner makes them; "
        "let a program recognise their letters first, for instance “ocrmypdf”"
    )
    return Problem(ProblemKind.EMPTY, message, path)


class _Collector:
    """Collects the pieces of text that pypdf finds, line by line."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._pieces: list[str] = []
        self._place = (0.0, 0.0, 0.0)
        self._size = 0
        self.lines: list[Line] = []

    def add(
        self, text: str, outer: Sequence[float], inner: Sequence[float], _font: object, size: float
    ) -> None:
        """Take a piece of text with its matrices; line ends part the lines."""
        self._size += len(text)
        if self._size > _MOST_CHARACTERS:
            return
        for number, words in enumerate(text.split("\n")):
            if number:
                self.end()
            if words.strip() and not "".join(self._pieces).strip():
                self._place = _place(outer, inner, size)
            self._pieces.append(words)

    def end(self) -> None:
        """End a line."""
        words = _LIGATURES.sub(lambda match: normalize("NFKC", match[0]), "".join(self._pieces))
        words = " ".join(plain_characters(words).split())
        self._pieces = []
        if words:
            x, y, size = self._place
            self.lines.append(Line(words, self._page, x, y, size))


def _place(outer: Sequence[float], inner: Sequence[float], size: float) -> tuple[float, float, float]:
    """Return where a piece of text begins on the page, and the size of its letters, in points."""
    x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    scale = hypot(inner[2] * outer[0] + inner[3] * outer[2], inner[2] * outer[1] + inner[3] * outer[3])
    return x, y, abs(size) * scale or 1.0


def _page_lines(page: PageObject, number: int) -> list[Line]:
    """Return the lines of a page, in the order in which they are written."""
    collector = _Collector(number)
    # What stands on its side is a picture's credit or a stamp.
    page.extract_text(orientations=(0,), visitor_text=collector.add)
    collector.end()
    return collector.lines


def _fields(reader: PdfReader) -> Iterator[Field]:
    """Yield what the properties of a file state: its title and its language."""
    from pypdf.errors import PyPdfError

    try:
        title, language = reader.metadata and reader.metadata.title, reader.root_object.get("/Lang")
    except (PyPdfError, *_FAILURES):
        return
    yield Field("title", stated_title(str(title or "")), Origin.PROPERTIES)
    yield Field("language", str(language or ""), Origin.PROPERTIES)


def _published(reader: PdfReader, path: str) -> tuple[Candidate, ...]:
    """Return the day of publication that a publisher states in PRISM's words.

    The days on which the file was made and changed are not those on which it was published.
    https://www.w3.org/submissions/2020/SUBM-prism-20200910/
    """
    from pypdf.errors import PyPdfError

    try:
        stream = reader.root_object.get("/Metadata")
        root = read_tree(stream.get_object().get_data(), path)[0] if stream else None
    except (ArticleError, PyPdfError, *_FAILURES):
        return ()
    stated = [
        words for name in _STATED for node in (root.all(name) if root else ()) if (words := node.words())
    ]
    stated += [node.attribute(name) for name in _STATED for node in _descriptions(root)]
    return published_by(*stated, origin=Origin.PROPERTIES)


def _descriptions(root: Node | None) -> Iterator[Node]:
    """Yield the elements that can state a field as an attribute."""
    yield from root.all("Description") if root else ()
