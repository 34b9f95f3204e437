"""Schedules, and timelines told from a day, in builds."""

from __future__ import annotations

import re
import shutil

import pytest
from bs4 import BeautifulSoup


@pytest.fixture
def build(make_app, rootdir, tmp_path):
    """Return a function that builds a page in a format and returns its text and the warnings."""
    pytest.importorskip("myst_parser")

    def run(page, builder="html", articles=None, name="index.rst"):
        source = tmp_path / "source"
        shutil.copytree(rootdir / "test-edits", source, ignore=shutil.ignore_patterns("*.rst", "*.md"))
        for article, text in (articles or {}).items():
            (source / "articles" / article).write_text(text, encoding="utf-8")
        title = "# Page\n\n" if name.endswith(".md") else "Page\n====\n\n"
        (source / name).write_text(f"{title}{page}\n", encoding="utf-8")
        app = make_app(builder, srcdir=source)
        app.build()
        warnings = re.sub("\x1b\\[[0-9;]*m", "", app.warning.getvalue())
        suffix = {"html": "html", "text": "txt", "latex": "tex"}[builder]
        files = [
            path
            for path in app.outdir.glob(f"*.{suffix}")
            if path.stem in {"index", "python", "projectnamenotset"}
        ]
        return files[0].read_text(encoding="utf-8"), warnings

    return run


AGENDA = ".. newstimeline:: articles/*.txt\n   :layout: schedule\n"


def groups(html):
    soup = BeautifulSoup(html, "html.parser")
    return {
        section["aria-label"]: [item["data-edtf"] for item in section.select(".newstimeline-event")]
        for section in soup.select(".newstimeline-schedule .newstimeline-group")
    }


def test_a_schedule_looks_ahead_by_months(build):
    html, warnings = build(f"{AGENDA}   :to: 2025-03-09")
    assert warnings == ""
    assert groups(html) == {
        "Due or expected before February 12, 2025": ["2025-01-22", "../2025-01-31"],
        "February 2025": ["2025-02-14", "2025-02-21", "2025-02-28", "../2025-02-28"],
        "March 2025": ["2025-03-01", "2025-03-07"],
    }
    soup = BeautifulSoup(html, "html.parser")
    standings = [node.get_text() for node in soup.select(".newstimeline-standing")]
    assert standings == [" · was expected", " · was due"]
    assert not soup.select(".newstimeline-why")
    assert not soup.select(".newstimeline-chart")
    ids = [item["id"] for item in soup.select(".newstimeline-event")]
    assert len(set(ids)) == len(ids)


def test_by_weeks_from_another_day_in_both_parsers(build, tmp_path):
    options = {"as-of": "February 20, 2025", "group-by": "week", "to": "2025-03-09"}
    rst, _ = build(AGENDA + "".join(f"   :{name}: {value}\n" for name, value in options.items()))
    shutil.rmtree(tmp_path / "source")
    lines = "".join(f":{name}: {value}\n" for name, value in options.items())
    md, _ = build(f"```{{newstimeline}} articles/*.txt\n:layout: schedule\n{lines}```", name="index.md")
    expected = {
        "Due or expected before February 20, 2025": ["2025-01-22", "../2025-01-31"],
        "Feb 17 – 23, 2025": ["2025-02-21"],
        "Feb 24 – Mar 2, 2025": ["2025-02-28", "../2025-02-28", "2025-03-01"],
        "Mar 3 – 9, 2025": ["2025-03-07"],
    }
    found = groups(rst)
    assert {name.replace(" ", " ").replace(" ", " "): days for name, days in found.items()} == expected
    assert groups(md) == found


@pytest.mark.parametrize(
    ("builder", "said"),
    [
        (
            "text",
            ["Due or expected before February 12, 2025", "Wed, Jan 22, 2025 · was expected", "· was due"],
        ),
        ("latex", [r"\newstimelinegroup{Due or expected before February 12, 2025}", "was due"]),
    ],
)
def test_other_formats_say_the_same(build, builder, said):
    text, warnings = build(AGENDA, builder)
    assert warnings == ""
    for words in said:
        assert words in text


def test_a_timeline_told_from_a_day(build):
    html, warnings = build(".. newstimeline:: articles/*.txt\n   :as-of: 2025-01-25")
    assert warnings == ""
    soup = BeautifulSoup(html, "html.parser")
    found = {item["data-edtf"]: item for item in soup.select(".newstimeline-event")}
    assert list(found) == ["1931", "2025-01-22", "../2025-01-31"], "what was published later is left out"
    standings = {
        edtf: [name for name in item["class"] if "expected" in name or "due" in name]
        for edtf, item in found.items()
    }
    assert standings == {
        "1931": [],
        "2025-01-22": ["newstimeline-was-expected"],
        "../2025-01-31": ["newstimeline-due"],
    }
    assert found["../2025-01-31"].select_one(".newstimeline-standing").get_text() == " · due"


def test_without_as_of_nothing_is_said_of_expectations(build):
    html, _ = build(".. newstimeline:: articles/*.txt")
    assert "newstimeline-standing" not in html


def test_a_schedule_without_any_day_warns(build):
    page = ".. newstimeline:: articles/undated.txt\n   :layout: schedule"
    html, warnings = build(page, articles={"undated.txt": "It opens on May 3, 2025."})
    assert "index.rst:4: WARNING: nothing says from which day on this schedule looks ahead" in warnings
    assert "[newstimeline.as-of]" in warnings
    assert groups(html) == {"May 2025": ["2025-05-03"]}
