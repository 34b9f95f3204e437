"""What a browser makes of a page: nothing of an article runs, everything fits, words can be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

#: WCAG 2.2, success criterion 1.4.3.
ENOUGH_CONTRAST = 4.5

#: The coloured ground of marked words reaches a few pixels beyond the line.
HANGING = 8

#: The least contrast of the visible words of timelines with what lies behind them, painted to be measured.
CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const paint = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  let least = 21;
  for (const element of document.querySelectorAll(
      '.newstimeline-date, .newstimeline-sentence, .newstimeline-sentence mark, .newstimeline-source')) {
    const behind = [];
    for (let at = element; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const page = ['white', ...behind];
    const [one, other] = [light(paint(page)), light(paint([...page, getComputedStyle(element).color]))];
    least = Math.min(least, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
  }
  return least;
}"""
#: By how many pixels the content of each timeline is wider than the timeline.
OVERFLOW = """() => [...document.querySelectorAll('.newstimeline')]
  .map((box) => box.scrollWidth - box.clientWidth)"""


@pytest.fixture(scope="module")
def chromium(tool):
    """Return a browser that belongs to the machine; playwright's own is never downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tool("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


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
