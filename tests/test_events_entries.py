"""Entries: which time expressions of a sentence stand together, and which stand for nothing."""

from __future__ import annotations

from datetime import date

import pytest
from factory import interval, timex

from sphinx_newstimeline.events.entries import entries
from sphinx_newstimeline.temporal.timex import ClockTime, Range, Recurrence

TEXT = (
    "On Tuesday, by May 3, at 4 a.m. on Tuesday, at 6 p.m. on Tuesday, from 3 to 5 May, every Friday, "
    "in recent years, three hours, again on Tuesday."
)
TUESDAY = timex(TEXT, "Tuesday", "2024-11-12", prep="On ")
TUESDAY_AGAIN = timex(TEXT, "Tuesday", "2024-11-12", prep="again on ")
FOUR = timex(TEXT, "4 a.m. on Tuesday", "2024-11-12", prep="at ", type="TIME", time=ClockTime(4))
SIX = timex(TEXT, "6 p.m. on Tuesday", "2024-11-12", prep="at ", type="TIME", time=ClockTime(18))
INNER = timex(TEXT, "Tuesday", "2024-11-12", prep="4 a.m. on ")
BY = timex(TEXT, "May 3", "../2025-05-03", prep="by ", deadline=True)
ON = timex(TEXT, "May 3", "../2025-05-03", prep="by ")
RANGE = Range(
    TEXT.index("from 3"), TEXT.index("from 3") + len("from 3 to 5 May"), interval("2025-05-03/2025-05-05")
)
THIRD = timex(TEXT, "3", "2025-05-03", prep="from ", range=RANGE)
FIFTH = timex(TEXT, "5 May", "2025-05-05", prep="to ", range=RANGE, deadline=True)
FRIDAYS = Recurrence("FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15))
EVERY = timex(TEXT, "every Friday", None, type="SET", value="XXXX-WXX-5", recurrence=FRIDAYS)
RECENT = timex(TEXT, "recent years", None, prep="in ", value="PAST_REF")
HOURS = timex(TEXT, "three hours", None, type="DURATION", value="PT3H", anchor="")
NO_DAY = timex(TEXT, "Tuesday", None, prep="On ", value="XXXX-WXX-2", anchor="unknown")
NO_DAY_AGAIN = timex(TEXT, "Tuesday", None, prep="again on ", value="XXXX-WXX-2", anchor="unknown")


@pytest.mark.parametrize(
    ("timexes", "expected"),
    [
        ([TUESDAY], [["On Tuesday"]]),
        ([TUESDAY, BY], [["On Tuesday"], ["by May 3"]]),
        # the same date twice
        ([TUESDAY, TUESDAY_AGAIN], [["On Tuesday", "again on Tuesday"]]),
        # a day and its time: the time leads
        ([TUESDAY, FOUR], [["at 4 a.m. on Tuesday", "On Tuesday"]]),
        # two times of a day are two entries
        (
            [FOUR, SIX, TUESDAY_AGAIN],
            [["at 4 a.m. on Tuesday", "again on Tuesday"], ["at 6 p.m. on Tuesday"]],
        ),
        # words inside of words
        ([FOUR, INNER], [["at 4 a.m. on Tuesday"]]),
        # a range
        ([THIRD, FIFTH], [["from 3 to 5 May"]]),
        ([FIFTH, THIRD], [["from 3 to 5 May"]]),
        ([EVERY], [["every Friday"]]),
        ([RECENT, HOURS], []),
        # without a publication date
        ([NO_DAY, NO_DAY_AGAIN], [["On Tuesday"], ["again on Tuesday"]]),
        ([NO_DAY, NO_DAY], [["On Tuesday"]]),
        ([], []),
    ],
)
def test_entries(timexes, expected):
    found = entries(timexes)
    assert [[TEXT[one.start : one.end] for one in entry.phrases] for entry in found] == expected


def test_a_deadline_and_a_day_are_two():
    assert len(entries([BY, ON])) == 1, "the second lies in the words of the first"
    later = timex(TEXT, "Tuesday", "../2025-05-03", prep="again on ")
    assert [entry.timex.deadline for entry in entries([BY, later])] == [True, False]


def test_a_range_has_the_interval_of_both():
    (entry,) = entries([THIRD, FIFTH])
    assert entry.interval.edtf == "2025-05-03/2025-05-05"
    assert entry.value == "2025-05-03/2025-05-05"
    assert not entry.timex.deadline


def test_what_recurs_has_no_interval_and_is_not_undated():
    (entry,) = entries([EVERY])
    assert entry.interval is None
    assert not entry.undated
    assert entries([NO_DAY])[0].undated
