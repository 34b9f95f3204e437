"""Timelines: order, window and groups."""

from __future__ import annotations

from datetime import date

import pytest
from factory import event

from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence
from sphinx_newstimeline.timeline import (
    GroupBy,
    Order,
    Timeline,
    Window,
    build_timeline,
    check_window,
    read_unit,
)
from sphinx_newstimeline.timeline.grouping import heading_at

FRIDAYS = Recurrence("FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15))


def ids(timeline):
    return [one.id for one in timeline.events]


# Each list is in ascending order, and in descending order where a second is given.
@pytest.mark.parametrize(
    ("ascending", "descending"),
    [
        # by the start; a deadline by its end, and so what has no start
        (
            [
                event("2020-11-13/2024-11-13", id="last four years"),
                event("2024-12-09/..", id="not before"),
                event("2024-11-13/2024-12-13", id="within 30 days", deadline=True),
                event("2025", id="in 2025"),
                event("../2025-01-20", id="by", deadline=True),
                event("../2025-01-21", id="open start"),
                event("2025-01-22/..", id="open deadline", deadline=True),
            ],
            [
                "open deadline",
                "open start",
                "by",
                "in 2025",
                "within 30 days",
                "not before",
                "last four years",
            ],
        ),
        # then the time of day, parts of the day among hours; what has none comes behind
        (
            [
                event("2024-11-12", id="a", time=ClockTime(4)),
                event("2024-11-12", id="b", time=ClockTime(part="MO")),
                event("2024-11-12", id="c", time=ClockTime(16, 5)),
                event("2024-11-12", id="d", time=ClockTime(part="NI")),
                event("2024-11-12", id="e"),
            ],
            ["d", "c", "b", "a", "e"],
        ),
        # each part where its hours begin
        (
            [
                event("2024-11-12", id=f"{number:02}", time=time)
                for number, time in enumerate(
                    [
                        *(ClockTime(5, 59), ClockTime(part="MO"), ClockTime(6, 1)),
                        *(ClockTime(8, 59), ClockTime(part="DT"), ClockTime(9, 1)),
                        *(ClockTime(11, 59), ClockTime(part="MI"), ClockTime(part="AF"), ClockTime(12, 2)),
                        *(ClockTime(17, 59), ClockTime(part="EV"), ClockTime(18, 1)),
                        *(ClockTime(20, 59), ClockTime(part="NI"), ClockTime(21, 1)),
                    ]
                )
            ],
            [f"{number:02}" for number in reversed(range(16))],
        ),
        # then the more precise first, in both directions
        (
            [
                event("2025-01-01", id="day"),
                event("2025-01", id="month"),
                event("2025-01/2025-03", id="quarter"),
                event("2025", id="year"),
                event("2025-01-01/..", id="since"),
            ],
            ["day", "month", "quarter", "year", "since"],
        ),
        # then publication, path and place in the text
        (
            [
                event("2025", id="1", published=date(2024, 1, 1), path="b"),
                event("2025", id="2", published=date(2024, 2, 1), path="a", start=9),
                event("2025", id="3", published=date(2024, 2, 1), path="b", start=5),
                event("2025", id="4", published=date(2024, 2, 1), path="b", start=9),
                event("2025", id="5", published=None, path="a"),
            ],
            ["1", "2", "3", "4", "5"],
        ),
        # what recurs stands at its first occurrence
        (
            [
                event("2024-11-14", id="before"),
                event("2024-11-15", id="that day"),
                event(None, id="recurs", recurrence=FRIDAYS),
                event("2024-11-16", id="after"),
            ],
            ["after", "that day", "recurs", "before"],
        ),
    ],
)
def test_order(ascending, descending):
    expected = [one.id for one in ascending]
    assert ids(build_timeline(ascending)) == expected
    assert ids(build_timeline(reversed(ascending))) == expected
    assert ids(build_timeline(reversed(ascending), order=Order.DESCENDING)) == descending


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2024-11-01", True),
        ("2024-11-30", True),
        ("2024-10-31", False),
        ("2024-12-01", False),
        ("2024", True),
        ("2023", False),
        # an open edge ends at the publication, 13 November, where that lies inside
        ("../2025-01-20", True),
        ("../2024-10-20", False),
        ("2024-10-01/..", True),
        ("2024-12-09/..", False),
    ],
)
def test_a_window_shows_what_shares_a_day_with_it(edtf, shown):
    window = Window(date(2024, 11, 1), date(2024, 11, 30))
    assert bool(build_timeline([event(edtf)], window=window).events) is shown


