"""From a file's bytes to its text: UTF-8, with or without a byte order mark, and nothing else.

An encoding is never guessed: a wrong guess would show readers a wrong text without a word.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from ..problems import Problem, ProblemKind
from .article import ArticleError

#: The longer marks first: that of UTF-32 begins with that of UTF-16.
_FOREIGN_MARKS = (
    (BOM_UTF32_LE, "UTF-32"),
    (BOM_UTF32_BE, "UTF-32"),
    (BOM_UTF16_LE, "UTF-16"),
    (BOM_UTF16_BE, "UTF-16"),
)

#: Characters that neither XML nor LaTeX can carry; tab and line feed are not among them.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain_characters(text: str) -> str:
    """Return *text* with a space for each control character, so that offsets stay as they are."""
    return _CONTROLS.sub(" ", text)


def decode(data: bytes, path: str) -> str:
    r"""Return the text of a file's bytes, with ``\n`` line ends.

    A form feed or another control character, which wire copy has between takes and no output can
    show, becomes a space.

    :param data: the bytes of the whole file.
    :param path: the file's path, for the problem.
    :raises ArticleError: for bytes that are not UTF-8 (ENCODING, with the offset of the first wrong
        byte, counted from 0 at the start of the file) and for a binary file (UNREADABLE).
    """
    for mark, name in _FOREIGN_MARKS:
        if data.startswith(mark):
            advice = f"expected UTF-8: convert it with “iconv -f {name} -t UTF-8”"
            raise ArticleError(
                Problem(
                    ProblemKind.ENCODING, f"the byte order mark at offset 0 is that of {name}; {advice}", path
                )
            )
    nul = data.find(b"\0")
    if nul >= 0:
        message = f"byte 0x00 at offset {nul}: this is a binary file, or UTF-16 without its mark, not a text"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
    start = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
    try:
        text = data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(_not_utf8(data, start + error.start, path)) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain_characters(text)


def _not_utf8(data: bytes, offset: int, path: str) -> Problem:
    """Return the problem of a byte that is not UTF-8."""
    before = data[:offset]
    line = 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")
    message = (
        f"byte 0x{data[offset]:02X} at offset {offset} is not UTF-8; expected UTF-8: save the file so, "
        "or convert it, for instance with “iconv -f WINDOWS-1252 -t UTF-8”"
    )
    return Problem(ProblemKind.ENCODING, message, path, line)
