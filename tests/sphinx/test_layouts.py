"""Timelines as tables, and compact ones."""

from __future__ import annotations

import re
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

ARTICLE = "The council met on Wednesday.\n"


def page(app):
    app.build()
    return BeautifulSoup((app.outdir / "index.html").read_text(encoding="utf-8"), "html.parser")


@pytest.mark.sphinx("html", testroot="handmade")
def test_a_table_has_a_row_for_each_event(app):
    table = page(app).select_one("#rows table.newstimeline-table")
    assert [cell.get_text() for cell in table.select("thead th")] == ["Date", "Event", "Source"]
    rows = table.select("tbody > tr")
    assert len(rows) == 12
    row = table.select_one("tr#nt-rows-000000000007")
    assert row["class"] == ["newstimeline-event", "newstimeline-day"]
    assert row["data-edtf"] == "2024-11-13"
    date, event, source = row.select("td")
    assert date.select_one("p.newstimeline-date > time")["datetime"] == "2024-11-13"
    assert date.select_one("details.newstimeline-why > summary")
    assert event.select_one(".newstimeline-sentence mark").get_text() == "on Wednesday"
    assert event.select_one(".newstimeline-speaker").get_text() == "Minister Ida Holm"
    assert source.get_text().strip() == "Agency, Minister visits the alliance, November 13, 2024"


@pytest.mark.sphinx("html", testroot="handmade")
def test_a_table_says_the_kinds_that_a_marker_would_show(app):
    kind = page(app).select_one("#nt-rows-000000000009 .newstimeline-date > .newstimeline-said-kind")
    assert kind.get_text() == " (deadline)"


@pytest.mark.sphinx("html", testroot="handmade")
def test_each_group_has_its_table(app):
    groups = page(app).select("#grouped-rows section.newstimeline-group")
    assert len(groups) > 5
    assert all(
        group.select_one(".newstimeline-group-title + table tr.newstimeline-event") for group in groups
    )


@pytest.mark.sphinx("html", testroot="handmade")
def test_elements_are_closed_where_they_are_opened(app):
    app.build()
    html = (app.outdir / "index.html").read_text(encoding="utf-8")
    start = html.index('<section id="a-visit">')
    end = html.index('<section id="hostile">')
    for tag in ("div", "details", "p", "section", "td", "tr", "li"):
        opened, closed = (len(re.findall(f"<{mark}[ >]", html[start:end])) for mark in (tag, f"/{tag}"))
        assert opened - closed == (1 if tag == "section" else 0), tag


@pytest.mark.sphinx("html", testroot="handmade")
def test_a_compact_timeline_is_a_list_of_its_own_class(app):
    timeline = page(app).select_one("div.newstimeline.newstimeline-compact#tight")
    assert len(timeline.select("ol > li.newstimeline-event")) == 12


@pytest.mark.parametrize(
    ("options", "explained"),
    [
        ("   :layout: compact\n", False),
        ("   :layout: compact\n   :why: show\n", True),
        ("   :layout: table\n", True),
        ("   :layout: table\n   :why: hide\n", False),
    ],
)
def test_compact_timelines_explain_on_request(make_app, options, explained, copied):
    source = copied("warnings")
    (source / "a.txt").write_text(ARTICLE, encoding="utf-8")
    text = f"Page\n====\n\n.. newstimeline:: a.txt\n   :published: 2024-11-13\n{options}"
    (source / "index.rst").write_text(text, encoding="utf-8")
    app = make_app("html", srcdir=source)
    html = page(app)
    assert app.warning.getvalue() == ""
    assert bool(html.select(".newstimeline-event details.newstimeline-why")) == explained
    assert "on Wednesday" in html.select_one(".newstimeline-event mark").get_text()


@pytest.mark.sphinx("text", testroot="handmade")
def test_text_has_tables(app):
    app.build()
    text = (app.outdir / "index.txt").read_text(encoding="utf-8")
    assert re.search(r"^\| Date +\| Event +\| Source", text, re.MULTILINE)
    assert "(deadline)" in text
    assert text.count("— Minister Ida Holm") >= 3


@pytest.mark.sphinx("xml", testroot="handmade")
def test_xml_has_plain_tables(app):
    app.build()
    text = (app.outdir / "index.xml").read_text(encoding="utf-8")
    tree = ET.fromstring(text)  # noqa: S314 - our own
    assert len(tree.findall(".//table")) > 5
    assert "newstimeline_" not in re.sub(r'="[^"]*"', "", text)


@pytest.mark.sphinx("latex", testroot="handmade")
def test_latex_has_tables_and_compact_timelines(app):
    app.build()
    tex = (app.outdir / "handmade.tex").read_text(encoding="utf-8")
    assert "\\begin{newstimeline}[compact]" in tex
    assert (
        tex.count("\\begin{tabular}") + tex.count("\\begin{longtable}") + tex.count("\\begin{tabulary}") > 5
    )
    assert "nt-rows-000000000007" in tex


def test_no_sentence_is_too_long_for_the_pdf_of_a_table(make_app, rootdir, tmp_path, tool):
    tool("latexmk")
    source = tmp_path / "source"
    source.mkdir()
    shutil.copy(rootdir / "test-handmade" / "conf.py", source)
    (source / "index.rst").write_text(
        "Long\n====\n\n.. handmade:: hostile\n   :layout: table\n", encoding="utf-8"
    )
    documents = [("index", "long.tex", "Long", "Nobody", "howto")]
    app = make_app("latex", srcdir=source, confoverrides={"latex_documents": documents})
    app.build()
    tex = (app.outdir / "long.tex").read_text(encoding="utf-8")
    assert "\\begin{tabular" not in tex
    assert tex.count("\\newstimelinelongevent{") + tex.count("\\newstimelineevent{") == 6
    command = ["latexmk", "-pdf", "-halt-on-error", "-interaction=batchmode", "long.tex"]
    subprocess.run(command, cwd=app.outdir, check=True, capture_output=True, timeout=300)
