"""What a browser gets: structure, escaping, assets."""

from __future__ import annotations

import json
import re

import pytest
from bs4 import BeautifulSoup
from handmade import NASTY

from sphinx_newstimeline.sphinxext import doctree

#: The date and time strings of HTML that this extension writes (WHATWG HTML, "Dates and times").
VALID = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\dZ?)?)?)?|\d\d:\d\d")


def page(app, name="index"):
    app.build()
    return BeautifulSoup((app.outdir / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


@pytest.fixture
def handmade(app):
    return page(app)


@pytest.mark.sphinx("html", testroot="handmade")
def test_a_container_holds_an_ordered_list_of_events(handmade):
    container = handmade.select_one("div.newstimeline#visit")
    items = container.select("ol.newstimeline-events > li.newstimeline-event")
    assert len(items) == 12
    assert all(item.parent.name == "ol" for item in items)
    assert items[0]["data-edtf"] == "18XX"
    assert items[0]["id"] == "nt-visit-000000000001"


@pytest.mark.sphinx("html", testroot="handmade")
def test_every_part_of_an_event_is_there(handmade):
    event = handmade.select_one("#nt-visit-000000000007")
    assert event["class"] == ["newstimeline-event", "newstimeline-day"]
    assert event["data-edtf"] == "2024-11-13"
    assert event.select_one(".newstimeline-date time")["datetime"] == "2024-11-13"
    assert event.select_one(".newstimeline-date").get_text() == "November 13, 2024"
    assert event.select_one(".newstimeline-sentence mark").get_text() == "on Wednesday"
    assert event.select_one(".newstimeline-speaker").get_text() == "Minister Ida Holm"
    source = event.select_one(".newstimeline-source")
    assert source.get_text().strip() == "Agency, Minister visits the alliance, November 13, 2024"
    assert source.a["href"] == "https://example.org/visit"
    assert source.time["datetime"] == "2024-11-13"


@pytest.mark.sphinx("html", testroot="handmade")
@pytest.mark.parametrize(
    ("number", "kind", "label"),
    [
        (3, "vague", "approximate date"),
        (5, "span", None),
        (9, "deadline", "deadline"),
        (10, "open", None),
        (12, "recurrence", "recurring"),
    ],
)
def test_kinds_are_shown_and_said(handmade, number, kind, label):
    event = handmade.select_one(f"#nt-visit-{number:012x}")
    assert f"newstimeline-{kind}" in event["class"]
    spoken = event.select_one(".newstimeline-kind")
    assert (spoken.get_text().strip(" ()") if spoken else None) == label


@pytest.mark.sphinx("html", testroot="handmade")
def test_dates_for_machines_are_valid(handmade):
    times = handmade.select("time")
    assert times
    assert [time["datetime"] for time in times if not VALID.fullmatch(time["datetime"])] == []
    interval = handmade.select("#nt-visit-000000000008 .newstimeline-date time")
    assert [time["datetime"] for time in interval] == ["2025-01-20", "2025-02-03"]
    assert handmade.select_one("#nt-visit-000000000002 data")["value"] == "198X"
    assert "data-edtf" not in handmade.select_one("#nt-visit-00000000000c").attrs
    assert handmade.select_one("#nt-visit-00000000000c")["data-rrule"] == "FREQ=WEEKLY;BYDAY=FR"


@pytest.mark.sphinx("html", testroot="handmade")
def test_groups_have_headings_and_undated_events_come_last(handmade):
    sections = handmade.select("div:not(#grouped-rows) > section.newstimeline-group")
    assert [section["aria-label"] for section in sections][-3:] == [
        "December 2024",
        "January 2025",
        "Undated",
    ]
    heading = sections[0].select_one("p.newstimeline-group-title")
    assert (heading["role"], heading["aria-level"]) == ("heading", "3")
    assert all(section.select_one("ol > li.newstimeline-event") for section in sections)


@pytest.mark.sphinx("html", testroot="handmade")
def test_no_id_occurs_twice(handmade):
    ids = [element["id"] for element in handmade.select("[id]")]
    assert len(ids) == len(set(ids))
    assert any(found.startswith("nt-index-") for found in ids)
    assert any(found.startswith("nt-index--2-") for found in ids)


@pytest.mark.sphinx("html", testroot="handmade")
def test_hostile_text_is_text(handmade):
    timelines = handmade.select("div.newstimeline")[-1]
    assert timelines.select("script, [onclick], [href^='javascript']") == []
    event = handmade.select_one("[id$='-000000000014']")
    assert (
        event.select_one(".newstimeline-sentence").get_text().strip() == f"{NASTY}on Wednesday{NASTY}".strip()
    )
    assert event.select_one(".newstimeline-speaker").get_text() == NASTY
    link = handmade.select_one("[id$='-000000000017'] a")
    assert link["href"] == "https://example.org/?a=1&b=%20#x_y~z%7B%7D%5C"
    assert "x" * 100_000 in timelines.get_text()


@pytest.mark.sphinx("html", testroot="articles")
def test_assets_are_linked_where_they_are_needed(app):
    assert page(app).select_one("link[href*='newstimeline.css']")
    for name in ("plain", "genindex", "search"):
        html = (app.outdir / f"{name}.html").read_text(encoding="utf-8")
        assert "newstimeline.css" not in html
    assert (app.outdir / "_static" / "newstimeline.css").is_file()
    assert not list(app.outdir.rglob("*.sty"))


@pytest.mark.sphinx("html", testroot="articles")
def test_a_timeline_of_articles_is_captioned_named_and_referenced(app):
    html = page(app)
    timeline = html.select_one("div.newstimeline.wide#bridge")
    assert timeline.select_one("p.newstimeline-caption em").get_text() == "happens"
    assert html.select_one("a[href='#bridge']").get_text() == "the timeline"
    marks = [mark.get_text() for mark in timeline.select("mark")]
    assert "by December 9" in marks
    assert "on Wednesday" in marks


@pytest.mark.sphinx("html", testroot="articles")
@pytest.mark.parametrize(("name", "href"), [("index", "#bridge"), ("other", "index.html#bridge")])
def test_a_reference_without_a_text_has_the_caption(app, name, href):
    links = [link.get_text() for link in page(app, name).select(f"a[href='{href}']")]
    assert links[-1] == "What happens to the bridge"


@pytest.mark.sphinx("html", testroot="myst")
@pytest.mark.parametrize("name", ["index", "markdown", "restructured"])
def test_references_have_captions_in_both_markups(app, name):
    html = page(app, name)
    for target in ("restructured.html#twins", "markdown.html#twins-too"):
        links = html.select(f"a.reference[href='{target.removeprefix(name + '.html')}']")
        assert [link.get_text() for link in links if "std-ref" in str(link)] == ["A caption"]


@pytest.mark.sphinx("html", testroot="handmade")
def test_the_words_of_an_article_have_their_own_direction(handmade):
    event = handmade.select_one("#nt-visit-000000000007")
    assert event.select_one(".newstimeline-sentence")["dir"] == "auto"
    assert event.select_one(".newstimeline-speaker")["dir"] == "auto"
    assert event.select_one("bdi > .newstimeline-title").get_text() == "Minister visits the alliance"
    assert event.select_one("bdi > .newstimeline-publisher").get_text() == "Agency"


@pytest.mark.sphinx("html", testroot="articles", confoverrides={"language": "de"})
def test_dates_are_written_for_the_reader(app):
    assert "13. November 2024" in page(app).select_one("div.newstimeline").get_text()


@pytest.mark.sphinx("html", testroot="articles")
def test_full_texts_stay_at_home(app):
    app.build()
    assert not [path for path in app.outdir.rglob("*") if path.name == "2024-11-13-bridge.txt"]


@pytest.mark.sphinx("html", testroot="articles", confoverrides={"newstimeline_publish_sources": True})
def test_full_texts_are_published_on_demand(app):
    html = page(app)
    links = {link["href"] for link in html.select(".newstimeline-source a")}
    copies = [link for link in links if link.startswith("_downloads/")]
    assert len(copies) == 1
    assert (app.outdir / copies[0]).read_bytes() == (
        app.srcdir / "articles" / "2024-11-13-bridge.txt"
    ).read_bytes()
    assert "https://example.org/harbour?a=1&b=2" in links


def test_a_document_of_a_stranger_publishes_no_file_of_the_machine(make_app, tmp_path):
    (tmp_path / "secret.txt").write_text("The key is under the mat.", encoding="utf-8")
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "conf.py").write_text(
        "extensions = ['sphinx_newstimeline']\nnewstimeline_publish_sources = True\n", encoding="utf-8"
    )
    sources = [{"path": "../secret.txt", "title": "News"}, {"path": "conf.py", "title": "More news"}]
    events = [
        {"id": f"e{number}", "edtf": "2024-11-13", "sentence": f"It rains {number}.", "sources": [source]}
        for number, source in enumerate(sources)
    ]
    (folder / "strange.json").write_text(json.dumps({"version": 1, "events": events}), encoding="utf-8")
    (folder / "index.rst").write_text("News\n====\n\n.. newstimeline:: strange.json\n", encoding="utf-8")
    app = make_app("html", srcdir=folder)
    app.build()
    html = page(app)
    assert {one.get_text() for one in html.select(".newstimeline-title")} == {"News", "More news"}
    assert not html.select(".newstimeline-source a")
    assert not (app.outdir / "_downloads").exists()


@pytest.mark.sphinx("html", testroot="handmade")
@pytest.mark.parametrize(
    ("number", "edges"), [(3, ["start", "end"]), (7, []), (9, ["start"]), (10, ["end"]), (11, ["start"])]
)
def test_open_and_approximate_edges_fade(handmade, number, edges):
    event = handmade.select_one(f"#nt-visit-{number:012x}")
    assert [name for name in event["class"] if "fades" in name] == [
        f"newstimeline-fades-{edge}" for edge in edges
    ]


@pytest.mark.sphinx("html", testroot="handmade")
def test_short_timelines_do_not_fold(handmade):
    assert not handmade.select(".newstimeline-group details:not(.newstimeline-why)")


@pytest.mark.sphinx("html", testroot="handmade", srcdir="folding")
def test_groups_of_long_timelines_fold(app, monkeypatch):
    monkeypatch.setattr(doctree, "FOLDED_FROM", 11)
    html = page(app)
    sections = html.select("div:not(#grouped-rows) > section.newstimeline-group")
    assert sections
    for section in sections:
        (fold,) = section.select("details.newstimeline-fold")
        assert fold.has_attr("open")
        heading = fold.select_one("summary > .newstimeline-group-title")
        assert (heading.name, heading["role"]) == ("span", "heading")
        assert fold.select("ol > li.newstimeline-event")
