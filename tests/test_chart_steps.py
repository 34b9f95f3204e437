"""How far the ticks of a chart stand apart."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sphinx_newstimeline.timeline.chart.chart import Unit
from sphinx_newstimeline.timeline.chart.steps import STEPS, Step, label_step, minor_step

YEAR = 365.2425


@pytest.mark.parametrize(
    ("day", "step", "narrow"),
    [
        (1584, Step(Unit.HOUR, 1), Step(Unit.HOUR, 3)),  # 66 units an hour
        (1583, Step(Unit.HOUR, 3), Step(Unit.HOUR, 3)),
        (527, Step(Unit.HOUR, 6), Step(Unit.DAY, 1)),  # twice a day has no labels
        (263, Step(Unit.DAY, 1), Step(Unit.DAY, 1)),
        (32, Step(Unit.DAY, 1), Step(Unit.DAY, 7)),
        (31.9, Step(Unit.DAY, 7), Step(Unit.DAY, 7)),
        (4.5, Step(Unit.MONTH, 1), Step(Unit.MONTH, 1)),
        (1.9, Step(Unit.QUARTER, 1), Step(Unit.QUARTER, 1)),
        (62 / YEAR, Step(Unit.YEAR, 1), Step(Unit.YEAR, 2)),
        (61 / YEAR, Step(Unit.YEAR, 2), Step(Unit.YEAR, 5)),
        (63 / YEAR / 100, Step(Unit.YEAR, 100), Step(Unit.YEAR, 250)),
        (1e-9, STEPS[-1], STEPS[-1]),
    ],
)
def test_labels_have_room(day, step, narrow):
    assert (label_step(day), label_step(day, narrow=True)) == (step, narrow)


@pytest.mark.parametrize(
    ("day", "labelled", "lines"),
    [
        (1584, Step(Unit.HOUR, 1), None),
        (528, Step(Unit.HOUR, 3), Step(Unit.HOUR, 1)),
        (216, Step(Unit.DAY, 1), Step(Unit.HOUR, 1)),  # nine units an hour
        (215, Step(Unit.DAY, 1), Step(Unit.HOUR, 3)),
        (20, Step(Unit.DAY, 1), Step(Unit.HOUR, 12)),
        (9, Step(Unit.DAY, 7), Step(Unit.DAY, 1)),
        (8.9, Step(Unit.DAY, 7), None),
        (3, Step(Unit.MONTH, 1), None),  # weeks do not divide a month
        (0.7, Step(Unit.QUARTER, 1), Step(Unit.MONTH, 1)),
        (0.25, Step(Unit.YEAR, 1), Step(Unit.QUARTER, 1)),
        (9 / YEAR, Step(Unit.YEAR, 5), Step(Unit.YEAR, 1)),
        (5 / YEAR, Step(Unit.YEAR, 5), None),  # two years do not divide five
    ],
)
def test_lines_without_labels_divide_what_has_some(day, labelled, lines):
    assert minor_step(day, labelled) == lines


def moments(step, first, last):
    """Return the ticks from one day to another, without what is the same in all."""
    found = step.moments(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    return [moment.isoformat(timespec="hours") for moment in found]


@pytest.mark.parametrize(
    ("step", "first", "last", "expected"),
    [
        (
            Step(Unit.HOUR, 12),
            "2024-11-13",
            "2024-11-14",
            ["2024-11-13T00", "2024-11-13T12", "2024-11-14T00"],
        ),
        (Step(Unit.DAY, 1), "2024-11-13", "2024-11-14", ["2024-11-13T00", "2024-11-14T00"]),
        (Step(Unit.DAY, 7), "2024-11-10", "2024-11-18", ["2024-11-11T00", "2024-11-18T00"]),  # Mondays
        (Step(Unit.MONTH, 1), "2024-12-01", "2025-01-01", ["2024-12-01T00", "2025-01-01T00"]),
        (Step(Unit.MONTH, 1), "2024-12-02", "2024-12-31", []),
        (Step(Unit.QUARTER, 1), "2024-09-30", "2025-01-31", ["2024-10-01T00", "2025-01-01T00"]),
        (Step(Unit.YEAR, 5), "2019-01-01", "2031-01-01", ["2020-01-01T00", "2025-01-01T00", "2030-01-01T00"]),
        (Step(Unit.YEAR, 100), "0001-01-01", "0250-01-01", ["0100-01-01T00", "0200-01-01T00"]),
        (Step(Unit.YEAR, 1), "9998-06-01", "9999-12-31", ["9999-01-01T00"]),
    ],
)
def test_where_ticks_are(step, first, last, expected):
    assert moments(step, first, last) == expected


def test_ticks_end_with_the_calendar():
    assert list(Step(Unit.HOUR, 12).moments(-5.0, 1.2)) == [datetime(1, 1, 1)]  # noqa: DTZ001 - in no zone
    last = date.max.toordinal()
    assert [moment.hour for moment in Step(Unit.HOUR, 12).moments(last, last + 9)] == [0, 12]
    assert [moment.date() for moment in Step(Unit.DAY, 1).moments(last, last + 9)] == [date.max]
