"""Dates that an editor stated in markup go before what the tagger reads."""

from __future__ import annotations

from datetime import date

import pytest
from factory import article, interval, timex

from sphinx_newstimeline.articles import Resolved
from sphinx_newstimeline.events import with_resolutions
from sphinx_newstimeline.extraction import extract
from sphinx_newstimeline.temporal.timex import Range

#: text, words, fields of the expression, the editor's date, interval, value
RESOLVED = [
    ("It sails on Friday.", "Friday", {"edtf": "2024-11-15"}, "2024-11-22", "2024-11-22", "2024-11-22"),
    (
        "It sails on Friday.",
        "Friday",
        {"edtf": None, "anchor": "unknown"},
        "2024-11-22",
        "2024-11-22",
        "2024-11-22",
    ),
    ("It sails by Friday.", "Friday", {"edtf": "../2024-11-15"}, "2024-11-22", "../2024-11-22", "2024-11-22"),
    (
        "It sails from Friday.",
        "Friday",
        {"edtf": "2024-11-15/.."},
        "2024-11-22",
        "2024-11-22/..",
        "2024-11-22",
    ),
    (
        "It sailed in May.",
        "May",
        {"edtf": "2024-05", "granularity": "month"},
        "2023-05-01",
        "2023-05",
        "2023-05",
    ),
    ("It sailed in 2023.", "2023", {"edtf": "2023", "granularity": "year"}, "2023-01-01", "2023", "2023"),
    (
        "It sails at 4 p.m. Friday.",
        "4 p.m. Friday",
        {"edtf": "2024-11-15", "type": "TIME", "granularity": "hour", "value": "2024-11-15T16:00"},
        "2024-11-22T16:00",
        "2024-11-22",
        "2024-11-22T16:00",
    ),
    # A day stands for the week or the stretch that it lies in.
    (
        "It sails this week.",
        "this week",
        {"edtf": "2024-11-11/2024-11-17", "granularity": "week"},
        "2024-11-13",
        "2024-11-11/2024-11-17",
        "2024-11-11/2024-11-17",
    ),
    (
        "It took three days.",
        "three days",
        {"edtf": None, "type": "DURATION", "value": "P3D"},
        "2024-11-13",
        None,
        "P3D",
    ),
]


@pytest.mark.parametrize(("text", "words", "fields", "iso", "edtf", "value"), RESOLVED)
def test_the_editor_says_which_day_and_the_words_how_exactly(text, words, fields, iso, edtf, value):
    start = text.index(words)
    given = article(text, resolved=(Resolved(start, start + len(words), iso),))
    (found,) = with_resolutions(given, [timex(text, words, **fields)])
    assert (found.interval and found.interval.edtf, found.value) == (edtf, value)
    coarse = fields.get("granularity") == "week" or fields.get("type") == "DURATION"
    assert found.why.rule == ("test" if coarse else "editor")


def test_words_that_only_the_editor_dated_become_an_expression():
    text = "Since the eve of the vote nothing sails."
    given = article(text, resolved=(Resolved(6, 25, "2024-11-14"), Resolved(0, 0, "2024-11-14")))
    (found,) = with_resolutions(given, [])
    assert (found.text, found.interval.edtf, found.why.rule) == (
        "the eve of the vote",
        "2024-11-14",
        "editor",
    )


def test_a_whole_sentence_is_no_date():
    text = "It sails. " * 20
    given = article(text, resolved=(Resolved(0, len(text), "2024-11-14"),))
    assert with_resolutions(given, []) == []


def test_a_range_is_brought_up_to_date():
    text = "It sails from 3 to 5 May."
    whole = Range(9, 24, interval("2024-05-03/2024-05-05"))
    first = timex(text, "3", "2024-05-03", range=whole)
    second = timex(text, "5 May", "2024-05-05", range=whole)
    given = article(text, resolved=(Resolved(19, 24, "2024-05-08"),))
    found = with_resolutions(given, [first, second])
    assert {one.range.interval.edtf for one in found} == {"2024-05-03/2024-05-08"}


def test_an_article_s_events_have_the_editor_s_dates():
    text = "The ferry sails again on Friday, the line said."
    given = article(text, resolved=(Resolved(25, 31, "2024-12-06"),))
    (event,) = extract(given).events
    assert (event.interval.edtf, event.why.rule, event.words) == ("2024-12-06", "editor", "on Friday")
    assert extract(article(text, published=None, resolved=given.resolved)).events[0].interval.latest == date(
        2024, 12, 6
    )
