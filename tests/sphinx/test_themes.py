"""Timelines in the themes that they are made for: they fit, can be read, and can be used by everyone."""

from __future__ import annotations

import pytest
from measures import CONTRAST, ENOUGH_CONTRAST, HANGING, OVERFLOW, THEMES

WIDTHS = (1280, 375)

#: What a reader's choice of colours does in the themes that have one.
CHOOSE = {
    "furo": "(scheme) => document.body.dataset.theme = scheme",
    "pydata_sphinx_theme": "(scheme) => document.documentElement.dataset.theme = scheme",
    "sphinx_book_theme": "(scheme) => document.documentElement.dataset.theme = scheme",
}

#: The themes that are light whatever the system is.
LIGHT = {"alabaster", "sphinx_rtd_theme"}


@pytest.fixture(params=THEMES)
def theme(request):
    return request.param


@pytest.fixture
def view(chromium, theme, site_of):
    """Return a function that opens a page of the theme."""
    opened = []

    def show(address="index.html", **options):
        context = chromium.new_context(**options)
        opened.append(context)
        page = context.new_page()
        page.goto(f"{site_of(theme).as_uri()}/{address}")
        return page

    yield show
    for context in opened:
        context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_fits(view, width):
    page = view("index.html?visit.from=2024-11-12", viewport={"width": width, "height": 900})
    page.locator("#visit summary").first.click()
    over = page.evaluate(OVERFLOW)
    assert len(over) == 3
    assert max(over) <= HANGING
    # Nothing makes the page scroll sideways.
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


#: How far apart the first lines of a row stand, each marked by a box that is nothing but its baseline.
BASELINES = """() => [...document.querySelectorAll("tr.newstimeline-event")].map((row) => {
    const bottoms = [...row.querySelectorAll("td > p:first-child, td > div > p:first-child")].map((words) => {
        const box = document.createElement("span");
        box.style.display = "inline-block";
        words.prepend(box);
        return box.getBoundingClientRect().bottom;
    });
    return bottoms.length > 1 ? Math.max(...bottoms) - Math.min(...bottoms) : 0;
})"""


def test_the_cells_of_a_row_begin_on_one_line(view):
    apart = view(viewport={"width": 1280, "height": 900}).evaluate(BASELINES)
    assert apart
    assert max(apart) <= 1


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(view, scheme, width):
    page = view(color_scheme=scheme, viewport={"width": width, "height": 900})
    assert page.evaluate(CONTRAST) >= ENOUGH_CONTRAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_in_the_colours_that_a_reader_has_chosen(view, theme, scheme):
    if theme in LIGHT:
        pytest.skip("the theme has no choice")
    page = view(color_scheme="dark" if scheme == "light" else "light")
    page.evaluate(CHOOSE[theme], scheme)
    page.wait_for_timeout(400)  # themes fade colours
    assert page.evaluate(CONTRAST) >= ENOUGH_CONTRAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("script", [True, False])
def test_axe_finds_nothing(view, node_modules, scheme, script):
    page = view(color_scheme=scheme, viewport={"width": 1280, "height": 900}, bypass_csp=True)
    if script:
        page.locator("#visit .newstimeline-facet summary").first.click()
        page.locator("#visit input[type=search]").fill("a")
    else:
        # axe is a script itself: a page that has lost what ours has added.
        page.route("**/newstimeline.js*", lambda route: route.abort())
        page.reload()
        assert page.locator(".newstimeline-controls").count() == 0
    page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
    found = page.evaluate("axe.run('.newstimeline', {resultTypes: ['violations']})")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    assert len(found["passes"]) > 10


@pytest.mark.parametrize("theme", ["furo"], indirect=True)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_in_arabic_runs_from_the_right(chromium, theme, site_of, width):
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{site_of(theme, '-D', 'language=ar').as_uri()}/index.html?visit.from=2024-11-12")
    event = page.locator("#visit .newstimeline-event:not([hidden])").first
    box, date, sentence = (
        part.bounding_box()
        for part in (event, event.locator(".newstimeline-date"), event.locator(".newstimeline-sentence"))
    )
    assert date["x"] > box["x"] + box["width"] / 3
    if width > 1000:
        assert date["x"] > sentence["x"] + sentence["width"] - 1  # the rail lies between them
    # An English sentence begins at the rail too.
    assert (
        event.locator(".newstimeline-sentence").evaluate("node => getComputedStyle(node).textAlign")
        == "right"
    )
    # Time runs from left to right on the chart, and so do its handles.
    start, end = (page.locator("#visit [role=slider]").nth(number).bounding_box()["x"] for number in (0, 1))
    assert start < end
    assert max(page.evaluate(OVERFLOW)) <= HANGING
    assert page.locator("#visit output").inner_text().startswith("المعروض")
    page.close()
