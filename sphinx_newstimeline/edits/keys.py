"""The keys of an edit, each declared once: reading, its messages and the manual are made from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..articles.metadata import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from .edit import Value

_FIRST_YEAR, _LAST_YEAR = 1000, 9999
#: Where an event is found on a page: the page's or the timeline's name, then the id, then a count of
#: those that are there more than once.
_ADDRESS = re.compile(r".*#?nt-.*?([0-9a-f]{12}(?:-\d+)?)(?:--\d+)?")


@dataclass(frozen=True, slots=True)
class EditKey:
    """One key.

    :param name: the key.
    :param read: makes a value of what TOML has; raises :class:`ValueError` where it cannot.
    :param takes: what it takes, for people.
    :param help: what it does, in full sentences of reStructuredText.
    :param example: a value as the file has it.
    :param also: what people write when they mean it.
    """

    name: str
    read: Callable[[object], Value]
    takes: str
    help: str
    example: str
    also: tuple[str, ...] = ()


def read_text(value: object) -> str:
    """Return a text that is not empty, on one line."""
    if not isinstance(value, str) or not one_line(value):
        raise ValueError(value)
    return one_line(value)


def read_true(value: object) -> bool:
    """Return ``True``; to take an edit back, its line is deleted."""
    if value is not True:
        raise ValueError(value)
    return True


def read_names(value: object) -> tuple[str, ...]:
    """Return texts, each once; one alone may stand without brackets."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not given:
        raise ValueError(value)
    return tuple(dict.fromkeys(read_text(name) for name in given))


def read_ids(value: object) -> tuple[str, ...]:
    """Return ids of events."""
    return tuple(map(bare_id, read_names(value)))


def read_date(value: object) -> str:
    """Return a date as text: one of TOML's own dates and times, a year, or words."""
    match value:
        case bool():
            raise ValueError(value)
        case datetime():
            return value.strftime("%Y-%m-%dT%H:%M")
        case date():
            return value.isoformat()
        case int() if _FIRST_YEAR <= value <= _LAST_YEAR:
            return str(value)
    return read_text(value)


def bare_id(text: str) -> str:
    """Return an event's id out of an address on a page (``nt-ten-weeks-0123456789ab``), or as it is."""
    found = _ADDRESS.fullmatch(text.strip())
    return found[1] if found else text.strip()


KEYS: tuple[EditKey, ...] = (
    EditKey(
        "of",
        read_text,
        "the sentence, or its first words",
        "The sentence that the edit was made for. It changes nothing: it tells people what the id stands "
        "for, and helps to find the event again if its sentence was rewritten and so has another id.",
        '"The council will vote on Friday"',
        ("words",),
    ),
    EditKey(
        "article",
        read_text,
        "the name of a file, or a web address",
        "The article that says the sentence; for the same purpose.",
        '"council-votes-for-a-bridge.txt"',
        ("file", "path", "source", "url", "in"),
    ),
    EditKey(
        "hide",
        read_true,
        "true",
        "Takes the event away from every timeline: it leaves no trace in the output. What other articles say "
        "of the same matter are events of their own, and stay.",
        "true",
        ("delete", "remove", "drop", "ignore", "hidden", "skip"),
    ),
    EditKey(
        "date",
        read_date,
        "a date in EDTF, one of TOML's own dates, or words",
        "Gives the event another date. Words are read as in an article: “by 20 January 2025”, “from 3 to 5 "
        "May 2025”, “early 2026”, “every Friday”; those without a year are counted from the article's day of "
        "publication. What the text says stays marked, and *Why this date?* tells both.",
        '"20 January 2025"',
        ("when", "day", "edtf", "redate", "re-date"),
    ),
    EditKey(
        "sentence",
        read_text,
        "a text",
        "Stands in place of the article's sentence. The words of the date are marked if it has them.",
        '"The council votes."',
        ("text", "reword", "wording"),
    ),
    EditKey(
        "title",
        read_text,
        "a text",
        "A headline of the event.",
        '"The vote"',
        ("headline", "name", "heading"),
    ),
    EditKey(
        "tags",
        read_names,
        "a list of texts",
        "Words to select events by. They are added to those that the event has.",
        '["bridge", "money"]',
        ("tag", "keywords", "categories", "labels"),
    ),
    EditKey(
        "pin",
        read_true,
        "true",
        "Shows the event whatever else is selected.",
        "true",
        ("pinned", "sticky", "always", "show"),
    ),
    EditKey(
        "merge",
        read_ids,
        "a list of ids",
        "Makes one entry of this event and those.",
        '["5d41402abc4b"]',
        ("join", "same", "same-as", "with", "together"),
    ),
    EditKey(
        "split",
        read_ids,
        "a list of ids",
        "Keeps this event apart from those, however alike they are.",
        '["5d41402abc4b"]',
        ("apart", "unmerge", "separate", "not"),
    ),
    EditKey(
        "accept",
        read_true,
        "true",
        "Takes note that articles give the event different dates: the entry goes on to say so, and the build "
        "warns no longer.",
        "true",
        ("accepted", "conflict"),
    ),
    EditKey(
        "note",
        read_text,
        "a text",
        "A remark for those who read this file; it is not published.",
        '"The clerk confirmed it by telephone."',
        ("comment", "reason", "remark", "why"),
    ),
)

BY_NAME = {key.name: key for key in KEYS}


def meant(word: str) -> str:
    """Return the key that somebody means by another word, or nothing."""
    lowered = word.lower().strip()
    for key in KEYS:
        if lowered in key.also:
            return key.name
    close = get_close_matches(lowered, [*BY_NAME, *(other for key in KEYS for other in key.also)], n=1)
    return next((key.name for key in KEYS if close and close[0] in {key.name, *key.also}), "")
