"""Headings with days of their own: which are such, and what is counted from them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from linear import assert_linear
from office_files import docx, odt, paragraph

from sphinx_newstimeline.articles import Origin, read_article
from sphinx_newstimeline.articles.headings import day_of_heading
from sphinx_newstimeline.articles.plain_headings import plain_headings
from sphinx_newstimeline.extraction import Given, extract, extract_file
from sphinx_newstimeline.problems import ProblemKind

MAY_2 = date(2024, 5, 2)
MINUTES = "Minutes of 2 May 2024"
DOE = "  A. Doe  <a@x.example>\n\n"

#: a heading that says by itself when its section was written
CERTAIN = [
    "2024-05-02",
    "Thursday, 2 May 2024",
    "May 2nd, 2024, 18:00",
    "[1.2.0] - 2024-05-02",
    "[1.2.0-rc.1] – 2024-05-02",
    "1.4 (May 2, 2024)",
    "v1.4, released on 2 May 2024",
    "What's new in Tidewater 1.4 (2024-05-02)",
    "2024.5.2 (2024-05-02)",
    "Tidewater 1.4: 2024/05/02",
    "Minutes of 2 May 2024",
    "Notes from 2 May 2024",
    "Minutes of the 14th general meeting, Thursday, 2 May 2024, in the town hall",
]
#: one that does so in company
IN_COMPANY = [
    "Kick-off (2 May 2024)",
    "Board, 2 May 2024",
    "2 May 2024: the budget",
    "2024-05-02  A. Doe  <a@x.example>",
]
#: one that does not
NEVER = [
    "Unreleased",
    "1.4",
    "1.4 (May 2024)",
    "1.4 (2024)",
    "1.4 (2024-05-02, mended 2024-05-09)",
    "2–4 May 2024",
    "Before 2 May 2024",
    "Since 2 May 2024",
    "1.4 (unreleased, planned for 2 May 2024)",
    "1.4 (due 2 May 2024)",
    "By 2 May 2024",
    "About 2 May 2024",
    "Minutes from around 2 May 2024",
    "Diary from 2 May 2024 on",
    "Notes of the weekend of 4 May 2024",
    "Notes of Ramadan 2024",
    "The flood of 2 May 2024",
    "How the vote on 2 May 2024 was lost",
    "2024.5.2",
    "1.4 (2024-05-32)",
    "Minutes of 2 May",
    "word " * 40 + "2024-05-02",
]


@pytest.mark.parametrize("words", CERTAIN)
def test_headings_of_records_state_their_day(words):
    assert day_of_heading(words, "en") == (MAY_2, True)


@pytest.mark.parametrize("words", IN_COMPANY)
def test_a_day_that_is_set_apart_counts_in_company(words):
    assert day_of_heading(words, "en") == (MAY_2, False)


@pytest.mark.parametrize("words", NEVER)
def test_other_headings_state_no_day(words):
    assert day_of_heading(words, "en") is None


def test_a_language_without_data_has_no_days():
    assert day_of_heading("1.4 (2024-05-02)", "xx") is None


@pytest.fixture
def told(tmp_path):
    """Return a function that gives words, date, anchor and its words of all events of a file."""

    def tell(text, name="notes.md", **options):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        article = read_article(path, **options)
        found = extract(article)
        events = [*found.events, *found.undated]
        for event in events:
            source = event.sources[0]
            assert " ".join(article.text[source.start : source.end].split()) == event.words
        return {
            event.words: (event.interval.edtf if event.interval else "", event.why.anchor_words)
            for event in events
        }

    return tell


CHANGELOG = """\
# Changelog

## Unreleased

- The old format goes away next year.

## [1.2.0] - 2024-05-02

The server was down yesterday.

### Added

- The tide table that was promised on Monday, 29 April.

### Mended later (2024-05-20)

- A leak that was found the week before last.

### Removed

- What was deprecated last month.

## 1.1

