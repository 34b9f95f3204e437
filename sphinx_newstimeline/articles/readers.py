"""Which reader reads which file: by the ending of its name, checked against its content."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePosixPath
from types import MappingProxyType

from ..problems import Problem, ProblemKind
from . import sniffing
from .article import ArticleError
from .compression import ENDING as GZ
from .markdown import read_markdown
from .plain import read_plain
from .reading import Reader, Reading

_MIB = 1 << 20

#: No readers but those of :data:`FORMATS`.
NO_MORE: Mapping[str, Reader] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    :param name: what a file of it is called.
    :param read: its reader.
    :param largest: the number of bytes that a file may have: what is larger is no article, and would
        fill the memory with what is made of it.
    :param content: what :func:`.sniffing.content_of` gives for it.
    """

    name: str
    read: Reader
    largest: int
    content: str = ""


def _one(read: Callable[[bytes, str], Reading]) -> Reader:
    """Return the reader of a format whose files hold one article each."""

    def reader(data: bytes, path: str) -> Sequence[Reading]:
        return (read(data, path),)

    return reader


def _on_demand(module: str, name: str) -> Reader:
    """Return a reader whose module is imported when the first file of its format is read."""

    def reader(data: bytes, path: str) -> Sequence[Reading]:
        read: Reader = getattr(import_module(f".formats.{module}", __package__), name)
        return read(data, path)

    return reader


PLAIN = Format("a plain text", _one(read_plain), 32 * _MIB)
MARKDOWN = Format("a text in Markdown", _one(read_markdown), 32 * _MIB)
HTML = Format("a web page", _on_demand("html.reader", "read_html"), 16 * _MIB, sniffing.HTML)
XML = Format("a file in XML", _on_demand("xml", "read_xml"), 16 * _MIB, sniffing.XML)
JSON = Format("a file in JSON", _on_demand("json", "read_json"), 16 * _MIB, sniffing.JSON)
JSON_LINES = Format("a file in JSON Lines", _on_demand("json", "read_json_lines"), 32 * _MIB, sniffing.JSON)
DOCX = Format("a document of Word", _on_demand("docx", "read_docx"), 32 * _MIB, sniffing.DOCX)
ODT = Format("a document of LibreOffice", _on_demand("odt", "read_odt"), 32 * _MIB, sniffing.ODT)
MESSAGE = Format("a mail or a saved web page", _on_demand("mail", "read_message"), 32 * _MIB)
PDF = Format("a PDF file", _on_demand("pdf", "read_pdf"), 32 * _MIB, sniffing.PDF)

#: A format more is a line more.
FORMATS: Mapping[str, Format] = {
    **dict.fromkeys((".txt", ".text"), PLAIN),
    **dict.fromkeys((".md", ".markdown"), MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), HTML),
    **dict.fromkeys((".xml", ".nitf", ".newsml", ".rss", ".atom", ".rdf"), XML),
    **dict.fromkeys((".json", ".jsonld", ".ninjs"), JSON),
    **dict.fromkeys((".jsonl", ".ndjson"), JSON_LINES),
    **dict.fromkeys((".docx", ".docm", ".dotx"), DOCX),
    **dict.fromkeys((".odt", ".ott"), ODT),
    ".pdf": PDF,
    **dict.fromkeys((".eml", ".mht", ".mhtml"), MESSAGE),
}
_BY_CONTENT: Mapping[str, Format] = {one.content: one for one in (HTML, XML, JSON, DOCX, ODT, PDF)}

TABLE = "a table"
#: Formats that hold no plain text, and what they are called.  Some are texts; their tags, brackets and
#: commas would stand in every sentence.
_NO_PLAIN_TEXT: Mapping[str, str] = {
    **dict.fromkeys((".doc", ".pages", ".wpd"), "a document of a word processor"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "a spreadsheet"),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), "a presentation"),
    **dict.fromkeys((".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"), "a picture"),
    **dict.fromkeys((".mp3", ".mp4", ".ogg", ".wav", ".webm"), "a recording"),
    **dict.fromkeys((".7z", ".bz2", ".rar", ".tar", ".tgz", ".xz", ".zip"), "an archive"),
    **dict.fromkeys((".csv", ".tsv"), TABLE),
    **dict.fromkeys((".toml", ".yaml", ".yml"), "a file for programs"),
    **dict.fromkeys((".css", ".js"), "a part of a web page"),
    ".epub": "an e-book",
    ".msg": "a mail in Outlook's own format",
    ".rtf": "a document in RTF",
}


def uncompressed_name(path: str) -> str:
    """Return the name of a file without folder and without ``.gz``."""
    name = PurePosixPath(path).name
    return name[: -len(GZ)] if name.lower().endswith(GZ) and len(name) > len(GZ) else name


def has_reader(name: str) -> bool:
    """Return whether the ending of a file's name is that of articles."""
    return PurePosixPath(uncompressed_name(name)).suffix.lower() in FORMATS


def format_of(path: str, readers: Mapping[str, Reader] = NO_MORE) -> Format:
    """Return the format of a file by its name; one of an unknown ending is plain text.

    :param path: the file's path, with forward slashes.
    :param readers: the readers of further texts by the endings of their names, which go first.
    :raises ArticleError: UNREADABLE, for a format that is known to hold no plain text.
    """
    ending = PurePosixPath(uncompressed_name(path)).suffix.lower()
    if ending in readers:
        return replace(PLAIN, read=readers[ending])
    if ending in _NO_PLAIN_TEXT:
        raise ArticleError(_unreadable(_NO_PLAIN_TEXT[ending], path))
    return FORMATS.get(ending, PLAIN)


def content_format(data: bytes, named: Format, path: str) -> tuple[Format, tuple[Problem, ...]]:
    """Return the format of a file by its content, and the problem of a name that says another.

    :param named: the format that the name says.
    :raises ArticleError: UNREADABLE, for the content of another program.
    """
    kind = sniffing.foreign_kind(data)
    if kind:
        raise ArticleError(_unreadable(kind, path))
    found = _BY_CONTENT.get(sniffing.content_of(data), named)
    if named is HTML and found is HTML and data.strip() and b"<" not in data:
        found = PLAIN
    if found.content == named.content:
        return named, ()
    if len(data) > found.largest:
        raise ArticleError(too_large(len(data), found, path))
    if PurePosixPath(uncompressed_name(path)).suffix.lower() not in FORMATS:
        return found, ()
    message = f"this is {found.name}, though its name says {named.name}; it is read as what it is"
    return found, (Problem(ProblemKind.FORMAT, message, path),)


def too_large(size: int, form: Format, path: str) -> Problem:
    """Return the problem of a file that is larger than any article in its format."""
    most = f"no more than {form.largest // _MIB} MiB are read"
    message = f"this file has {size / _MIB:.1f} MiB; of {form.name}, {most}"
    return Problem(ProblemKind.UNREADABLE, message, path)


def _unreadable(kind: str, path: str) -> Problem:
    """Return the problem of a file of another program."""
    # The first ending of each format stands for the others.
    endings = {form.name: ending for ending, form in reversed(tuple(FORMATS.items()))}
    known = ", ".join(reversed(tuple(endings.values())))
    hint = " (one that tells of articles is given as manifest)" if kind == TABLE else ""
    message = f"this is {kind}{hint}; what can be read are {known} and other files of plain text"
    return Problem(ProblemKind.UNREADABLE, message, path)
