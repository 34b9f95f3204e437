"""The dates of hand-written events: words that are one date and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from sphinx_newstimeline import Period
from sphinx_newstimeline.handwritten import Bounds, NotADateError, bounded, read_when
from sphinx_newstimeline.temporal import Recurrence

TOLD = date(2024, 11, 13)
TERM = Period("Biden's term", date(2021, 1, 20), date(2025, 1, 20))


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("20 January 2025", "2025-01-20"),
        ("by January 20", "../2025-01-20"),
        ("not before December 9", "2024-12-09/.."),
        ("two weeks after the vote on 3 March 2025", "2025-03-17"),
        ("a week before the vote on 3 March 2025", "2025-02-24"),
        ("the day after the vote on 3 March", "2025-03-04"),
        ("after the vote on 3 March", "2025-03-03/.."),
        ("in two weeks", "2024-11-25/2024-12-01"),
        ("from 3 to 5 May", "2025-05-03/2025-05-05"),
        ("Easter Monday", "2025-04-21"),
        ("the final weeks of Biden's term", "2024-12-23~/2025-01-20"),
        ("around 1995", "1995~"),
        ("20 January 2025, at 16:30 GMT", "2025-01-20"),
        ("2025-01", "2025-01"),
        ("2025-01-20/2025-02-03", "2025-01-20/2025-02-03"),
        ("../2025-01-20", "../2025-01-20"),
        ("2025-01-20~", "2025-01-20~"),
        ("198X", "198X"),
        ("476", "0476"),
    ],
)
def test_words_are_one_date(words, edtf):
    when = read_when(words, TOLD, periods=[TERM])
    assert when.dating.interval.edtf == edtf
    assert when.dating.recurrence is None


@pytest.mark.parametrize(
    ("words", "rule", "first"),
    [
        ("every Friday", "FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15)),
        ("every first Monday from May to July", "FREQ=MONTHLY;BYDAY=1MO;UNTIL=20250707", date(2025, 5, 5)),
        ("every Friday until December 20", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20241220", date(2024, 11, 15)),
        ("every Monday in February 2024", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20240226", date(2024, 2, 5)),
        ("every Friday from 3 May 2027", "FREQ=WEEKLY;BYDAY=FR", date(2027, 5, 7)),
        ("every Friday from May", "FREQ=WEEKLY;BYDAY=FR", date(2025, 5, 2)),
        ("weekly, starting on 3 May 2027", "FREQ=WEEKLY", date(2027, 5, 3)),
        ("the first Monday of every month from 2027", "FREQ=MONTHLY;BYDAY=1MO", date(2027, 1, 4)),
        ("every Friday since 2022", "FREQ=WEEKLY;BYDAY=FR", date(2022, 1, 7)),
    ],
)
def test_what_recurs_has_bounds(words, rule, first):
    when = read_when(words, TOLD)
    assert when.dating.interval is None
    assert when.dating.recurrence == Recurrence(rule, first)


def test_the_last_day_of_a_rule_is_known():
    assert Recurrence("FREQ=WEEKLY;UNTIL=20241220", TOLD).last == date(2024, 12, 20)
    assert Recurrence("FREQ=WEEKLY", TOLD).last is None


def test_bounds_without_a_day_of_the_rule_have_no_occurrence():
    weekly = Recurrence("FREQ=WEEKLY;BYDAY=FR")
    assert bounded(weekly, Bounds(date(2024, 11, 16), date(2024, 11, 20))) is None
    assert bounded(weekly, Bounds()) is None


@pytest.mark.parametrize(
    ("words", "named", "reason"),
    [
        ("soonish, by January 20", "soonish, by January 20", "“soonish” is not understood here"),
        ("by January 20 or never", "by January 20 or never", "“or never” is not understood here"),
        ("about the middle of nowhere", "about the middle of nowhere", "no date is found"),
        ("May 3 and May 7", "May 3 and May 7", "this has 2 dates where an event has one"),
        ("three hours", "three hours", "no place on the calendar"),
        ("two weeks after the vote", "two weeks after the vote", "no place on the calendar"),
        ("in May 44 BC", "in May 44 BC", "outside of the years 1 to 9999"),
        ("every Friday from 16 to 20 November 2024", None, "none of these days lies within"),
    ],
)
def test_what_is_no_date_says_why_and_which_words(words, named, reason):
    with pytest.raises(NotADateError) as caught:
        read_when(words, TOLD)
    assert reason in caught.value.message
    assert caught.value.words == (named or words)


def test_a_date_that_is_counted_needs_a_day_to_count_from():
    with pytest.raises(NotADateError, match="give that day by the option “published”"):
        read_when("on Wednesday", None)
    assert read_when("20 January 2025", None).dating.interval.edtf == "2025-01-20"


def test_why_is_told():
    why = read_when("every first Monday from May to July", TOLD).why
    assert why.rule == "en:every-first-weekday/from-to/month/month"
    assert (why.anchor, why.anchor_value) == ("published", "2024-11-13")