Out on Tuesday.
"""


def test_prose_is_counted_from_the_heading_of_its_section(told):
    dates = told(CHANGELOG)
    assert dates["next year"] == ("", "")
    assert dates["yesterday"] == ("2024-05-01", "[1.2.0] - 2024-05-02")
    assert dates["on Monday, 29 April"] == ("2024-04-29", "[1.2.0] - 2024-05-02")
    assert dates["last month"] == ("2024-04", "[1.2.0] - 2024-05-02")
    assert dates["on Tuesday"] == ("", "")


def test_a_section_without_a_day_has_that_of_the_document(told):
    dates = told(CHANGELOG, published=date(2025, 6, 4))
    assert dates["next year"] == ("2026", "")
    assert dates["yesterday"] == ("2024-05-01", "[1.2.0] - 2024-05-02")
    assert dates["on Tuesday"] == ("2025-06-03", "")


def test_what_lies_in_a_section_has_the_day_of_the_nearest_heading(tmp_path):
    (tmp_path / "notes.md").write_text(CHANGELOG.replace("Mended later", "Notes of"), encoding="utf-8")
    parts = read_article(tmp_path / "notes.md").parts
    assert [(part.day, part.heading) for part in parts] == [
        (MAY_2, "[1.2.0] - 2024-05-02"),
        (date(2024, 5, 20), "Notes of (2024-05-20)"),
        (MAY_2, "[1.2.0] - 2024-05-02"),
    ]
    assert all(one.end == other.start for one, other in pairwise(parts))


def test_only_what_has_no_day_is_reported(tmp_path):
    (tmp_path / "notes.md").write_text(CHANGELOG, encoding="utf-8")
    (problem,) = extract_file(str(tmp_path / "notes.md"), Given()).problems
    assert (problem.kind, problem.line, problem.words) == (ProblemKind.UNPUBLISHED, 5, "next year")
    assert "2 time expressions" in problem.message


def test_entries_and_the_record_say_when_their_section_was_written(tmp_path):
    (tmp_path / "notes.md").write_text(CHANGELOG, encoding="utf-8")
    ((record, found),) = extract_file(str(tmp_path / "notes.md"), Given()).articles
    published = {event.words: event.sources[0].published for event in (*found.events, *found.undated)}
    assert published["yesterday"] == MAY_2
    assert published["on Tuesday"] is None
    assert record.published == MAY_2


COMPANY = "# Board\n\n## Kick-off (2 May 2024)\n\nWe met yesterday.\n{}"


@pytest.mark.parametrize(
    ("more", "published", "expected"),
    [
        ("", None, ""),
        ("\n## Budget (9 May 2024)\n\nWell.", None, "2024-05-01"),
        ("\n### Budget (9 May 2024)\n\nWell.", None, ""),
        ("\n## The flood of 9 May 2024\n\nWell.", None, ""),
        ("\n## Budget (9 May 2024)\n\nWell.", date(2025, 1, 1), "2024-05-01"),
        ("\n## Budget (9 May 2024)\n\nWell.", date(2024, 4, 1), "2024-03-31"),
    ],
)
def test_days_that_are_set_apart_need_company_and_are_past(told, more, published, expected):
    assert told(COMPANY.format(more), published=published)["yesterday"][0] == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("NEWS", "News\n====\n\n1.4 (May 2, 2024)\n\n* Promised yesterday.\n\nOlder\n-----\n\nOnce."),
        ("NEWS", "Tidewater 1.4 - 2024-05-02\n* Promised yesterday."),
        ("news.txt", "== 1.4 (2024-05-02) ==\n\nPromised yesterday."),
        ("news.txt", "2024-05-02\n----------\n\nPromised yesterday."),
        ("news.txt", "=====\nMinutes of 2 May 2024\n=====\n\nPromised yesterday."),
        ("ChangeLog", f"2024-05-02{DOE}\t* Promised yesterday.\n\n2024-04-02{DOE}\t* One."),
        ("notes.md", "# 1.4 (2024-05-02)\n\nPromised yesterday.\n\n# 1.3 (2024-04-02)\n\nOne."),
        ("minutes.docx", docx(paragraph(MINUTES, "heading 2") + paragraph("Promised yesterday."))),
        ("minutes.odt", odt(f"<text:h text:outline-level='2'>{MINUTES}</text:h>"
         "<text:p>Promised yesterday.</text:p>")),
    ],
)  # fmt: skip
def test_every_kind_of_document_has_headings(told, name, text):
    date_, heading = told(text, name)["yesterday"]
    assert date_ == "2024-05-01"
    assert "2024" in heading


@pytest.mark.parametrize(
    ("text", "published", "origin"),
    [
        ("# Minutes of 2 May 2024\n\nText.", MAY_2, Origin.HEADING),
        ("---\ntitle: Tidewater 1.4 (2024-05-02)\n---\nText.", MAY_2, Origin.HEADING),
        (
            "---\ndate: 2024-05-09\n---\n# Minutes of 2 May 2024\n\nText.",
            date(2024, 5, 9),
            Origin.FRONT_MATTER,
        ),
        ("# The flood of 2 May 2024\n\nText.", None, Origin.UNKNOWN),
        ("# Kick-off (2 May 2024)\n\nText.", None, Origin.UNKNOWN),
        ("# Diary\n\n## 2024-05-02\n\nText.", None, Origin.UNKNOWN),
        ("# Tidewater 2.0\n\n2 May 2024\n\nText.", MAY_2, Origin.DATELINE),
    ],
)
def test_the_title_of_a_record_states_its_publication(tmp_path, text, published, origin):
    (tmp_path / "notes.md").write_text(text, encoding="utf-8")
    article = read_article(tmp_path / "notes.md")
    assert (article.published, article.origin_of("published"), article.problems) == (published, origin, ())


def test_headings_of_plain_texts():
    lines = ["Title", "====", "Text,", "wrapped", "----", "", "Head", "----", "", "# One", "Text", ""]
    more = [
        "  * It",
        "----",
        "",
        "Head",
        "====",
        "1.4 (2024)",
        "",
        "Apart",
        "",
        "----",
        "",
        "Text,",
        "# two",
        "",
    ]
    text = "\n".join([*lines, *more])
    found = [(text[start:end], level) for start, end, level in plain_headings(text)]
    assert found == [("Title", 1), ("Head", 2), ("# One", 1), ("Head", 1), ("1.4 (2024)", 99)]


def test_the_time_grows_with_the_number_of_sections(tmp_path):
    def read(size):
        path = tmp_path / "notes.md"
        path.write_text("## 1.4 (2024-05-02)\n\nBegun yesterday.\n\n" * size, encoding="utf-8")
        extract(read_article(path))

    assert_linear(read, 20)
