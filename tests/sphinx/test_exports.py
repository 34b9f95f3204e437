"""Exports of a project: files beside pages, links to them, JSON-LD in heads, and the builder."""

from __future__ import annotations

import json
import os
import re
import shutil

import icalendar
import pytest
from bs4 import BeautifulSoup

from sphinx_newstimeline.exports import EXPORTERS, read_document

PAGES = ("html", "dirhtml", "singlehtml")
FILES = {
    "html": {
        "index.pier-the-new-one.ics",
        "index.pier-the-new-one.json",
        "mine.harbour.ics",
        "written.timeline.ics",
        "sub/page.timeline.csv",
        "sub/page.timeline-2.timelinejs.json",
        "sub/page.timeline-2.mw",
    },
    "dirhtml": {
        "index.pier-the-new-one.ics",
        "index.pier-the-new-one.json",
        "mine/mine.harbour.ics",
        "written/written.timeline.ics",
        "sub/page/page.timeline.csv",
        "sub/page/page.timeline-2.timelinejs.json",
        "sub/page/page.timeline-2.mw",
    },
    "singlehtml": {
        "index.pier-the-new-one.ics",
        "index.pier-the-new-one.json",
        "mine.harbour.ics",
        "written.timeline.ics",
        "sub.page.timeline.csv",
        "sub.page.timeline-2.timelinejs.json",
        "sub.page.timeline-2.mw",
    },
}
ENDINGS = tuple(exporter.ending for exporter in EXPORTERS.values())


@pytest.fixture
def project(copied):
    return copied("exports")


@pytest.fixture
def build(built, project):
    """Return a function that builds the project and returns the output folder."""

    def run(builder="html", **options):
        folder, run.read = built(project, builder, **options)
        return folder

    return run


def exports(folder):
    """Return the exports in an output folder, with their content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.name.endswith(ENDINGS) and "_static" not in path.parts and path.name != "index.json"
    }


def page(folder, name="index.html"):
    return BeautifulSoup((folder / name).read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize("builder", PAGES)
def test_files_stand_beside_their_pages_and_links_lead_to_them(build, builder):
    folder = build(builder)
    assert set(exports(folder)) == FILES[builder]
    linked = set()
    for path in folder.rglob("*.html"):
        for link in page(path.parent, path.name).select(".newstimeline-downloads a[download]"):
            target = (path.parent / link["href"]).resolve()
            assert target.is_file(), link
            linked.add(target.relative_to(folder.resolve()).as_posix())
    assert linked == FILES[builder]


def test_the_links_say_what_they_are(build):
    line = page(build()).select_one(".newstimeline-downloads")
    assert line.get_text().strip() == "Download: iCalendar · JSON · Subscribe to the calendar"
    ics, json_, subscribe = line.select("a")
    assert (ics["type"], json_["type"]) == ("text/calendar", "application/json")
    assert subscribe["href"] == "webcal://docs.example/site/index.pier-the-new-one.ics"
    assert "download" not in subscribe.attrs


def test_without_an_address_nobody_can_subscribe(build):
    folder = build(confoverrides={"html_baseurl": ""})
    assert "Subscribe" not in page(folder).get_text()
    assert "URL:https://docs" not in (folder / "mine.harbour.ics").read_text(encoding="utf-8")


def test_the_extension_s_own_address_goes_first(build):
    folder = build(confoverrides={"newstimeline_baseurl": "https://other.example"})
    assert "https://other.example/index.html#pier-the-new-one" in json.dumps(head(folder)[0])


def test_another_address_has_pages_written_and_none_read(build):
    assert "https://docs.example" in json.dumps(head(build())[0])
    moved = build(confoverrides={"newstimeline_baseurl": "https://other.example"})
    assert build.read == []
    assert "https://other.example/index.html#pier-the-new-one" in json.dumps(head(moved)[0])
    assert page(moved).select_one("a[href^='webcal://other.example/']")
    assert b"https://other.example/" in exports(moved)["mine.harbour.ics"]


@pytest.mark.parametrize("builder", ["epub", "latex", "text", "xml", "man", "texinfo", "gettext", "json"])
def test_other_builders_have_neither_files_nor_links(build, builder):
    options = {"epub_copyright": "nobody", "version": "1"} if builder == "epub" else {}
    folder = build(builder, confoverrides=options)
    texts = [
        path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob("*") if path.is_file()
    ]
    assert not any("Download:" in text for text in texts)
    found = {name for name in exports(folder) if not name.endswith(".json")}
    assert found == set()


def test_the_links_run_as_the_timeline_does(build):
    assert page(build(confoverrides={"language": "ar"})).select_one(".newstimeline-downloads")["dir"] == "rtl"
    assert (
        not page(build(confoverrides={"language": "de"}))
        .select_one(".newstimeline-downloads")
        .has_attr("dir")
    )


def test_the_reader_s_language_is_that_of_the_links_and_of_the_dates(build):
    folder = build(confoverrides={"language": "de"})
    assert page(folder).select_one(".newstimeline-downloads").get_text().startswith("Herunterladen:")
    calendar = icalendar.Calendar.from_ical((folder / "index.pier-the-new-one.ics").read_bytes())
    summaries = [str(event["summary"]) for event in calendar.walk("VEVENT")]
    assert "Frist: Tenders must be in by January 20." in summaries
    lines = [line for event in calendar.walk("VEVENT") for line in str(event["description"]).split("\n")]
    assert any(re.match(r"Wann: bis .*20\. Januar 2025", line) for line in lines)


def head(folder, name="index.html"):
    """Return the JSON-LD documents in a page's head."""
    scripts = page(folder, name).head.select('script[type="application/ld+json"]')
    return [json.loads(script.string) for script in scripts]


