"""Edits done to events, and the dates that they give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factory import event

from sphinx_newstimeline.edits import apply
from sphinx_newstimeline.edits.dating import read_dating
from sphinx_newstimeline.edits.reading import parse_edits
from sphinx_newstimeline.temporal.edtf import read_edtf
from sphinx_newstimeline.temporal.period import Period
from sphinx_newstimeline.temporal.timex import Recurrence

WEDNESDAY = date(2024, 11, 13)
WORKS = date(2025, 3, 1), date(2025, 6, 30)
DAY = event(
    "2024-11-13", id="a", sentence="The council met on Wednesday.", words="on Wednesday", marks=((16, 28),)
)
UNDATED = event(None, id="u", published=None, words="on Friday")


def edited(text, *events, undated=()):
    return apply(events, undated, parse_edits(text, "edits.toml"))


def test_without_edits_events_stay_as_they_are():
    assert edited("", DAY, undated=[UNDATED]).events == (DAY,)
    assert edited("[event.z]\nhide = true", DAY, undated=[UNDATED]).undated == (UNDATED,)


def test_what_is_hidden_is_gone():
    result = edited("[event.a]\nhide = true\n[event.u]\nhide = true", DAY, undated=[UNDATED])
    assert (result.events, result.undated) == ((), ())


def test_a_new_date_keeps_the_words_and_tells_the_old_one():
    (found,) = edited("[event.a]\ndate = 'by 20 January 2025'", DAY).events
    assert found.interval.edtf == "../2025-01-20"
    assert (found.deadline, found.type, found.value, found.mod) == (
        True,
        "DATE",
        "2025-01-20",
        "ON_OR_BEFORE",
    )
    assert (found.words, found.sentence, found.marks, found.id) == (
        DAY.words,
        DAY.sentence,
        DAY.marks,
        DAY.id,
    )
    assert (found.why.anchor, found.why.anchor_value, found.why.anchor_words) == (
        "author",
        "2024-11-13",
        "by 20 January 2025",
    )


def test_a_date_may_speak_of_a_named_period():
    text, works = "[event.a]\ndate = 'the last two weeks of the works'", Period("the works", *WORKS)
    (found,) = apply((DAY,), (), parse_edits(text, "edits.toml", periods=(works,))).events
    assert found.interval.edtf == "2025-06-17/2025-06-30"
    (problem,) = parse_edits(text, "edits.toml").problems
    assert "this date cannot be read" in problem.message


def test_a_date_lets_an_undated_event_join_the_others():
    result = edited("[event.u]\ndate = 2024-11-15", DAY, undated=[UNDATED])
    assert [one.id for one in result.events] == ["a", "u"]
    assert result.undated == ()
    assert result.events[1].why.anchor_value == "undated"
    result = edited("[event.u]\ndate = 'every Friday'", undated=[UNDATED])
    assert ([one.id for one in result.events], result.undated) == (["u"], ())


def test_words_are_counted_from_the_day_of_publication():
    (found,) = edited("[event.a]\ndate = 'next Friday'", DAY).events
    assert found.interval.edtf == "2024-11-15"
    result = edited("[event.u]\ndate = 'next Friday'", undated=[UNDATED])
    assert result.undated == (UNDATED,)
    (problem,) = result.problems
    assert (problem.line, problem.words) == (2, "next Friday")
    assert "depends on a day of publication" in problem.message


def test_another_sentence_has_the_words_marked_that_it_has():
    (found,) = edited("[event.a]\nsentence = 'On Wednesday the council voted.'", DAY).events
    assert [found.sentence[slice(*mark)] for mark in found.marks] == ["On Wednesday"]
    (found,) = edited("[event.a]\nsentence = 'The council voted.'", DAY).events
    assert found.marks == ()
    (found,) = edited("[event.a]\nsentence = 'In der Weißen Straße met on Wednesday: all.'", DAY).events
    assert [found.sentence[slice(*mark)] for mark in found.marks] == ["on Wednesday"]


def test_words_that_stand_twice_are_marked_twice():
    both = replace(DAY, sentence="From May to May.", marks=((5, 8), (12, 15)))
    (found,) = edited("[event.a]\nsentence = 'It ran from May to May.'", both).events
    assert found.marks == ((12, 15), (19, 22))
    (found,) = edited("[event.a]\nsentence = 'It ran in May.'", both).events
    assert found.marks == ((10, 13),)


def test_title_tags_and_pin():
    tagged = replace(DAY, tags=("money",))
    (found,) = edited("[event.a]\ntitle = 'The vote'\ntags = ['bridge', 'money']\npin = true", tagged).events
    assert (found.title, found.tags, found.pinned) == ("The vote", ("bridge", "money"), True)
    (found,) = edited("[event.a]\ntitle = 'The vote'", replace(DAY, pinned=True)).events
    assert found.pinned


def test_merging_is_told_what_the_author_knows():
    result = edited("[event.a]\nmerge = ['b']\nsplit = ['c', 'd']\naccept = true", DAY)
    assert result.together == (("a", "b"),)
    assert result.apart == (("a", "c"), ("a", "d"))
    assert result.accepted == {"a"}


def test_an_alias_is_as_good_as_an_id():
    merged = replace(DAY, others=(event("2024-11-13", id="b"),))
    (found,) = edited("[event.b]\ntitle = 'B'", merged).events
    assert found.title == "B"


@pytest.mark.parametrize(
    ("text", "edtf", "deadline"),
    [
        ("2025-01-20", "2025-01-20", False),
        ("2025-01", "2025-01", False),
        ("2025", "2025", False),
        ("../2025-01-20", "../2025-01-20", True),
        ("2025-01-20/..", "2025-01-20/..", False),
        ("2025-01-20/2025-01-24", "2025-01-20/2025-01-24", False),
        ("2025~", "2025~", False),
        ("198X", "198X", False),
        ("20 January 2025", "2025-01-20", False),
        ("January 20, 2025.", "2025-01-20", False),
        ("by January 20", "../2025-01-20", True),
        ("from 3 to 5 May 2025", "2025-05-03/2025-05-05", False),
        ("in spring 2025", "2025-03/2025-05", False),
        ("early 2025", "2025-01/2025-04~", False),
        ("in the coming weeks", "2024-11-13/2024-12-11~", False),
    ],
)
def test_dates_that_authors_write(text, edtf, deadline):
    found = read_dating(text, WEDNESDAY, "en")
    assert (found.interval.edtf, found.deadline) == (edtf, deadline)


def test_a_time_of_day_and_what_recurs():
    found = read_dating("2025-01-20T16:05", None, "en")
    assert (found.type, found.time.iso) == ("TIME", "16:05")
    assert read_dating("at 4 p.m. on Tuesday", WEDNESDAY, "en").time.iso == "16"
    assert read_dating("every Friday", WEDNESDAY, "en").recurrence == Recurrence(
        "FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15)
    )


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2025-13-01", "2025-02-30", "2025-01-20T25:00", "20 January 2025 perhaps"),
        *("3 May and 5 June", "2025-02/2025-01", "../..", "three hours"),
    ],
)
def test_what_is_no_date(text):
    assert read_dating(text, WEDNESDAY, "en") is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2025-01-20", "2025-01-20"),
        ("2025-XX", "2025"),
        ("2025-01-XX", "2025-01"),
        ("19XX", "19XX"),
        ("2025-01?", "2025-01~"),
        ("2025%", "2025~"),
        ("2025-21", "2025-03/2025-05"),
        ("2025-24", "2025-12/2026-02"),
        ("/2025", "../2025"),
        ("2025-01~/2025-03", "2025-01~/2025-03"),
        ("1994~/1996~", "1994~/1996~"),
    ],
)
def test_edtf_is_read(text, edtf):
    assert read_edtf(text).edtf == edtf


@pytest.mark.parametrize(
    "text", ["", "..", "2025/2024", "2025-00", "2025-1", "25", "20X5", "٢٠٢٥", "2025-21-01"]
)
def test_what_is_no_edtf(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the words are date's own
        read_edtf(text)