UNTIL_DECEMBER = Recurrence("FREQ=WEEKLY;BYDAY=FR;UNTIL=20241206", date(2024, 11, 15))


@pytest.mark.parametrize(
    ("recurrence", "window", "shown"),
    [
        (UNTIL_DECEMBER, Window(from_=date(2024, 12, 6)), True),
        (UNTIL_DECEMBER, Window(from_=date(2024, 12, 7)), False),
        (UNTIL_DECEMBER, Window(to=date(2024, 12, 31)), True),
        (Recurrence("FREQ=WEEKLY"), Window(), False),
    ],
)
def test_what_recurs_ends_with_its_last_occurrence(recurrence, window, shown):
    found = build_timeline([event(None, recurrence=recurrence)], window=window)
    assert bool(found.events) is shown


@pytest.mark.parametrize(
    ("text", "edtf"), [("2024-11-13", "2024-11-13"), (" 2024-11 ", "2024-11"), ("2024", "2024")]
)
def test_ends_of_a_window_are_units_of_the_calendar(text, edtf):
    assert read_unit(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "^$"), ("24", "24"), ("2024-13", "month"), ("2023-02-29", "day"), ("2024-11-13T04", "T04")],
)
def test_an_end_that_is_no_unit_of_the_calendar_is_an_error(text, said):
    with pytest.raises(ValueError, match=said):
        read_unit(text)


@pytest.mark.parametrize(
    ("window", "shown"),
    [
        (Window(), True),
        (Window(from_=date(2030, 1, 1)), True),
        (Window(to=date(2024, 11, 15)), True),
        (Window(to=date(2024, 11, 14)), False),
    ],
)
def test_what_recurs_goes_on_from_its_first_occurrence(window, shown):
    assert bool(build_timeline([event(None, recurrence=FRIDAYS)], window=window).events) is shown


@pytest.mark.parametrize(
    ("group_by", "keys"),
    [
        (GroupBy.NONE, [""]),
        (GroupBy.CENTURY, ["09XX", "20XX"]),
        (GroupBy.DECADE, ["098X", "202X"]),
        (GroupBy.YEAR, ["0987", "2024", "2025"]),
        (GroupBy.MONTH, ["0987-05", "2024-11", "2025-01"]),
        (GroupBy.DAY, ["0987-05-01", "2024-11-13", "2024-11-15", "2025-01-20"]),
    ],
)
def test_groups(group_by, keys):
    events = [
        event("2024-11-13", id="b"),
        event(None, id="c", recurrence=FRIDAYS),
        event("../2025-01-20", id="d", deadline=True),
        event("0987-05-01", id="a"),
    ]
    timeline = build_timeline(events, group_by=group_by)
    assert [group.key for group in timeline.groups] == keys
    assert ids(timeline) == ["a", "b", "c", "d"]
    descending = build_timeline(events, group_by=group_by, order=Order.DESCENDING)
    assert [group.key for group in descending.groups] == keys[::-1]


@pytest.mark.parametrize(
    ("group_by", "first"),
    [
        (GroupBy.CENTURY, "2000-01-01"),
        (GroupBy.DECADE, "2020-01-01"),
        (GroupBy.YEAR, "2024-01-01"),
        (GroupBy.MONTH, "2024-11-01"),
        (GroupBy.WEEK, "2024-11-11"),
        (GroupBy.DAY, "2024-11-13"),
    ],
)
def test_a_heading_has_the_place_of_its_first_day(group_by, first):
    place = date.fromisoformat(first).toordinal()
    assert heading_at(date(2024, 11, 13), group_by).place == place
    assert heading_at(date(2024, 11, 13), group_by, Order.DESCENDING).place == -place
    assert heading_at(date(9, 5, 1), group_by).place >= date.min.toordinal()


