"""Rules of recurrence that others state."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import vRecur

from sphinx_newstimeline.temporal.rrules import read_rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=FR"),
        ("RRULE:FREQ=DAILY", "FREQ=DAILY"),
        ("freq=monthly;byday=-1fr,2mo;", "FREQ=MONTHLY;BYDAY=-1FR,2MO"),
        ("INTERVAL=2;FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"),
        ("FREQ=YEARLY;UNTIL=20301231;BYMONTH=12", "FREQ=YEARLY;UNTIL=20301231;BYMONTH=12"),
        ("FREQ=YEARLY;UNTIL=20301231T235959Z", "FREQ=YEARLY;UNTIL=20301231T235959Z"),
        ("FREQ=YEARLY;BYYEARDAY=-1,366;COUNT=10", "FREQ=YEARLY;BYYEARDAY=-1,366;COUNT=10"),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=31,-1;BYSETPOS=1", "FREQ=MONTHLY;BYMONTHDAY=31,-1;BYSETPOS=1"),
    ],
)
def test_a_rule_is_read(text, rule):
    assert read_rule(text) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "every week",
        "BYDAY=FR",
        "FREQ=FORTNIGHTLY",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=0MO",
        "FREQ=WEEKLY;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYWEEKNO=5",
        "FREQ=YEARLY;INTERVAL=0",
        "FREQ=YEARLY;COUNT=99999999999999999999",
        "FREQ=YEARLY;COUNT=3;UNTIL=20301231",
        "FREQ=YEARLY;UNTIL=20300230",
        "FREQ=YEARLY;UNTIL=soon",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYSETPOS=367",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=WEEKLY;BYHOUR=0,1,2;BYMINUTE=0,1,2;BYSECOND=0,1,2",
        "FREQ=WEEKLY\nX-OTHER:1",
        "DTSTART:20240101\nRRULE:FREQ=WEEKLY",
    ],
)
def test_what_is_no_rule_by_days_is_refused(text):
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        read_rule(text)


NAMES = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYDAY",
    "BYMONTH",
    "BYMONTHDAY",
    "BYSETPOS",
    "BYWEEKNO",
    "BYYEARDAY",
]
VALUES = st.sampled_from(
    ["WEEKLY", "MONTHLY", "YEARLY", "1", "-1", "5", "13", "367", "MO", "2TU,-1SU", "20300101"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=4))
def test_those_who_follow_a_rule_take_each_that_is_read(parts):
    try:
        rule = read_rule(";".join(f"{name}={value}" for name, value in [("FREQ", "YEARLY"), *parts]))
    except ValueError:
        return
    rrulestr(rule, dtstart=datetime(2024, 1, 2))  # noqa: DTZ001 - days
    assert vRecur.from_ical(rule)["FREQ"] == ["YEARLY"]
