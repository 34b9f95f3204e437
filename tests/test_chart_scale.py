"""From days to units: the scale of a chart's axis, and what it leaves out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_newstimeline.timeline.chart.scale import BREAK, MARGIN, NARROWEST, WIDTH, Piece, Scale, scale_of

TWO = Scale((Piece(100.0, 110.0, 0.0, 400.0), Piece(500.0, 520.0, 434.0, 1000.0)), 30.0)


def points(*days):
    """Return the stretches of events that lie at a moment each."""
    return [(float(day), float(day)) for day in days]


@pytest.mark.parametrize(
    ("time", "x"),
    [
        (99.0, 0.0),  # before the first piece
        (100.0, 0.0),
        (105.0, 200.0),
        (100.002, 0.1),  # to a tenth
        (110.0, 400.0),
        (110.5, 417.0),  # within the break, wherever: its middle
        (499.5, 417.0),
        (500.0, 434.0),
        (515.0, 858.5),
        (520.0, 1000.0),
        (521.0, 1000.0),
    ],
)
def test_where_a_time_lies(time, x):
    assert TWO.x(time) == x


@given(
    st.floats(1, 3_000_000), st.floats(0.5, 5_000), st.floats(0, 900), st.floats(1, 1_000), st.floats(0, 1)
)
def test_a_piece_knows_the_time_of_a_place(first, days, start, width, share):
    piece = Piece(first, first + days, start, start + width)
    time = first + share * days
    assert piece.x_to_time(piece.x(time)) == pytest.approx(time, abs=1e-6)
    assert piece.start <= piece.x(time) <= piece.end + 1e-6


def test_one_stretch_fills_the_axis_but_for_its_margins():
    scale = scale_of([(100.0, 110.0)])
    (piece,) = scale.pieces
    assert (piece.start, piece.end) == (0.0, WIDTH)
    assert (scale.x(100.0), scale.x(110.0)) == (MARGIN, WIDTH - MARGIN)
    assert scale.day == pytest.approx((WIDTH - 2 * MARGIN) / 10)


def test_a_long_gap_is_left_out_where_enough_times_are_left():
    times = [*range(5), *range(1000, 1005)]
    (early, late) = scale_of(points(*times)).pieces
    assert early.end + BREAK == late.start
    assert (early.start, late.end) == (0.0, WIDTH)
    assert early.first < 0
    assert 4 < early.last < 500 < late.first < 1000
    # With one time less there is too little to be told apart.
    assert len(scale_of(points(*times[1:])).pieces) == 1


@pytest.mark.parametrize(("gap", "pieces"), [(23, 1), (24, 2), (25, 2)])
def test_a_gap_is_left_out_from_three_quarters_of_the_axis_on(gap, pieces):
    # Eight days with events: four, the gap, and four.
    times = [*range(5), *(4 + gap + day for day in range(5))]
    assert len(scale_of(points(*times)).pieces) == pieces


def test_there_are_at_most_three_breaks_the_longest():
    starts = [0, 100, 1_100, 12_000, 130_000, 1_500_000]
    times = [start + day for start in starts for day in range(3)]
    pieces = scale_of(points(*times)).pieces
    assert len(pieces) == 4
    assert [
        piece.first < start < piece.last
        for piece, start in zip(pieces, [0, 12_000, 130_000, 1_500_000], strict=True)
    ]
    assert pieces[0].last > 1_102


def test_a_short_stretch_is_as_wide_as_a_label_and_the_others_share_the_rest():
    times = [*range(3), *range(5_000, 5_100, 10), 90_000]
    scale = scale_of([*points(*times), (90_000.0, 90_001.0)])
    widths = [piece.end - piece.start for piece in scale.pieces]
    assert [round(width, 1) for width in widths[::2]] == [NARROWEST, NARROWEST]
    assert widths[1] == pytest.approx(90 * scale.day + 2 * MARGIN, abs=0.1)
    assert sum(widths) + 2 * BREAK == pytest.approx(WIDTH, abs=0.2)


@given(
    st.lists(
        st.tuples(st.integers(1, 3_652_058), st.integers(1, 400)).map(lambda pair: (pair[0], sum(pair))),
        min_size=1,
        max_size=40,
    )
)
def test_any_scale_keeps_order_and_room(extents):
    scale = scale_of(extents)
    assert scale.pieces[0].start == 0
    assert scale.pieces[-1].end == pytest.approx(WIDTH, abs=0.3)
    for before, after in pairwise(scale.pieces):
        assert before.last < after.first
        assert after.start - before.end == pytest.approx(BREAK, abs=0.11)
    for piece in scale.pieces:
        assert piece.end - piece.start >= NARROWEST - 0.11
        assert (piece.end - piece.start) / (piece.last - piece.first) == pytest.approx(scale.day, rel=0.01)
    times = sorted({time for extent in extents for time in extent})
    places = [scale.x(time) for time in times]
    assert places == sorted(places)
    assert MARGIN - 0.11 <= places[0] <= places[-1] <= WIDTH - MARGIN + 0.11
