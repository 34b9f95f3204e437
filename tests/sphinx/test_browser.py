"""What a browser makes of a page: nothing of an article runs, everything fits, words can be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from measures import CONTRAST, ENOUGH_CONTRAST, HANGING, OVERFLOW


@pytest.fixture(scope="module", params=["alabaster", "furo"])
def pages(request, rootdir, tmp_path_factory):
    """Return the folder of a site in one theme; Sphinx's test application replaces one of them."""
    folder = tmp_path_factory.mktemp(request.param)
    command = [sys.executable, "-m", "sphinx", "-q", "-D", f"html_theme={request.param}"]
    subprocess.run(
        [*command, rootdir / "test-handmade", folder],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        check=True,
    )
    return folder


@pytest.fixture
def view(chromium, pages):
    """Return a function that opens a page in a window of some width and colours."""
    opened = []

    def show(name="index", **options):
        page = chromium.new_page(**options)
        opened.append(page)
        page.said = []
        page.on("dialog", lambda dialog: (page.said.append(dialog.message), dialog.dismiss()))
        page.goto((pages / f"{name}.html").as_uri())
        return page

    yield show
    for page in opened:
        page.close()


def test_nothing_of_an_article_runs(view):
    page = view()
    assert page.said == []
    assert page.locator(".newstimeline script, .newstimeline img, .newstimeline iframe").count() == 0
    assert "<script>" in page.locator(".newstimeline").last.inner_text()


@pytest.mark.parametrize("width", [320, 768, 1400])
def test_no_timeline_is_wider_than_its_place(view, width):
    page = view(viewport={"width": width, "height": 800})
    over = page.evaluate(OVERFLOW)
    assert over
    assert max(over) <= HANGING


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(view, scheme):
    assert view(color_scheme=scheme).evaluate(CONTRAST) >= ENOUGH_CONTRAST


def test_what_is_marked_is_so_on_paper_too(view):
    page = view(viewport={"width": 1000, "height": 800})
    page.emulate_media(media="print")
    marks = page.locator(".newstimeline-event mark")
    weights = marks.evaluate_all("marks => marks.map((mark) => +getComputedStyle(mark).fontWeight)")
    assert set(weights) == {700}


def test_the_page_before_a_timeline_is_filled_on_paper(view):
    page = view(viewport={"width": 1000, "height": 800})
    page.emulate_media(media="print")
    lists = page.locator(".newstimeline-events, .newstimeline-table, .newstimeline-fold")
    kept = lists.evaluate_all(
        """lists => lists.map((list) => getComputedStyle(list))
            .filter((style) => style.breakInside !== "auto" || style.breakBefore !== "auto").length"""
    )
    assert kept == 0


@pytest.mark.parametrize("layout", ["table", "timeline"])
def test_the_sentences_of_an_entry_begin_at_one_edge(chromium, tmp_path, layout):
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_newstimeline"]\nhtml_theme = "furo"\n')
    (tmp_path / "a.txt").write_text(
        "The quay opened on May 5, 1952, with a brass band.\n\nThe mayor spoke. On May 5, 1952, she cut a "
        "ribbon of blue silk before the fishermen.\n\nA pageant of boats followed on May 5, 1952.\n"
    )
    page = f"Quay\n====\n\n.. newstimeline:: a.txt\n   :layout: {layout}\n"
    (tmp_path / "index.rst").write_text(page)
    subprocess.run([sys.executable, "-m", "sphinx", "-q", tmp_path, tmp_path / "out"], check=True)
    view = chromium.new_page(viewport={"width": 1280, "height": 800})
    view.goto((tmp_path / "out" / "index.html").as_uri())
    edges = view.evaluate(
        "[...document.querySelectorAll('.newstimeline-sentence')].map(p => p.getBoundingClientRect().x)"
    )
    dates, sentences = (
        view.evaluate(f"document.querySelector('.newstimeline-{name}').getBoundingClientRect().y")
        for name in ("date", "sentence")
    )
    view.close()
    assert len(edges) == 3
    assert len(set(edges)) == 1
    assert abs(dates - sentences) < 3
