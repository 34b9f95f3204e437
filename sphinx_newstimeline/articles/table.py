"""What both kinds of manifest are made of: rows, and the columns that they may have."""

from __future__ import annotations

from typing import NamedTuple

from ..problems import Problem, ProblemKind
from .metadata import Entry

COLUMNS = ("file", "title", "published", "url", "source", "language")


class Row(NamedTuple):
    """One article's row: its cells with their lines, and the line on which it begins."""

    entries: tuple[Entry, ...]
    line: int | None


def unknown_column(name: str, path: str, line: int | None) -> Problem:
    """Return the problem of a column that means nothing here."""
    message = f"there is no such column; those known are {', '.join(COLUMNS)}"
    return Problem(ProblemKind.MANIFEST, message, path, line, name)
