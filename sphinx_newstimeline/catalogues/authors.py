"""The named periods that authors write: in an option, in ``conf.py``, in a TOML file.

Whatever the place, one that cannot be read is a problem that says what was expected, and the others
go on.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from ..problems import Problem, ProblemKind
from ..temporal.period import Period
from .span import SPAN_FORM, SpanError, read_edges, read_span

Read: TypeAlias = tuple[tuple[Period, ...], tuple[Problem, ...]]

FORM = f"expected NAME = {SPAN_FORM}"
TEXTS = ("name", "holder", "office")
FIELDS = ("name", "start", "end", "holder", "office")

#: The array of tables of a TOML file, beside the plain ``NAME = "START/END"`` entries.
TABLES = "period"

_QUOTES = re.compile(r'^"(.*)"$|^“(.*)”$')
_TOML_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an entry stands, and its words, for the problem that it may be."""

    words: str
    path: str = ""
    line: int | None = None

    def problem(self, message: str) -> Problem:
        return Problem(ProblemKind.PERIOD, message, self.path, self.line, self.words)


def parse_periods(text: str, *, path: str = "", line: int | None = None) -> Read:
    """Return the periods that *text* lists, and what is wrong with the others.

    :param text: ``NAME = START/END`` entries, separated by ``;`` or line ends.  START and END are
        days, months or years (``2025-03`` is from 1 March, or to 31 March); END may be ``..`` or
        empty; one date alone (``NAME = 2024``) is that whole unit.
    :param path: the file that the text stands in, for problems.
    :param line: the line on which the text starts, counted from 1, for problems.
    """
    return _gather(_parsed(place) for place in _entries(text, path, line))


def periods_from(mapping: Mapping[str, object], *, path: str = "") -> Read:
    """Return the periods of a mapping from names, such as ``newstimeline_periods`` in ``conf.py``.

    :param mapping: name to ``"START/END"`` or any other span that :func:`.span.read_span` takes, to
        a pair of dates, or to a mapping with ``start`` and, if need be, ``end``, ``holder`` and
        ``office``.
    :param path: the file that the mapping stands in, for problems.
    """
    return _gather(_mapped(name, value, path) for name, value in mapping.items())


def read_periods(path: str | os.PathLike[str]) -> Read:
    """Return the periods of a TOML file in UTF-8.

    The file has ``"NAME" = "START/END"`` entries at its top, ``[[period]]`` tables with ``name``,
    ``start``, ``end``, ``holder`` and ``office``, or both; dates may be TOML's own.  A file that
    cannot be read or parsed gives no period and one problem.
    """
    where = os.fspath(path)
    try:
        document = tomllib.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return (), (Problem(ProblemKind.MISSING, "the file of periods does not exist", where),)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return (), (Problem(ProblemKind.UNREADABLE, f"the file of periods cannot be read: {reason}", where),)
    except UnicodeDecodeError as error:
        message = f"the file of periods is not UTF-8: byte {error.object[error.start]:#04x} at offset"
        return (), (Problem(ProblemKind.ENCODING, f"{message} {error.start}", where),)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found else None
        message = f'the file of periods is not TOML ({error}); expected "NAME" = "START/END"'
        return (), (Problem(ProblemKind.PERIOD, message, where, line),)
    tables = document.pop(TABLES) if isinstance(document.get(TABLES), list) else []
    named = (_mapped(name, value, where) for name, value in document.items())
    listed = (_tabled(table, where) for table in tables)
    return _gather(outcome for source in (named, listed) for outcome in source)


def _entries(text: str, path: str, line: int | None) -> Iterator[_Place]:
    for offset, written in enumerate(text.splitlines()):
        for entry in written.split(";"):
            if entry.strip():
                yield _Place(entry.strip(), path, None if line is None else line + offset)


def _parsed(place: _Place) -> tuple[_Place, Period | Problem]:
    name, equals, span = place.words.partition("=")
    if not equals:
        return place, place.problem(f"a period has no “=”; {FORM}")
    if "=" in span:
        return place, place.problem(f"a period has more than one “=”; separate periods by “;”, {FORM}")
    return _spanned(name, span.strip(), place)


def _spanned(name: str, span: object, place: _Place) -> tuple[_Place, Period | Problem]:
    try:
        first, last = read_span(span)
        return place, Period(_clean(name), first, last)
    except SpanError as error:
        return place, place.problem(f"a period cannot be read: {error}")
    except ValueError:
        return place, place.problem(f"a period has no name; {FORM}")


def _mapped(name: object, value: object, path: str) -> tuple[_Place, Period | Problem]:
    place = _Place(f"{name} = {value}", path)
    if not isinstance(name, str):
        return place, place.problem(f"a period's name is not text; {FORM}")
    match value:
        case Mapping():
            return _tabled({"name": name, **value}, path)
        case (start, end):
            return _tabled({"name": name, "start": start, "end": end}, path)
        case _:
            return _spanned(name, value, place)


def _tabled(table: object, path: str) -> tuple[_Place, Period | Problem]:
    """Read a table with the fields of a period; ``start`` alone may name a whole unit or span."""
    place = _Place(_words(table), path)
    fields = f"a period's fields are {', '.join(FIELDS)}"
    if not isinstance(table, Mapping):
        return place, place.problem(f"a period is not a table; {fields}")
    wrong = _wrong_field(table)
    if wrong:
        return place, place.problem(f"{wrong}; {fields}")
    name, holder, office = (_clean(table.get(field, "")) for field in TEXTS)
    try:
        start = table.get("start")
        first, last = read_edges(start, table["end"]) if "end" in table else read_span(start)
        return place, Period(name, first, last, holder, office)
    except SpanError as error:
        return place, place.problem(f"a period cannot be read: {error}")
    except ValueError:
        return place, place.problem(f"a period has no name; {fields}")


def _wrong_field(table: Mapping[object, object]) -> str:
    for field, value in table.items():
        if field not in FIELDS:
            return f"a period has an unknown field “{field}”"
        if field in TEXTS and not isinstance(value, str):
            return f"a period's field “{field}” is not text"
    return ""


def _gather(outcomes: Iterable[tuple[_Place, Period | Problem]]) -> Read:
    """Part periods from problems; a name that was there before is a problem, and the first stays."""
    periods: dict[str, Period] = {}
    problems: list[Problem] = []
    for place, outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.append(outcome)
        elif outcome.name.casefold() in periods:
            message = f"a period named “{outcome.name}” is there already; the first one is used"
            problems.append(place.problem(message))
        else:
            periods[outcome.name.casefold()] = outcome
    return tuple(periods.values()), tuple(problems)


def _words(table: object) -> str:
    if isinstance(table, Mapping):
        return ", ".join(f"{field} = {value}" for field, value in table.items())
    return str(table)


def _clean(name: str) -> str:
    """Return *name* without quotes around it, with plain apostrophes and single spaces."""
    quoted = _QUOTES.match(name.strip())
    inner = (quoted[1] or quoted[2] or "") if quoted else name
    return " ".join(inner.replace("’", "'").split())
