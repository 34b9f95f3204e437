"""The script of a timeline, in a browser: by mouse and by keyboard, from a file and under a strict policy."""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

STATIC = Path(__file__).parents[2] / "sphinx_newstimeline" / "sphinxext" / "static"
SCRIPT = Path(__file__).parents[2] / "script"

#: The greatest size of the script as it is delivered, in bytes.
LIMIT = 15_000

#: Ids of entries of the timeline "visit".
STORM, WALK, DEADLINE, FERRY = (f"nt-visit-{number:012x}" for number in (6, 7, 9, 12))

SHOWN = "#{} .newstimeline-event:not([hidden])"


everywhere = pytest.mark.parametrize("origin", ["file", "server"], indirect=True)


@pytest.fixture(params=["server"])
def origin(request, site_of, served):
    """Return where the pages are: in files, or on a server with a strict policy."""
    folder = site_of("alabaster")
    return folder.as_uri() if request.param == "file" else served(folder)


@pytest.fixture
def view(chromium, origin):
    """Return a function that opens a page; whatever the browser complains of fails the test."""
    complaints, opened = [], []

    def show(address="index.html", **options):
        context = chromium.new_context(**({"viewport": {"width": 1100, "height": 900}} | options))
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if foreign(request.url) else None)
        page.goto(f"{origin}/{address}")
        return page

    def foreign(url):
        return urlsplit(url)[:2] != urlsplit(origin)[:2]

    yield show
    for context in opened:
        context.close()
    assert complaints == []


def shown(page, name="visit"):
    return page.locator(SHOWN.format(name)).evaluate_all("events => events.map((event) => event.id)")


def query(page, name="visit"):
    """Return what the address says of a timeline."""
    given = parse_qs(urlsplit(page.url).query)
    return {
        key.removeprefix(f"{name}."): values for key, values in given.items() if key.startswith(f"{name}.")
    }


def until(page, condition):
    """Wait for a condition; playwright's own way to do so offends against a strict policy."""
    for _time in range(250):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"never: {condition}")


def status(page, name="visit"):
    return page.locator(f"#{name} output").inner_text()


def slider(page, name, timeline="crowd"):
    return page.locator(f"#{timeline}").get_by_role("slider", name=name)


def days(page, timeline="crowd"):
    """Return the chosen range, in days from 1970 on."""
    return tuple(
        int(slider(page, name, timeline).get_attribute("aria-valuenow")) for name in ("Start", "End")
    )


# Without the script


def test_no_control_is_dead_without_the_script(view):
    page = view(java_script_enabled=False)
    assert page.locator(".newstimeline :is(button, input, select, output, [role=slider])").count() == 0
    assert page.locator("#visit .newstimeline-event").count() == 13
    assert page.locator(SHOWN.format("visit")).first.is_visible()
    assert page.locator("#visit svg a").count() == 12
    page.locator("#visit .newstimeline-why summary").first.click()
    assert page.locator("#visit .newstimeline-why p").first.is_visible()


def test_folded_groups_open_without_the_script(view):
    page = view("many.html", java_script_enabled=False)
    first = page.locator("#long .newstimeline-fold").first
    first.locator("> summary").click()
    assert first.get_attribute("open") is None
    first.locator("> summary").press("Enter")
    assert first.get_attribute("open") is not None


# Filters


@everywhere
def test_words_filter_whatever_their_case_and_accents(view):
    page = view()
    assert status(page) == "13 of 13 shown"
    page.get_by_role("searchbox").first.fill("MÍNISTER chance")
    until(page, "document.querySelector('#visit output').textContent.startsWith('1 of')")
    assert shown(page) == [WALK]
    assert query(page) == {"q": ["MÍNISTER chance"]}
    # A group without an entry has no heading; marks of what is hidden are pale and cannot be reached.
    assert page.locator("#visit .newstimeline-group:not([hidden])").count() == 1
    assert page.locator("#visit svg a:not(.nt-off)").count() == 1
    assert page.locator("#visit svg a.nt-off").first.get_attribute("tabindex") == "-1"
    page.locator("#visit").get_by_role("button", name="Show all").click()
    assert len(shown(page)) == 13
    assert query(page) == {}
    assert page.get_by_role("searchbox").first.evaluate("field => field === document.activeElement")


def test_explanations_are_nothing_that_is_looked_for(view):
    page = view("index.html?visit.q=rule+test")
    assert shown(page) == []
    assert page.locator("#visit .newstimeline-none").is_visible()
    assert status(page) == "0 of 13 shown"


