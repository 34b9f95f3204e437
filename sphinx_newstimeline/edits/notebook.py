"""Writing in an edits file as its author would: every comment, blank line and order stays.

Libraries that write TOML put a new key behind the comment that introduces the next table.  Here a
comment belongs to what stands below it.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..articles.metadata import one_line
from .blocks import heads
from .keys import bare_id
from .reading import EVENT, REVIEWED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .edit import Value

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"\s*(?:#.*)?")
#: A line's comment, behind what is no part of a string.
_COMMENT = re.compile(r"""^((?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*?)(\s*#.*)$""")

NEW = """\
# What the author changes of the events that the articles tell, by the events' ids.
"""


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table stands in a file.

    :param name: ``event`` or ``reviewed``, or empty for anything else.
    :param id: the id of the event.
    :param head: the index of the line of its head.
    :param end: the index of the line behind its last key.
    """

    name: str
    id: str
    head: int
    end: int


@dataclass(frozen=True, slots=True)
class Notebook:
    r"""The text of an edits file; every change gives another one.

    :param text: with ``\n`` line ends; empty for a file that is to be made.
    """

    text: str = ""

    def with_key(self, id_: str, key: str, value: Value) -> Notebook:
        """Return the file with a key of an event's edit set to a value."""
        book = self._with_table(id_)
        table = next(table for table in book.tables() if table.id == id_)
        lines = book.lines
        written = f"{key} = {literal(value)}"
        span = _span_of(key, lines, table)
        if span is None:
            lines.insert(table.end, written)
        else:
            start, end = span
            comment = _COMMENT.match(lines[start]) if end == start + 1 else None
            lines[start:end] = [written + (comment[2] if comment else "")]
        return _of(lines)

    def with_reviewed(self, id_: str, date: str, words: str) -> Notebook:
        """Return the file with an event noted as reviewed, with its words as comment."""
        lines = self.lines
        written = f"{_key(id_)} = {literal(date)}  # {one_line(words)}"
        table = next((table for table in self.tables() if table.name == REVIEWED), None)
        if table is None:
            gap = [""] if lines else []
            return _of([*lines, *gap, f"[{REVIEWED}]", written])
        span = _span_of(id_, lines, table)
        start, end = span or (table.end, table.end)
        lines[start:end] = [written]
        return _of(lines)

    def without(self, id_: str) -> Notebook:
        """Return the file without an event's edit; what is said above it stays."""
        lines = self.lines
        for table in reversed([table for table in self.tables() if table.id == id_]):
            gap = table.end < len(lines) and not lines[table.end].strip()
            del lines[table.head : table.end + gap]
        return _of(lines)

    def renamed(self, id_: str, new: str) -> Notebook:
        """Return the file with an event's edit made that of another event."""
        lines = self.lines
        for table in self.tables():
            if table.id == id_:
                rest = lines[table.head].partition("]")[2]
                lines[table.head] = f"[{EVENT}.{_key(new)}]{rest}"
        return _of(lines)

    @property
    def lines(self) -> list[str]:
        """Return the lines, without blank ones at the end."""
        lines = (self.text or NEW).split("\n")
        while lines and not lines[-1].strip():
            lines.pop()
        return lines

    def _with_table(self, id_: str) -> Notebook:
        """Return the file with a table for an event: behind the other events', before the reviewed ones."""
        tables = list(self.tables())
        if any(table.id == id_ for table in tables):
            return self
        lines = self.lines
        ends = [table.end for table in tables if table.name == EVENT]
        reviewed = [table.head for table in tables if table.name == REVIEWED]
        place = ends[-1] if ends else _above(reviewed[0], lines) if reviewed else len(lines)
        before = [""] if place and lines[place - 1].strip() else []
        behind = [""] if place < len(lines) and lines[place].strip() else []
        lines[place:place] = [*before, f"[{EVENT}.{_key(id_)}]", *behind]
        return _of(lines)

    def tables(self) -> Iterator[Table]:
        """Yield the tables of the file, in order."""
        lines = self.lines
        text = "\n".join(lines)
        starts = [text.count("\n", 0, place) for place in heads(text)]
        for start, stop in pairwise([*starts, len(lines)]):
            end = _content_end(lines, start, stop)
            yield _named(Table("", "", start, end), lines[start])


def literal(value: Value) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(literal, value))}]"
    # JSON's texts are TOML's, but for one character that JSON does not escape.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _of(lines: list[str]) -> Notebook:
    return Notebook("\n".join(lines) + "\n")


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else literal(name)


def _named(table: Table, head: str) -> Table:
    """Return a table with what its head names."""
    try:
        values = tomllib.loads(head)
    except tomllib.TOMLDecodeError:
        return table
    inside = values.get(EVENT)
    if isinstance(inside, dict) and len(inside) == 1:
        return replace(table, name=EVENT, id=bare_id(next(iter(inside))))
    return replace(table, name=REVIEWED) if REVIEWED in values else table


def _content_end(lines: list[str], start: int, stop: int) -> int:
    """Return the index behind the last line of a table that is neither blank nor a comment."""
    while stop > start + 1 and _BLANK.fullmatch(lines[stop - 1]):
        stop -= 1
    return stop


def _above(head: int, lines: list[str]) -> int:
    """Return the index of the first line of the comment that introduces a table."""
    while head and lines[head - 1].lstrip().startswith("#"):
        head -= 1
    return head


def _span_of(key: str, lines: list[str], table: Table) -> tuple[int, int] | None:
    """Return the first line of a key of a table and the one behind its value, or ``None``."""
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    for start in range(table.head + 1, table.end):
        if not pattern.match(lines[start]):
            continue
        for end in range(start + 1, table.end + 1):
            try:
                tomllib.loads("\n".join(lines[start:end]))
            except tomllib.TOMLDecodeError:
                continue
            return start, end
        return start, start + 1
    return None
