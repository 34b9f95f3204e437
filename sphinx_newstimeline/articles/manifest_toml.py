"""A manifest in TOML: ``[[article]]`` tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from itertools import pairwise

from ..problems import Problem, ProblemKind
from .front_matter import toml_error_line
from .metadata import Entry, one_line
from .table import COLUMNS, Row, unknown_column

_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*[\"']?article[\"']?[ \t]*\]\]", re.MULTILINE)
# The alternatives exclude each other, so that this stays linear; a possessive quantifier round a group
# goes wrong before Python 3.11.5 (CPython issue 106052).
_LONG_STRING = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\']|\'(?!\'\'))*\'\'\'', re.DOTALL)


def read_toml(text: str, path: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a manifest, and what is wrong with it.

    :param text: the file's text.
    :param path: the manifest's path, for problems.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"this is no TOML: {error}"
        return [], [Problem(ProblemKind.MANIFEST, message, path, toml_error_line(error))]
    except RecursionError:
        return [], [Problem(ProblemKind.MANIFEST, "this is no TOML: nested too deeply", path, 1)]
    blocks = _blocks(text)
    problems = [_unknown_key(key, text, path) for key in document if key != "article"]
    tables = document.get("article", [])
    if not isinstance(tables, list) or not tables:
        message = "expected a table “[[article]]” for each article"
        return [], [*problems, Problem(ProblemKind.MANIFEST, message, path, 1)]
    if len(blocks) != len(tables):
        # The tables are written in another way, as one array: their lines are not known.
        blocks = [("", 0)] * len(tables)
    rows = []
    for table, (block, line) in zip(tables, blocks, strict=True):
        if isinstance(table, Mapping):
            rows.append(_row(table, block, line, path, problems))
        else:
            problems.append(Problem(ProblemKind.MANIFEST, "this article is no table", path, line or None))
    return rows, problems


def _unknown_key(key: str, text: str, path: str) -> Problem:
    """Return the problem of something beside the articles."""
    found = re.search(rf"^\s*\[*\s*[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    line = 1 + text.count("\n", 0, found.end()) if found else 1
    message = "a manifest has nothing but “[[article]]” tables"
    return Problem(ProblemKind.MANIFEST, message, path, line, one_line(key))


def _row(table: Mapping[str, object], block: str, line: int, path: str, problems: list[Problem]) -> Row:
    """Return the row of one table."""
    entries = []
    for key, value in table.items():
        place = _line_of(key, block, line)
        if key in COLUMNS:
            entries.append(Entry(key, value, place))
        else:
            problems.append(unknown_column(one_line(key), path, place))
    return Row(tuple(entries), line or None)


def _blocks(text: str) -> list[tuple[str, int]]:
    """Return the text of each ``[[article]]`` table with the line of its head, counted from 1."""
    # What looks like a head inside a string of several lines is none.
    text = _LONG_STRING.sub(lambda match: "\n" * match[0].count("\n"), text)
    starts = [match.start() for match in _HEAD.finditer(text)]
    blocks, line, position = [], 1, 0
    for start, end in pairwise([*starts, len(text)]):
        line += text.count("\n", position, start)
        position = start
        blocks.append((text[start:end], line))
    return blocks


def _line_of(key: str, block: str, line: int) -> int | None:
    """Return the line of a key of a table, or that of the table, or ``None``."""
    found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", block, re.MULTILINE)
    return line + block.count("\n", 0, found.start()) if found else line or None