def test_kinds_and_sources_filter_together(view):
    page = view()
    bar = page.locator("#visit .newstimeline-controls")
    bar.locator("summary", has_text="Kind").click()
    bar.get_by_label("day", exact=False).first.check()
    bar.get_by_label("deadline").check()
    assert set(shown(page)) == {STORM, WALK, DEADLINE}
    bar.locator("summary", has_text="Source").click()
    assert not bar.get_by_label("deadline").is_visible()  # one opens, the other closes
    bar.get_by_label("Agency").check()
    assert set(shown(page)) == {STORM, WALK}
    assert query(page) == {"kind": ["day", "deadline"], "source": ["Agency"]}
    assert bar.locator("summary").all_inner_texts()[:2] == ["Kind (2)", "Source (1)"]


@everywhere
def test_controls_work_by_keyboard(view):
    page = view()
    page.get_by_role("searchbox").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert set(shown(page)) == {STORM, WALK}
    page.keyboard.press("Escape")
    bar = page.locator("#visit .newstimeline-controls")
    assert bar.locator("details[open]").count() == 0
    kind = bar.locator("summary", has_text="Kind")
    assert kind.evaluate("summary => summary === document.activeElement")
    assert kind.evaluate("summary => getComputedStyle(summary).outlineStyle") == "solid"


def test_whatever_has_the_focus_shows_it(view):
    page = view("index.html?visit.from=2024-01-01")
    page.get_by_role("searchbox").first.focus()
    seen = []
    for _step in range(12):
        look = page.evaluate(
            """() => {
              const at = document.activeElement;
              const part = at.role === 'slider' ? '::after' : null;
              const mark = at.querySelector?.('.nt-symbol, .nt-bar, .nt-ring');
              return mark ? [at.role || at.tagName, getComputedStyle(mark).strokeWidth !== '0px']
                : [at.role || at.tagName, getComputedStyle(at, part).outlineStyle !== 'none'];
            }"""
        )
        seen.append(look)
        page.keyboard.press("Tab")
    assert all(visible for _what, visible in seen), seen
    assert {"INPUT", "SUMMARY", "BUTTON"} <= {what for what, _visible in seen}


def test_typed_dates_make_a_range(view):
    page = view()
    bar = page.locator("#visit .newstimeline-controls")
    bar.locator("summary", has_text="Dates").click()
    bar.get_by_label("From").fill("2024-11-13")
    bar.get_by_label("To").fill("2024-12-01")
    # What shares a day with the range: the walk, the ferry that goes on
    # and the years of work up to then; what has no date does not.
    expected = {f"nt-visit-{number:012x}" for number in (4, 7, 12)}
    assert set(shown(page)) == expected
    assert query(page) == {"from": ["2024-11-13"], "to": ["2024-12-01"]}
    assert bar.locator("summary").last.inner_text() == "Dates: Nov 13, 2024 – Dec 1, 2024"
    assert slider(page, "Start", "visit").get_attribute("aria-valuetext") == "November 13, 2024"


def test_changes_are_announced_once_and_politely(view):
    page = view()
    output = page.locator("#visit output")
    assert output.evaluate("node => node.computedRole || 'status'") == "status"
    page.evaluate(
        """() => {
          window.said = [];
          const node = document.querySelector('#visit output');
          new MutationObserver(() => window.said.push(node.textContent))
            .observe(node, {childList: true, characterData: true, subtree: true});
        }"""
    )
    page.get_by_role("searchbox").first.evaluate(
        """find => [...'ferry'].forEach((letter) => {
          find.value += letter;
          find.dispatchEvent(new Event('input'));
        })"""
    )
    until(page, "window.said.length")
    page.wait_for_timeout(200)
    assert page.evaluate("window.said") == ["2 of 13 shown"]


# The address


@everywhere
def test_an_address_restores_everything(view):
    page = view(
        "index.html?visit.q=bridge&visit.kind=day&visit.kind=span&visit.to=2024-12-31&rows.sort=-event&x=1"
    )
    assert shown(page) == ["nt-visit-000000000001", WALK]
    assert page.get_by_role("searchbox").first.input_value() == "bridge"
    assert page.locator("#rows th").nth(1).get_attribute("aria-sort") == "descending"
    page.locator("#visit").get_by_role("button", name="Show all").click()
    assert parse_qs(urlsplit(page.url).query) == {"rows.sort": ["-event"], "x": ["1"]}


@pytest.mark.parametrize(
    "given", ["from=yesterday", "from=2024-99-99", "zoom=2024-01-01", "zoom=b/a", "sort=size", "kind=x&q="]
)
def test_a_strange_address_does_no_harm(view, given):
    page = view(
        f"index.html?visit.{given}#%E4nowhere" if "kind" not in given else f"index.html?visit.{given}"
    )
    assert page.locator("#visit .newstimeline-controls").is_visible()
    assert len(shown(page)) == (0 if "kind" in given else 13)


