"""Documents of word processors: parts in XML, in a zip file that nobody needs to trust."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from ...problems import Problem, ProblemKind
from ..article import ArticleError, Origin
from ..front_matter import split_front_matter
from ..headings import Heading
from ..reading import Field, Reading
from .written import Written
from .xml_tree import Node, read_tree

_MIB = 1 << 20
#: The text of a book of a thousand pages; each mebibyte of it takes some twenty while it is read.
_LARGEST_PART = 16 * _MIB
#: As for gzip: texts in XML shrink to a twentieth, bombs to a thousandth.
_MOST_RATIO = 200
_HARMLESS = _MIB
#: What a list of parts has in front of each; a document has some dozens, and some for each picture.
_ENTRY = b"PK\x01\x02"
_MOST_PARTS = 20_000
_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
#: What a document is called whose author did not think of it, and what is the name of a file.
_NO_TITLE = re.compile(
    r"(?i)(?:(?:document|dokument|untitled|unbenannt|unknown|title|slide|page)[ \d]*|.*\.\w{2,4})"
)


class Package:
    """The parts of a document in a zip file."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open the file.

        :param data: its bytes.
        :param path: its path, for problems.
        :raises ArticleError: UNREADABLE for what is no zip file, or one of too many parts.
        """
        self.path = path
        if data.count(_ENTRY) > _MOST_PARTS:
            raise self._error(f"this document has more than {_MOST_PARTS} parts, as no text does")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAILURES:
            raise self._error("this document is damaged or not whole: its parts cannot be found") from None

    def part(self, name: str) -> Node | None:
        """Return the root of a part's elements, or ``None`` where the document has no such part.

        :raises ArticleError: UNREADABLE for a part that is damaged, or larger than any text.
        """
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise self._error("this document is protected by a password; save it without one")
        if info.file_size > _LARGEST_PART:
            most = _LARGEST_PART // _MIB
            raise self._error(f"the text of this document has more than {most} MiB, the most that is read")
        if info.file_size > _HARMLESS and info.file_size > info.compress_size * _MOST_RATIO:
            times = f"more than {_MOST_RATIO} times its size"
            raise self._error(f"this document grows to {times} when it is unpacked, as no text does")
        try:
            with self._zip.open(info) as file:
                # What the list of parts says of a size is what is read at most.
                data = file.read(_LARGEST_PART + 1)
        except _FAILURES:
            raise self._error(f"this document is damaged: its part “{name}” cannot be unpacked") from None
        try:
            return read_tree(data, self.path)[0]
        except ArticleError as error:
            # A line of a part is none of the file.
            message = error.problem.message.replace("this XML", f"the part “{name}” of this document", 1)
            raise self._error(message) from None

    def _error(self, message: str) -> ArticleError:
        return ArticleError(Problem(ProblemKind.UNREADABLE, message, self.path))


def reading_of(written: Written, properties: Node | None, path: str) -> Reading:
    """Return the article of a document.

    The days on which a file was made, changed or printed are not those on which it was published.

    :param written: its text; lines are paragraphs, counted from 1.
    :param properties: the element that holds title and language in Dublin Core's words.
    """
    front = split_front_matter(written.out.text, path)
    cut = len(written.out.text) - len(front.body)
    lead = len(front.body) - len(front.body.lstrip()) if cut else 0
    marks = [(max(start - cut - lead, 0), line) for start, line in written.out.marks]
    headings = (
        Heading(start - cut - lead, end - cut - lead, level)
        for start, end, level in written.out.headings
        if start >= cut + lead
    )
    title, language = (properties.words(name) if properties else "" for name in ("title", "language"))
    return Reading(
        front.body[lead:],
        tuple(dict(marks).items()),
        front.entries,
        problems=front.problems,
        fields=(
            Field("title", written.heading, Origin.HEADING),
            Field("title", stated_title(title), Origin.PROPERTIES),
            Field("language", language or written.language, Origin.PROPERTIES),
        ),
        headings=tuple(headings),
    )


def stated_title(words: str) -> str:
    """Return the title in a document's properties, or nothing where a program has put it there.

    >>> stated_title("Microsoft Word - crane_final.docx"), stated_title("A second crane")
    ('', 'A second crane')
    """
    words = " ".join(words.split()).removeprefix("Microsoft Word - ")
    return "" if _NO_TITLE.fullmatch(words) else words
