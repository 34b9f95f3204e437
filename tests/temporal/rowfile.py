"""Reads the tables of sentences and expected time expressions in ``rows/``; README.md there says how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sphinx_newstimeline import Period

ROWS = Path(__file__).parent / "rows"
MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
UNDATED = "undated"
ANYTHING = "?"
NOTHING = "-"
SAME_AS_VALUE = "="
#: How a sentence in a table writes what a line cannot show.
ESCAPES = {r"\n": "\n", r"\t": "\t", r"\_": "\N{NO-BREAK SPACE}", r"\x": "\N{NARROW NO-BREAK SPACE}"}
FLAGS = {"deadline", "over", "unresolved"}
KEYS = {"range", "rrule", "first", "time", "phrase", "why", "days", "side"}


@dataclass(frozen=True)
class Answer:
    """What one marked expression has to be; ``?`` leaves a column open."""

    type: str
    value: str
    mod: str
    edtf: str
    options: dict[str, str] = field(default_factory=dict)

    @property
    def deadline(self) -> bool:
        """Return whether it sorts at its end, as whatever is open at its start does."""
        return "deadline" in self.options or (self.edtf.startswith("../") and "over" not in self.options)


@dataclass(frozen=True)
class Row:
    """One line of a table: a text, when it was published, and the expressions that it has."""

    file: str
    line: int
    reference: date | None
    marked: str
    periods: tuple[Period, ...]
    answers: tuple[Answer, ...]
    xfail: str

    @property
    def text(self) -> str:
        """Return the text without its marks."""
        return MARK.sub(r"\1", self.marked)

    @property
    def extents(self) -> list[tuple[int, int]]:
        """Return where in the text the marks stood."""
        return [(m.start() - 4 * n, m.end() - 4 * (n + 1)) for n, m in enumerate(MARK.finditer(self.marked))]

    @property
    def name(self) -> str:
        """Return the test's id: file, line and the marked words, or the first words where none are marked."""
        words = " + ".join(MARK.findall(self.marked)) or self.text
        return f"{self.file}:{self.line} {re.sub(r'[^ -~]+', '~', words)[:60]}"


def read_rows(folder: Path = ROWS) -> list[Row]:
    """Return the rows of all tables of a folder.

    :raises ValueError: with file and line, where a line is no row.
    """
    return [row for path in sorted(folder.glob("*.txt")) for row in read_table(path)]


def read_table(path: Path) -> Iterator[Row]:
    """Yield the rows of one table."""
    periods: tuple[Period, ...] = ()
    pending: tuple[int, list[list[str]]] | None = None
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), "# end"], 1):
        columns = [column.strip() for column in line.split(" | ")]
        if line[:1] == " " and line.strip().startswith("|") and pending:
            pending[1].append([column.strip() for column in line.strip().removeprefix("|").split(" | ")])
            continue
        if pending:
            yield _row(path, *pending, periods)
            pending = None
        if line.startswith("@periods"):
            periods = tuple(_periods(line.removeprefix("@periods")))
        elif line.strip() and not line.startswith(("#", "==")):
            pending = (number, [columns])


def _periods(text: str) -> Iterator[Period]:
    for item in filter(str.strip, text.split(";")):
        name, _, days = item.partition("=")
        start, _, end = days.strip().partition("/")
        yield Period(name.strip(), date.fromisoformat(start), date.fromisoformat(end) if end else None)


def _row(path: Path, number: int, lines: list[list[str]], periods: tuple[Period, ...]) -> Row:
    day, marked, *first = lines[0]
    for sign, character in ESCAPES.items():
        marked = marked.replace(sign, character)
    xfails = [column for line in lines for column in line if column.startswith("xfail:")]
    answers = [[column for column in line if not column.startswith("xfail:")] for line in [first, *lines[1:]]]
    try:
        reference = None if day == UNDATED else date.fromisoformat(day)
        found = tuple(_answer(columns) for columns in answers if columns)
    except ValueError as error:
        raise ValueError(f"{path.name}, line {number}: {error}") from error
    if len(found) != len(MARK.findall(marked)):
        raise ValueError(f"{path.name}, line {number}: each mark needs an answer, and each answer a mark")
    reason = "; ".join(column.removeprefix("xfail:").strip() for column in xfails)
    return Row(path.stem, number, reference, marked, periods, found, reason)


def _answer(columns: list[str]) -> Answer:
    timex, edtf, *options = columns
    kind, value, mod = [*timex.split(), "", ""][:3]
    if kind not in {"DATE", "TIME", "DURATION", "SET", ANYTHING} or not value:
        raise ValueError(f"no TIMEX3 type and value: {timex}")
    read = dict(option.partition("=")[::2] for option in options)
    if unknown := set(read) - FLAGS - KEYS:
        raise ValueError(f"unknown options: {unknown}")
    return Answer(kind, value, mod, value if edtf == SAME_AS_VALUE else edtf, read)