def test_what_is_vaguer_than_the_groups_has_headings_of_its_own():
    events = [
        event("1990/..", id="since 1990"),
        event("2025", id="in 2025"),
        event("2025-01-01", id="New Year"),
        event("2025-01", id="January"),
        event("2025-01-09", id="day"),
        event("2025-01/2025-03", id="quarter"),
        event("2025-02-03", id="in February"),
        event("../2025", id="by 2025", deadline=True),
    ]
    timeline = build_timeline(events, group_by=GroupBy.MONTH)
    assert {group.key: [one.id for one in group.events] for group in timeline.groups} == {
        "1990": ["since 1990"],
        "2025": ["in 2025"],
        "2025-01": ["New Year", "January", "quarter", "day"],
        "2025-02": ["in February"],
        "2025-12": ["by 2025"],
    }
    keys = [group.key for group in timeline.groups]
    assert keys == ["1990", "2025", "2025-01", "2025-02", "2025-12"]
    descending = build_timeline(events, group_by=GroupBy.MONTH, order=Order.DESCENDING)
    assert [group.key for group in descending.groups] == keys[::-1]


@pytest.mark.parametrize(
    ("group_by", "headings"),
    [
        (GroupBy.NONE, {"": {"1776", "1990", "2010", "2011", "autumn", "May", "20 Jan", "25 Jan"}}),
        (
            GroupBy.WEEK,
            {
                "before": {"1776", "1990", "2010", "autumn"},
                "2011": {"2011"},
                "2011-01": {"May"},
                "2011-01-17/2011-01-23": {"20 Jan"},
                "2011-01-24/2011-01-30": {"25 Jan"},
            },
        ),
        (
            GroupBy.YEAR,
            {"before": {"1776", "1990", "2010", "autumn"}, "2011": {"2011", "May", "20 Jan", "25 Jan"}},
        ),
        (
            GroupBy.CENTURY,
            {"before": {"1776", "1990"}, "20XX": {"2010", "2011", "autumn", "May", "20 Jan", "25 Jan"}},
        ),
    ],
)
def test_what_began_before_the_window_has_one_heading(group_by, headings):
    events = [
        event("1776-07-04/2011-03-01", id="1776"),
        event("1990/2012", id="1990"),
        event("2010/2011", id="2010"),
        event("2011", id="2011"),
        event("2010-10-09/2011-01-31", id="autumn"),
        event("2011-01/2011-05", id="May"),
        event("2011-01-20", id="20 Jan"),
        event("2011-01-25", id="25 Jan"),
    ]
    window = Window(date(2011, 1, 20))
    for order in Order:
        timeline = build_timeline(events, window=window, group_by=group_by, order=order)
        told = {"before" if group.before else group.key: group.events for group in timeline.groups}
        assert {key: {one.id for one in found} for key, found in told.items()} == headings
        assert list(told) == (list(headings) if order is Order.ASCENDING else list(headings)[::-1])
        assert {group.before for group in timeline.groups} <= {None, date(2011, 1, 20)}


def test_what_has_no_place_stands_apart_whatever_the_window():
    never = event(None, id="weekly", recurrence=Recurrence("FREQ=WEEKLY"))
    undated = event(None, id="undated")
    timeline = build_timeline([never, event("2024")], [undated], window=Window(date(2025, 1, 1)))
    assert [one.id for one in timeline.undated] == ["undated", "weekly"]
    assert timeline.events == ()


def test_nothing_makes_an_empty_timeline():
    assert build_timeline([]) == Timeline()


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        (None, None, None),
        (None, date(2024, 1, 1), None),
        (date(2024, 1, 1), None, None),
        (date(2024, 1, 1), date(2024, 1, 1), None),
        (date(2024, 1, 2), date(2024, 1, 1), ProblemKind.WINDOW),
    ],
)
def test_check_window(first, last, kind):
    problem = check_window(Window(first, last), "index.rst", 7)
    assert (problem and problem.kind) == kind
    if problem:
        assert str(problem).startswith("index.rst:7: ")
        assert "2024-01-02" in problem.message
