"""The headlines of texts that have no markup for them."""

from __future__ import annotations

from datetime import date

import pytest

from sphinx_newstimeline.articles import read_article

MINUTES = "Minutes of the meeting of 3 March 2025"
LINE = "SKARROW, March 3, 2025 — The port bought a crane on Friday."


@pytest.mark.parametrize(
    ("text", "title", "origin"),
    [
        (f"A second crane\n\n{LINE}", "A second crane", "dateline"),
        (f"A second crane\n{LINE}", "A second crane", "dateline"),
        (f"\n\nA second crane\nIt lifts fifty tonnes\n\nBy Ida Lund\n\n{LINE}", "A second crane", "dateline"),
        (f"*FOR IMMEDIATE RELEASE*\n\nA second crane\nIt lifts\n\n{LINE}", "A second crane", "dateline"),
        ("A second crane\nBy Ida Lund\nMarch 3, 2025\n\nThe port bought it.", "A second crane", "dateline"),
        (f"Skarrow council\n{MINUTES}\n\nIt met.", MINUTES, "heading"),
        (LINE, "a", "file name"),
        (f"By Ida Lund\n\n{LINE}", "a", "file name"),
        ("A second crane\n\nThe port bought it on Friday.", "a", "file name"),
        ("The port bought a crane.\n\nMinutes of 3 March 2025 say so.", "a", "file name"),
        (f"It met.\n{MINUTES}", "a", "file name"),
        (f"---\ntitle: Crane\n---\nA second crane\n\n{LINE}", "Crane", "front matter"),
    ],
)  # fmt: skip
def test_a_headline_is_what_stands_above_a_dateline(tmp_path, text, title, origin):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    article = read_article(tmp_path / "a.txt")
    assert (article.title, article.origin_of("title")) == (title, origin)


def test_a_headline_that_tells_of_a_meeting_is_no_day_of_publication(tmp_path):
    (tmp_path / "a.txt").write_text(
        f"The meeting of 1 March 2025 and what it cost\n\n{LINE}", encoding="utf-8"
    )
    article = read_article(tmp_path / "a.txt")
    assert (article.published, article.origin_of("published"), article.problems) == (
        date(2025, 3, 3),
        "dateline",
        (),
    )


def test_minutes_are_of_the_day_that_stands_above_them(tmp_path):
    (tmp_path / "a.txt").write_text(f"Skarrow council\n{MINUTES}\n\nIt met.", "utf-8")
    article = read_article(tmp_path / "a.txt")
    assert (article.published, article.origin_of("published")) == (date(2025, 3, 3), "heading")


def test_a_press_release_has_its_dateline_below_all_of_its_head(tmp_path):
    head = "PRESS RELEASE\n\nA second crane\nIt lifts fifty tonnes\nBy Ida Lund\n\n"
    (tmp_path / "a.txt").write_text(f"{head}{LINE}", encoding="utf-8")
    assert read_article(tmp_path / "a.txt").published == date(2025, 3, 3)
