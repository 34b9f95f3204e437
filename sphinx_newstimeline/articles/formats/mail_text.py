"""The words of a mail that are its own: unwrapped, without answers to older mails and without a signature.

Of a mail that passes another on, the other is what it tells: its text, its day, its subject, its sender.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A line of a text and its number in the file."""

    text: str
    number: int


class Told(NamedTuple):
    """What a mail tells.

    :param lines: its own lines, or those of the mail that it passes on.
    :param header: the header of the mail that it passes on, by labels in small letters; else empty.
    """

    lines: tuple[Line, ...]
    header: dict[str, str]


#: How mail programs head what they quote or pass on; some set the labels in stars for bold.
_LABEL = re.compile(r"\s*\*?(From|Date|Sent|Subject|To|Cc|Reply-To):\*?\s*(.*)", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:-{2,}\s*)?(?:Forwarded message|Original Message)(?:\s*-{2,})?\s*", re.IGNORECASE)
_BEGIN = re.compile(r"\s*Begin forwarded message:\s*", re.IGNORECASE)
#: "On Mon, Jan 6, 2025 at 9:00 AM Ida Lund <ida@news.example> wrote:", which may be broken once.
_ANSWERED = re.compile(r"\s*On\s[^\n]{6,200}(?:\n[^\n]{1,120})?\swrote:\s*")
_PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|rv|i)\s*:", re.IGNORECASE)
#: How many lines the header of an older mail may have, and how often one is passed on.
_LONGEST_HEADER, _MOST_LEVELS = 40, 20
#: RFC 3676, section 4.3.
_SIGNATURE = "-- "


def unflowed(lines: Sequence[Line], *, delete_space: bool = False) -> tuple[Line, ...]:
    """Return the paragraphs of ``format=flowed`` (RFC 3676): behind a space, a line goes on in the next."""
    found: list[Line] = []
    open_ = False
    for text, number in lines:
        stuffed = text.removeprefix(" ")
        goes_on = stuffed.endswith(" ") and stuffed != _SIGNATURE and not stuffed.startswith(">")
        words = stuffed[:-1] if goes_on and delete_space else stuffed
        if open_ and stuffed != _SIGNATURE and not stuffed.startswith(">"):
            found[-1] = Line(found[-1].text + words, found[-1].number)
        else:
            found.append(Line(words, number))
        open_ = goes_on
    return tuple(found)


def told_by(lines: Sequence[Line], subject: str) -> Told:
    """Return what a mail tells.

    :param lines: its text.
    :param subject: its subject, which says whether it passes another on.
    """
    passed_on: dict[str, str] = {}
    for _level in range(_MOST_LEVELS):
        start, end, header = _older_mail(lines)
        if not header or not (_PASSED_ON.match(subject) or not _words(lines[:start])):
            break
        lines, passed_on, subject = lines[end:], header, header["subject"]
    return Told(_own(lines[:start]), passed_on)


def _words(lines: Sequence[Line]) -> str:
    return "".join(line.text for line in lines).strip()


def _older_mail(lines: Sequence[Line]) -> tuple[int, int, dict[str, str]]:
    """Return where the first older mail begins, where its text does, and its header; or the end."""
    for place, line in enumerate(lines):
        marked = _RULE.fullmatch(line.text) or _BEGIN.fullmatch(line.text)
        if not marked and not _LABEL.match(line.text):
            continue
        first = place + 1 if marked else place
        while marked and first < len(lines) and not lines[first].text.strip():
            first += 1
        end, header = _header(lines, first)
        if {"from", "subject"} <= header.keys() and header.keys() & {"date", "sent"}:
            return place, end, header
    return len(lines), len(lines), {}


def _header(lines: Sequence[Line], place: int) -> tuple[int, dict[str, str]]:
    """Return the header that begins on a line, and where it ends; a line without label goes on with it."""
    header: dict[str, str] = {}
    label = ""
    last = min(place + _LONGEST_HEADER, len(lines))
    while place < last and (text := lines[place].text).strip():
        match = _LABEL.fullmatch(text)
        if match:
            label = match[1].lower()
            header.setdefault(label, match[2].strip())
        elif label:
            header[label] = f"{header[label]} {text.strip()}"
        else:
            break
        place += 1
    return place, header


def _own(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines without what they answer to and without the signature.

    Who answers below what is quoted writes on behind it.
    """
    last_quoted = max((place for place, line in enumerate(lines) if line.text.startswith(">")), default=-1)
    kept: list[Line] = []
    skipped = -1
    for place, line in enumerate(lines):
        heads = _lines_of_heading(lines[place : place + 2]) if line.text.strip() else 0
        ends = heads or line.text in {_SIGNATURE, _SIGNATURE.rstrip()}
        if ends and last_quoted < place:
            break
        skipped = max(skipped, place + heads - 1)
        if place > skipped and not line.text.startswith(">"):
            kept.append(line)
    return tuple(kept)


def _lines_of_heading(two: Sequence[Line]) -> int:
    """Return how many lines the words have that head what is quoted, such as "On … Ida wrote:", or 0."""
    if _ANSWERED.fullmatch(two[0].text):
        return 1
    return len(two) if _ANSWERED.fullmatch("\n".join(line.text for line in two)) else 0
