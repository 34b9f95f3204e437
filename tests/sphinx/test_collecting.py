"""Which pages are written again when an event changes, and what else collecting must get right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp
from test_diary import build, entries, soup_of, text_of


@pytest.fixture
def diary(copied):
    """Return a copy of the project."""
    return copied("diary")


@pytest.fixture
def written(diary):
    """Return a function that builds the project and returns the pages that were read and written."""

    def run(**options):
        read, wrote = [], []
        app = SphinxTestApp("html", srcdir=diary, **options)
        app.connect("source-read", lambda _app, docname, _source: read.append(docname))
        app.connect(
            "html-page-context", lambda _app, page, _t, _c, tree: wrote.append(page) if tree else None
        )
        try:
            app.build()
            warnings = app.warning.getvalue()
        finally:
            app.cleanup()
        assert warnings == ""
        return sorted(read), sorted(wrote)

    return run


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


ALL = ["deep/minutes", "index", "overview", "plans", "pointers"]


@pytest.mark.parametrize(
    ("page", "old", "new", "pages"),
    [
        # What stands in a collecting timeline, by its value and by its look alone.
        ("plans.rst", "The `first pile", "The very `first pile", ["overview", "plans"]),
        ("plans.rst", "piles += 1", "piles += 2", ["overview", "plans"]),
        ("plans.rst", "A pile.", "A big pile.", ["overview", "plans"]),
        # What is referred to as well.
        ("plans.rst", "The yard is", "The great yard is", ["deep/minutes", "overview", "plans", "pointers"]),
        # The title of the page that a collected event leads to.
        ("deep/minutes.md", "# Minutes", "# Protocol", ["deep/minutes", "overview"]),
        # What no other page shows.
        ("plans.rst", "Or the second.", "Or the third.", ["plans"]),
        ("pointers.rst", "By timeline", "By its timeline", ["pointers"]),
    ],
)
def test_a_change_has_just_its_pages_written(written, diary, page, old, new, pages):
    assert written() == (ALL, ALL)
    change(diary / page, old, new)
    read, wrote = written()
    assert read == [page.rpartition(".")[0]]
    assert set(pages) <= set(wrote)
    # Sphinx itself writes pages again that have the changed one in their table of contents.
    assert set(wrote) - set(pages) <= {"index"}
    assert written() == ([], [])


def test_in_parallel_the_same_pages_are_written(written, diary):
    for number in range(4):
        text = f":orphan:\n\nMore\n====\n\n.. newstimeline-event:: {number + 1} May 2026\n\n   More.\n"
        (diary / f"more{number}.rst").write_text(text, encoding="utf-8")
    written(parallel=2)
    (diary / "more3.rst").unlink()
    app = SphinxTestApp("html", srcdir=diary, parallel=2)
    app.build()
    app.cleanup()
    page = soup_of(Path(app.outdir), "overview.html")
    assert len(entries(page, "everything")) == 9


def test_an_event_comes_and_goes(written, diary):
    written()
    page = diary / "pointers.rst"
    before = page.read_text(encoding="utf-8")
    page.write_text(f"{before}\n.. newstimeline-event:: 7 May 2026\n\n   New.\n", encoding="utf-8")
    assert set(written()[1]) - {"index"} == {"overview", "pointers"}
    page.write_text(before, encoding="utf-8")
    assert set(written()[1]) - {"index"} == {"overview", "pointers"}


def events_of(diary):
    """Return the ids of events by the words of their dates."""
    app = SphinxTestApp("dummy", srcdir=diary)
    app.build()
    app.cleanup()
    return {
        event.words: event.id
        for contribution in app.env.get_domain("newstimeline").contributions
        for extraction in contribution.extractions
        for event in (*extraction.events, *extraction.undated)
    }


def test_edits_tag_what_articles_say_and_hide_what_authors_wrote(written, diary):
    ids = events_of(diary)
    written()
    quay, council = ids["on Monday"], ids["on Friday"]
    edits = f'[event.{quay}]\ntags = ["harbour"]\n\n[event.{council}]\nhide = true\n'
    (diary / "edits.toml").write_text(edits, encoding="utf-8")
    read, wrote = written()
    assert set(wrote) >= {"deep/minutes", "index", "overview"}
    assert "plans" not in read
    out = diary / "_build" / "html"
    assert council not in entries(soup_of(out, "deep/minutes.html"), "nt-minutes")
    overview = soup_of(out, "overview.html")
    assert quay in entries(overview, "harbour")
    assert quay not in entries(overview, "everything")
    assert council not in entries(overview, "harbour")
    quoted = entries(overview, "harbour")[quay]
    assert quoted.select_one("mark").get_text() == "on Monday"


def test_edited_dates_and_words_are_collected(written, diary):
    money = events_of(diary)["by January 20"]
    edits = f'[event.{money}]\ndate = "2025-02-01"\nsentence = "The money was spent."\n'
    (diary / "edits.toml").write_text(edits, encoding="utf-8")
    written()
    entry = entries(soup_of(diary / "_build" / "html", "overview.html"), "everything")[money]
    assert entry["data-edtf"] == "2025-02-01"
    body = entry.select_one(".newstimeline-body")
    assert (text_of(body), body["dir"]) == ("The money was spent.", "auto")


def page_of(diary, name, text):
    (diary / name).write_text(text, encoding="utf-8")


def test_a_tree_is_the_page_and_what_is_below_it(diary):
    page_of(
        diary,
        "deep/tree.rst",
        ":orphan:\n\nTree\n====\n\n.. toctree::\n\n   leaf\n\n"
        ".. newstimeline::\n   :collect: tree\n   :name: below\n\n"
        ".. newstimeline::\n   :collect: page\n   :name: here\n\n"
        ".. newstimeline-event:: 1 May 2026\n\n   On the page.\n",
    )
    page_of(diary, "deep/leaf.rst", "Leaf\n====\n\n.. newstimeline-event:: 2 May 2026\n\n   On the leaf.\n")
    made = build(diary)
    assert made.warnings == ""
    soup = soup_of(made.out, "deep/tree.html")
    words = {
        name: [text_of(entry.select_one(".newstimeline-body")) for entry in entries(soup, name).values()]
        for name in ("below", "here")
    }
    assert words == {"below": ["On the page.", "On the leaf."], "here": ["On the page."]}


def test_options_of_a_timeline_that_collects_hold(diary):
    page_of(
        diary,
        "options.rst",
        ":orphan:\n\nOptions\n=======\n\n.. newstimeline::\n   :collect: all\n   :name: some\n"
        "   :from: 2025-03\n   :to: 2025-06\n   :order: descending\n   :group-by: month\n   :chart: show\n"
        "   :layout: table\n   :class: mine\n   :caption: Some\n",
    )
    made = build(diary)
    (timeline,) = soup_of(made.out, "options.html").select("#some")
    assert {"mine", "newstimeline-descending"} <= set(timeline["class"])
    groups = [text_of(title) for title in timeline.select(".newstimeline-group-title")]
    assert groups == ["June 2025", "May 2025", "March 2025"]
    assert timeline.select_one("table pre") is not None
    assert timeline.select_one(".newstimeline-chart") is not None
    assert timeline.p.get_text() == "Some"


def test_what_its_home_leaves_out_is_collected_as_it_was_written(diary):
    page_of(
        diary,
        "window.rst",
        ":orphan:\n\nWindow\n======\n\n.. newstimeline::\n   :to: 2025\n   :name: early\n\n"
        "   .. newstimeline-event:: 1 May 2025\n\n      Shown.\n\n"
        "   .. newstimeline-event:: 1 May 2031\n      :title: Late\n\n"
        "      *Left out*, see `here <window_>`_.\n",
    )
    made = build(diary)
    assert made.warnings == ""
    page = soup_of(made.out, "window.html")
    assert len(entries(page, "early")) == 1
    assert "Left out" not in page.get_text()
    (late,) = [
        entry
        for entry in soup_of(made.out, "overview.html").select("#everything li.newstimeline-event")
        if entry.get("data-edtf") == "2031-05-01"
    ]
    assert late.select_one(".newstimeline-headline").get_text() == "Late"
    assert late.select_one("em").get_text() == "Left out"
    assert late.select_one(".newstimeline-source a")["href"] == "window.html"
    shutil.rmtree(diary / "_build")
    with (build(diary, "gettext").out / "window.pot").open("rb") as file:
        assert read_po(file).get("Late") is not None


def test_nothing_to_collect_is_a_warning_and_said(diary):
    text = ":orphan:\n\nEmpty\n=====\n\n.. newstimeline::\n   :collect: page\n   :caption: Floods\n"
    page_of(diary, "empty.rst", text)
    made = build(diary)
    (warning,) = made.warnings.strip().splitlines()
    assert (
        "empty.rst:6: WARNING: a timeline has collected no event to show [newstimeline.no-events]" in warning
    )
    (timeline,) = soup_of(made.out, "empty.html").select(".newstimeline")
    assert timeline.get_text("|", strip=True) == "Floods|No entries"


def test_a_timeline_that_collects_is_in_the_domain_as_it_is_shown(diary):
    made = build(diary)
    domain = made.env.get_domain("newstimeline")
    (everything,) = [record for record in domain.timelines if record.name == "everything"]
    soup = soup_of(made.out, "overview.html")
    shown = [entry["id"] for entry in soup.select("#everything li.newstimeline-event")]
    assert [everything.node_ids[event.id] for event in everything.events] == shown


def test_bodies_and_titles_are_translated_at_home_and_where_they_are_collected(diary):
    catalogues = build(diary, "gettext").out
    with (catalogues / "plans.pot").open("rb") as file:
        template = read_po(file)
    assert template.get("Pile driving") is not None
    assert template.get("The yard is open to visitors.") is not None
    with (catalogues / "overview.pot").open("rb") as file:
        assert read_po(file).get("The yard is open to visitors.") is None
    catalogue = Catalog(locale="fr")
    catalogue.add("Pile driving", "Le battage")
    catalogue.add("The yard is open to visitors.", "Le chantier est *ouvert*.")
    folder = diary / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "plans.mo").open("wb") as file:
        write_mo(file, catalogue)
    shutil.rmtree(diary / "_build")
    made = build(diary, confoverrides={"language": "fr", "locale_dirs": ["locale"]})
    for page in ("plans.html", "overview.html"):
        soup = soup_of(made.out, page)
        assert "Le battage" in {text_of(headline) for headline in soup.select(".newstimeline-headline")}
        assert "Le chantier est ouvert ." in {text_of(body) for body in soup.select(".newstimeline-body")}
    rows = text_of(soup_of(made.out, "newstimeline-chronology.html").select_one("table"))
    assert "chaque premier lundi du mois" in rows


def test_intersphinx_reaches_events_and_timelines(diary, rootdir, tmp_path):
    made = build(diary)
    shutil.copytree(rootdir / "test-reader", tmp_path / "reader")
    mapping = {"diary": ("https://example.org/diary/", str(made.out / "objects.inv"))}
    reader = build(tmp_path / "reader", confoverrides={"intersphinx_mapping": mapping, "nitpicky": True})
    assert reader.warnings == ""
    links = soup_of(reader.out, "index.html").select("a.external")
    found = [(text_of(link), link["href"].rpartition("-")[0]) for link in links]
    money = 'by January 20, 2025: All of the "harbour money" must be spent'
    days = "every first Monday of the month, May 5 – Jul 7, 2025: The yard is open to visitors"
    assert found == [
        (money, "https://example.org/diary/index.html#nt-quays"),
        ("the money", "https://example.org/diary/index.html#nt-quays"),
        ("The two quays", ""),
        (days, "https://example.org/diary/plans.html#nt"),
    ]
    assert links[2]["href"] == "https://example.org/diary/index.html#quays"


TWINS = {
    "rst": """
