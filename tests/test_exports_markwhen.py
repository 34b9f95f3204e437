"""Timelines as markwhen, read by its own parser."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from datetime import date

import node
import pytest
from exported import NASTY, SOURCE, TRICKY, day, event, timeline

from sphinx_newstimeline.exports import Meta
from sphinx_newstimeline.exports.markwhen import to_markwhen
from sphinx_newstimeline.exports.markwhen_rules import rule_words
from sphinx_newstimeline.temporal.interval import Interval
from sphinx_newstimeline.timeline import GroupBy, Window, build_timeline

META = Meta('Talks: "now" #1')

READ = """
const { parse } = require("@markwhen/parser");
const text = require("fs").readFileSync(0, "utf8");
const found = parse(text);
const walk = (one) => one.children ? one.children.flatMap(walk) : [one];
console.log(JSON.stringify({
  header: found.header,
  messages: found.parseMessages,
  events: walk(found.events).map((one) => ({
    id: one.id, from: one.dateRangeIso.fromDateTimeIso, to: one.dateRangeIso.toDateTimeIso,
    text: one.firstLine.rest, tags: one.tags, properties: one.properties, recurrence: one.recurrence,
    completed: one.completed, more: one.supplemental,
  })),
}));
"""


@pytest.fixture(scope="module")
def parse(pytestconfig):
    """Return a function that gives a document to markwhen's parser."""
    folder = node.install(pytestconfig, "@markwhen/parser")

    def run(text):
        ran = subprocess.run(
            ["node", "-e", READ],
            cwd=folder,
            input=text,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return json.loads(ran.stdout)

    return run


@pytest.fixture(scope="module")
def read(parse):
    """Return all tricky events, as the parser reads them."""
    return parse(to_markwhen(timeline(), META))


# name, start and end as markwhen has them, the end behind the last day
PLACES = [
    ("single-day", "2024-11-13T00:00", "2024-11-14T00:00"),
    ("day-of-old", "0079-08-24T00:00", "0079-08-25T00:00"),
    ("month", "2024-08-01T00:00", "2024-09-01T00:00"),
    ("year", "1995-01-01T00:00", "1996-01-01T00:00"),
    ("decade", "1980-01-01T00:00", "1990-01-01T00:00"),
    ("century", "1800-01-01T00:00", "1900-01-01T00:00"),
    ("span", "2025-01-20T00:00", "2025-02-04T00:00"),
    ("since", "2022-01-01T00:00", "2024-11-14T00:00"),
    ("open-end", "2024-12-09T00:00", "2024-12-10T00:00"),
    ("open-start", "2025-01-20T00:00", "2025-01-21T00:00"),
    ("deadline", "2025-01-20T00:00", "2025-01-21T00:00"),
    ("deadline-within", "2024-12-13T00:00", "2024-12-14T00:00"),
    ("season", "2022-12-01T00:00", "2023-03-01T00:00"),
    ("clipped-month", "2021-01-01T00:00", "2021-04-01T00:00"),
    ("hour", "2024-11-12T04:00", "2024-11-12T04:00"),
    ("minute", "2024-11-12T16:05", "2024-11-12T16:05"),
    ("every-july", "2025-07-01T00:00", "2025-08-01T00:00"),
    ("weekly", "2024-11-15T00:00", "2024-11-16T00:00"),
]


@pytest.mark.parametrize(("name", "start", "end"), PLACES)
def test_an_event_stands_where_it_should(read, name, start, end):
    event = next(one for one in read["events"] if one["id"] == name)
    assert (event["from"][:16], event["to"][:16]) == (start, end)


def test_every_event_is_read_and_nothing_else(read):
    assert read["messages"] == []
    assert sorted(one["id"] for one in read["events"]) == sorted(event.id for event in TRICKY)
    assert read["header"]["title"] == 'Talks: "now" #1'


def test_zones_are_kept(read):
    zones = {one["id"]: one["properties"].get("timezone") for one in read["events"]}
    assert (zones["minute"], zones["hour"], zones["local-minute"]) == ("-05:00", "+00:00", None)
    assert next(one for one in read["events"] if one["id"] == "minute")["from"].endswith("-05:00")


def test_vagueness_is_a_property_and_a_word(read):
    properties = {one["id"]: one["properties"] for one in read["events"]}
    texts = {one["id"]: one["text"].strip() for one in read["events"]}
    assert properties["vague-edge"]["edtf"] == "2024-12-23~/2025-01-20"
    assert properties["decade"]["edtf"] == "198X"
    assert properties["deadline"]["deadline"] is True
    assert texts["vague-edge"].startswith("About this time: ")
    assert texts["deadline"].startswith("Deadline: ")
    assert texts["month"].startswith("The month")


def test_no_sign_of_an_article_counts(read):
    event = next(one for one in read["events"] if one["id"] == "nasty")
    assert event["tags"] == ["talks"]
    assert event["properties"]["tags"] == ["#hash", "a, b", "c;d", "naïve", "talks"]
    assert event.get("completed") is None
    said = "".join(part.get("raw", "") for part in event["more"])
    assert re.sub(r"\\(.)", r"\1", said).startswith(f"> {' '.join(NASTY.replace(chr(0x2028), ' ').split())}")


RULES = [
    ("weekly", {"freq": 2, "byweekday": [{"weekday": 4}]}),
    ("twice-weekly", {"freq": 2, "byweekday": [{"weekday": 0}, {"weekday": 4}]}),
    ("fortnightly", {"freq": 2, "interval": 2}),
    ("first-monday", {"freq": 1, "byweekday": [{"weekday": 0, "n": 1}]}),
    ("every-july", {"freq": 0}),
    ("birthday", {"freq": 0}),
    ("hourly", None),
    ("no-rule", None),
]


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_rules_are_read_as_they_were_meant(read, name, rule):
    event = next(one for one in read["events"] if one["id"] == name)
    found = event.get("recurrence")
    assert (found and {key: value for key, value in found.items() if value is not None}) == rule


def test_what_ends_ends(read):
    for name, last in (("ending", "2025-01-31"), ("bounded", "2025-07-31")):
        event = next(one for one in read["events"] if one["id"] == name)
        assert event["recurrence"]["until"].startswith(last)


def test_groups_are_sections_and_the_undated_are_comments(parse):
    text = to_markwhen(timeline(group_by=GroupBy.YEAR), META)
    assert "\n# 2024\n" in text
    assert "\n// Undated\n\n// The undated took place on the day.\n" in text
    found = parse(text)
    assert (found["messages"], len(found["events"])) == ([], len(TRICKY))
    assert "Undated" not in to_markwhen(timeline(), Meta(undated=False))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20250131", "every week on Monday until January 31, 2025"),
        ("FREQ=WEEKLY;BYDAY=1MO", ""),
        ("FREQ=YEARLY;BYMONTH=3", ""),
        ("FREQ=MINUTELY", ""),
    ],
)
def test_a_rule_in_words(rule, words):
    assert rule_words(rule, date(2024, 11, 15)) == words


@pytest.mark.parametrize(("said_by", "name"), [("Harbour Office", "Harbour Office"), ("", "news.example")])
def test_what_an_author_wrote_links_to_its_source_not_to_the_page(said_by, name):
    page = replace(SOURCE, title="Plans", source=said_by, url="https://news.example/quay")
    written = event("pile", day(2025, 3, 17), sources=(page,), handwritten=True)
    text = to_markwhen(build_timeline([written]), META)
    assert f"> [{name}](https://news.example/quay)\n" in text
    assert "Plans" not in text


def test_what_began_before_the_window_is_a_section_of_its_own():
    events = [
        event("works", Interval.of_days(date(1990, 5, 1), date(2012, 5, 1))),
        event("vote", Interval.of_day(date(2011, 2, 3))),
    ]
    window = Window(date(2011, 1, 20))
    text = to_markwhen(build_timeline(events, window=window, group_by=GroupBy.MONTH), Meta())
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        "# Begun before 2011-01-20",
        "# 2011-02",
    ]
