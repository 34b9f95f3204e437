"""Mails (RFC 5322), and web pages that browsers save in one file (MHTML, RFC 2557).

Both are MIME messages.
"""

from __future__ import annotations

import quopri
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from datetime import date
from email import message_from_bytes, policy
from email.message import MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from ...problems import Problem, ProblemKind
from ..article import ArticleError, Origin
from ..decoding import plain_characters
from ..published import Candidate
from ..reading import Field, Reading
from ..stamp import read_stamp
from .fragment import read_fragment
from .mail_text import Line, Told, told_by, unflowed

#: What the library stumbles over in headers and parts that no program should write.
_FAILURES = (AttributeError, IndexError, KeyError, LookupError, RecursionError, TypeError, ValueError)
#: A text of so much less than the same in HTML says only that the mail should be read in HTML.
_STUB = 4
#: The time to read a message grows with the square of them.
_MOST_LEVELS = 500
_SAVED_BY = "<Saved by "
_PREFIX = re.compile(r"\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_message(data: bytes, path: str) -> Sequence[Reading]:
    """Read a mail, or a saved web page.  Mails that are attached to a mail are articles of their own.

    :param data: the bytes of the file.
    :param path: the file's path, for problems.
    :raises ArticleError: UNREADABLE for what is neither, and what reading a web page raises.
    """
    data = data.removeprefix(BOM_UTF8)
    if not data.strip():
        return (Reading(""),)
    if data.lower().count(b"multipart/") > _MOST_LEVELS:
        raise _unreadable(f"this mail has more than {_MOST_LEVELS} parts in parts, as no text does", path)
    try:
        message = message_from_bytes(data, policy=policy.default)
        if not message.keys():
            raise _unreadable("this is neither a mail nor a saved web page: it has no header", path)
        if page := _saved_page(message):
            return (_page(page, message, data, path),)
        return tuple(_mail(one, data, path) for one in _mails(message))
    except _FAILURES as error:
        raise _unreadable(f"this mail is damaged ({type(error).__name__})", path) from None


def _unreadable(message: str, path: str) -> ArticleError:
    return ArticleError(Problem(ProblemKind.UNREADABLE, message, path))


def _mails(message: MIMEPart) -> Iterator[MIMEPart]:
    """Yield a mail and those that are attached to it."""
    yield message
    for part in message.walk():
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" else None
        if isinstance(inner, MIMEPart):
            yield inner


def _saved_page(message: MIMEPart) -> MIMEPart | None:
    """Return the part of a message that is a web page, where the message is nothing but that."""
    part = message.get_body(("related", "html"))
    while part is not None and part.is_multipart():
        part = part.get_body(("html",))
    if part is None or part.get_content_type() not in {"text/html", "application/xhtml+xml"}:
        return None
    located = message["Snapshot-Content-Location"] or (part["Content-Location"] and not message["Message-ID"])
    return part if located or str(message["From"] or "").startswith(_SAVED_BY) else None


def _page(part: MIMEPart, message: MIMEPart, data: bytes, path: str) -> Reading:
    """Return the article of a saved page; the day on which it was saved says nothing of its publication."""
    from .html.reader import read_html

    lines, problems = _lines(part, data, path)
    source = "\n".join(line.text for line in lines)
    (reading,) = read_html(source.encode("utf-8-sig", "replace"), path)
    address = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
    known = address if address.startswith(("http://", "https://")) else ""
    return _renumbered(reading, lines, (*problems, *reading.problems), Field("url", known, Origin.ADDRESS))


def _renumbered(
    reading: Reading, lines: Sequence[Line], problems: Sequence[Problem], *fields: Field
) -> Reading:
    """Return a reading of decoded lines with the numbers that the lines have in the file."""
    from dataclasses import replace

    last = len(lines)
    marks = tuple((start, lines[min(line, last) - 1].number) for start, line in reading.line_starts if last)
    return replace(
        reading,
        line_starts=marks or reading.line_starts,
        problems=tuple(problems),
        fields=(*reading.fields, *fields),
    )


def _mail(message: MIMEPart, data: bytes, path: str) -> Reading:
    """Return the article of a mail."""
    told, problems = _told(message, data, path)
    sender = told.header.get("from", "") or _header(message, "From")
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    subject = told.header.get("subject", "") or _header(message, "Subject")
    text = plain_characters("\n".join(line.text for line in told.lines))
    lead = len(text) - len(text.lstrip("\n"))
    marks, place = [], -lead
    for line in told.lines:
        marks.append((max(place, 0), line.number))
        place += len(line.text) + 1
    sent = _sent(message, told)
    return Reading(
        text[lead:].rstrip(),
        tuple(dict(marks).items()) or ((0, 1),),
        problems=problems,
        fields=(
            Field("title", _PREFIX.sub("", subject, count=1), Origin.MAIL),
            Field("source", _header(message, "Organization") if not told.header else "", Origin.MAIL),
            Field("author", name or address, Origin.MAIL),
            Field("language", _header(message, "Content-Language").partition(",")[0], Origin.MAIL),
        ),
        published=(Candidate(sent, Origin.MAIL, sent.isoformat()),) if sent else (),
        key=_header(message, "Message-ID").strip("<> "),
    )


def _sent(message: MIMEPart, told: Told) -> date | None:
    """Return the day on which a mail was sent, at its sender's place; of one that is passed on, its own."""
    if told.header:
        stamp = read_stamp(told.header.get("date") or told.header.get("sent", ""))
        return stamp.day if stamp else None
    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except _FAILURES:
        return None


def _told(message: MIMEPart, data: bytes, path: str) -> tuple[Told, tuple[Problem, ...]]:
    """Return what a mail tells: its plain text, or its HTML where that says more."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    lines, problems = _lines(plain, data, path) if plain is not None else ((), ())
    if plain is not None and plain.get_param("format") == "flowed":
        lines = unflowed(lines, delete_space=str(plain.get_param("delsp")).lower() == "yes")
    if page is not None:
        source, wrong = _lines(page, data, path)
        shown = _lines_of_page(source)
        if sum(len(line.text) for line in lines) * _STUB < sum(len(line.text) for line in shown):
            lines, problems = shown, wrong
    return told_by(lines, _header(message, "Subject")), problems


def _lines_of_page(source: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of the text of a mail in HTML."""
    found = read_fragment("\n".join(line.text for line in source), 1)
    marks, lines, place = list(found.line_starts), [], 0
    row = 1
    for text in found.text.split("\n"):
        while marks and marks[0][0] <= place:
            row = marks.pop(0)[1]
        lines.append(Line(text, source[min(row, len(source)) - 1].number if source else 1))
        place += len(text) + 1
    return tuple(lines)


def _header(message: MIMEPart, name: str) -> str:
    """Return a field of a header on one line, or nothing where there is none that can be read."""
    try:
        return " ".join(str(message[name] or "").split())
    except _FAILURES:
        return ""


def _lines(part: MIMEPart, data: bytes, path: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """Return the decoded lines of a part with their numbers in the file, and what of it is no text."""
    body, payload = part.get_payload(decode=True), part.get_payload()
    content = body if isinstance(body, bytes) else b""
    encoding = _header(part, "Content-Transfer-Encoding").lower()
    coded = encoding in {"quoted-printable", "base64"}
    raw = str(payload).encode("ascii", "replace") if coded else content
    start = data.find(raw) if raw else -1
    number = data.count(b"\n", 0, start) + 1 if start >= 0 else 1
    text, problems = _characters(content, part.get_content_charset("utf-8"), number, path)
    texts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    match encoding:
        case "quoted-printable":
            numbers = _numbers_of_quoted(raw, number)
        case "base64":
            numbers = [number]
        case _:
            numbers = list(range(number, number + len(texts)))
    last = len(numbers) - 1
    return tuple(Line(one, numbers[min(place, last)]) for place, one in enumerate(texts)), problems


def _numbers_of_quoted(raw: bytes, number: int) -> list[int]:
    """Return the numbers of the lines on which each line of a text begins that is quoted-printable."""
    numbers, begins = [], True
    for place, line in enumerate(raw.splitlines()):
        if begins:
            numbers.append(number + place)
        begins = not line.rstrip().endswith(b"=")
        numbers += [number + place] * quopri.decodestring(line).rstrip(b"\r\n").count(b"\n")
    return numbers or [number]


def _characters(content: bytes, charset: str, number: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the characters of a part, and the problem of one that is not in the encoding that it states."""
    try:
        return content.decode(charset), ()
    except (LookupError, ValueError):
        message = (
            f"this text is not in the encoding {charset} that its mail states; the rest shows as “\ufffd”"
        )
        return content.decode("utf-8", "replace"), (Problem(ProblemKind.ENCODING, message, path, number),)