.. newstimeline::
   :name: NAME
   :published: 2024-11-13

   .. newstimeline-event:: by January 20
      :tags: a, b
      :source: Gazette

      The *first*.

      * One

   .. newstimeline-event:: 3 May 2025
      :title: Second
""",
    "md": """
````{newstimeline}
:name: NAME
:published: 2024-11-13

```{newstimeline-event} by January 20
:tags: a, b
:source: Gazette

The *first*.

* One
```

```{newstimeline-event} 3 May 2025
:title: Second
```
````
""",
}


def test_the_two_parsers_make_one_doctree(diary):
    for ending, text in TWINS.items():
        head = ":orphan:\n\nTwin\n====\n" if ending == "rst" else "---\norphan: true\n---\n# Twin\n"
        (diary / "twins").mkdir(exist_ok=True)
        name = diary / "twins" / f"{ending}.{ending}"
        name.write_text(head + text.replace("NAME", f"twin-{ending}"), encoding="utf-8")
    app = SphinxTestApp("dummy", srcdir=diary)
    app.build()
    app.cleanup()
    assert app.warning.getvalue() == ""
    trees = []
    for ending in TWINS:
        document = app.env.get_doctree(f"twins/{ending}")
        (timeline,) = [node for node in document.findall() if type(node).__name__ == "newstimeline"]
        soup = BeautifulSoup(str(timeline.asdom().toxml()), "xml")
        for tag in soup.select("*"):
            for attribute in ("ids", "names", "event", "bullet"):
                tag.attrs.pop(attribute, None)
        trees.append(soup.prettify())
    assert trees[0] == trees[1]
    assert "<newstimeline_body" in trees[0]


@pytest.mark.parametrize(
    ("text", "message", "subtype"),
    [
        (
            ":newstimeline:event:`mony`",
            "no event has the id or name “mony”; did you mean “money”?",
            "unknown-target",
        ),
        (
            ":newstimeline:timeline:`quay`",
            "no timeline is called “quay”; did you mean “quays”?",
            "unknown-target",
        ),
        (
            ":newstimeline:event:`nowhere/money`",
            "no event has the id or name “nowhere/money”",
            "unknown-target",
        ),
        (
            ".. newstimeline-event:: once upon a rhyme\n\n   Rain.",
            "no date is found in this; expected a date as articles have it",
            "event-date",
        ),
        (
            ".. newstimeline-event:: next Friday\n\n   Rain.",
            "counted from a day that is not known; give that day by the option “published”: “next Friday”",
            "event-date",
        ),
        (
            ".. newstimeline-event:: 3 May 2025\n   :language: xx\n\n   Rain.",
            "xx",
            "language",
        ),
    ],
)
def test_what_is_wrong_is_a_typed_warning_with_its_place(diary, text, message, subtype):
    page_of(diary, "wrong.rst", f":orphan:\n\nWrong\n=====\n\n{text}\n")
    (warning,) = build(diary).warnings.strip().splitlines()
    assert "wrong.rst:6: WARNING: " in warning
    assert message in warning
    assert (
        warning.endswith(f"[newstimeline.{subtype}]\x1b[39;49;00m") or f"[newstimeline.{subtype}]" in warning
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_name_that_two_pages_give_is_a_warning(diary, jobs):
    for number in range(2):
        text = ":orphan:\n\nTwo\n===\n\n.. newstimeline-event:: 3 May 2025\n   :name: twice\n\n   Rain.\n"
        page_of(diary, f"two{number}.rst", text)
    warnings = build(diary, "dummy", parallel=jobs).warnings
    said = "several events have the name “twice”, on the pages two0, two1; the first has it"
    assert f"two1.rst: WARNING: {said} [newstimeline.ambiguous-target]" in warnings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            ".. newstimeline-event:: 3 May 2025",
            "an event needs a text: give it content, or the option “title”",
        ),
        (
            ".. newstimeline-event:: 3 May 2025\n   Rain.",
            "an event needs a text: leave a line empty between its date and its text",
        ),
        (
            ".. newstimeline-event:: 3 May 2025\n   :published: soon\n\n   Rain.",
            "option “published” takes a date such as “2024-11-13” or “Nov. 13, 2024”, not “soon”",
        ),
        (".. newstimeline::", "no file is named and no event is written"),
        (
            ".. newstimeline::\n\n   Rain.",
            "the content of a timeline consists of directives “newstimeline-event”",
        ),
        (
            ".. newstimeline::\n   :collect: some",
            "option “collect” takes “page”, “tree” or “all”, not “some”",
        ),
    ],
)
def test_wrong_usage_is_a_warning(diary, text, message):
    page_of(diary, "wrong.rst", f":orphan:\n\nWrong\n=====\n\n{text}\n")
    warnings = build(diary).warnings
    line = 7 if "option “" in message and "give it content" not in message else 6
    assert f"wrong.rst:{line}: WARNING: {message}" in warnings


@pytest.mark.parametrize(
    ("head", "conf", "edtf"),
    [
        ("   :published: 2025-01-08", {}, "2025-01-10"),
        ("   :as-of: 2025-01-15", {}, "2025-01-17"),
        ("", {"newstimeline_published": "2025-01-22"}, "2025-01-24"),
    ],
)
def test_a_date_is_counted_from_the_nearest_day(diary, head, conf, edtf):
    text = f".. newstimeline-event:: next Friday\n{head}\n\n   Rain."
    page_of(diary, "day.rst", f":orphan:\n\nDay\n===\n\n{text}\n")
    made = build(diary, confoverrides=conf)
    (entry,) = soup_of(made.out, "day.html").select("li.newstimeline-event")
    assert entry["data-edtf"] == edtf
