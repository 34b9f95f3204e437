"""Whole articles: file, manifest, options and file name together."""

from __future__ import annotations

import os
import pickle
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_newstimeline.articles import (
    Article,
    ArticleError,
    Origin,
    read_article,
    read_articles,
    read_manifest,
)
from sphinx_newstimeline.problems import ProblemKind

D13, D14 = date(2024, 11, 13), date(2024, 11, 14)
FRONT = """---
title: Envoys meet
published: 2024-11-13
url: https://news.example/a
source: Wire
lang: en
---
"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder / name


def origins(article: Article) -> dict[str, str]:
    return {field: str(origin) for field, origin in article.origins}


def test_a_bare_text_is_called_by_its_stem(tmp_path: Path) -> None:
    path = write(tmp_path, "envoys-meet.txt", "\nTitle: none\r\nEnvoys met.\n")
    article = read_article(str(path))
    assert article.text == "\nTitle: none\nEnvoys met.\n"
    assert (article.title, article.published, article.url, article.source, article.language) == (
        "envoys-meet", None, "", "", "",
    )  # fmt: skip
    assert article.problems == ()
    assert article.path == path.as_posix()
    assert origins(article) == {
        "title": "file name", "published": "unknown", "url": "unknown", "source": "unknown",
        "language": "unknown",
    }  # fmt: skip
    assert pickle.loads(pickle.dumps(article)) == article


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.MD", "a.txt", "a.text", "a.news", "a"])
def test_front_matter_is_read_in_every_kind_of_text(tmp_path: Path, name: str) -> None:
    article = read_article(write(tmp_path, name, "\ufeff" + FRONT + "Envoys met.\n"))
    assert (article.title, article.published, article.url, article.source, article.language) == (
        "Envoys meet", D13, "https://news.example/a", "Wire", "en",
    )  # fmt: skip
    assert set(origins(article).values()) == {"front matter"}
    assert article.text.strip() == "Envoys met."
    assert article.line_at(article.text.index("met")) == 8


@pytest.mark.parametrize("name", ["a.rtf", "a.doc", "a.PNG", "a.zip", "a.js", "list.csv"])
def test_a_binary_format_says_what_can_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article(write(tmp_path, name, "Envoys met."))
    assert caught.value.problem.kind is ProblemKind.UNREADABLE
    assert ".md" in caught.value.problem.message


def test_a_table_among_the_articles_may_be_meant_for_a_manifest(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article(write(tmp_path, "list.csv", "file,title"))
    assert "given as manifest" in caught.value.problem.message


def test_each_field_has_its_own_origin(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "2024-11-13-x.md",
        "---\nurl: https://news.example/a\n---\n# Envoys meet\n\nOSLO (AP) — Text",
    )
    write(tmp_path, "m.csv", f"file,source,url\n{path.name},Wire,https://news.example/b\n")
    article = read_article(path, language="en", manifest=read_manifest(tmp_path / "m.csv"))
    assert origins(article) == {
        "title": "heading", "published": "file name", "url": "front matter", "source": "manifest",
        "language": "option",
    }  # fmt: skip
    assert (article.title, article.published, article.url, article.source) == (
        "Envoys meet", D13, "https://news.example/a", "Wire",
    )  # fmt: skip


def test_an_agency_in_the_dateline_is_a_source(tmp_path: Path) -> None:
    article = read_article(
        write(tmp_path, "a.txt", "Updated: Nov. 14, 2024\n\nOSLO, Nov. 13, 2024 (AP) — Envoys met.")
    )
    assert (article.source, article.origin_of("source")) == ("AP", Origin.DATELINE)
    assert (article.published, article.origin_of("published")) == (D13, Origin.DATELINE)
    undated = read_article(write(tmp_path, "b.txt", "Updated: Nov. 14, 2024\n\nOSLO (AP) — Envoys met."))
    assert (undated.source, undated.published) == ("AP", D14)


#: name, front matter, manifest, option, text, day, origin
PUBLISHED = [
    ("2024-11-14.txt", "2024-11-13", "2024-11-14", D14, "OSLO, Nov. 14, 2024 — x", D13, Origin.FRONT_MATTER),
    ("2024-11-14.txt", "", "2024-11-13", D14, "OSLO, Nov. 14, 2024 — x", D13, Origin.MANIFEST),
    ("2024-11-14.txt", "", "", D13, "OSLO, Nov. 14, 2024 — x", D13, Origin.OPTION),
    ("2024-11-14.txt", "", "", None, "OSLO, Nov. 13, 2024 — x", D13, Origin.DATELINE),
    ("2024-11-13.txt", "", "", None, "OSLO, Nov. 14 — x", D13, Origin.FILE_NAME),
    ("a.txt", "", "", None, "OSLO, Nov. 13 — x", None, Origin.UNKNOWN),
    ("a.txt", "", "", None, "On Nov. 13, 2024, x", None, Origin.UNKNOWN),
]


@pytest.mark.parametrize(("name", "front", "row", "option", "text", "day", "origin"), PUBLISHED)
def test_the_most_certain_date_holds(tmp_path: Path, name, front, row, option, text, day, origin) -> None:
    write(tmp_path, name, f"---\ndate: {front}\n---\n{text}")
    write(tmp_path, "m.csv", f"file,published\n{name},{row}\n")
    manifest = read_manifest(tmp_path / "m.csv")
    article = read_article(tmp_path / name, published=option, manifest=manifest)
    assert (article.published, article.origin_of("published")) == (day, origin)
    assert {problem.kind for problem in article.problems} <= {ProblemKind.PUBLISHED_CONFLICT}


def test_neither_the_time_stamp_nor_the_clock_counts(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Envoys met on Wednesday.")
    articles = []
    for seconds in (0, time.time()):
        os.utime(path, (seconds, seconds))
        articles.append(read_article(path))
    assert articles[0] == articles[1]
    assert articles[0].published is None


def test_a_conflict_stands_where_it_was_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "---\ndate: 2024-11-13\n---\n\nOSLO, Nov. 20, 2024 — Envoys met.")
    (problem,) = read_article(path).problems
    assert (problem.kind, problem.line, problem.words) == (ProblemKind.PUBLISHED_CONFLICT, 5, "Nov. 20, 2024")
    assert problem.message == (
        "published 2024-11-13 by the front matter, but 2024-11-20 by the dateline; 2024-11-13 is taken"
    )


@pytest.mark.parametrize("text", ["", " \n\n", "---\ntitle: A\n---\n", "\ufeff"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_an_empty_article_is_returned_with_its_problem(tmp_path: Path, name: str, text: str) -> None:
    article = read_article(write(tmp_path, name, text))
    assert [problem.kind for problem in article.problems] == [ProblemKind.EMPTY]
    assert article.text.strip() == ""
    assert article.line_at(0) >= 1


def test_one_bad_file_never_loses_the_others(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, "a.txt", "Envoys met."),
        write(tmp_path, "b.txt", b"caf\xe9"),
        tmp_path / "missing.txt",
        tmp_path,
        write(tmp_path, "c.md", "---\ndate: soon\n---\n"),
        write(tmp_path, "d.txt", "They left."),
    ]
    articles, problems = read_articles(paths, published=D13, language="en")
    assert [article.title for article in articles] == ["a", "c", "d"]
    assert {(article.published, article.language) for article in articles} == {(D13, "en")}
    assert [(problem.kind, Path(problem.path).name) for problem in problems] == [
        (ProblemKind.ENCODING, "b.txt"),
        (ProblemKind.MISSING, "missing.txt"),
        (ProblemKind.UNREADABLE, tmp_path.name),
        (ProblemKind.METADATA, "c.md"),
        (ProblemKind.EMPTY, "c.md"),
    ]


def test_the_language_of_the_option_reads_the_dateline(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "BERLIN, 13. Dezember 2024 (dpa) – Die Gesandten trafen sich.")
    assert read_article(path, language="de").published == date(2024, 12, 13)


def test_a_long_text_tells_its_lines_without_counting_from_the_top(tmp_path: Path) -> None:
    rows = [f"word{number}" for number in range(1, 60_001)]
    article = read_article(write(tmp_path, "a.txt", "---\ntitle: A\n---\n" + "\n".join(rows)))
    for number in (1, 2, 4_097, 30_000, 59_999, 60_000):
        assert (
            article.line_at(article.text.index(f"word{number}\n" if number < 60_000 else "word60000"))
            == number + 3
        )
    gaps = [
        after - before
        for (before, _), (after, _) in zip(article.line_starts, article.line_starts[1:], strict=False)
    ]
    assert max(gaps) < 100_000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(
    st.binary(max_size=120),
    st.sampled_from(["a.md", "a.txt"]),
    st.sampled_from([b"", b"---\n", b"---\ndate: ", b"+++\n"]),
)
def test_whatever_a_file_holds_only_article_errors_are_raised(tmp_path: Path, data, name, head) -> None:
    articles, problems = read_articles([write(tmp_path, name, head + data)])
    assert len(articles) == 1 or problems[0].kind in {ProblemKind.ENCODING, ProblemKind.UNREADABLE}