@everywhere
def test_going_back_and_reloading_keep_what_was_chosen(view):
    page = view()
    page.locator("#visit summary", has_text="Kind").click()
    page.locator("#visit").get_by_label("deadline").check()
    find = page.get_by_role("searchbox").first
    find.press_sequentially("money", delay=150)
    page.wait_for_timeout(200)
    assert query(page) == {"kind": ["deadline"], "q": ["money"]}
    page.reload()
    assert shown(page) == [DEADLINE]
    page.go_back()  # all letters of a word are one step
    until(page, "!location.search.includes('visit.q')")
    assert find.input_value() == ""
    page.go_back()
    until(page, "!location.search.includes('visit')")
    assert len(shown(page)) == 13


def test_timelines_of_a_page_filter_by_themselves(view):
    page = view("index.html?rows.q=ferry")
    assert len(shown(page)) == 13
    assert len(shown(page, "rows")) == 2


@everywhere
def test_a_link_shows_an_entry_that_is_filtered_out(view):
    page = view(f"index.html?visit.kind=day#{DEADLINE}")
    assert len(shown(page)) == 13
    assert page.locator(f"#{DEADLINE}").is_visible()
    page.locator("#visit summary", has_text="Kind").click()
    page.locator("#visit").get_by_label("recurring").check()
    assert shown(page) == [FERRY]
    assert urlsplit(page.url).fragment == ""  # what is hidden now is no place to come back to
    page.locator("body").evaluate(f"() => (location.hash = '{WALK}')")
    until(page, f"!document.getElementById('{WALK}').hidden")
    assert page.locator(f"#{WALK}").is_visible()


def test_a_link_opens_a_folded_group(view):
    page = view("many.html")
    entry = page.locator("#long .newstimeline-event").last
    name = entry.get_attribute("id")
    page.locator("#long .newstimeline-fold > summary").last.click()
    until(page, f"!document.getElementById('{name}').checkVisibility()")
    page.evaluate(f"location.hash = '{name}'")
    until(page, f"document.getElementById('{name}').checkVisibility()")
    assert entry.evaluate("node => node.getBoundingClientRect().top < innerHeight")


def test_folded_groups_open_for_what_is_found_in_them(view):
    page = view("many.html")
    folds = page.locator("#long .newstimeline-fold")
    for fold in (folds.first, folds.last):
        fold.locator("> summary").click()
    page.locator("#long").get_by_role("searchbox").fill("sentence")
    until(page, "document.querySelector('#long .newstimeline-fold').open")
    page.locator("#long").get_by_role("button", name="Show all").click()
    assert [fold.get_attribute("open") is None for fold in (folds.first, folds.last)] == [True, True]


# The chart


def test_nothing_of_the_chart_is_transparent_on_paper(view):
    page = view()
    page.emulate_media(media="print")
    opaque = page.locator(".newstimeline-chart stop").evaluate_all(
        "stops => stops.map((stop) => +getComputedStyle(stop).stopOpacity)"
    )
    assert set(opaque) == {1}
    strokes = page.locator(".newstimeline-chart a :is(.nt-bar, .nt-symbol)").evaluate_all(
        "marks => marks.map((mark) => getComputedStyle(mark).stroke)"
    )
    assert set(strokes) == {"none"}


def standing(part):
    """Return where a part stands once it is in view: what comes into view with it may take other room."""
    before, box = None, part.bounding_box()
    while box != before:
        part.scroll_into_view_if_needed()
        part.page.wait_for_timeout(100)
        before, box = box, part.bounding_box()
    return box


def drag(page, timeline, start, end):
    """Drag on a chart from one place to another, in parts of its width."""
    box = standing(page.locator(f"#{timeline} svg").first)
    page.mouse.move(box["x"] + box["width"] * start, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * (start + end) / 2, box["y"] + 8, steps=4)
    page.mouse.move(box["x"] + box["width"] * end, box["y"] + 8, steps=4)
    page.mouse.up()
    until(page, "location.search.length > 1")


