"""Where in a calendar an event stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from factory import event

from sphinx_newstimeline.exports.calendar_places import Place, place_of
from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence

D13 = date(2024, 11, 13)
TIMED = ClockTime(16, 30, zone="GMT")


def local(text):
    """Return a moment without a zone."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("edtf", "fields", "place"),
    [
        (None, {}, None),
        (None, {"recurrence": Recurrence("FREQ=WEEKLY")}, None),  # nobody knows from when on
        ("2024-11-13", {"recurrence": Recurrence("FREQ=WEEKLY")}, Place(D13)),
        ("2024-11-13/..", {}, Place(D13)),
        ("../2024-11-13", {}, Place(D13)),
        ("2024-11-01/2024-11-13", {"deadline": True}, Place(D13)),
        ("2024-11-12/2024-11-13", {"time": TIMED}, Place(date(2024, 11, 12), date(2024, 11, 14))),
        ("2024-11-13", {"time": ClockTime(part="EV")}, Place(D13)),
        ("2024-11-13", {"time": TIMED}, Place(datetime(2024, 11, 13, 16, 30, tzinfo=UTC))),
        ("2024-11-13", {"time": ClockTime(7, zone="+01:00")}, Place(datetime(2024, 11, 13, 6, tzinfo=UTC))),
        ("2024-11-13", {"time": ClockTime(24)}, Place(local("2024-11-14T00:00"))),
        ("9999-12-31", {"time": ClockTime(24)}, Place(date.max)),
    ],
)
def test_where_an_event_stands(edtf, fields, place):
    assert place_of(event(edtf, **fields)) == place


@pytest.mark.parametrize(
    ("rule", "fields", "place"),
    [
        ("", {}, Place(D13)),
        ("FREQ=HOURLY", {}, Place(D13)),
        ("FREQ=MINUTELY;INTERVAL=90", {}, Place(D13)),
        ("FREQ=DAILY", {}, Place(D13, rule="FREQ=DAILY")),
        ("FREQ=YEARLY;BYMONTH=11", {}, Place(date(2024, 11, 1), date(2024, 12, 1), "FREQ=YEARLY;BYMONTH=11")),
        (
            "FREQ=YEARLY;BYMONTH=11",
            {"value": "XXXX-Q4"},
            Place(date(2024, 11, 1), date(2025, 2, 1), "FREQ=YEARLY;BYMONTH=11"),
        ),
        (
            "FREQ=WEEKLY;UNTIL=20241231",
            {"time": TIMED},
            Place(datetime(2024, 11, 13, 16, 30, tzinfo=UTC), rule="FREQ=WEEKLY;UNTIL=20241231T235959Z"),
        ),
        (
            "FREQ=WEEKLY;UNTIL=20241231",
            {"time": ClockTime(9)},
            Place(local("2024-11-13T09:00"), rule="FREQ=WEEKLY;UNTIL=20241231T235959"),
        ),
        (
            "FREQ=WEEKLY;UNTIL=20241231",
            {"time": ClockTime(9, zone="EST")},
            Place(
                local("2024-11-13T09:00"),
                rule="FREQ=WEEKLY;UNTIL=20250101T235959Z",
                region="America/New_York",
            ),
        ),
        ("FREQ=WEEKLY;UNTIL=20241231", {}, Place(D13, rule="FREQ=WEEKLY;UNTIL=20241231")),
    ],
)
def test_where_something_stands_that_recurs(rule, fields, place):
    assert place_of(event(None, recurrence=Recurrence(rule, D13), **fields)) == place


def test_what_recurs_ends_with_its_interval_unless_its_rule_does():
    fields = {"recurrence": Recurrence("FREQ=WEEKLY", D13)}
    assert place_of(event("2024-11-13/2024-12-31", **fields)).rule == "FREQ=WEEKLY;UNTIL=20241231"
    fields = {"recurrence": Recurrence("FREQ=WEEKLY;COUNT=3", D13)}
    assert place_of(event("2024-11-13/2024-12-31", **fields)).rule == "FREQ=WEEKLY;COUNT=3"
