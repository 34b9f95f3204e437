"""Merged entries in every format: nothing lost, every id a target, disagreement said and warned about."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from sphinx_newstimeline.articles import read_article
from sphinx_newstimeline.extraction import extract

AGENCY = """\
---
title: Bridge collapses & falls
published: 2024-11-13
url: https://example.org/bridge
source: Agency
---
The old road bridge over the Halden collapsed on Tuesday, killing 12 people, police in Vessria said.

Rescuers searched the river on Tuesday with dogs and a helicopter.
"""
COURIER = """\
---
title: Twelve dead
published: 2024-11-14
url: https://example.org/twelve
source: <Courier>
---
Police in Vessria said that 12 people were killed when the old bridge over the Halden collapsed on Tuesday.
"""
RADIO = """\
---
title: On the air
published: 2024-11-15
source: Radio
---
The old road bridge over the Halden collapsed on Monday, killing 12 people, police in Vessria said.
"""
PAGE = """\
Bridge
======

.. newstimeline:: articles/*.md
   :name: bridge
"""


@pytest.fixture
def project(tmp_path):
    """Return a function that writes the project, given further options of the timeline."""

    def write(options="", *, radio=True):
        (tmp_path / "articles").mkdir()
        (tmp_path / "conf.py").write_text(
            "extensions = ['sphinx_newstimeline']\nexclude_patterns = ['articles']\n", encoding="utf-8"
        )
        (tmp_path / "index.rst").write_text(f"{PAGE}{options}", encoding="utf-8")
        for name, text in {
            "agency": AGENCY,
            "courier": COURIER,
            **({"radio": RADIO} if radio else {}),
        }.items():
            (tmp_path / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def ids(folder):
    """Return the ids of all events of the articles."""
    return {
        event.id
        for path in sorted((folder / "articles").iterdir())
        for event in extract(read_article(path)).events
    }


def built(make_app, folder, builder="html", **confoverrides):
    app = make_app(builder, srcdir=folder, freshenv=True, confoverrides=confoverrides)
    app.build()
    return app


def soup_of(app, name="index.html"):
    return BeautifulSoup((app.outdir / name).read_text(encoding="utf-8"), "html.parser")


def test_a_source_without_a_publisher_is_listed_by_the_first_words_of_its_title(make_app, project):
    folder = project(radio=False)
    courier = folder / "articles" / "courier.md"
    title = "The bridge that everybody had driven across for ninety years is no more"
    courier.write_text(f"---\ntitle: {title}\ndate: 2024-11-13\n---\n{COURIER.rpartition('---')[2]}", "utf-8")
    (others,) = soup_of(built(make_app, folder)).select("details.newstimeline-others")
    assert others.summary.get_text() == "2 sources: Agency, The bridge that everybody had driven …"
    assert title in others.select_one(".newstimeline-source").get_text()


def test_an_entry_has_its_own_articles_sentences_and_the_others_a_click_away(make_app, project):
    page = soup_of(built(make_app, project(radio=False)))
    (entry,) = page.select("li.newstimeline-event")
    shown = [
        sentence.get_text() for sentence in entry.select(":scope > p, :scope > .newstimeline-telling > p")
    ]
    assert shown[0].startswith("The old road bridge")
    assert shown[1].startswith("Rescuers")
    assert shown[2].startswith("Agency, Bridge collapses & falls")
    (others,) = entry.select("details.newstimeline-others")
    assert not others.has_attr("open")
    assert others.summary.get_text() == "2 sources: Agency, <Courier>"
    assert others.select_one(".newstimeline-telling mark").get_text() == "on Tuesday"
    assert others.select_one(".newstimeline-source a")["href"] == "https://example.org/twelve"


@pytest.mark.parametrize("layout", ["timeline", "table", "compact"])
def test_every_id_is_a_target_in_every_layout(make_app, project, layout):
    folder = project(f"   :layout: {layout}\n")
    page = soup_of(built(make_app, folder))
    found = [element["id"] for element in page.select("[id^=nt-bridge-]")]
    assert sorted(found) == sorted(f"nt-bridge-{id_}" for id_ in ids(folder)) + (
        [] if "nt-bridge-chart" not in found else ["nt-bridge-chart"]
    )
    assert len(set(found)) == len(found)


def test_sources_that_disagree_are_shown_and_warned_about_with_both_places(make_app, project):
    folder = project()
    app = built(make_app, folder)
    (entry,) = soup_of(app).select("li.newstimeline-event")
    assert entry["data-edtf"] == "2024-11-12"
    dissent = entry.select_one(".newstimeline-dissent")
    assert dissent.get_text() == "Other sources say: November 11, 2024 (Radio)"
    assert dissent.time["datetime"] == "2024-11-11"
    warning = app.warning.getvalue()
    assert warning.count("[newstimeline.conflict]") == 1
    assert re.search(
        r"agency\.md:7: WARNING: sources disagree .*2024-11-12.*radio\.md:6 says 2024-11-11", warning
    )


def test_an_edit_that_accepts_the_date_ends_the_warning_and_keeps_what_others_say(make_app, project):
    folder = project("   :edits: edits.toml\n")
    head = next(iter(extract(read_article(folder / "articles" / "agency.md")).events))
    (folder / "edits.toml").write_text(f"[event.{head.id}]\naccept = true\n", encoding="utf-8")
    app = built(make_app, folder)
    assert "conflict" not in app.warning.getvalue()
    assert soup_of(app).select_one(".newstimeline-dissent")


@pytest.mark.parametrize(
    ("option", "configured", "entries"),
    [
        ("", "events", 1),
        ("", "none", 4),
        ("   :merge: none\n", "events", 4),
        ("   :merge: events\n", "none", 1),
    ],
)
def test_merging_is_a_matter_of_the_option_then_of_configuration(
    make_app, project, option, configured, entries
):
    page = soup_of(built(make_app, project(option), newstimeline_merge=configured))
    assert len(page.select("li.newstimeline-event")) == entries


def test_a_selection_says_why_an_entry_is_in(make_app, project):
    page = soup_of(built(make_app, project("   :max-events: 1\n   :query: bridge\n", radio=False)))
    (entry,) = page.select("li.newstimeline-event")
    facts = {term.get_text(): term.find_next("dd").get_text() for term in entry.select("details dt")}
    assert facts["Articles that name the date"] == "2"
    assert facts["Place among all dates"] == "1"


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ("   :max-events: 0\n", "option “max-events” takes a number of one or more, not “0”"),
        ("   :max-events: many\n", "option “max-events” takes a number of one or more, not “many”"),
        ("   :merge: all\n", "option “merge” takes “events” or “none”, not “all”"),
        ("   :query:\n", "option “query” takes words, and is given nothing"),
    ],
)
def test_what_options_cannot_be_is_told_and_the_timeline_stands(make_app, project, options, complaint):
    app = built(make_app, project(options))
    assert complaint in app.warning.getvalue()
    assert soup_of(app).select("li.newstimeline-event")


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "latex", "epub", "xml", "gettext"])
@pytest.mark.parametrize("layout", ["timeline", "table"])
def test_nothing_is_lost_in_other_formats(make_app, project, builder, layout):
    app = built(make_app, project(f"   :layout: {layout}\n"), builder)
    suffixes = {".txt", ".1", ".texi", ".tex", ".xhtml", ".xml", ".pot"}
    files = [path for path in app.outdir.rglob("*") if path.suffix in suffixes and "search" not in path.name]
    text = " ".join(" ".join(path.read_text(encoding="utf-8") for path in files).split())
    for words in ("Rescuers searched the river", "Police in Vessria said that 12", "killing 12 people"):
        assert words in text
    if builder != "gettext":
        assert "Other sources say:" in text
        assert "3 sources: Agency" in text
        assert "Radio" in text


def test_tex_and_books_have_every_id(make_app, project):
    folder = project()
    tex = next(built(make_app, folder, "latex").outdir.glob("*.tex")).read_text(encoding="utf-8")
    assert all(f"nt-bridge-{id_}" in tex for id_ in ids(folder))
    assert tex.count(r"\begin{newstimelineothers}") == tex.count(r"\end{newstimelineothers}") == 1
    book = (built(make_app, folder, "epub").outdir / "index.xhtml").read_text(encoding="utf-8")
    assert all(f'id="nt-bridge-{id_}"' in book for id_ in ids(folder))
    assert "<details" not in book.partition('class="newstimeline"')[2].partition("</section>")[0]


@pytest.mark.parametrize("layout", ["timeline", "table"])
def test_texinfo_has_an_anchor_where_each_event_stands(make_app, project, layout):
    folder = project(f"   :layout: {layout}\n\nSee :ref:`the bridge <bridge>`.\n")
    text = next(built(make_app, folder, "texinfo").outdir.glob("*.texi")).read_text(encoding="utf-8")
    page = text.partition("@node Index")[0]
    number = re.search(r"@ref\{(\w+),,the bridge\}", page)[1]
    places = [page.find(f"@anchor{{index nt-bridge-{id_}}}") for id_ in ids(folder)]
    assert -1 not in places
    assert page.find(f"@anchor{{{number}}}") in range(min(places))
    # What Sphinx cannot place has an anchor with a blank at the end of the document.
    assert "}@w{" not in text


def many(folder, count):
    """Have further agencies say word for word what the first one says, the first of them twice."""
    for number in range(count):
        text = AGENCY.replace("Agency", f"Agency {number}").replace("/bridge", f"/{number or 'bridge'}")
        (folder / "articles" / f"more-{number:02}.md").write_text(text, encoding="utf-8")
    return folder


def test_a_sentence_that_several_have_word_for_word_stands_once(make_app, project):
    folder = many(project(radio=False), 30)
    app = built(make_app, folder)
    page = soup_of(app)
    (entry,) = page.select("li.newstimeline-event")
    assert entry.get_text().count("The old road bridge") == entry.get_text().count("Rescuers searched") == 1
    assert entry.get_text().count("Police in Vessria said that") == 1
    summary = entry.select_one("summary.newstimeline-summary").get_text()
    assert summary.startswith("31 sources: Agency, ")
    assert summary.endswith(" and 26 more")
    assert len(entry.select("details.newstimeline-others .newstimeline-source")) == 30
    assert {id_ for id_ in ids(folder) if not page.select(f"#nt-bridge-{id_}")} == set()


def test_paper_names_but_some_of_many_sources_and_has_every_id(make_app, project):
    folder = many(project(radio=False), 30)
    tex = next(built(make_app, folder, "latex").outdir.glob("*.tex")).read_text(encoding="utf-8")
    assert tex.count("Rescuers searched") == 1
    assert "and 24 more" in tex
    assert tex.count(r"\newstimelinesource{") == 1 + 5 + 1 + 1
    assert all(f"nt-bridge-{id_}" in tex for id_ in ids(folder))


@pytest.mark.parametrize("builder", ["text", "texinfo", "xml", "epub"])
def test_other_formats_name_all_sources(make_app, project, builder):
    app = built(make_app, many(project(radio=False), 30), builder)
    text = "".join(path.read_text(encoding="utf-8") for path in app.outdir.rglob("index.*")) or next(
        app.outdir.glob("*.texi")
    ).read_text(encoding="utf-8")
    assert "Agency 29" in text
    assert text.count("Rescuers searched") == 1