@everywhere
def test_a_drag_on_the_chart_makes_a_range_and_zooms(view):
    page = view("many.html")
    everything = days(page)
    drag(page, "crowd", 0.5, 0.25)
    first, last = days(page)
    length = everything[1] - everything[0]
    assert first == pytest.approx(everything[0] + length / 4, abs=length / 40)
    assert last == pytest.approx(everything[0] + length / 2, abs=length / 40)
    assert 1 < len(shown(page, "crowd")) < 100
    assert set(query(page, "crowd")) == {"from", "to"}
    crowd = page.locator("#crowd")
    crowd.get_by_role("button", name="Zoom in").click()
    assert set(query(page, "crowd")) == {"from", "to", "zoom"}
    assert slider(page, "Start").get_attribute("aria-valuemin") == str(first)
    assert slider(page, "End").get_attribute("aria-valuemax") == str(last)
    places = crowd.locator("svg > a[display=inline]:has(circle)").evaluate_all(
        "marks => marks.map((mark) => parseFloat(mark.querySelector('circle').getAttribute('cx')))"
    ) or crowd.locator("svg > a:has(circle)").evaluate_all(
        """marks => marks.map((mark) => mark.querySelector('circle'))
          .filter((circle) => circle.getAttribute('display') === 'inline')
          .map((circle) => parseFloat(circle.getAttribute('cx')))"""
    )
    assert len(places) > 10
    assert max(places) - min(places) > 80
    crowd.get_by_role("button", name="Whole chart").click()
    assert slider(page, "Start").get_attribute("aria-valuemin") == str(everything[0])
    crowd.get_by_role("button", name="Show all").click()
    assert days(page) == everything
    assert query(page, "crowd") == {}


def test_a_click_on_a_mark_follows_its_link_and_a_drag_from_it_does_not(view):
    page = view("many.html")
    mark = page.locator("#marks svg > a:has(circle)").first
    box = standing(mark.locator("circle").first)
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 5, steps=5)
    page.mouse.up()
    until(page, "location.search.length > 1")
    assert urlsplit(page.url).fragment == ""
    assert set(query(page, "marks")) == {"from", "to"}
    mark.click()
    assert urlsplit(page.url).fragment == mark.get_attribute("href")[1:]


def test_a_range_is_made_by_keyboard(view):
    page = view("many.html")
    low, high = days(page)
    step = round((high - low) / 100)
    slider(page, "Start").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageUp")
    assert days(page) == (low + 11 * step, high)
    page.keyboard.press("ArrowLeft")
    assert days(page) == (low + 10 * step, high)
    slider(page, "End").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("PageDown")
    assert days(page) == (low + 10 * step, high - 11 * step)
    page.keyboard.press("Home")  # no end goes beyond the other
    assert days(page) == (low + 10 * step, low + 10 * step)
    page.keyboard.press("End")
    slider(page, "Start").focus()
    page.keyboard.press("Home")
    assert query(page, "crowd") == {}
    page.go_back()
    until(page, "location.search.includes('crowd.from')")


def test_a_handle_is_dragged(view):
    page = view("many.html")
    low, high = days(page)
    handle = slider(page, "End")
    handle.scroll_into_view_if_needed()
    svg = page.locator("#crowd svg").first.bounding_box()
    box = handle.bounding_box()
    page.mouse.move(svg["x"] + svg["width"], box["y"] + box["height"] + 6)
    page.mouse.down()
    page.mouse.move(svg["x"] + svg["width"] / 2, box["y"] + box["height"] + 6, steps=5)
    page.mouse.up()
    until(page, "location.search.length > 1")
    assert days(page)[0] == low
    assert days(page)[1] == pytest.approx((low + high) / 2, abs=(high - low) / 40)


def test_what_was_counted_is_counted_anew_and_drawn_where_there_is_room(view):
    page = view("many.html?crowd.q=sentence+000000000001")
    heights = "heaps => heaps.filter((heap) => heap.checkVisibility()).length"
    everything = view("many.html").locator("#crowd .nt-heap").evaluate_all(heights)
    assert page.locator("#crowd .nt-heap").evaluate_all(heights) <= 1 < everything
    page.goto(page.url.split("?")[0] + "?crowd.zoom=2024-11-01/2024-12-01")
    dots = page.locator("#crowd svg > g > a > circle")
    assert dots.count() > 5
    assert page.locator("#crowd .nt-heap").evaluate_all(heights) == 0
    # A zoom does not filter: the entry is there, and the chart stays zoomed.
    dots.first.click()
    assert "zoom" in query(page, "crowd")


