"""Where events lie in time, and the marks that stand for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factory import event

from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence
from sphinx_newstimeline.timeline import Window
from sphinx_newstimeline.timeline.chart import End, Shape
from sphinx_newstimeline.timeline.chart.places import Place, cut, mark_of, place_of
from sphinx_newstimeline.timeline.chart.scale import Piece, Scale

DAY = date(2024, 11, 13).toordinal()


def scale(day):
    """Return a scale on which a day has so many units, and DAY begins in the middle."""
    return Scale((Piece(DAY - 500 / day, DAY + 500 / day, 0.0, 1000.0),), day)


def place(shape, first, last, **fields):
    """Return a place by its days, counted from DAY."""
    return Place(0, shape, DAY + first, DAY + last, **fields)


@pytest.mark.parametrize(
    ("edtf", "fields", "found"),
    [
        (None, {}, None),
        (None, {"recurrence": Recurrence("FREQ=DAILY")}, None),  # nobody knows from when on
        (
            None,
            {"recurrence": Recurrence("FREQ=DAILY", date(2024, 11, 14))},
            place(Shape.RECURRENCE, 1, 2, right=End.OPEN),
        ),
        ("2024-11-13", {}, place(Shape.POINT, 0, 1)),
        ("2024-11-13", {"time": ClockTime(4, 30)}, place(Shape.POINT, 0, 1, minutes=270)),
        ("2024-11-13", {"time": ClockTime(4)}, place(Shape.POINT, 0, 1, minutes=240)),
        ("2024-11-13", {"time": ClockTime(part="MI")}, place(Shape.POINT, 0, 1, minutes=720)),
        ("2024-11-13/2024-11-15", {"time": ClockTime(4)}, place(Shape.BAR, 0, 3)),
        ("2024-11-13~", {}, place(Shape.BAR, 0, 1, left=End.APPROXIMATE, right=End.APPROXIMATE)),
        ("2024-11-20/..", {}, place(Shape.BAR, 7, 8, right=End.OPEN)),
        ("2024-11-12/2024-11-13", {"deadline": True}, place(Shape.DEADLINE, -1, 1)),
    ],
)
def test_where_an_event_lies(edtf, fields, found):
    assert place_of(0, event(edtf, **fields)) == found


WINDOW = Window(date(2024, 11, 13), date(2024, 11, 19))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (place(Shape.BAR, -3, 12), place(Shape.BAR, 0, 7, left=End.BEYOND, right=End.BEYOND)),
        (
            place(Shape.BAR, -3, 12, left=End.OPEN, right=End.OPEN),
            place(Shape.BAR, 0, 7, left=End.OPEN, right=End.OPEN),
        ),
        (place(Shape.BAR, 0, 7), place(Shape.BAR, 0, 7)),
        (place(Shape.BAR, -1, 7), place(Shape.BAR, 0, 7, left=End.BEYOND)),
        (place(Shape.BAR, 0, 8), place(Shape.BAR, 0, 7, right=End.BEYOND)),
        (place(Shape.RECURRENCE, -3, -2), place(Shape.RECURRENCE, 0, 1)),
        (place(Shape.RECURRENCE, 3, 4), place(Shape.RECURRENCE, 3, 4)),
    ],
)
def test_what_of_it_lies_in_a_window(before, after):
    assert cut(before, WINDOW) == after
    assert cut(before, Window()) == before


# place, units of a day, shape of its mark, and where that starts, stands and ends
MARKS = [
    (place(Shape.POINT, 0, 1), 40, Shape.POINT, (520, 520, 520)),  # at noon
    (place(Shape.POINT, 0, 1, minutes=360), 40, Shape.POINT, (510, 510, 510)),
    (place(Shape.POINT, 0, 1), 249, Shape.POINT, (624.5, 624.5, 624.5)),
    (place(Shape.POINT, 0, 1), 250, Shape.BAR, (500, 500, 750)),  # a stretch of hours
    (place(Shape.POINT, 0, 1, minutes=360), 250, Shape.POINT, (562.5, 562.5, 562.5)),
    (place(Shape.RECURRENCE, 0, 1, right=End.OPEN), 250, Shape.RECURRENCE, (625, 625, 750)),
    (place(Shape.BAR, 0, 4), 5, Shape.BAR, (500, 500, 520)),
    (place(Shape.BAR, 0, 4), 4.9, Shape.POINT, (509.8, 509.8, 509.8)),  # cannot be told from a point
    (place(Shape.BAR, 0, 1), 40, Shape.BAR, (500, 500, 540)),
    (place(Shape.BAR, 0, 1, right=End.OPEN), 40, Shape.POINT, (520, 520, 560)),
    (place(Shape.BAR, 0, 1, left=End.OPEN), 40, Shape.POINT, (480, 520, 520)),
    (place(Shape.BAR, 0, 2, right=End.OPEN), 5, Shape.POINT, (505, 505, 545)),
    (place(Shape.BAR, 0, 2, left=End.BEYOND, right=End.BEYOND), 40, Shape.BAR, (0, 0, 1000)),
    (place(Shape.BAR, 0, 2, left=End.APPROXIMATE), 40, Shape.BAR, (500, 500, 580)),
    (place(Shape.DEADLINE, -3, 1), 40, Shape.DEADLINE, (380, 520, 520)),
    (place(Shape.DEADLINE, 0, 1, left=End.OPEN), 40, Shape.DEADLINE, (480, 520, 520)),
    (place(Shape.DEADLINE, -3, 1, left=End.OPEN), 40, Shape.DEADLINE, (380, 520, 520)),
    (place(Shape.DEADLINE, -3, 1, right=End.BEYOND), 40, Shape.BAR, (380, 380, 1000)),
]


@pytest.mark.parametrize(("given", "day", "shape", "at"), MARKS)
def test_which_mark_stands_for_it(given, day, shape, at):
    mark = mark_of(given, scale(day))
    assert (mark.shape, (mark.start, mark.at, mark.end)) == (shape, at)
    assert (mark.event, mark.lane, mark.left, mark.right) == (0, 0, given.left, given.right)


def test_a_tail_ends_with_the_axis():
    late = replace(place(Shape.BAR, 12, 13), right=End.OPEN)
    assert mark_of(late, scale(40)).end == 1000
    early = replace(place(Shape.BAR, -12, -11), left=End.OPEN)
    assert mark_of(early, scale(40)).start == 0
