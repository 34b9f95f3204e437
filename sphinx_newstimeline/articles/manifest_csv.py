"""A manifest as comma-separated values, with a head line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from ..problems import Problem, ProblemKind
from .metadata import Entry, one_line
from .table import COLUMNS, Row, unknown_column

_DELIMITERS = (",", ";", "\t")


def read_csv(text: str, path: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a table, and what is wrong with it.

    Quoting is that of RFC 4180.  The delimiter is the one that finds the most known columns in the
    head line.

    :param text: the file's text.
    :param path: the manifest's path, for problems.
    """
    problems: list[Problem] = []
    lines = _cells(text, _delimiter(text), path, problems)
    line, head = next(lines, (1, []))
    names = [one_line(name).lower() for name in head]
    columns = _columns(names, path, line, problems)
    if "file" not in columns:
        message = f"the head line has no column “file”; the columns known are {', '.join(COLUMNS)}"
        return [], [*problems, Problem(ProblemKind.MANIFEST, message, path, line)]
    rows = []
    for number, cells in lines:
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            message = (
                f"this row has {len(cells)} fields and the head line {len(names)}; expected quotation "
                "marks around a field that holds the delimiter"
            )
            problems.append(Problem(ProblemKind.MANIFEST, message, path, number))
            continue
        pairs = zip(columns, cells, strict=False)
        rows.append(Row(tuple(Entry(name, cell, number) for name, cell in pairs if name), number))
    return rows, problems


def _delimiter(text: str) -> str:
    """Return the delimiter of a table, judged by its head line alone."""
    head = next((line for line in text.split("\n", 100) if line.strip()), "")
    return max(_DELIMITERS, key=lambda delimiter: _known_names(head, delimiter))


def _known_names(head: str, delimiter: str) -> tuple[int, int]:
    """Return how many known columns a head line has with that delimiter, and how many fields."""
    names = [name.strip(' "\t').lower() for name in head.split(delimiter)]
    return sum(name in COLUMNS for name in names), len(names)


def _columns(names: Sequence[str], path: str, line: int, problems: list[Problem]) -> list[str]:
    """Return the columns, with nothing in the place of one that cannot be used."""
    columns: list[str] = []
    for name in names:
        usable = name in COLUMNS and name not in columns
        if name and name in columns:
            message = "this column is there twice; the first holds"
            problems.append(Problem(ProblemKind.MANIFEST, message, path, line, name))
        elif name and not usable:
            problems.append(unknown_column(name, path, line))
        columns.append(name if usable else "")
    return columns


def _cells(text: str, delimiter: str, path: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield the fields of each row that is not empty, with the line on which the row begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(Problem(ProblemKind.MANIFEST, f"this row cannot be read: {error}", path, line))
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells
