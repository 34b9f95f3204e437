"""The named periods that authors write: every form, and every way to get one wrong."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from sphinx_newstimeline.catalogues.authors import parse_periods, periods_from, read_periods
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.period import Period

SPANS = [
    ("2021-01-20/2025-01-20", "2021-01-20", "2025-01-20"),
    ("2021-01-20 / 2025-01-20", "2021-01-20", "2025-01-20"),
    ("2025-03/2025-05", "2025-03-01", "2025-05-31"),
    ("2025-03", "2025-03-01", "2025-03-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024/2025-06-15", "2024-01-01", "2025-06-15"),
    ("2024-05-01", "2024-05-01", "2024-05-01"),
    ("2022-02-24/..", "2022-02-24", None),
    ("2022/", "2022-01-01", None),
    ("0001/9999", "0001-01-01", "9999-12-31"),
]


def _period(name: str, start: str, end: str | None, **more: str) -> Period:
    return Period(name, date.fromisoformat(start), date.fromisoformat(end) if end else None, **more)


@pytest.mark.parametrize(("span", "start", "end"), SPANS)
def test_span(span: str, start: str, end: str | None) -> None:
    expected = ((_period("the war", start, end),), ())
    assert parse_periods(f"the war = {span}") == expected
    assert periods_from({"the war": span}) == expected


NAMES = [
    ("Biden's term", "Biden's term"),
    ("Biden’s term", "Biden's term"),
    ("  the   2024 season ", "the 2024 season"),
    ('"Biden\'s term"', "Biden's term"),
    ("“Biden’s term”", "Biden's term"),
    ("Año Nuevo", "Año Nuevo"),
]


@pytest.mark.parametrize(("written", "name"), NAMES)
def test_name(written: str, name: str) -> None:
    (period,), problems = parse_periods(f"{written}=2024")
    assert (period.name, problems) == (name, ())


@pytest.mark.parametrize(
    "text",
    [
        "Biden's term = 2021-01-20/2025-01-20; Ramadan = 2025-03-01/2025-03-29",
        "Biden's term = 2021-01-20/2025-01-20\nRamadan = 2025-03-01/2025-03-29\n",
        ";\n\n Biden's term=2021-01-20/2025-01-20;;Ramadan=2025-03-01/2025-03-29;",
        "Biden's term = 2021-01-20/2025-01-20\r\nRamadan = 2025-03-01/2025-03-29",
    ],
)
def test_several(text: str) -> None:
    periods, problems = parse_periods(text)
    assert [period.name for period in periods] == ["Biden's term", "Ramadan"]
    assert problems == ()


@pytest.mark.parametrize("text", ["", "  ", ";", "\n;\n"])
def test_none(text: str) -> None:
    assert parse_periods(text) == ((), ())


WRONG = [
    ("Biden's term", "has no “=”; expected NAME = START/END"),
    ("Biden's term: 2021/2025", "has no “=”; expected NAME = START/END"),
    ("= 2021/2025", "has no name; expected NAME = START/END"),
    ("term = 2021 = 2025", "more than one “=”; separate periods by “;”"),
    ("term =", "it has no start; expected START/END"),
    ("term = /2025", "it has no start; expected START/END"),
    ("term = ../2025", "it has no start; expected START/END"),
    ("term = 2021/2023/2025", "has more than one “/”; expected START/END"),
    ("term = soon/2025", "“soon” is not a date; expected a date such as 2021-01-20, 2021-01 or 2021"),
    ("term = 2021-1-20/2025", "“2021-1-20” is not a date"),
    ("term = 20 January 2021/2025", "“20 January 2021” is not a date"),
    ("term = 2021-01-20–2025-01-20", "is not a date; expected a date such as 2021-01-20"),
    ("term = 2021~/2025", "“2021~” is not a date"),
    ("term = ２０２１/2025", "“２０２１” is not a date"),
    ("term = 2021-02-29/2025", "“2021-02-29” is not a day of the calendar"),
    ("term = 2021-13/2025", "“2021-13” is not a day of the calendar"),
    ("term = 0000/2025", "“0000” is not a day of the calendar"),
    ("term = 2025-01-20/2021-01-20", "it ends (2021-01-20) before it starts (2025-01-20)"),
    ("term = 2025/2024-12-31", "it ends (2024-12-31) before it starts (2025-01-01)"),
]


@pytest.mark.parametrize(("entry", "message"), WRONG)
def test_one_wrong_entry_loses_no_other(entry: str, message: str) -> None:
    periods, (problem,) = parse_periods(f"first = 2020; {entry}; last = 2030")
    assert [period.name for period in periods] == ["first", "last"]
    assert problem.kind is ProblemKind.PERIOD
    assert message in problem.message
    assert problem.words == entry
    assert not problem.message.endswith(".")


def test_problem_knows_its_place() -> None:
    _, (problem,) = parse_periods("first = 2020\nsecond", path="index.rst", line=12)
    assert (problem.path, problem.line, problem.words) == ("index.rst", 13, "second")
    _, (problem,) = parse_periods("first = 2020\nsecond", path="index.rst")
    assert (problem.path, problem.line) == ("index.rst", None)


def test_second_of_two_with_one_name_is_a_problem() -> None:
    periods, (problem,) = parse_periods("Biden's term = 2021/2025; biden’s Term = 2029/2033")
    assert [period.start.year for period in periods] == [2021]
    assert "a period named “biden's Term” is there already" in problem.message
    assert problem.words == "biden’s Term = 2029/2033"


MAPPED: list[tuple[Any, str, str | None]] = [
    (date(2024, 5, 1), "2024-05-01", "2024-05-01"),
    (datetime(2024, 5, 1, 12, 30), "2024-05-01", "2024-05-01"),  # noqa: DTZ001 - as TOML reads a local time
    (2024, "2024-01-01", "2024-12-31"),
    ((date(2021, 1, 20), "2025-01"), "2021-01-20", "2025-01-31"),
    (["2021", None], "2021-01-01", None),
    ({"start": "2021-01-20", "end": date(2025, 1, 20)}, "2021-01-20", "2025-01-20"),
    ({"start": "2021-01-20/2025-01-20"}, "2021-01-20", "2025-01-20"),
    ({"start": 2021, "end": ".."}, "2021-01-01", None),
]


@pytest.mark.parametrize(("value", "start", "end"), MAPPED)
def test_mapping(value: object, start: str, end: str | None) -> None:
    assert periods_from({"the term": value}) == ((_period("the term", start, end),), ())


def test_mapping_with_holder_and_office() -> None:
    value = {"start": "2021-01-20", "end": "2025-01-20", "holder": "Joe  Biden", "office": "President"}
    expected = _period("the term", "2021-01-20", "2025-01-20", holder="Joe Biden", office="President")
    assert periods_from({"the term": value}) == ((expected,), ())


WRONG_MAPPED: list[tuple[Any, Any, str]] = [
    ("term", None, "it has no start"),
    ("term", True, "“True” is not a date"),
    ("term", 3.5, "“3.5” is not a date"),
    ("term", 0, "“0” is not a date"),
    ("term", 5, "“5” is not a date"),
    ("term", ("2021", "2022", "2023"), "is not a date"),
    (
        "term",
        {"begin": "2021"},
        "unknown field “begin”; a period's fields are name, start, end, holder, office",
    ),
    ("term", {"start": "2021", "holder": 7}, "field “holder” is not text"),
    ("term", {"end": "2021"}, "it has no start"),
    ("", "2021", "has no name"),
    (7, "2021", "a period's name is not text"),
]


@pytest.mark.parametrize(("name", "value", "message"), WRONG_MAPPED)
def test_wrong_mapping(name: Any, value: object, message: str) -> None:
    periods, (problem,) = periods_from({"first": 2020, name: value}, path="conf.py")
    assert [period.name for period in periods] == ["first"]
    assert message in problem.message
    assert (problem.kind, problem.path) == (ProblemKind.PERIOD, "conf.py")


TOML = """\
"Biden's term" = "2021-01-20/2025-01-20"
"the 2024 season" = 2024
"election day" = 2024-11-05