def test_heads_have_what_their_page_shows(build):
    folder = build()
    (document,) = head(folder)
    shown = page(folder).select(".newstimeline-event:not(.newstimeline-undated)")
    addresses = [item["item"]["@id"] for item in document["itemListElement"]]
    assert addresses == [f"https://docs.example/site/index.html#{event['id']}" for event in shown]
    assert document["name"] == "The pier of Midburg"
    assert [len(head(folder, name)) for name in ("mine.html", "sub/page.html", "search.html")] == [1, 0, 0]
    assert len(head(build("singlehtml"))) == 3


def test_no_text_leaves_the_script_that_it_stands_in(build, project):
    path = project / "articles/harbour.md"
    text = path.read_text(encoding="utf-8").replace("open>", "</script><script>alert(1)</script>")
    path.write_text(text, encoding="utf-8")
    folder = build()
    (document,) = head(folder, "mine.html")
    title = document["itemListElement"][0]["item"]["subjectOf"][0]["headline"]
    assert "</script>" in title
    assert "alert(1)" not in [script.string for script in page(folder, "mine.html").select("script")]


def test_no_path_of_the_machine_is_published(build, project):
    for builder in ("html", "newstimeline"):
        for name, data in exports(build(builder)).items():
            assert str(project.parent).encode() not in data, name
    (source, *_rest) = read_document(project / "_build/html/index.pier-the-new-one.json").events[0].sources
    assert source.path.endswith("_build/html/articles/2024-11-13-pier.txt")


def test_parallel_builds_and_the_builds_of_others_are_the_same(build):
    folder = build()
    first = exports(folder)
    shutil.rmtree(folder)
    shutil.rmtree(folder.parent / "doctrees", ignore_errors=True)
    assert exports(build(parallel=2)) == first


def test_files_are_written_again_only_where_they_change(build, project):
    folder = build()
    for name in exports(folder):
        os.utime(folder / name, (1, 1))
    build()
    assert build.read == []
    assert {name for name in exports(folder) if (folder / name).stat().st_mtime != 1} == set()
    path = project / "articles/harbour.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nIt closes on May 3, 2027.\n", encoding="utf-8")
    os.utime(path, (4_000_000_000, 4_000_000_000))
    build()
    changed = {name for name in exports(folder) if (folder / name).stat().st_mtime != 1}
    assert changed == {"mine.harbour.ics", "index.pier-the-new-one.ics", "index.pier-the-new-one.json"}
    assert "20270503" in (folder / "mine.harbour.ics").read_text(encoding="utf-8")


def test_what_a_document_says_besides_its_events_is_written_again(build, project):
    # An article without a date is but one of those that the document knows the beginning of.
    path = project / "articles/nobody.txt"
    for number, text in enumerate(("Nothing is told of the quay.", "Nothing new is told of it.")):
        path.write_text(f"{text}\n", encoding="utf-8")
        os.utime(path, (4_000_000_000 + number, 4_000_000_000 + number))
        assert text.encode() in exports(build())["index.pier-the-new-one.json"]


