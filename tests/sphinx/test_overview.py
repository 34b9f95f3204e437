"""The overview chart in every format: well formed, linked, the same twice."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import datetime
from itertools import pairwise
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from babel import Locale
from bs4 import BeautifulSoup
from charted import SETS
from factory import event

from sphinx_newstimeline.sphinxext.overview.node import chart_node
from sphinx_newstimeline.sphinxext.overview.svg import draw
from sphinx_newstimeline.sphinxext.overview.titles import Titles
from sphinx_newstimeline.sphinxext.overview.words import written_ticks
from sphinx_newstimeline.sphinxext.showing import ENOUGH_FOR_CHART, Showing
from sphinx_newstimeline.timeline import build_timeline
from sphinx_newstimeline.timeline.chart import WIDTH, Chart, Rank, Tick, Unit, build_chart

CHARTS = 7


@pytest.fixture
def project(copied):
    return copied("chart")


@pytest.fixture
def page(make_app, project):
    app = make_app("html", srcdir=project)
    app.build()
    assert app.warning.getvalue() == ""
    return (app.outdir / "index.html").read_text(encoding="utf-8")


def charts(page):
    """Return the drawings of a page, read as XML."""
    found = re.findall(r"<svg width=.*?</svg>\n</figure>", page, re.DOTALL)
    return [ET.fromstring(text.removesuffix("\n</figure>")) for text in found]  # noqa: S314 - our own


def test_marks_lead_to_their_entries(page):
    html = BeautifulSoup(page, "html.parser")
    ids = {element["id"] for element in html.select("[id]")}
    drawings = charts(page)
    assert len(drawings) == len(html.select(".newstimeline > figure.newstimeline-chart")) == CHARTS
    for drawing in drawings:
        links = drawing.findall("a")
        assert links
        assert {link.get("href").removeprefix("#") for link in links} <= ids
        assert all(link.findtext("title") for link in links)
    assert len(drawings[1].findall("a")) == len(SETS["kinds"])


def test_ids_are_of_one_element_each_and_gradients_exist(page):
    ids = [element["id"] for element in BeautifulSoup(page, "html.parser").select("[id]")]
    assert len(ids) == len(set(ids))
    used = set(re.findall(r"url\(#([^)]+)\)", page))
    assert used
    assert used <= set(ids)


def test_the_chart_has_a_name_and_can_be_skipped(page):
    figure = BeautifulSoup(page, "html.parser").select_one("#nt-week-chart")
    assert figure.svg["role"] == "group"
    assert figure.svg["aria-label"] == "Overview of the entries: Nov 11\u2009–\u200917, 2024".translate(
        {0x2009: " "}
    )
    skip = figure.select_one("a.newstimeline-skip")
    assert skip["href"] == "#nt-week-000000000000"
    assert figure.select_one(".nt-axis")["aria-hidden"] == "true"


def test_titles_are_what_the_entries_say(page):
    html = BeautifulSoup(page, "html.parser")
    link = html.select_one("#nt-week-chart a[href='#nt-week-000000000003']")
    assert link.title.get_text().startswith("Nov 13")
    assert link.title.get_text().endswith("2024: Sentence 000000000003.")
    crowd = html.select("figure")[-1].select("a:has(.nt-heap)")
    assert re.search(r"^\d+ entries: \w+ \d+, 202\d – \w+ \d+, 202\d$", crowd[-1].title.get_text())


def test_every_place_is_a_percentage_of_the_axis(page):
    for drawing in charts(page):
        for element in drawing.iter():
            for name in ("x", "x1", "x2", "cx", "width"):
                value = element.get(name, "0%")
                assert value.endswith("%")
                assert 0 <= float(value[:-1]) <= WIDTH / 10


def test_a_crowd_has_few_elements(page):
    drawing = charts(page)[-1]
    assert sum(1 for _ in drawing.iter()) < 900
    assert len(drawing.findall("a")) < 180


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_the_style_sheet_is_linked_where_there_is_a_chart(make_app, project, theme):
    (project / "plain.rst").write_text(":orphan:\n\nPlain\n=====\n", encoding="utf-8")
    app = make_app("html", srcdir=project, confoverrides={"html_theme": theme})
    app.build()
    linked = {
        name: "newstimeline-chart.css" in (app.outdir / f"{name}.html").read_text(encoding="utf-8")
        for name in ("index", "plain", "search")
    }
    assert linked == {"index": True, "plain": False, "search": False}


@pytest.mark.parametrize(
    ("choice", "events", "wanted"),
    [("auto", 5, False), ("auto", 6, True), ("show", 1, True), ("hide", 100, False)],
)
def test_a_chart_is_shown_where_it_helps(choice, events, wanted):
    assert Showing(choice).wants(events, ENOUGH_FOR_CHART) is wanted


@pytest.mark.parametrize(
    ("configured", "option", "shown"),
    [
        ("auto", "", True),
        ("auto", "hide", False),
        ("hide", "", False),
        ("hide", "show", True),
        ("show", "auto", True),
    ],
)
def test_the_option_goes_before_the_configuration(make_app, configured, option, shown, copied):
    source = copied("articles")
    text = f".. newstimeline:: articles/*.txt articles/deep/*.md\n   :chart: {option or 'x'}\n"
    text = text if option else text.replace("   :chart: x\n", "")
    (source / "index.rst").write_text(f"Index\n=====\n\n{text}", encoding="utf-8")
    app = make_app("html", srcdir=source, confoverrides={"newstimeline_chart": configured})
    app.build()
    page = BeautifulSoup((app.outdir / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert len(page.select("li.newstimeline-event")) > 5
    assert bool(page.select("figure.newstimeline-chart")) is shown


@pytest.mark.parametrize("language", ["de", "fr", "ru", "ja", "ar", "zh_CN", "pl"])
@pytest.mark.parametrize("name", sorted(SETS))
def test_labels_are_of_the_readers_language_and_apart(language, name):
    ticks = list(written_ticks(build_chart(build_timeline(SETS[name])), Locale.parse(language)))
    assert any(label for _x, _rank, label, _wide in ticks)
    assert any(label and not wide for _x, _rank, label, wide in ticks)
    for ranks in ({"major", "alone"}, {"context", "lead"}):
        row = [(x, label) for x, rank, label, _wide in ticks if label and rank in ranks]
        assert all(x + len(label) * 8 < after for (x, label), (after, _) in pairwise(row))


@pytest.mark.parametrize(
    ("unit", "rank", "text"),
    [
        (Unit.HOUR, Rank.MAJOR, "4 PM"),
        (Unit.DAY, Rank.MAJOR, "13"),
        (Unit.DAY, Rank.CONTEXT, "Nov 13, 2024"),
        (Unit.MONTH, Rank.MAJOR, "Nov"),
        (Unit.MONTH, Rank.LEAD, "Nov 2024"),
        (Unit.QUARTER, Rank.MAJOR, "Q4"),
        (Unit.YEAR, Rank.ALONE, "2024"),
    ],
)
def test_a_tick_says_no_more_than_its_row(unit, rank, text):
    tick = Tick(0, unit, datetime(2024, 11, 13, 16), rank, sparse=True)  # noqa: DTZ001
    assert [
        label.replace("\xa0", " ")
        for _x, _rank, label, _wide in written_ticks(Chart(ticks=(tick,)), Locale("en"))
    ] == [text]


def test_hostile_text_stays_text():
    from docutils import nodes

    from sphinx_newstimeline.sphinxext import nodes as own

    node = own.newstimeline_event("", ids=["a"], kind="day")
    node += nodes.paragraph("", '"><script>alert(1)</script> & ]]> ' + "x" * 1000)
    timeline = own.newstimeline("", node)
    chart = chart_node(build_chart(build_timeline([event("2024-11-13")])), [node], Locale("en"))
    timeline.insert(0, chart)
    text = ET.tostring(draw(chart, Titles.of(chart), "x"), encoding="unicode")
    assert "<script" not in text
    title = ET.fromstring(text).find("a").findtext("title")  # noqa: S314 - our own
    assert title.startswith('"><script>alert(1)</script> & ]]> xxx')
    assert len(title) < 150


BUILDERS = [
    "html",
    "dirhtml",
    "singlehtml",
    "json",
    "epub",
    "latex",
    "text",
    "man",
    "texinfo",
    "gettext",
    "xml",
]


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_builds_without_a_warning(make_app, project, builder):
    overrides = {"nitpicky": True, "epub_copyright": "x", "version": "1"}
    app = make_app(builder, srcdir=project, confoverrides=overrides)
    app.build()
    assert app.warning.getvalue() == ""


def test_an_epub_has_images_without_links_or_styles_from_elsewhere(make_app, project):
    app = make_app("epub", srcdir=project, confoverrides={"epub_copyright": "x", "version": "1"})
    app.build()
    (book,) = app.outdir.glob("*.epub")
    with ZipFile(book) as file:
        page = BeautifulSoup(file.read("index.xhtml"), "html.parser")
        images = [image["src"] for image in page.select(".newstimeline-chart img")]
        assert len(set(images)) == CHARTS
        assert page.select("svg") == []
        for name in images:
            drawing = ET.fromstring(file.read(name))  # noqa: S314 - our own
            assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
            assert drawing.find("{*}a") is None
            assert "var(" not in drawing.findtext("{*}style")
        assert all(image["alt"] for image in page.select(".newstimeline-chart img"))
        listing = file.read("content.opf").decode()
        assert all(name in listing for name in images)


def test_the_package_for_drawing_is_loaded_only_with_a_chart(make_app, project):
    app = make_app("latex", srcdir=project)
    app.build()
    assert "\\usepackage{newstimelinechart}" in (app.outdir / "charts.tex").read_text(encoding="utf-8")
    app.cleanup()
    (project / "index.rst").write_text("Plain\n=====\n\nNo chart.\n", encoding="utf-8")
    app = make_app("latex", srcdir=project, freshenv=True)
    app.build()
    assert "newstimelinechart" not in (app.outdir / "charts.tex").read_text(encoding="utf-8")


def test_two_builds_in_parallel_or_not_are_the_same(make_app, rootdir, tmp_path):
    results = []
    for number, jobs in enumerate((1, 2)):
        source = tmp_path / str(number) / "source"
        shutil.copytree(rootdir / "test-chart", source)
        for copy in range(6):
            text = (
                (source / "index.rst").read_text(encoding="utf-8").replace(":name: week", f":name: w{copy}")
            )
            (source / f"more{copy}.rst").write_text(f":orphan:\n\n{text}", encoding="utf-8")
        app = make_app("html", srcdir=source, parallel=jobs)
        app.build()
        assert app.warning.getvalue() == ""
        results.append({path.name: path.read_bytes() for path in sorted(app.outdir.glob("*.html"))})
        app.cleanup()
    assert results[0] == results[1]
    assert len(results[0]) > 6


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
def test_the_pdf_has_the_chart_and_its_labels(make_app, project, tool, engine):
    tool("latexmk")
    tool(engine)
    pdftotext = tool("pdftotext")
    app = make_app("latex", srcdir=project, confoverrides={"latex_engine": engine})
    app.build()
    flag = "-pdf" if engine == "pdflatex" else f"-{engine}"
    command = ["latexmk", flag, "-halt-on-error", "-interaction=batchmode", "charts.tex"]
    subprocess.run(command, cwd=app.outdir, check=True, capture_output=True, timeout=300)
    log = (app.outdir / "charts.log").read_text(encoding="utf-8", errors="replace")
    assert re.findall(r"^Overfull \\hbox \(([\d.]+)", log, re.MULTILINE) == []
    assert "undefined references" not in log
    text = subprocess.run(
        [pdftotext, "-l", "3", "charts.pdf", "-"], cwd=app.outdir, check=True, capture_output=True, text=True
    ).stdout
    assert [label for label in ("Jan 2025", "1750", "3 PM") if label not in text] == []


def test_the_chart_speaks_the_readers_language(make_app, project):
    app = make_app("html", srcdir=project, confoverrides={"language": "de"})
    app.build()
    html = BeautifulSoup((app.outdir / "index.html").read_text(encoding="utf-8"), "html.parser")
    figure = html.select_one("#nt-week-chart")
    assert figure.svg["aria-label"].startswith("Überblick über die Einträge: 11.")
    assert figure.a.get_text() == "Diagramm überspringen"
    assert "Dez. 2024" in [label.get_text() for label in html.select("text.nt-context")]
