"""Time stamps as programs write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from sphinx_newstimeline.articles.stamp import Stamp, read_stamp

D13 = date(2024, 11, 13)

#: words, day, clock, offset
STAMPS = [
    ("2024-11-13", D13, None, None),
    ("20241113", D13, None, None),
    ("2024-11-13T16:05", D13, time(16, 5), None),
    ("2024-11-13T16:05:30Z", D13, time(16, 5), 0),
    ("2024-11-13T16:05:30.123+0100", D13, time(16, 5), 60),
    ("20241113T160530-0530", D13, time(16, 5), -330),
    ("2024-11-13 16:05:30 UTC", D13, time(16, 5), 0),
    ("2024-11-13T16:05:00+01:00CET", D13, time(16, 5), 60),
    ("2024-11-13 T 16:05:30 +0330", D13, time(16, 5), 210),
    ("2024-11-13T25:61:00Z", D13, None, None),
    ("Wed, 13 Nov 2024 09:00:00 +0100", D13, time(9), 60),
    ("Wed, 13 Nov 2024 09:00:00 GMT", D13, time(9), 0),
    ("Wed Nov 13 09:00:00 UTC 2024", D13, time(9), 0),
    ("1731513600", D13, time(16), 0),
    ("1731513600000", D13, time(16), 0),
    ("13 November 2024", D13, None, None),
]


@pytest.mark.parametrize(("words", "day", "clock", "offset"), STAMPS)
def test_a_stamp_is_read_as_it_is_written(words, day, clock, offset):
    assert read_stamp(words) == Stamp(day, clock, offset)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "2024-13-13",
        "2024-11-31",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "12345",
        "9" * 200,
        "3024-11-13",
    ],
)
def test_what_is_no_day_or_stands_for_none_is_no_stamp(words):
    assert read_stamp(words) is None


def test_words_are_read_in_their_language():
    assert read_stamp("13. November 2024, 16:05 Uhr", "de") == Stamp(D13)


def test_a_moment_is_the_same_in_every_zone():
    stamp = read_stamp("2024-11-13T23:30:00-05:00")
    assert stamp.moment == datetime(2024, 11, 14, 4, 30)  # noqa: DTZ001
    assert stamp.at(60) == Stamp(date(2024, 11, 14), time(5, 30), 60)
    assert Stamp(D13).at(60) == Stamp(D13)
    assert Stamp(date(9999, 12, 31), time(23), -600).moment is None
