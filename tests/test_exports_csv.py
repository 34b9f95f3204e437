"""Timelines as tables, and the smaller parts of exports."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

import exported
import factory
import pytest
from exported import TRICKY, UNDATED, timeline
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_newstimeline.command.arguments import FORMATS
from sphinx_newstimeline.exports import EXPORTERS, Meta, exporter_for
from sphinx_newstimeline.exports.csv_table import COLUMNS, defuse, to_csv
from sphinx_newstimeline.exports.text import HEADLINE, clean, shorten
from sphinx_newstimeline.exports.wording import when
from sphinx_newstimeline.timeline import Group, Timeline


@pytest.fixture(scope="module")
def rows():
    found = csv.DictReader(
        io.StringIO(to_csv(timeline(), Meta("Talks", "https://docs.example/")), newline="")
    )
    return {row["id"]: row for row in found}


def test_every_event_is_a_row(rows):
    assert set(rows) == {event.id for event in (*TRICKY, *UNDATED)}
    assert list(rows["month"]) == list(COLUMNS)


CELLS = [
    ("single-day", {"start": "2024-11-13", "end": "2024-11-13", "edtf": "2024-11-13", "deadline": ""}),
    ("decade", {"start": "1980-01-01", "end": "1989-12-31", "edtf": "198X", "date": "the 1980s"}),
    ("vague-deadline", {"start": "", "edtf": "../2025-01-20~", "date": "by about 20 January 2025"}),
    ("deadline", {"deadline": "yes", "end": "2025-01-20"}),
    ("open-end", {"start": "2024-12-09", "end": ""}),
    ("weekly", {"start": "2024-11-15", "recurrence": "FREQ=WEEKLY;BYDAY=FR", "edtf": ""}),
    ("minute", {"time": "16:05", "zone": "EST", "date": "12 November 2024, 16:05 EST"}),
    ("undated", {"start": "", "end": "", "edtf": "", "date": "undated"}),
    ("nasty", {"tags": "#hash; a, b; c;d; naïve; talks", "title": '\'=HYPERLINK("x") </script> & "title"'}),
    ("nasty", {"speaker": '\'-the "Speaker"', "source": "'@agency", "url": "", "further": "b"}),
    ("merged", {"further": "b", "url": "https://news.example/a?b=1&c=(2)", "page": "https://docs.example/"}),
]


@pytest.mark.parametrize(("name", "cells"), CELLS)
def test_cells_hold_what_their_columns_say(rows, name, cells):
    assert {key: rows[name][key] for key in cells} == cells


def test_the_address_is_that_of_the_article_beside_it():
    one = factory.event("2025-01-20")
    other = replace(one.sources[0], path="b.txt", title="B", url="https://b.example/")
    one = replace(one, sources=(*one.sources, other))
    (row,) = csv.DictReader(io.StringIO(to_csv(Timeline((Group("", (one,)),)), Meta()), newline=""))
    assert (row["article"], row["url"], row["further"]) == ("A", "", "https://b.example/")


@settings(max_examples=100, deadline=None)
@given(st.lists(exported.events(), max_size=3, unique_by=lambda event: event.id))
def test_any_event_is_one_row_without_formulas(events):
    text = to_csv(Timeline((Group("", tuple(events)),)), Meta())
    heading, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert len(rows) == len(events)
    assert {len(row) for row in rows} <= {len(heading)}
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r＝＋－＠]", cell)]
    assert text.endswith("\r\n")


@given(st.text(alphabet="'=+-@a", max_size=6))
def test_a_defused_text_can_be_had_back(text):
    found = defuse(text)
    assert (found[1:] if re.match(r"'+[=+\-@]", found) else found) == text


def test_a_byte_order_mark_is_for_files():
    assert to_csv(Timeline(), Meta(marked=True)) == "\ufeff" + to_csv(Timeline(), Meta())


def test_the_command_knows_the_formats():
    assert tuple(EXPORTERS) == FORMATS


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.json", "json"),
        ("a.timelinejs.json", "timelinejs"),
        ("A.ICS", "ics"),
        ("a.jsonld", "jsonld"),
        ("a.mw", "markwhen"),
        ("dir.ics/a.txt", None),
        ("-", None),
    ],
)
def test_a_format_is_known_by_the_ending(name, found):
    exporter = exporter_for(name)
    assert (exporter.name if exporter else None) == found


WORDS = [
    ("single-day", "13 November 2024"),
    ("day-of-old", "24 August 79"),
    ("first-decade", "1–9"),
    ("century", "the 19th century"),
    ("since-a-decade", "from the 1980s"),
    ("decades", "the 1980s to the 1990s"),
    ("vague-years", "about 1994 to about 1996"),
    ("since", "since 2022"),
    ("fortnightly", "every 2 weeks from 13 November 2024"),
    ("twice-weekly", "every Monday and Friday from 15 November 2024"),
    ("first-monday", "every first Monday of the month from 2 December 2024"),
    ("ending", "every Monday from 18 November 2024 to 31 January 2025"),
    ("night", "12 November 2024, night"),
    ("evening-hour", "12 November 2024, 08:00"),
]


@pytest.mark.parametrize(("name", "words"), WORDS)
def test_dates_in_words(name, words):
    assert when(next(event for event in TRICKY if event.id == name)) == words


@given(st.text(max_size=300))
def test_headlines_are_short(text):
    found = shorten(clean(text))
    assert len(found) <= HEADLINE
    assert found == clean(text) or found.endswith("…")


def test_nothing_comes_from_a_clock():
    assert str(date.today().year) not in EXPORTERS["ics"].write(timeline(TRICKY[:1]), Meta())  # noqa: DTZ011
