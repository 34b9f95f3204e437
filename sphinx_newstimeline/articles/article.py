"""The value that the articles stage gives: a text, and what is known of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from ..problems import Problem
from .parts import Part
from .stated import Resolved, StatedEvent


class Origin(StrEnum):
    """Where a field of an article came from, the most certain first."""

    FRONT_MATTER = "front matter"
    MANIFEST = "manifest"
    NEWSML = "NewsML"
    NITF = "NITF"
    NINJS = "ninjs"
    JSON_LD = "JSON-LD"
    FEED = "feed"
    RECORD = "record"
    META = "meta element"
    MICRODATA = "microdata"
    RDFA = "RDFa"
    TIME_ELEMENT = "time element"
    PROPERTIES = "document properties"
    ADDRESS = "address"
    PAGE_LINE = "line of the page"
    HEADING = "heading"
    OPTION = "option"
    DATELINE = "dateline"
    MAIL = "mail"
    FILE_NAME = "file name"
    GUESS = "guess"
    UNKNOWN = "unknown"


class ArticleError(Exception):
    """There is no text to be had from a file; :attr:`problem` says why and what was expected."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem; it is the whole of the error, so that it can be pickled."""
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Article:
    r"""One article, as plain text with its metadata.

    :param path: the file's path as it was given, with forward slashes.
    :param text: the text to read dates in, as Unicode with ``\n`` line ends and without markup.
    :param title: the headline; the file's stem where none is stated.
    :param published: the day of publication (the document creation time), or ``None``.
    :param url: where the article stands on the web, or empty.
    :param source: who published it (an agency, a newspaper, an author), or empty.
    :param language: a language code such as ``en``, or empty where none is stated.
    :param origins: pairs of a field's name and the :class:`Origin` of its value.
    :param line_starts: pairs of an offset into ``text`` and the line of the file, counted from 1,
        that the text from that offset on stands on; ascending in the offset.
    :param problems: what was wrong with the file, without having lost it.
    :param key: what tells it from other articles where it has no url: the identifier that its format
        gives it, or file stem and position where a file holds several; else empty.
    :param stated: events that the format states as such, rather than in prose.
    :param resolved: stretches of ``text`` whose date the editor stated in markup; ascending, apart.
    :param parts: the sections of ``text`` whose headings state days of their own; ascending, apart.
    """

    path: str
    text: str
    title: str = ""
    published: date | None = None
    url: str = ""
    source: str = ""
    language: str = ""
    origins: tuple[tuple[str, Origin], ...] = ()
    line_starts: tuple[tuple[int, int], ...] = ((0, 1),)
    problems: tuple[Problem, ...] = ()
    key: str = ""
    stated: tuple[StatedEvent, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def stem(self) -> str:
        """Return the file's name without folder and ending; a name that is all ending is kept whole.

        A file keeps its name when it is compressed.
        """
        name = PurePosixPath(self.path)
        return PurePosixPath(name.stem).stem if name.suffix.lower() == ".gz" else name.stem

    def origin_of(self, field: str) -> Origin:
        """Return where the field of that name came from."""
        return dict(self.origins).get(field, Origin.UNKNOWN)

    def published_at(self, offset: int) -> date | None:
        """Return the day on which the text at *offset* was written, as far as is known."""
        index = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        part = self.parts[index] if index >= 0 else None
        return part.day if part and offset < part.end else self.published

    def line_at(self, offset: int) -> int:
        """Return the line of the file, counted from 1, on which the character at *offset* stands."""
        index = bisect_right(self.line_starts, offset, key=lambda pair: pair[0]) - 1
        start, line = self.line_starts[max(index, 0)]
        return line + self.text.count("\n", start, offset)
