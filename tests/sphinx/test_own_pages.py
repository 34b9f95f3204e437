"""Sources that are pages of the project lead to the sections that tell it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

FILES = {
    "conf.py": "extensions = ['sphinx_newstimeline', 'myst_parser']\n"
    "newstimeline_edits = ['edits.toml']\n",
    "index.rst": """\
Plans
=====

.. toctree::

   history
   notes/diary
   notes/elsewhere
   all

.. newstimeline:: history.rst notes/*.md letter.txt
   :name: told
""",
    "all.rst": "All\n===\n\n.. newstimeline::\n   :collect: all\n   :tags: pier\n",
    "edits.toml": "",
    "history.rst": """\
History
=======

It was founded on 3 May 1901.

The pier
--------

It opened on 5 June 1950.

The storm
~~~~~~~~~

On 7 March 1962 it was lost.
""",
    "notes/diary.md": "# Diary\n\nBegun on 1 May 1999.\n\n## Spring\n\nIt rained on 9 May 2001.\n",
    "notes/elsewhere.md": "---\nurl: https://blog.example/x\n---\n\n# Away\n\nIt snowed on 9 May 2002.\n",
    "letter.txt": "It was read on 9 May 2003.\n",
}  # fmt: skip


@pytest.fixture
def build(make_app, tmp_path):
    """Return a function that builds the project, without a warning, and gives the application."""

    def run(builder="html", **overrides):
        for name, text in FILES.items():
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        app = make_app(builder, srcdir=tmp_path, freshenv=True, confoverrides={"nitpicky": True, **overrides})
        app.build()
        return app

    return run


def links(app, name):
    """Return where the sources of a page lead to, by what they are called."""
    soup = BeautifulSoup((app.outdir / name).read_text(encoding="utf-8"), "html.parser")
    return [
        (event["data-edtf"], source.a["href"] if source.a else None)
        for event in soup.select("li.newstimeline-event")
        for source in event.select(".newstimeline-source")
    ]


def expected(history, diary):
    return [
        ("1901-05-03", history),
        ("1950-06-05", f"{history}#the-pier"),
        ("1962-03-07", f"{history}#the-storm"),
        ("1999-05-01", diary),
        ("2001-05-09", f"{diary}#spring"),
        ("2002-05-09", "https://blog.example/x"),
        ("2003-05-09", None),
    ]


def test_a_source_that_is_a_page_leads_to_its_section(build):
    app = build()
    assert app.warning.getvalue().count("WARNING") == app.warning.getvalue().count("[newstimeline.no-events]")
    assert links(app, "index.html") == expected("history.html", "notes/diary.html")
    assert links(build("dirhtml"), "index.html") == expected("history/", "notes/diary/")


def test_what_is_no_page_has_no_link(build):
    app = build(exclude_patterns=["notes"])
    assert [link for _edtf, link in links(app, "index.html")][3:5] == [None, None]


def test_collected_entries_lead_there_too(build, monkeypatch):
    app = build()
    timeline = app.env.get_domain("newstimeline").data["timelines"]["index"][0].timeline
    (pier,) = [event.id for event in timeline.events if event.interval.edtf == "1950-06-05"]
    monkeypatch.setitem(FILES, "edits.toml", f'[event.{pier}]\ntags = ["pier"]\n')
    assert links(build(), "all.html") == [("1950-06-05", "history.html#the-pier")]


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "latex", "singlehtml", "xml", "epub"])
def test_every_format_has_the_title(build, builder):
    app = build(builder)
    written = "".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in app.outdir.rglob("*")
        if path.suffix in {".txt", ".1", ".texi", ".tex", ".html", ".xml", ".xhtml"}
    )
    assert "History" in written
    assert "newstimeline_to_page" not in written
    if builder == "latex":
        assert "history:the-pier" in written
