"""JSON and JSON Lines: ninjs, schema.org, JSON Feed, and plain objects; one article or many.

A file that breaks off keeps what stands before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from json import JSONDecodeError, JSONDecoder, dumps
from typing import NamedTuple

from ...problems import Problem, ProblemKind
from ..article import ArticleError
from ..decoding import decode
from ..reading import Reading
from .ninjs import is_event, is_ninjs, read_ninjs, stated_events
from .record import is_record, read_record
from .schema_org import read_schema_org
from .values import folded, get, listed, tables, words

KNOWN = "ninjs, schema.org, JSON Feed, or objects with a field “text” or “body”"
#: What answers of programs call their list of articles.
_LISTS = ("items", "articles", "results", "data", "docs", "entries", "news", "stories", "hits", "response")
_SPACE = re.compile(r"[\s,]*")
_JSON_SPACE = re.compile(r"[ \t\n\r]*")
#: How much of a body is looked for to find the line that it stands on.
_BEGINNING = 24
#: So many lines are complained of one by one.
_MOST_PROBLEMS = 10
_MOST_WRAPPERS = 4
#: No file holds more articles; one that does is made to fill the memory.
_MOST_VALUES = 100_000


class Value(NamedTuple):
    """A value of JSON, and the offsets in the file between which it stands."""

    value: object
    start: int
    end: int


def read_json(data: bytes, path: str) -> Sequence[Reading]:
    """Read the articles of a file in JSON.

    :raises ArticleError: UNREADABLE for what is no JSON or holds no article.
    """
    text = decode(data, path)
    values, broken = _values(text, path)
    if broken and len(values) <= 1 and "\n" in text.strip() and _is_lines(text):
        return read_json_lines(data, path)
    return _readings(text, values, [broken] if broken else [], path)


def read_json_lines(data: bytes, path: str) -> Sequence[Reading]:
    """Read the articles of a file with one object a line.

    :raises ArticleError: UNREADABLE where no line holds an article.
    """
    text = decode(data, path)
    values: list[Value] = []
    problems: list[Problem] = []
    start = 0
    for number, row in enumerate(text.split("\n"), 1):
        if row.strip():
            value = _decoded(row, 0, number, path)
            if isinstance(value, Problem):
                problems.append(value)
            else:
                values.append(Value(value.value, start, start + len(row)))
        start += len(row) + 1
        if len(values) > _MOST_VALUES:
            problems.append(_too_many(path))
            values.pop()
            break
    if len(problems) > _MOST_PROBLEMS:
        message = f"{len(problems) - _MOST_PROBLEMS} more lines of this file are no JSON"
        problems[_MOST_PROBLEMS:] = [Problem(ProblemKind.UNREADABLE, message, path)]
    return _readings(text, values, problems, path)


def _is_lines(text: str) -> bool:
    """Return whether the first line of a text is an object by itself."""
    row = text.lstrip().partition("\n")[0].rstrip()
    return row.startswith("{") and row.endswith("}")


def _values(text: str, path: str) -> tuple[list[Value], Problem | None]:
    """Return the values of a file, the items of a list one by one, and what broke it off."""
    start = _JSON_SPACE.match(text, 0).end()  # type: ignore[union-attr]
    many = text.startswith("[", start)
    position = start + 1 if many else start
    found: list[Value] = []
    while True:
        position = (_SPACE if many else _JSON_SPACE).match(text, position).end()  # type: ignore[union-attr]
        if many and text.startswith("]", position):
            break
        if found and not many:
            rest = position < len(text)
            return found, _no_json(
                "more follows behind its end", _line(text, position), path
            ) if rest else None
        value = _decoded(text, position, None, path)
        if isinstance(value, Problem):
            return found, value
        found.append(value)
        position = value.end
        if len(found) > _MOST_VALUES:
            return found[:-1], _too_many(path)
    return found, None


def _decoded(text: str, position: int, line: int | None, path: str) -> Value | Problem:
    """Return the value at a position, or the problem of there being none.

    :param line: the line of the file that the text is; where ``None``, it is the whole file.
    """
    try:
        value, end = JSONDecoder(strict=False).raw_decode(text, position)
    except JSONDecodeError as error:
        reason, place = error.msg, error.pos
    except RecursionError:
        reason, place = "its values are nested too deeply", position
    except ValueError:
        reason, place = "one of its numbers is too long", position
    else:
        return Value(value, position, end)
    return _no_json(reason, line or _line(text, place), path)


def _line(text: str, position: int) -> int:
    """Return the line on which a position lies, counted from 1."""
    return text.count("\n", 0, position) + 1


def _no_json(reason: str, line: int, path: str) -> Problem:
    """Return the problem of a file that breaks off."""
    return Problem(ProblemKind.UNREADABLE, f"this JSON is not well-formed ({reason})", path, line)


def _too_many(path: str) -> Problem:
    """Return the problem of a file with more articles than any has."""
    message = f"this file holds more than {_MOST_VALUES} articles; only so many of them are read"
    return Problem(ProblemKind.UNREADABLE, message, path)


def _readings(text: str, values: Sequence[Value], problems: list[Problem], path: str) -> Sequence[Reading]:
    """Return the articles of values; what is no article among them is a problem."""
    found: list[Reading] = []
    events: list[Reading] = []
    none: list[int] = []
    line, counted = 1, 0
    for value in values:
        line += text.count("\n", counted, value.start)
        counted = value.start
        table = next(tables(value.value), {}) if isinstance(value.value, dict) else {}
        if is_ninjs(table) and is_event(table):
            stated, wrong = stated_events([table], line, path)
            events.append(Reading("", ((0, line),), stated=stated, problems=wrong))
            continue
        readings = list(articles_of(value.value, _Place(text, value, line), path))
        found += readings
        none += [] if readings else [line]
    if events:
        found.append(_together(events))
    if none:
        several = f"{len(none)} objects are" if len(none) > 1 else "an object is"
        message = f"{several} no article in a form that is read ({KNOWN})"
        problems.append(Problem(ProblemKind.UNREADABLE, message, path, none[0]))
    if not found:
        empty = Problem(ProblemKind.EMPTY, "this file holds no article", path, 1)
        raise ArticleError(problems[0] if problems else empty)
    return [replace(found[0], problems=(*problems, *found[0].problems)), *found[1:]]


def _together(events: Sequence[Reading]) -> Reading:
    """Return the events of a collection as what one file states."""
    stated = tuple(event for reading in events for event in reading.stated)
    problems = tuple(problem for reading in events for problem in reading.problems)
    return Reading("", events[0].line_starts, stated=stated, problems=problems)


class _Place:
    """Where a value stands, to find the line of a text in it."""

    def __init__(self, text: str, value: Value, line: int) -> None:
        self.line = line
        self._source = text[value.start : value.end] if text else ""

    def of(self, table: Mapping[str, object]) -> int:
        """Return the line on which an object states its title, or that on which it begins."""
        if "\n" not in self._source:
            return self.line
        title = words(get(table, "headline", "title", "name", "uri", "url"))[:_BEGINNING]
        for form in (title, dumps(title)[1:-1]):
            offset = self._source.find(form) if form else -1
            if offset >= 0:
                return self.line + self._source.count("\n", 0, offset)
        return self.line


def articles_of(value: object, place: _Place, path: str, depth: int = 0) -> Iterator[Reading]:
    """Yield the articles of a value: itself, or those in a list that it wraps."""
    for own in listed(value):
        if not isinstance(own, dict):
            continue
        table = folded(own)
        if not own.keys().isdisjoint({"@context", "@graph", "@type"}):
            yield from read_schema_org(own, place.line, path)
        elif is_ninjs(table):
            yield from read_ninjs(table, place.of(table) if not depth else place.line, path)
        elif depth < _MOST_WRAPPERS and (inside := _wrapped(table)) is not None:
            yield from articles_of(inside, place, path, depth + 1)
        elif is_record(table):
            yield read_record(table, place.line)


def _wrapped(table: Mapping[str, object]) -> object:
    """Return the list of articles that an object wraps, or ``None``."""
    value = get(table, *_LISTS)
    return value if any(isinstance(item, dict) for item in listed(value)) else None
