"""Fields: their names, their values, and what is said of a value that is not what it should be."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from sphinx_newstimeline.articles.metadata import Entry, Metadata, read_metadata
from sphinx_newstimeline.problems import ProblemKind

DAY = date(2024, 11, 13)
FAR_WEST = timezone(timedelta(hours=-11))


def read(*pairs: tuple[str, object], language: str = "") -> tuple[Metadata, list]:
    entries = [Entry(key, value, line) for line, (key, value) in enumerate(pairs, 2)]
    return read_metadata(entries, "a.md", language=language)


@pytest.mark.parametrize(
    ("key", "value", "field", "expected"),
    [
        ("title", "  Envoys \n meet\x07 ", "title", "Envoys meet"),
        ("Headline", "Envoys meet", "title", "Envoys meet"),
        ("title", 1984, "title", "1984"),
        ("title", "\ud800", "title", ""),
        ("url", "https://news.example/a?b=c&d#e", "url", "https://news.example/a?b=c&d#e"),
        ("link", "http://news.example", "url", "http://news.example"),
        ("canonical_url", "HTTPS://news.example/", "url", "HTTPS://news.example/"),
        ("source", "Wire", "source", "Wire"),
        ("author", ["Jane Doe", "John Roe"], "source", "Jane Doe, John Roe"),
        ("author", {"name": "Jane Doe", "email": "x"}, "source", "Jane Doe"),
        ("authors", [{"name": "Jane Doe"}, "John Roe"], "source", "Jane Doe, John Roe"),
        ("publisher", "Wire", "source", "Wire"),
        ("lang", "no", "language", "no"),
        ("language", "pt_BR", "language", "pt-BR"),
        ("language", "English", "language", "en"),
        ("language", "FRANÇAIS", "language", "fr"),
        ("title", "", "title", ""),
        ("title", None, "title", ""),
        ("url", "~", "url", ""),
        ("language", "null", "language", ""),
        ("category", ["x"], "title", ""),
    ],
)
def test_a_field_is_read(key: str, value: object, field: str, expected: str) -> None:
    metadata, problems = read((key, value))
    assert getattr(metadata, field) == expected
    assert problems == []


@pytest.mark.parametrize("key", ["published", "date", "pubdate", "pubDate", "date_published", "Publish-Date"])
@pytest.mark.parametrize(
    "value",
    [
        DAY,
        "2024-11-13",
        "13 November 2024",
        datetime(2024, 11, 13, 23, 30, tzinfo=FAR_WEST),
        datetime(2024, 11, 13, 0, 30, tzinfo=UTC),
        datetime(2024, 11, 13, 23, 30),  # noqa: DTZ001
        20241113,
    ],
)
def test_the_day_is_the_one_that_is_written(key: str, value: object) -> None:
    metadata, problems = read((key, value))
    assert [statement.day for statement in metadata.published] == [DAY]
    assert problems == []


@pytest.mark.parametrize(
    ("key", "value", "expects", "words"),
    [
        ("title", ["a", "b"], "a line of text", ""),
        ("title", {"a": 1}, "a line of text", ""),
        ("title", True, "a line of text", "True"),
        ("published", "soon", "2024-11-13", "soon"),
        ("date", "2024-02-30", "2024-11-13", "2024-02-30"),
        ("date", "03/04/2024", "2024-11-13", "03/04/2024"),
        ("date", 2024, "2024-11-13", "2024"),
        ("date", time(9, 30), "2024-11-13", "09:30:00"),
        ("date", ["2024-11-13"], "2024-11-13", ""),
        ("published", "true", "2024-11-13", "true"),
        ("published", False, "2024-11-13", "False"),
        ("url", "javascript:alert(1)", "https://", "javascript:alert(1)"),
        ("url", "data:text/html,x", "https://", "data:text/html,x"),
        ("url", "www.news.example", "https://", "www.news.example"),
        ("url", "https://", "https://", "https://"),
        ("url", "https://a b", "https://", "https://a b"),
        ("url", "http://[", "https://", "http://["),
        ("source", [["a"]], "a name", ""),
        ("author", [{"email": "x"}], "a name", ""),
        ("language", "English (UK)", "language code", "English (UK)"),
        ("language", "e", "language code", "e"),
        ("language", ["en"], "language code", ""),
    ],
)
def test_a_wrong_value_is_left_out_and_reported(key: str, value: object, expects: str, words: str) -> None:
    metadata, problems = read(("layout", "x"), (key, value))
    assert metadata == Metadata()
    (problem,) = problems
    assert (problem.kind, problem.path, problem.line, problem.words) == (
        ProblemKind.METADATA,
        "a.md",
        3,
        words,
    )
    assert f"“{key}”" in problem.message
    assert expects in problem.message


def test_a_wrong_value_does_not_lose_the_others() -> None:
    metadata, problems = read(("date", "soon"), ("url", "x"), ("title", "A"), ("lang", "en"))
    assert (metadata.title, metadata.language) == ("A", "en")
    assert [problem.line for problem in problems] == [2, 3]


def test_long_words_are_cut_in_a_problem() -> None:
    _, (problem,) = read(("url", "x" * 5000))
    assert len(problem.words) == 60
    assert problem.words.endswith("…")


def test_the_first_of_the_names_of_a_field_holds() -> None:
    metadata, problems = read(
        ("author", "Jane Doe"), ("date", "2024-11-12"), ("source", "Wire"), ("published", DAY)
    )
    assert metadata.source == "Wire"
    assert [(statement.day.day, statement.line) for statement in metadata.published] == [(13, 5), (12, 3)]
    assert problems == []


@pytest.mark.parametrize("value", ["true", "false", "yes", True, False])
def test_published_can_be_a_switch_beside_a_date(value: object) -> None:
    metadata, problems = read(("published", value), ("date", "2024-11-13"))
    assert [statement.day for statement in metadata.published] == [DAY]
    assert problems == []


@pytest.mark.parametrize(("own", "option"), [("de", ""), ("", "de"), ("de", "en")])
def test_dates_in_words_are_in_the_language_of_the_article(own: str, option: str) -> None:
    metadata, problems = read(("date", "13. Dezember 2024"), ("lang", own), language=option)
    assert [statement.day for statement in metadata.published] == [date(2024, 12, 13)]
    assert problems == []
