"""Timelines as TimelineJS has them: TimelineJS itself shows them, in a browser."""

from __future__ import annotations

import json

import exported
import node
import pytest
from exported import TRICKY, timeline

from sphinx_newstimeline.exports import Meta
from sphinx_newstimeline.exports.timelinejs import to_timelinejs

META = Meta('Talks & "more" <b>')

PAGE = """<!DOCTYPE html>
<meta charset="utf-8">
<link rel="stylesheet" href="dist/css/timeline.css">
<div id="timeline" style="width: 900px; height: 600px"></div>
<script src="dist/js/timeline.js"></script>
"""

#: Shows a document and gives what TimelineJS made of it: its errors, and each slide with its dates.
SHOW = """async (data) => {
  const shown = new TL.Timeline("timeline", data, { font: null, hash_bookmark: false });
  await new Promise((done) => shown.on("ready", done) && shown.ready ? done() : setTimeout(done, 3000));
  const parts = (date) => date && [
    date.data.date_obj.getFullYear(), date.data.date_obj.getMonth() + 1, date.data.date_obj.getDate(),
    date.data.date_obj.getHours(), date.data.date_obj.getMinutes(),
  ];
  return {
    errors: shown.config.getErrors(),
    ready: shown.ready,
    title: shown.config.title && shown.config.title.text.headline,
    slides: Object.fromEntries(shown.config.events.map((one) => [one.unique_id, {
      start: parts(one.start_date), end: parts(one.end_date), format: one.start_date.findBestFormat(),
      shown: one.display_date, group: one.group, headline: one.text.headline, text: one.text.text,
    }])),
    words: [...document.querySelectorAll(".tl-slide")].map((one) => one.innerText),
  };
}"""


@pytest.fixture(scope="module")
def shown(chromium, pytestconfig):
    """Return all tricky events as TimelineJS shows them, and what the page said while it did."""
    folder = node.install(pytestconfig, "@knight-lab/timelinejs") / "node_modules/@knight-lab/timelinejs"
    path = folder / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    page = chromium.new_page()
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    # What takes long to lay out, and is no harder to read, is left out.
    events = [event for event in TRICKY if event.id not in {"endless", "one-word"}]
    found = page.evaluate(SHOW, json.loads(to_timelinejs(timeline(events), META)))
    page.close()
    return found | {"said": said}


def test_timelinejs_takes_everything(shown):
    assert shown["errors"] == []
    assert shown["said"] == []
    assert shown["ready"]
    assert set(shown["slides"]) == {f"nt-{event.id}" for event in TRICKY} - {"nt-endless", "nt-one-word"}


# name, start, end, the precision that TimelineJS sees, and the date in words
SLIDES = [
    ("single-day", [2024, 11, 13, 0, 0], None, "full", "13 November 2024"),
    ("day-of-old", [79, 8, 24, 0, 0], None, "full", "24 August 79"),
    ("month", [2024, 8, 1, 0, 0], None, "month", "August 2024"),
    ("year", [1995, 1, 1, 0, 0], None, "year", "1995"),
    ("about-a-year", [1995, 1, 1, 0, 0], None, "year", "about 1995"),
    ("decade", [1980, 1, 1, 0, 0], [1989, 12, 31, 0, 0], "year", "the 1980s"),
    ("first-decade", [1, 1, 1, 0, 0], [9, 12, 31, 0, 0], "year", "1–9"),
    ("century", [1800, 1, 1, 0, 0], [1899, 12, 31, 0, 0], "year", "the 19th century"),
    ("span", [2025, 1, 20, 0, 0], [2025, 2, 3, 0, 0], "full", "20 January 2025 to 3 February 2025"),
    ("since", [2022, 1, 1, 0, 0], [2024, 11, 13, 0, 0], "year", "since 2022"),
    ("open-end", [2024, 12, 9, 0, 0], None, "full", "from 9 December 2024"),
    ("open-start", [2025, 1, 20, 0, 0], None, "full", "until 20 January 2025"),
    ("deadline", [2025, 1, 20, 0, 0], None, "full", "by 20 January 2025"),
    ("deadline-of-a-month", [2025, 1, 31, 0, 0], None, "full", "by January 2025"),
    ("clipped-month", [2021, 1, 20, 0, 0], [2021, 3, 31, 0, 0], "full", "January 2021 to 31 March 2021"),
    ("minute", [2024, 11, 12, 16, 5], None, "time_no_seconds_small_date", "12 November 2024, 16:05 EST"),
    ("weekly", [2024, 11, 15, 0, 0], None, "full", "every Friday from 15 November 2024"),
]


@pytest.mark.parametrize(("name", "start", "end", "precision", "words"), SLIDES)
def test_a_slide_has_its_dates(shown, name, start, end, precision, words):
    slide = shown["slides"][f"nt-{name}"]
    assert (slide["start"], slide["end"], slide["format"], slide["shown"]) == (start, end, precision, words)


def test_dates_stand_on_their_slides_in_words(shown):
    assert any("about 23 December 2024 to 20 January 2025".upper() in text.upper() for text in shown["words"])


def test_no_markup_of_an_article_is_any(shown):
    slide = shown["slides"]["nt-nasty"]
    assert "<img" not in slide["text"].replace("&lt;img", "")
    assert "<a" not in slide["text"].partition("javascript")[0]
    assert "javascript:" not in slide["text"]
    assert shown["title"] == "Talks &amp; &quot;more&quot; &lt;b&gt;"
    text = next(one for one in shown["words"] if "HYPERLINK" in one)
    assert "<img src=x onerror=alert(1)>" in text
    assert '=HYPERLINK("x") </script> & "title"' in text


def test_tags_are_groups(shown):
    assert shown["slides"]["nt-nasty"]["group"] == "#hash"
    assert not shown["slides"]["nt-month"].get("group")


def test_what_has_no_date_is_left_out():
    assert exported.UNDATED[0].id not in to_timelinejs(timeline(), META)
