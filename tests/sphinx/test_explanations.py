"""Why an event has its date, in words."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pytest
from babel import Locale
from bs4 import BeautifulSoup
from handmade import EVENTS

from sphinx_newstimeline.sphinxext.explanations import explain
from sphinx_newstimeline.temporal.interval import Edge, Interval
from sphinx_newstimeline.temporal.timex import Why

EN = Locale("en")


def event(why, **fields):
    return replace(EVENTS[6], why=why, **fields)


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        (
            Why("en:weekday", "published", "2024-11-13", "", ("weekday",), ("year", "month", "day")),
            "“on Wednesday” is counted from the day of publication, November 13, 2024.",
        ),
        (
            Why("en:month-day", "published", "2024-11-13", "", ("month", "day"), ("year",)),
            "“on Wednesday” is completed from the day of publication, November 13, 2024.",
        ),
        (
            Why("en:later", "text", "1852-10-03", "3 October 1852"),
            "“on Wednesday” is counted from “3 October 1852”, earlier in the text (October 3, 1852).",
        ),
        (
            Why("en:half", "text", "2025-H1", "the first half of 2025", ("half",), ("year",)),
            "“on Wednesday” is completed from “the first half of 2025”, earlier in the text (2025-H1).",
        ),
        (
            Why("en:weekday", "heading", "2024-05-02", "1.4 (2024-05-02)", ("weekday",)),
            "“on Wednesday” is counted from the heading “1.4 (2024-05-02)” (May 2, 2024).",
        ),
        (
            Why("en:month-day", "heading", "2024-05-02", "1.4 (2024-05-02)", ("month", "day"), ("year",)),
            "“on Wednesday” is completed from the heading “1.4 (2024-05-02)” (May 2, 2024).",
        ),
        (
            Why("en:rest-of", "period", "2021-01-20/2025-01-20", "Joe Biden's term"),
            "“on Wednesday” is counted from the period “Joe Biden's term” (Jan 20, 2021 – Jan 20, 2025).",
        ),
        (
            Why("en:decade", "text", "198X", "the 1980s"),
            "“on Wednesday” is counted from “the 1980s”, earlier in the text (the 1980s).",
        ),
        (Why("en:year", stated=("year",)), "“on Wednesday” states the date without reference to another."),
        (
            Why("en:weekday", "unknown"),
            "“on Wednesday” would be counted from the day of publication, which is not known.",
        ),
        (Why("en:year", "out of range"), "“on Wednesday” lies outside the years 1 to 9999."),
        (Why("en:x", "of a new kind"), "“on Wednesday” states the date without reference to another."),
    ],
)
def test_the_anchor_is_told_in_a_sentence(why, sentence):
    assert explain(event(why), EN).sentence == sentence


def test_the_parts_are_listed_from_wide_to_narrow():
    why = Why("en:weekday", "published", "2024-11-13", "", ("weekday",), ("day", "year", "month"), "will")
    assert explain(event(why), EN).facts == (
        ("Stated", "weekday"),
        ("Filled in", "year, month, and day"),
        ("Direction from", "“will”"),
        ("Rule", "en:weekday"),
    )


@pytest.mark.parametrize(
    ("fields", "meaning"),
    [
        ({"interval": Interval.of_month(2024, 8)}, "a stretch of time"),
        ({"interval": Interval.of_year(2024).since()}, "a stretch of time with one end open"),
        ({"interval": Interval.of_year(2024).until(), "deadline": True}, "a deadline"),
        ({"interval": Interval(Edge(date(2024, 1, 1), approximate=True), None)}, "an approximate date"),
    ],
)
def test_what_the_marker_means_is_said(fields, meaning):
    assert dict(explain(event(Why("test"), **fields), EN).facts)["Shown as"].startswith(meaning)


def page(app):
    app.build()
    return BeautifulSoup((app.outdir / "index.html").read_text(encoding="utf-8"), "html.parser")


@pytest.mark.sphinx("html", testroot="articles")
def test_a_page_explains_each_date_on_demand(app):
    items = page(app).select("#bridge li.newstimeline-event")
    assert items
    for item in items:
        (why,) = item.select(".newstimeline-when > details.newstimeline-why")
        assert not why.has_attr("open")
        assert why.select_one("summary").get_text() == "Why this date?"
    (wednesday,) = [item for item in items if item.mark.get_text() == "on Wednesday"]
    assert "is counted from the day of publication, November 13, 2024." in wednesday.get_text()
    facts = [fact.get_text() for fact in wednesday.select("dt")]
    assert facts == ["Stated", "Filled in", "Direction from", "Rule"]


@pytest.mark.sphinx("html", testroot="articles", srcdir="hiding", confoverrides={"newstimeline_why": "hide"})
def test_configuration_hides_explanations(app):
    html = page(app)
    assert html.select("#bridge .newstimeline-when")
    assert not html.select(".newstimeline-why")


@pytest.mark.parametrize("builder", ["epub", "text", "latex", "xml", "gettext"])
def test_nothing_but_a_web_page_has_explanations(make_app, rootdir, tmp_path, builder):
    shutil.copytree(rootdir / "test-articles", tmp_path / "source")
    app = make_app(builder, srcdir=tmp_path / "source")
    app.build()
    endings = {".xhtml", ".txt", ".tex", ".xml", ".pot"}
    files = [path for path in app.outdir.rglob("*") if path.suffix in endings]
    assert files
    for path in files:
        assert "Why this date" not in path.read_text(encoding="utf-8")


@pytest.mark.sphinx("html", testroot="articles")
def test_the_search_index_has_no_explanations(app):
    app.build()
    assert (
        "publication" not in (app.outdir / "searchindex.js").read_text(encoding="utf-8").split("objects")[-1]
    )