def test_a_file_that_is_gone_comes_back(build):
    folder = build()
    (folder / "mine.harbour.ics").unlink()
    build()
    assert set(exports(folder)) == FILES["html"]


def test_files_go_with_what_asked_for_them(build, project):
    folder = build()
    (folder / "mine.other.ics").write_text("not ours", encoding="utf-8")
    text = (project / "mine.md").read_text(encoding="utf-8").replace("jsonld ics", "jsonld")
    (project / "mine.md").write_text(text, encoding="utf-8")
    os.utime(project / "mine.md", (4_000_000_000, 4_000_000_000))
    build()
    assert set(exports(folder)) == FILES["html"] - {"mine.harbour.ics"} | {"mine.other.ics"}
    build(confoverrides={"newstimeline_export": []})
    assert "sub/page.timeline.csv" not in exports(folder)


def test_a_list_of_files_is_not_trusted(build, tmp_path):
    folder = build()
    (tmp_path / "precious.ics").write_text("mine", encoding="utf-8")
    (folder / ".newstimeline-exports").write_text(
        json.dumps({"../../../precious.ics": "0"}), encoding="utf-8"
    )
    build()
    assert (tmp_path / "precious.ics").is_file()


def test_what_a_timeline_gathers_is_exported_too(build):
    folder = build()
    data = (folder / "written.timeline.ics").read_bytes()
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert str(event["summary"]) == "The first ship is expected."
    assert str(event["categories"].cats[0]) == "pier"
    (document,) = head(folder, "written.html")
    assert document["itemListElement"][0]["item"]["startDate"] == "2026-12-24"


def test_the_builder_writes_everything_and_lists_it(build):
    folder = build("newstimeline")
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    listed = {name for timeline in index["timelines"] for name in timeline["files"].values()}
    assert listed == set(exports(folder))
    assert len(listed) == 6 * len(EXPORTERS)
    first = index["timelines"][0]
    assert (first["page"], first["name"], first["id"]) == ("index", "Pier, the new one", "pier-the-new-one")
    assert (first["title"], first["undated"]) == ("The pier of Midburg", 1)
    assert first["address"] == "https://docs.example/site/index.html"


def test_the_builder_needs_no_doctree(build, project):
    folder = build("newstimeline")
    before = exports(folder)
    for path in (project / "_build/doctrees").rglob("*.doctree"):
        path.write_bytes(b"")
    shutil.rmtree(folder)
    assert exports(build("newstimeline")) == before
    assert build.read == []


def test_the_builder_writes_the_formats_that_are_asked_for(build):
    folder = build("newstimeline", confoverrides={"newstimeline_builder_formats": ["ics", "csv"]})
    assert {name.rpartition(".")[2] for name in exports(folder)} == {"ics", "csv"}


@pytest.mark.parametrize("options", ["", "   :group-by: year\n   :undated: list\n", "   :layout: table\n"])
def test_a_timeline_from_its_json_is_the_same_to_the_byte(build, project, options):
    """The page of the articles and the page of the document, under one name in turn."""
    directive = ".. newstimeline:: {}\n   :export: json\n   :name: same\n{}"
    text = "T\n=\n\n" + directive.format("articles/*.txt articles/*.md", "   :undated: list\n")
    path = project / "mine.md"
    path.unlink()
    path = project / "mine.rst"
    path.write_text(text, encoding="utf-8")
    folder = build()
    shutil.copy(folder / "mine.same.json", project / "events.json")
    merged = [event for event in read_document(project / "events.json").events if event.others]
    assert len({source.path for source in merged[0].sources}) == 2
    pages = []
    for number, names in enumerate(("articles/*.txt articles/*.md", "events.json")):
        path.write_text("T\n=\n\n" + directive.format(names, options), encoding="utf-8")
        os.utime(path, (4_000_000_000 + number, 4_000_000_000 + number))
        build()
        pages.append((folder / "mine.html").read_bytes())
        assert pages[-1].count(b"newstimeline-sentence") > 8
    assert pages[0] == pages[1]
    os.utime(project / "events.json", (4_000_000_009, 4_000_000_009))
    build()
    assert build.read == ["mine"]