[[period]]
name = "the Scholz government"
start = 2021-12-08
end = 2025-05-06
holder = "Olaf Scholz"
office = "Chancellor"

[[period]]
name = "the war"
start = "2022-02-24"
end = ""
"""


def test_file(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_text(TOML, encoding="utf-8-sig")
    periods, problems = read_periods(path)
    assert problems == ()
    assert periods == (
        _period("Biden's term", "2021-01-20", "2025-01-20"),
        _period("the 2024 season", "2024-01-01", "2024-12-31"),
        _period("election day", "2024-11-05", "2024-11-05"),
        _period(
            "the Scholz government", "2021-12-08", "2025-05-06", holder="Olaf Scholz", office="Chancellor"
        ),
        _period("the war", "2022-02-24", None),
    )
    assert read_periods(str(path)) == (periods, problems)


def test_wrong_entries_of_a_file_lose_no_other(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_text(
        'good = "2021"\nbad = "soon"\nGood = "2022"\n'
        '[[period]]\nstart = 2021\n[[period]]\nname = "other"\nstart = 2023\n',
        encoding="utf-8",
    )
    periods, problems = read_periods(path)
    assert [period.name for period in periods] == ["good", "other"]
    assert [problem.words for problem in problems] == ["bad = soon", "Good = 2022", "start = 2021"]
    assert {problem.path for problem in problems} == {str(path)}


def test_array_of_no_tables(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_text('period = ["2021"]\n', encoding="utf-8")
    periods, (problem,) = read_periods(path)
    assert (periods, "a period is not a table" in problem.message) == ((), True)


def test_file_that_is_not_toml(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_text("good = 2021\nBiden's term = 2021/2025\n", encoding="utf-8")
    periods, (problem,) = read_periods(path)
    assert (periods, problem.kind, problem.line) == ((), ProblemKind.PERIOD, 2)
    assert 'expected "NAME" = "START/END"' in problem.message


def test_file_that_is_missing_or_no_file(tmp_path: Path) -> None:
    _, (missing,) = read_periods(tmp_path / "none.toml")
    _, (folder,) = read_periods(tmp_path)
    assert (missing.kind, folder.kind) == (ProblemKind.MISSING, ProblemKind.UNREADABLE)
    assert folder.path == str(tmp_path)


def test_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_bytes('name = "2021" # é'.encode("latin-1"))
    _, (problem,) = read_periods(path)
    assert (problem.kind, "byte 0xe9 at offset 16" in problem.message) == (ProblemKind.ENCODING, True)
