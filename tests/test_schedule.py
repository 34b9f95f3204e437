"""What was expected on a day, and the agenda of what is ahead of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factory import event

from sphinx_newstimeline.composition import Plan, compose
from sphinx_newstimeline.extraction import Extraction
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.timex import Recurrence
from sphinx_newstimeline.timeline import GroupBy, Order, Standing, Window, agenda, newest, standing_of
from sphinx_newstimeline.timeline.grouping import group_key

AS_OF = date(2024, 11, 13)
EARLIER = date(2024, 11, 6)


def told(edtf, published=EARLIER, **fields):
    return event(edtf, published=published, **fields)


def due(edtf, published=EARLIER, **fields):
    return told(f"../{edtf}", published, deadline=True, **fields)


def weekly(rule="FREQ=WEEKLY;BYDAY=FR", first=date(2024, 11, 8), **fields):
    return replace(told(None, **fields), recurrence=Recurrence(rule, first))


@pytest.mark.parametrize(
    ("one", "standing"),
    [
        (told("2024-11-20"), Standing.EXPECTED),
        (told("2024-11-13"), Standing.EXPECTED),
        (told("2024-11-13", published=AS_OF), Standing.TOLD),
        (told("2024-11-08"), Standing.WAS_EXPECTED),
        (told("2024-11-08", published=date(2024, 11, 8)), Standing.TOLD),
        (told("2024-11-01"), Standing.TOLD),
        (told("2024-11-20", published=None), Standing.EXPECTED),
        (told("2024-11-08", published=None), Standing.TOLD),
        (told("2024-11-11/2024-11-17"), Standing.EXPECTED),
        (told("2024-11-11/2024-11-17", published=AS_OF), Standing.TOLD),
        (told("2024-11-07/2024-11-10"), Standing.WAS_EXPECTED),
        (told("2024-12-09/.."), Standing.EXPECTED),
        (told("2024-11-08/.."), Standing.EXPECTED),
        (told("2022/.."), Standing.TOLD),
        (told("2025"), Standing.EXPECTED),
        (told("2024"), Standing.TOLD),
        (told("2024-12-09/..", deadline=True), Standing.EXPECTED),
        (due("2024-11-20"), Standing.DUE),
        (due("2024-11-13"), Standing.DUE),
        (due("2024-11-12"), Standing.WAS_DUE),
        (due("2024-11-12", published=date(2024, 11, 12)), Standing.TOLD),
        (due("2019", published=EARLIER), Standing.TOLD),
        (weekly(), Standing.TOLD),
        (told(None), Standing.TOLD),
    ],
)
def test_standing(one, standing):
    assert standing_of(one, AS_OF) is standing
    assert standing_of(one, None) is Standing.TOLD


def test_an_article_of_the_day_or_later_says_what_became_of_it():
    merged = replace(told("2024-11-08"), others=(told("2024-11-08", published=date(2024, 11, 9)),))
    assert standing_of(merged, AS_OF) is Standing.TOLD
    assert newest([told("2025"), merged, told("2025", published=None)]) == date(2024, 11, 9)
    assert newest([told("2025", published=None)]) is None


def ids(*events, as_of=AS_OF, window=None, order=Order.ASCENDING, group_by=GroupBy.MONTH):
    groups = agenda(events, as_of=as_of, window=window or Window(), order=order, group_by=group_by)
    return [("overdue" if group.overdue else group.key, [one.id for one in group.events]) for group in groups]


def test_what_is_vaguer_than_the_groups_has_a_heading_of_its_own():
    events = [told("2025-01-10", id="day"), told("2025", id="year"), told("202X", id="decade")]
    more = [told("2025-01-01", id="first"), told("2025", id="again"), due("2025", id="deadline")]
    assert ids(*events, *more) == [
        ("2025", ["again", "year"]),
        ("2025-01", ["first", "day"]),
        ("2025-12", ["deadline"]),
    ]
    assert ids(told("203X", id="decade"), told("2031", id="year"), group_by=GroupBy.DECADE) == [
        ("203X", ["decade", "year"])
    ]


def test_an_agenda_has_what_is_ahead_and_what_was_due():
    events = [
        told("2024-11-01", id="past"),
        told("2024-11-13", id="said-today", published=AS_OF),
        told("2024-11-13", id="planned-for-today"),
        told("2024-11-20", id="planned"),
        due("2024-12-01", id="deadline"),
        due("2024-11-10", id="overdue"),
        told("2024-11-08", id="was-planned"),
        told("2024-11", id="this-month", published=AS_OF),
        told("2024-11-13/2024-12-11~", id="coming-weeks", published=AS_OF),
        told("2024-11-11/2024-11-17", id="under-way"),
        told("2024-12", id="next-month"),
        told("2024-11-07/2024-11-09", id="stretch-that-passed"),
        told("2022/2024-11-13", id="since", published=AS_OF),
        told("2024-11-08/..", id="begun-without-end"),
        told(None, id="undated"),
    ]
    assert ids(*events) == [
        ("overdue", ["was-planned", "overdue"]),
        ("2024-11", ["under-way", "planned-for-today", "coming-weeks", "planned"]),
        ("2024-12", ["next-month", "deadline"]),
    ]


def test_weeks_are_those_of_iso():
    assert group_key(date(2024, 11, 13), GroupBy.WEEK) == "2024-11-11/2024-11-17"
    assert group_key(date(2024, 11, 17), GroupBy.WEEK) == "2024-11-11/2024-11-17"
    assert group_key(date(2024, 12, 31), GroupBy.WEEK) == "2024-12-30/2025-01-05"
    assert group_key(date.max, GroupBy.WEEK) == "9999-12-27/9999-12-31"
    assert group_key(date.min, GroupBy.WEEK) == "0001-01-01/0001-01-07"
    found = ids(
        told("2024-11-14", id="a"),
        told("2024-11-17", id="b"),
        told("2024-11-18", id="c"),
        group_by=GroupBy.WEEK,
    )
    assert found == [("2024-11-11/2024-11-17", ["a", "b"]), ("2024-11-18/2024-11-24", ["c"])]


def test_what_recurs_stands_at_each_of_its_days_within_the_window():
    window = Window(to=date(2024, 12, 1))
    assert ids(weekly(id="w"), window=window, group_by=GroupBy.NONE) == [
        ("", ["w", "w-2024-11-22", "w-2024-11-29"])
    ]
    groups = agenda([weekly(id="w")], as_of=AS_OF, window=window, group_by=GroupBy.NONE)
    assert [one.interval.edtf for one in groups[0].events] == ["2024-11-15", "2024-11-22", "2024-11-29"]
    assert {one.recurrence for one in groups[0].events} == {None}


@pytest.mark.parametrize(
    ("rule", "first", "days"),
    [
        # three months, where the window has no end
        ("FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 8), 13),
        ("FREQ=MONTHLY;BYDAY=1MO", date(2024, 12, 2), 3),
        ("FREQ=YEARLY", date(2020, 12, 25), 1),
        ("FREQ=WEEKLY;BYDAY=FR;UNTIL=20241122", date(2024, 11, 8), 2),
        ("FREQ=WEEKLY;BYDAY=FR;UNTIL=20241109", date(2024, 11, 8), 0),
        ("FREQ=WEEKLY", date(2030, 1, 1), 0),
        # every day would hide everything else
        ("FREQ=DAILY", date(2024, 11, 8), 1),
        ("FREQ=HOURLY;INTERVAL=2", date(2024, 11, 8), 1),
        ("FREQ=SOMETIMES", date(2024, 11, 8), 1),
    ],
)
def test_how_far_what_recurs_is_followed(rule, first, days):
    found = ids(weekly(rule, first), group_by=GroupBy.NONE)
    assert sum(len(events) for _key, events in found) == days


def test_a_window_of_ages_ends_all_the_same():
    found = ids(weekly(), window=Window(to=date.max), group_by=GroupBy.NONE)
    assert len(found[0][1]) in {521, 522}


def test_the_window_and_the_order():
    events = [due("2024-11-10", id="overdue"), told("2024-11-20", id="a"), told("2024-12-20", id="b")]
    assert ids(*events, window=Window(date(2024, 11, 15), date(2024, 11, 30))) == [("2024-11", ["a"])]
    assert ids(*events, order=Order.DESCENDING) == [
        ("2024-12", ["b"]),
        ("2024-11", ["a"]),
        ("overdue", ["overdue"]),
    ]


def composed(*events, **plan):
    return compose([Extraction(tuple(events))], Plan(**plan))


def test_a_schedule_looks_ahead_from_the_newest_day_of_publication():
    events = [
        told("2024-11-10", id="past"),
        told("2024-11-20", id="ahead"),
        told("2024-11-01", published=AS_OF),
    ]
    composition = composed(*events, schedule=True)
    assert composition.problems == ()
    assert composition.timeline.as_of == AS_OF
    assert [one.id for one in composition.timeline.events] == ["past", "ahead"]
    assert composition.timeline.groups[0].overdue


def test_a_schedule_without_any_day_says_so_and_shows_everything():
    events = [told("2024-11-10", id="a", published=None), weekly(id="w", published=None)]
    composition = composed(*events, schedule=True)
    assert [problem.kind for problem in composition.problems] == [ProblemKind.AS_OF]
    assert [one.id for one in composition.timeline.events] == ["w", "a"]


def test_what_was_published_later_is_left_out():
    events = [
        told("2024-11-10", id="old"),
        told("2024-11-10", id="new", published=date(2024, 11, 14)),
        told("2024-11-12", id="unknown", published=None),
    ]
    timeline = composed(*events, as_of=AS_OF).timeline
    assert [one.id for one in timeline.events] == ["old", "unknown"]
    assert timeline.as_of == AS_OF
    assert composed(*events).timeline.as_of is None


def test_an_article_without_an_event_counts_for_the_newest_day_too():
    timeline = composed(told("2024-11-10", id="a"), schedule=True, newest=AS_OF).timeline
    assert timeline.as_of == AS_OF
    assert timeline.groups[0].overdue
