"""A project with events written by hand: in timelines, on their own, and collected from other pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp

BUILDERS = ["dirhtml", "singlehtml", "json", "epub", "latex", "text", "man", "texinfo", "gettext", "xml"]

#: What a collected event with a body shows, in every format that shows bodies.
FACTS = ["Pile driving", "March 17, 2025", "first pile", "A pile", "piles += 1", "Midburg Gazette"]
OUTPUTS = {
    "text": "overview.txt",
    "man": "diary.7",
    "texinfo": "*.texi",
    "xml": "overview.xml",
    "latex": "diary.tex",
    "dirhtml": "overview/index.html",
}


def build(source, builder="html", **options):
    """Build a project and return what there is to look at."""
    app = SphinxTestApp(builder, srcdir=source, **options)
    try:
        app.build()
        return SimpleNamespace(out=Path(app.outdir), warnings=app.warning.getvalue(), env=app.env)
    finally:
        app.cleanup()


@pytest.fixture
def diary(copied):
    """Return a copy of the project."""
    return copied("diary")


@pytest.fixture(scope="module")
def site(rootdir, tmp_path_factory):
    """Return the project as web pages, for tests that only look."""
    source = tmp_path_factory.mktemp("diary") / "source"
    shutil.copytree(rootdir / "test-diary", source)
    return build(source, confoverrides={"nitpicky": True})


def soup_of(out, name):
    return BeautifulSoup((out / name).read_bytes(), "html.parser")


def text_of(element):
    return " ".join(element.get_text(" ", strip=True).split())


def entries(soup, name):
    """Return the entries of a timeline by the ends of their ids."""
    (timeline,) = soup.select(f".newstimeline#{name}")
    return {entry["id"].rpartition("-")[2]: entry for entry in timeline.select("li.newstimeline-event")}


def ids_by_words(env):
    return {
        event.words: event.id
        for contribution in env.get_domain("newstimeline").contributions
        for extraction in contribution.extractions
        for event in (*extraction.events, *extraction.undated)
    }


def test_it_builds_without_a_warning(site):
    assert site.warnings == ""


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_shows_collected_events(builder, diary):
    overrides = {"nitpicky": True, "epub_copyright": "x", "version": "1"}
    made = build(diary, builder, confoverrides=overrides)
    assert made.warnings == ""
    if builder in OUTPUTS:
        (output,) = made.out.glob(OUTPUTS[builder])
        text = output.read_text(encoding="utf-8")
        plain = re.sub(r"<[^>]*>|\\PYG\{[^}]*\}|[\\{}]", "", text.replace("\\PYGZus{}", "_"))
        plain = re.sub(r"\s+", " ", plain)
        assert [fact for fact in FACTS if fact not in plain and fact not in text] == []


def test_print_has_every_target_and_counts_figures_once(diary, tool):
    tool("latexmk")
    tool("pdflatex")
    out = build(diary, "latex").out
    subprocess.run(
        ["make", "all-pdf", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error"],
        cwd=out,
        check=True,
        capture_output=True,
    )
    log = (out / "diary.log").read_text(encoding="utf-8", errors="replace")
    assert "undefined" not in log
    tex = (out / "diary.tex").read_text(encoding="utf-8")
    assert tex.count("\\begin{newstimelineblock}") == 3
    assert tex.count("\\caption{") == 1


def test_every_link_within_the_project_leads_somewhere(site):
    pages = {path.relative_to(site.out).as_posix(): path for path in site.out.rglob("*.html")}
    ids = {name: {tag["id"] for tag in soup_of(site.out, name).select("[id]")} for name in pages}
    broken = []
    for name in pages:
        for link in soup_of(site.out, name).select("a.internal[href], .indextable a[href]"):
            address, _, anchor = link["href"].partition("#")
            target = name if not address else (Path("/", name).parent / address).as_posix()
            target = re.sub(r"[^/]+/\.\./", "", target).lstrip("/")
            if target in ids and anchor and anchor not in ids[target]:
                broken.append((name, link["href"]))
    assert broken == []
    assert len(pages) >= 8


@pytest.mark.parametrize("builder", ["html", "singlehtml"])
def test_no_id_is_given_twice(builder, diary):
    made = build(diary, builder)
    for page in made.out.rglob("*.html"):
        counts = Counter(tag["id"] for tag in soup_of(made.out, page).select("[id]"))
        assert [name for name, count in counts.items() if count > 1] == []


def test_what_the_author_wrote_stands_in_place_of_a_quotation(site):
    ids = ids_by_words(site.env)
    entry = entries(soup_of(site.out, "index.html"), "quays")[ids["by January 20"]]
    assert "newstimeline-deadline" in entry["class"]
    assert text_of(entry.select_one(".newstimeline-body")).startswith(
        "All of the “harbour money” must be spent."
    )
    assert entry.select_one(".newstimeline-body a[href='plans.html']") is not None
    source = entry.select_one(".newstimeline-source a")
    assert (source["href"], source.get_text()) == ("https://example.org/gazette", "Midburg Gazette")
    assert "“by January 20”" in text_of(entry.select_one(".newstimeline-why"))
    assert entry.select_one("mark") is None


def test_an_event_on_its_own_is_an_entry_where_it_stands(site):
    soup = soup_of(site.out, "plans.html")
    singles = soup.select("section#the-pile > .newstimeline-single")
    assert len(singles) == 3
    assert text_of(singles[0].select_one(".newstimeline-headline")) == "Pile driving"
    assert singles[0].select_one("figure") is not None
    assert singles[1].select_one("li")["data-rrule"] == "FREQ=MONTHLY;BYDAY=1MO;UNTIL=20250707"
    assert text_of(singles[2].select_one(".newstimeline-date")) == "Jun 24 – 30, 2025"


def test_myst_writes_events_too(site):
    soup = soup_of(site.out, "deep/minutes.html")
    shown = entries(soup, "nt-minutes")
    assert [entry["data-edtf"] for entry in shown.values()] == ["2025-01-03", "2025-01-20/2025-01-26"]
    links = [link["href"] for link in soup.select(".newstimeline-body a.internal")]
    assert links[:2] == ["../plans.html", "../plans.html"]
    assert links[2].startswith("../plans.html#nt-")


def test_all_hand_written_events_are_collected_or_those_with_a_tag(site):
    ids = ids_by_words(site.env)
    soup = soup_of(site.out, "overview.html")
    everything, harbour = entries(soup, "everything"), entries(soup, "harbour")
    written = {words: id_ for words, id_ in ids.items() if words not in {"on Monday", "by March 1"}}
    assert set(everything) == set(written.values())
    assert len(everything) == 6
    tagged = ["two weeks after the vote on 3 March 2025", "by January 20", "on Friday"]
    assert set(harbour) == {ids[words] for words in tagged}


def test_a_copied_body_leads_where_it_led_at_home(site):
    ids = ids_by_words(site.env)
    soup = soup_of(site.out, "overview.html")
    pile = entries(soup, "harbour")[ids["two weeks after the vote on 3 March 2025"]]
    links = {link.get_text(): link["href"] for link in pile.select(".newstimeline-body a")}
    assert links["first pile"] == "plans.html#pile"
    assert links["Minutes"] == "deep/minutes.html"
    assert re.fullmatch(r"plans\.html#\w+", links["[1]"])
    assert pile.select_one("img")["src"] == "_images/pile.png"
    origin = pile.select_one(".newstimeline-source a")
    assert (origin.get_text(), origin["href"]) == ("Plans", f"plans.html#{anchor_at_home(pile)}")
    read = entries(soup, "harbour")[ids["on Friday"]]
    assert [link["href"] for link in read.select(".newstimeline-body a")][:2] == ["plans.html", "plans.html"]
    assert read.select_one(".newstimeline-source a")["href"].startswith("deep/minutes.html#nt-minutes-")


def anchor_at_home(entry):
    return f"nt-{entry['id'].rpartition('-')[2]}"


def test_references_have_dates_and_first_words(site):
    soup = soup_of(site.out, "pointers.html")
    links = [(text_of(link), link["href"].partition("#")[0]) for link in soup.select("section p a.internal")]
    money = 'by January 20, 2025: All of the "harbour money" must be spent'
    days = "every first Monday of the month, May 5 – Jul 7, 2025: The yard is open to visitors"
    assert links == [
        (money, "index.html"),
        ("words of its own", "index.html"),
        ("The two quays", "index.html"),
        ("everything", "overview.html"),
        ("that", "overview.html"),
        (days, "plans.html"),
        (money, "index.html"),
        (days, "plans.html"),
        ("Chronology", "newstimeline-chronology.html"),
    ]


def test_the_chronology_lists_every_event_once_by_date(site):
    soup = soup_of(site.out, "newstimeline-chronology.html")
    rows = [text_of(row) for row in soup.select("table tr:not(.pcap)")]
    assert rows == [
        "2024",
        "November 11, 2024 (Diary) The harbour office opened a second quay on Monday",
        "2025",
        "January 3, 2025 (Minutes) The council reads the plans again",
        "Jan 20 – 26, 2025 (Minutes) Hearing",
        'by January 20, 2025 (Diary) All of the "harbour money" must be spent',
        "by March 1, 2025 (Diary) The old quay will be closed by March 1",
        "March 17, 2025 (Plans) Pile driving",
        "every first Monday of the month, May 5 – Jul 7, 2025 (Plans) The yard is open to visitors",
        "Jun 24 – 30, 2025 (Overview) The crane leaves",
    ]


def test_search_finds_events(site):
    text = (site.out / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text[len("Search.setIndex(") : -1])
    assert "newstimeline:event" in index["objtypes"].values()
    found = {row[-1]: row for rows in index["objects"].values() for row in rows}
    names = {name for names in index["objects"].values() for name in (row[-1] for row in names)}
    assert len(found) == len(names)
    assert any("Pile driving" in str(rows) for rows in index["objects"].values())
    assert "crane" in index["terms"]


def outputs(folder):
    kinds = {".html", ".js", ".inv", ".css", ".fjson", ".json"}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in kinds
    }


@pytest.mark.parametrize("builder", ["html", "json"])
def test_in_parallel_it_is_the_same_to_the_byte(rootdir, tmp_path, builder):
    results = []
    for jobs in (1, 2):
        source = tmp_path / str(jobs) / "source"
        shutil.copytree(rootdir / "test-diary", source)
        for number in range(4):  # so many that Sphinx reads and writes in parallel
            event = f".. newstimeline-event:: {number + 1} May 2026\n\n   More.\n"
            text = f":orphan:\n\nMore {number}\n======\n\n{event}"
            (source / f"more{number}.rst").write_text(text, encoding="utf-8")
        made = build(source, builder, parallel=jobs)
        assert made.warnings == ""
        results.append(outputs(made.out))
        results[-1].pop("index.fjson", None)  # Sphinx says that its first page has no metadata, or empty ones
    assert results[0] == results[1]
    page = {"html": "overview.html", "json": "overview.fjson"}[builder]
    assert re.search(rb"more3[./](html)?#nt-", results[0][page])
