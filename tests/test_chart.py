"""The layout of charts: nothing overlaps, everything is on the axis, and there is never too much."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from itertools import pairwise

import pytest
from factory import event
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence
from sphinx_newstimeline.timeline import Window, build_timeline
from sphinx_newstimeline.timeline.chart import WIDTH, End, Label, Rank, Shape, build_chart, show_labels
from sphinx_newstimeline.timeline.chart.lanes import assign_lanes, extent
from sphinx_newstimeline.timeline.chart.layout import CELLS, MOST_LANES, MOST_MARKS


def events(edtfs):
    return [event(edtf, id=f"{number:05}") for number, edtf in enumerate(edtfs)]


def chart_of(*edtfs):
    return build_chart(build_timeline(events(edtfs)))


def days(first, number, step):
    start = date.fromisoformat(first)
    return [(start + timedelta(days=round(index * step))).isoformat() for index in range(number)]


def labelled(chart, rank=Rank.MAJOR):
    return [tick for tick in chart.ticks if tick.rank is rank]


def test_without_a_date_there_is_no_chart():
    chart = build_chart(build_timeline((), [event(None)]))
    assert (chart.first, chart.marks, chart.ticks) == (None, (), ())


@pytest.mark.parametrize(
    ("edtfs", "unit", "context", "some"),
    [
        (["2024-11-13"], "hour", ["2024-11-13"], "2024-11-13T06"),
        (["2024-11-11", "2024-11-17"], "day", [], "2024-11-13T00"),
        (["2024-10-01", "2024-12-31"], "day", ["2024-11-01", "2024-12-01"], "2024-11-11T00"),
        (["2024-03-01", "2025-02-28"], "month", ["2025-01-01"], "2024-09-01T00"),
        (
            ["2022-06-01", "2025-02-28"],
            "quarter",
            ["2023-01-01", "2024-01-01", "2025-01-01"],
            "2023-07-01T00",
        ),
        (["2012", "2025"], "year", [], "2019-01-01T00"),
        (["1990", "2025"], "year", [], "2015-01-01T00"),
        (["1950", "2025"], "year", [], "1985-01-01T00"),
        (["1800", "1850", "1900", "1950"], "year", [], "1870-01-01T00"),
        (["0079-08-24", "1066", "1492", "2100"], "year", [], "1750-01-01T00"),
        (["0001-01-01", "9999-12-31"], "year", [], "5000-01-01T00"),
        (["0001-01-01"], "hour", ["0001-01-01"], "0001-01-01T12"),
        (["9999-12-31"], "hour", ["9999-12-31"], "9999-12-31T12"),
    ],
)
def test_ticks_suit_the_span(edtfs, unit, context, some):
    chart = chart_of(*edtfs)
    assert {str(tick.unit) for tick in labelled(chart)} == {unit}
    inside = [tick.moment.date().isoformat() for tick in labelled(chart, Rank.CONTEXT)]
    assert set(context) <= set(inside)
    assert some in {tick.moment.isoformat()[:13] for tick in labelled(chart)}
    assert 2 <= len(labelled(chart)) <= 32
    assert any(tick.sparse for tick in chart.ticks)


@pytest.mark.parametrize(
    ("fields", "shape", "left", "right"),
    [
        ({"edtf": "2024-11-13"}, Shape.POINT, End.CLOSED, End.CLOSED),
        ({"edtf": "2024-12"}, Shape.BAR, End.CLOSED, End.CLOSED),
        ({"edtf": "../2025-01-20", "deadline": True}, Shape.DEADLINE, End.OPEN, End.CLOSED),
        ({"edtf": "2024-12-09/.."}, Shape.POINT, End.CLOSED, End.OPEN),
        ({"edtf": "2024-12-23~/2025-01-20"}, Shape.BAR, End.APPROXIMATE, End.CLOSED),
        ({"edtf": "2024-12-23~/2024-12-24~"}, Shape.POINT, End.APPROXIMATE, End.APPROXIMATE),
        (
            {"edtf": None, "recurrence": Recurrence("FREQ=DAILY", date(2024, 12, 1))},
            Shape.RECURRENCE,
            End.CLOSED,
            End.OPEN,
        ),
    ],
)
def test_marks_show_what_is_known(fields, shape, left, right):
    around = events(["2024-10-01", "2025-03-31"])
    chart = build_chart(build_timeline([*around, event(id="x", **fields)]))
    mark = chart.marks[1]
    assert (mark.shape, mark.left, mark.right) == (shape, left, right)
    assert (mark.start < mark.at) == (shape is Shape.DEADLINE)
    assert (mark.end > mark.at) == (right is End.OPEN or shape is Shape.BAR)


def test_an_open_end_reaches_to_the_day_of_publication():
    chart = build_chart(
        build_timeline([*events(["2024-11-01", "2025-02-01"]), event("../2025-01-20", id="x", deadline=True)])
    )
    deadline, published = chart.marks[1], date(2024, 11, 13)
    piece = chart.pieces[0]
    assert deadline.start == pytest.approx(piece.x(published.toordinal()), abs=0.1)
    assert deadline.at == deadline.end == pytest.approx(piece.x(date(2025, 1, 20).toordinal() + 0.5), abs=0.1)


@pytest.mark.parametrize(
    ("edtf", "left", "right"),
    [
        ("1960/2024-11-20", End.BEYOND, End.CLOSED),
        ("2024-11-20/2030", End.CLOSED, End.BEYOND),
        ("1960/2030", End.BEYOND, End.BEYOND),
        ("2024-11-20/2024-11-30", End.CLOSED, End.CLOSED),
    ],
)
def test_the_axis_does_not_go_beyond_the_window(edtf, left, right):
    window = Window(date(2024, 11, 1), date(2024, 12, 31))
    chart = build_chart(build_timeline(events(["2024-11-13", edtf]), window=window), window)
    (bar,) = [mark for mark in chart.marks if mark.shape is Shape.BAR]
    assert (bar.left, bar.right) == (left, right)
    assert (bar.start == 0, bar.end == WIDTH) == (left is End.BEYOND, right is End.BEYOND)
    assert window.from_ <= chart.first <= chart.last <= window.to


def test_what_began_to_recur_before_the_window_is_at_its_first_day():
    window = Window(date(2024, 11, 1), date(2024, 12, 31))
    weekly = event(None, id="x", recurrence=Recurrence("FREQ=WEEKLY", date(2020, 1, 1)))
    chart = build_chart(build_timeline([*events(["2024-11-13"]), weekly], window=window), window)
    assert chart.first == window.from_
    assert chart.marks[0].shape is Shape.RECURRENCE


def test_a_deadline_beyond_the_window_has_no_symbol():
    window = Window(None, date(2024, 12, 31))
    due = event("../2025-01-20", id="x", deadline=True)
    chart = build_chart(build_timeline([*events(["2024-11-01"]), due], window=window), window)
    assert [mark.shape for mark in chart.marks] == [Shape.POINT, Shape.BAR]


def test_the_hour_is_shown_where_it_is_known():
    chart = build_chart(
        build_timeline(
            [
                event("2024-11-13", id="a", time=ClockTime(6, 0)),
                event("2024-11-13", id="b", time=ClockTime(18, 0)),
                *events(["2024-11-13"]),
            ]
        )
    )
    six, eighteen, day = chart.marks
    assert (six.at + eighteen.at) / 2 == pytest.approx(WIDTH / 2, abs=0.1)
    assert eighteen.at - six.at == pytest.approx((day.end - day.start) / 2, abs=0.2)
    assert day.shape is Shape.BAR


@pytest.mark.parametrize(
    ("edtfs", "pieces"),
    [
        (["1852-10-06", *days("2024-11-01", 8, 5)], 2),
        (["1852-10-06", *days("2024-11-01", 8, 5), "2300-05-01"], 3),
        (["1852-10-06", "2024-11-13"], 1),
        (["0079", "1066", "1492", "1789", "1914", "1945", "1989", "2025"], 1),
    ],
)
def test_a_long_time_without_events_is_left_out(edtfs, pieces):
    chart = chart_of(*edtfs)
    assert len(chart.pieces) == pieces
    assert (chart.pieces[0].start, chart.pieces[-1].end) == (0, WIDTH)
    scales = [(piece.end - piece.start) / (piece.last - piece.first) for piece in chart.pieces]
    assert scales == pytest.approx([scales[0]] * pieces, rel=0.01)
    for before, after in pairwise(chart.pieces):
        assert before.end < after.start
        assert before.last < after.first
    assert all(any(piece.start <= tick.x <= piece.end for tick in chart.ticks) for piece in chart.pieces)


@pytest.mark.parametrize("number", [1, 5, 50, 1000, 10_000])
@pytest.mark.parametrize("step", [0.0, 0.02, 1.0])
def test_there_is_never_too_much(number, step):
    chart = chart_of(*days("1990-01-01", number, step), "1990-03/1990-08")
    assert len(chart.marks) <= MOST_MARKS
    assert len(chart.heaps) <= CELLS
    assert len(chart.ticks) <= 160
    assert chart.lanes <= MOST_LANES
    shown = [mark.event for mark in chart.marks] + [index for heap in chart.heaps for index in heap.events]
    assert sorted(shown) == list(range(number + 1))
    assert bool(chart.heaps) == (number > MOST_MARKS or (number == 50 and step < 1))


intervals = st.tuples(
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    st.integers(0, 40_000),
    st.sampled_from(["/", "~/", "/..", "../"]),
)


def edtf_of(parts):
    first, length, form = parts
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    match form:
        case "/..":
            return f"{first}/.."
        case "../":
            return f"../{last}"
        case "~/":
            return f"{first}~/{last}~"
    return f"{first}/{last}" if length else str(first)


near = st.tuples(
    st.dates(date(2024, 10, 1), date(2025, 3, 1)),
    st.integers(0, 60),
    st.sampled_from(["/", "~/", "/..", "../"]),
)


@given(st.lists(intervals | near, min_size=1, max_size=60))
@settings(max_examples=150, deadline=None)
def test_layouts_hold_together(parts):
    timeline = build_timeline(events(edtf_of(part) for part in parts))
    chart = build_chart(timeline)
    assert chart == build_chart(timeline)
    assert pickle.loads(pickle.dumps(chart)) == chart
    lanes = {}
    for mark in chart.marks:
        start, end = extent(mark)
        assert 0 <= start <= end <= WIDTH
        assert mark.start <= mark.at <= mark.end
        lanes.setdefault(mark.lane, []).append((start, end))
    for taken in lanes.values():
        assert all(before[1] < after[0] for before, after in pairwise(sorted(taken)))
    assert sorted(lanes) == list(range(chart.lanes))
    places = [tick.x for tick in chart.ticks]
    assert places == sorted(places)
    assert all(0 <= x <= WIDTH for x in places)
    for rank in (Rank.MAJOR, Rank.CONTEXT, Rank.MINOR):
        moments = [tick.moment for tick in labelled(chart, rank)]
        assert moments == sorted(set(moments))
    assert all(0 <= heap.start < heap.end <= WIDTH and heap.events for heap in chart.heaps)
    shown = [mark.event for mark in chart.marks] + [index for heap in chart.heaps for index in heap.events]
    assert sorted(shown) == list(range(len(timeline.events)))


@given(st.lists(st.tuples(st.floats(0, WIDTH), st.floats(0, 200)), max_size=40))
def test_lanes_are_as_few_as_can_be(stretches):
    from sphinx_newstimeline.timeline.chart import Mark

    marks = [
        Mark(number, Shape.BAR, start, start, start + length, 0)
        for number, (start, length) in enumerate(stretches)
    ]
    placed, left_over = assign_lanes(marks, 100)
    assert left_over == []
    used = max((mark.lane + 1 for mark in placed), default=0)
    # Two units lie between the marks of a lane.
    most = max(
        (sum(1 for mark in marks if mark.start <= other.start < mark.end + 2) for other in marks), default=0
    )
    assert used <= max(most, 1) if marks else used == 0
    few, rest = assign_lanes(marks, 2)
    assert len(few) + len(rest) == len(marks)


@given(
    st.lists(st.builds(Label, st.floats(0, WIDTH), st.floats(1, 300), st.integers(0, 2)), max_size=30),
    st.floats(100, WIDTH),
)
def test_labels_do_not_run_into_each_other(labels, end):
    shown = sorted((labels[index].x, labels[index].width) for index in show_labels(labels, end))
    assert all(x + width <= after for (x, width), (after, _) in pairwise(shown))
    assert all(x + width <= end for x, width in shown)


def test_the_heavier_label_stays():
    assert show_labels([Label(0, 50), Label(30, 50, weight=1), Label(90, 20)], WIDTH) == {1, 2}
