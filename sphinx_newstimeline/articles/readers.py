"""Which reader reads which file: by the ending of its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from ..problems import Problem, ProblemKind
from .article import ArticleError
from .markdown import read_markdown
from .plain import read_plain
from .reading import Reader

#: A format more is a line more.
READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
}

#: Formats that hold no plain text, and what they are called.  Some are texts; their tags, brackets and
#: commas would stand in every sentence.
_NO_PLAIN_TEXT: Mapping[str, str] = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".pages"), "a document of a word processor"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "a spreadsheet"),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), "a presentation"),
    **dict.fromkeys((".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"), "a picture"),
    **dict.fromkeys((".mp3", ".mp4", ".ogg", ".wav", ".webm"), "a recording"),
    **dict.fromkeys((".7z", ".bz2", ".gz", ".rar", ".tar", ".xz", ".zip"), "an archive"),
    **dict.fromkeys((".htm", ".html", ".xhtml"), "a web page"),
    **dict.fromkeys((".csv", ".tsv"), "a table"),
    **dict.fromkeys((".json", ".toml", ".xml", ".yaml", ".yml"), "a file for programs"),
    ".epub": "an e-book",
    ".pdf": "a PDF file",
    ".rtf": "a document in RTF",
}


def reader_for(path: str) -> Reader:
    """Return the reader for a file; one of an unknown ending is read as plain text.

    :param path: the file's path, with forward slashes.
    :raises ArticleError: UNREADABLE, for a format that is known to hold no plain text.
    """
    ending = PurePosixPath(path).suffix.lower()
    if ending in _NO_PLAIN_TEXT:
        kind = _NO_PLAIN_TEXT[ending]
        message = f"this is {kind}; what can be read are {', '.join(READERS)} and other files of plain text"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
    return READERS.get(ending, read_plain)
