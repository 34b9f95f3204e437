"""What is known of an article beside its text, and how its fields are written.

Front matter and manifests have the same fields; each value is checked here, once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple
from urllib.parse import urlsplit

from ..problems import Problem, ProblemKind
from .day import stated_day
from .decoding import plain_characters
from .language_names import code_of

#: The keys of each field in front matter, the one to prefer first, without ``-``, ``_`` and capitals.
#: What blogs, static site generators and scrapers call them.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "published": (
        "published", "publishedat", "datepublished", "publisheddate", "publicationdate",
        "publishdate", "pubdate", "date",
    ),
    "url": ("url", "link", "canonicalurl", "canonical", "permalink"),
    "source": ("source", "publisher", "agency", "sitename", "author", "authors", "byline"),
    "language": ("language", "lang"),
}  # fmt: skip

EXPECTED: Mapping[str, str] = {
    "title": "a line of text",
    "published": "a day such as 2024-11-13 or 13 November 2024",
    "url": "an address that begins with https:// or http://",
    "source": "a name",
    "language": "a language code such as en",
}

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
#: Jekyll's ``published: true`` is a switch, with the day under ``date``.
_SWITCHES = frozenset({"true", "false", "yes", "no", "on", "off"})
_SHOWN = 60


class Entry(NamedTuple):
    """One key of front matter or one cell of a manifest: as it was written, and on which line."""

    key: str
    value: object
    line: int | None = None


class Statement(NamedTuple):
    """One statement of the publication day: the day, its words and the line that they stand on."""

    day: date
    words: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields that could be read; empty where nothing, or nothing usable, was stated.

    :param published: every statement of the publication day, the one to prefer first.
    """

    title: str = ""
    published: tuple[Statement, ...] = ()
    url: str = ""
    source: str = ""
    language: str = ""


def field_of(key: str) -> str:
    """Return the field that a key of front matter stands for, or the empty string."""
    plain = re.sub(r"[-_\s]", "", key).lower()
    return next((field for field, names in ALIASES.items() if plain in names), "")


def one_line(words: str) -> str:
    """Return *words* on one line, with single spaces and without control characters."""
    return " ".join(plain_characters(words).split())


def read_metadata(
    entries: Iterable[Entry],
    path: str,
    kind: ProblemKind = ProblemKind.METADATA,
    language: str = "",
) -> tuple[Metadata, list[Problem]]:
    """Return the fields of an article, and a problem for each value that is not what it should be.

    :param entries: keys and values; keys that stand for no field are left alone.
    :param path: the file that the entries stand in.
    :param kind: the kind of the problems.
    :param language: the language of dates in words, where the entries state none.
    """
    problems: list[Problem] = []
    values: dict[str, list[tuple[Entry, str]]] = {field: [] for field in ALIASES}
    for entry in sorted(entries, key=_preference):
        if field := field_of(entry.key):
            words = words_of(entry.value, field)
            if words and field == "language":
                words = code_of(words)
            if words is None or (words and not well_formed(words, field)):
                problems.append(_problem(entry, field, path, kind))
            elif words:
                values[field].append((entry, words))
    firsts = {field: found[0][1] if found else "" for field, found in values.items()}
    own_language = firsts["language"].replace("_", "-")
    published, unread = _published(values["published"], own_language or language or "en")
    problems += [_problem(entry, "published", path, kind) for entry in unread]
    metadata = Metadata(firsts["title"], published, firsts["url"], firsts["source"], own_language)
    return metadata, sorted(problems, key=lambda problem: problem.line or 0)


def _preference(entry: Entry) -> int:
    """Return the place of a key among those of its field."""
    names = ALIASES.get(field_of(entry.key), ())
    return names.index(re.sub(r"[-_\s]", "", entry.key).lower()) if names else 0


def _published(found: list[tuple[Entry, str]], language: str) -> tuple[tuple[Statement, ...], list[Entry]]:
    """Return the days that could be read, and the entries that could not."""
    statements: list[Statement] = []
    unread: list[Entry] = []
    switches: list[Entry] = []
    for entry, words in found:
        if day := stated_day(words, language):
            statements.append(Statement(day, words, entry.line))
        else:
            (switches if words.lower() in _SWITCHES else unread).append(entry)
    return tuple(statements), unread if statements else unread + switches


def words_of(value: object, field: str) -> str | None:
    """Return a value in words: the empty string for none, ``None`` for one of the wrong kind."""
    match value:
        case list() | dict() if field == "source":
            return _names(value)
        case bool():
            # Only a date may be a switch, and only beside another one.
            return str(value).lower() if field == "published" else None
        case None:
            return ""
        case str() | int() | float():
            words = one_line(str(value))
            return "" if words in _NULLS else words
        case date() | time():
            return value.isoformat()
    return None


def _names(value: object) -> str | None:
    """Return the names of authors: a list of names, or of tables that have a ``name``."""
    match value:
        case str():
            return one_line(value)
        case {"name": str() as name}:
            return one_line(name)
        case list():
            names = [None if isinstance(item, list) else _names(item) for item in value]
            return None if None in names else ", ".join(name for name in names if name)
    return None


def _is_address(words: str) -> bool:
    """Return whether *words* are a web address; ``javascript:`` and the like must never be linked."""
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in words


_WELL_FORMED: Mapping[str, Callable[[str], bool]] = {
    "url": _is_address,
    "language": lambda words: bool(_LANGUAGE.fullmatch(words)),
}


def well_formed(words: str, field: str) -> bool:
    """Return whether the words have the form that a field asks for: an address, a language's code."""
    check = _WELL_FORMED.get(field)
    return check is None or check(words)


def _problem(entry: Entry, field: str, path: str, kind: ProblemKind) -> Problem:
    """Return the problem of a value that is not what it should be."""
    words, found = "", "this"
    match entry.value:
        case str() | int() | float():
            words = one_line(str(entry.value))
        case date() | time():
            words = entry.value.isoformat()
        case list():
            found = "a list"
        case dict():
            found = "a table"
    if len(words) > _SHOWN:
        words = words[: _SHOWN - 1] + "…"
    message = f"“{one_line(entry.key)[:_SHOWN]}” expects {EXPECTED[field]}, and {found} is none"
    return Problem(kind, message, path, entry.line, words)