@pytest.mark.parametrize("timeline", ["crowd", "ages", "marks"])
@pytest.mark.parametrize("width", [1100, 375])
def test_no_label_of_an_axis_lies_on_another(view, timeline, width):
    page = view("many.html", viewport={"width": width, "height": 900})
    overlaps = """labels => {
      const boxes = labels.filter((label) => label.checkVisibility())
        .map((label) => label.getBoundingClientRect());
      return [boxes.length, boxes.some((one, index) => boxes.slice(index + 1).some((other) =>
        Math.abs(one.top - other.top) < 8 && one.left < other.right && other.left < one.right))];
    }"""
    labels = page.locator(f"#{timeline} .nt-label")
    number, overlap = labels.evaluate_all(overlaps)
    assert number > 1
    assert not overlap
    low, high = (page.evaluate(f"new Date({day} * 864e5).getTime() / 864e5") for day in days(page, timeline))
    for part in (2, 7, 40, 300):
        end = low + (high - low) / part
        dates = [
            page.evaluate(f"new Date({int(day)} * 864e5).toISOString().slice(0, 10)") for day in (low, end)
        ]
        page.evaluate(
            """(query) => {
              history.replaceState(null, '', query);
              dispatchEvent(new PopStateEvent('popstate'));
            }""",
            f"?{timeline}.zoom={dates[0]}/{dates[1]}",
        )
        number, overlap = page.locator(f"#{timeline} .nt-label").evaluate_all(overlaps)
        assert number > 0, dates
        assert not overlap, dates


# Tables


@everywhere
def test_a_table_sorts_by_mouse_and_by_keyboard(view):
    page = view()
    heads = page.locator("#rows th")
    assert [head.get_attribute("aria-sort") for head in heads.all()] == ["ascending", None, None]
    standing = shown(page, "rows")
    heads.nth(1).get_by_role("button").click()
    texts = page.locator("#rows td:nth-child(2)").all_inner_texts()
    plain = [text.lstrip("“").casefold() for text in texts]
    assert plain == sorted(plain)
    assert heads.nth(1).get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert page.locator("#rows td:nth-child(2)").all_inner_texts() == texts[::-1]
    assert query(page, "rows") == {"sort": ["-event"]}
    # Rows with the same source keep their order.
    heads.nth(2).get_by_role("button").press("Space")
    assert [name for name in shown(page, "rows") if name in standing[:8]] == standing[:8]
    heads.nth(0).get_by_role("button").click()
    assert shown(page, "rows") == standing
    assert query(page, "rows") == {}


def test_cells_are_cells_on_a_phone(view):
    page = view(viewport={"width": 375, "height": 800})
    table = page.locator("#rows table")
    assert table.locator("td").first.evaluate("cell => getComputedStyle(cell).display") == "block"
    assert table.get_by_role("row").count() == 13
    assert page.get_by_role("table").get_by_role("cell").count() == 36
    roles = table.locator("td, th, tr, thead, tbody").evaluate_all(
        "parts => parts.map((part) => part.getAttribute('role'))"
    )
    assert set(roles) == {"cell", "columnheader", "row", "rowgroup"}


# Print, contrast, motion


def test_print_shows_what_is_filtered(view):
    page = view("index.html?visit.kind=deadline")
    page.emulate_media(media="print")
    assert page.locator("#visit output").is_visible()
    assert not page.get_by_role("searchbox").first.is_visible()
    assert not page.locator("#rows .newstimeline-controls").is_visible()
    assert [event.is_visible() for event in page.locator("#visit .newstimeline-event").all()].count(True) == 1


def test_handles_are_seen_in_high_contrast(view):
    page = view("many.html?crowd.from=2024-01-01", forced_colors="active")
    grip = "node => getComputedStyle(node, '::after').backgroundImage"
    assert "gradient" in slider(page, "Start").evaluate(grip)
    border = "node => getComputedStyle(node).borderTopStyle"
    assert page.locator("#crowd .newstimeline-band").evaluate(border) == "solid"


def test_nothing_moves_for_who_wants_no_motion(view):
    page = view(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll('.newstimeline, .newstimeline *')]
      .map((node) => getComputedStyle(node))
      .filter((style) => parseFloat(style.transitionDuration) || style.animationName !== 'none').length"""
    assert page.evaluate(moving) == 0


# The file itself


def test_the_script_is_small_and_needs_nothing():
    text = (STATIC / "newstimeline.js").read_text(encoding="utf-8")
    assert len(text.encode()) <= LIMIT
    for word in ("eval(", "Function(", "innerHTML", "import ", "fetch(", "XMLHttpRequest", "localStorage"):
        assert word not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_the_script_is_what_its_modules_give(node_modules, tmp_path):
    command = [node_modules / ".bin" / "esbuild", "newstimeline.js", "--bundle", "--minify", "--format=iife"]
    command += ["--target=es2022", "--charset=utf8", f"--outfile={tmp_path / 'built.js'}"]
    subprocess.run(command, cwd=SCRIPT, check=True, capture_output=True)
    assert (tmp_path / "built.js").read_bytes() == (STATIC / "newstimeline.js").read_bytes()
