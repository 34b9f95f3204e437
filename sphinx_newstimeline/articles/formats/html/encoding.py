"""From a page's bytes to its characters: what it says, checked against what it is."""

from __future__ import annotations

import codecs
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from ....problems import Problem, ProblemKind

_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
#: Where a page may declare its encoding, as the HTML standard has it, and a little more.
_HEAD = 4096
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
#: What browsers take these for: the standard's own table.
_TAKEN_FOR = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_DEFAULT = "cp1252"


def decode_page(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the characters of a page, and the problem of an encoding that is not what it says.

    Bytes that are UTF-8 are read so, whatever is declared: nothing else comes out as valid UTF-8 by
    chance.  Others are read as declared, or else as browsers read them.

    :param data: the bytes of the page.
    :param path: the file's path, for the problem.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ()
    match = _DECLARED.search(data, 0, _HEAD)
    stated = match[1].decode("ascii") if match else ""
    name = _codec(stated)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other(data, stated, name, error.start, path)
    if name in {"utf-8", ""} or data.isascii():
        return text, ()
    message = f"this page declares the encoding {stated}, but is UTF-8; it is read as UTF-8"
    return text, (Problem(ProblemKind.ENCODING, message, path, 1),)


def _codec(stated: str) -> str:
    """Return Python's name of a declared encoding, or nothing where it knows none such."""
    try:
        name = codecs.lookup(stated).name
    except (LookupError, ValueError):
        return ""
    # There are codecs that make bytes of bytes; and what could declare UTF-16 could be read without.
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return _TAKEN_FOR.get(name, name)


def _other(data: bytes, stated: str, name: str, offset: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the characters of a page that is not UTF-8."""
    line = data.count(b"\n", 0, offset) + 1
    if name and name != "utf-8":
        try:
            return data.decode(name), ()
        except (UnicodeDecodeError, LookupError, ValueError):
            message = (
                f"this page is not in the encoding {stated} that it declares; the rest shows as “\ufffd”"
            )
            return _lenient(data, name), (Problem(ProblemKind.ENCODING, message, path, line),)
    if name == "utf-8":
        byte = f"byte 0x{data[offset]:02X} at offset {offset}"
        message = f"{byte} is not UTF-8, which this page declares; it shows as “\ufffd”"
        return data.decode("utf-8", "replace"), (Problem(ProblemKind.ENCODING, message, path, line),)
    reason = f"the encoding {stated}, which is not known," if stated else "no encoding"
    message = f"this page declares {reason} and is not UTF-8; it is read as Windows-1252, as browsers do"
    return data.decode(_DEFAULT, "replace"), (Problem(ProblemKind.ENCODING, message, path, line),)


def _lenient(data: bytes, name: str) -> str:
    """Return the characters of bytes that are not quite in an encoding."""
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError):
        return data.decode(_DEFAULT, "replace")
