"""Dates for readers: (interval, locale, words, valid date strings of HTML)."""

from __future__ import annotations

from datetime import date

import pytest
from babel.localedata import locale_identifiers

from sphinx_newstimeline.sphinxext.clocks import write_clock
from sphinx_newstimeline.sphinxext.dates import frame, locale_of, plain_text, write_interval, write_unit
from sphinx_newstimeline.sphinxext.recurrences import write_recurrence
from sphinx_newstimeline.temporal.interval import Edge, Interval, Precision
from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence

DAY = date(2025, 1, 20)


def approximately(first, last, precision=Precision.DAY, *, both=True):
    return Interval(Edge(first, precision, approximate=True), Edge(last, precision, approximate=both))


ROWS = [
    (Interval.of_day(DAY), "en", "January 20, 2025", ["2025-01-20"]),
    (Interval.of_day(DAY), "en_GB", "20 January 2025", ["2025-01-20"]),
    (Interval.of_day(DAY), "de", "20. Januar 2025", ["2025-01-20"]),
    (Interval.of_day(DAY), "ja", "2025年1月20日", ["2025-01-20"]),
    (Interval.of_day(DAY), "xx", "January 20, 2025", ["2025-01-20"]),
    (Interval.of_month(2025, 1), "en", "January 2025", ["2025-01"]),
    (Interval.of_year(476), "en", "476", ["0476"]),
    (Interval.of_decade(198), "en", "the 1980s", []),
    (Interval.of_decade(180), "en", "1800 – 1809", []),
    (Interval.of_decade(200), "de", "2000–2009", []),
    (Interval.of_decade(200), "ja", "2000年～2009年", []),
    (Interval.of_decade(0), "en", "1 – 9", []),
    (Interval.of_century(18), "en", "19th century", []),
    (Interval.of_century(20), "en", "21st century", []),
    (Interval.of_century(10), "en", "11th century", []),
    (Interval.of_days(DAY, date(2025, 2, 3)), "en_GB", "20 Jan – 3 Feb 2025", ["2025-01-20", "2025-02-03"]),
    (
        Interval.of_days(date(2024, 11, 11), date(2024, 11, 17)),
        "de",
        "11.–17. Nov. 2024",
        ["2024-11-11", "2024-11-17"],
    ),
    (
        Interval.of_days(DAY, date(2025, 2, 3)),
        "fa",
        "20 ژانویه تا 3 فوریه 2025",
        ["2025-01-20", "2025-02-03"],
    ),
    (Interval.of_months((2022, 12), (2023, 2)), "en", "Dec 2022 – Feb 2023", ["2022-12", "2023-02"]),
    (Interval.of_years(2020, 2024), "en_GB", "2020–2024", ["2020", "2024"]),
    (
        approximately(date(1995, 1, 1), date(1995, 12, 31), Precision.YEAR),
        "en",
        "around 1995",
        ["1995"],
    ),
    (
        approximately(date(2024, 12, 23), DAY, both=False),
        "en_GB",
        "around 23 Dec 2024 – 20 Jan 2025",
        ["2024-12-23", "2025-01-20"],
    ),
    (
        approximately(date(2025, 6, 11), date(2025, 6, 20)),
        "en",
        "around Jun 11 – 20, 2025",
        ["2025-06-11", "2025-06-20"],
    ),
    (
        approximately(date(1924, 1, 1), date(1926, 12, 31), Precision.YEAR),
        "en",
        "around 1924 – 1926",
        ["1924", "1926"],
    ),
    (Interval.of_day(date(2024, 12, 9)).since(), "en_GB", "from 9 December 2024", ["2024-12-09"]),
    (Interval.of_day(DAY).until(), "en_GB", "until 20 January 2025", ["2025-01-20"]),
    (
        Interval(Edge(date(2020, 1, 1), Precision.YEAR), Edge(DAY)),
        "en_GB",
        "2020 – 20 January 2025",
        ["2020", "2025-01-20"],
    ),
]


@pytest.mark.parametrize(("interval", "language", "words", "machine"), ROWS)
def test_an_interval_is_written_as_the_language_does(interval, language, words, machine):
    pieces = write_interval(interval, locale_of(language))
    assert plain_text(pieces) == words
    assert [piece.datetime for piece in pieces if piece.datetime] == machine


def test_what_counts_is_said():
    within = Interval.of_days(date(2024, 11, 13), date(2024, 12, 13))
    since = Interval(Edge(date(2022, 1, 1), Precision.YEAR), Edge(DAY))
    english = locale_of("en_GB")
    assert plain_text(write_interval(within, english, "by")) == "by 13 December 2024"
    assert plain_text(write_interval(since, english, "since")) == "since 2022"
    assert plain_text(write_interval(Interval.of_year(1975).until(), english, "by")) == "by 1975"
    assert plain_text(write_interval(Interval.of_year(1975).until(), english, "since")) == "until 1975"
    assert plain_text(write_interval(Interval.of_year(1975).since(), english, "by")) == "from 1975"
    levels = Interval(Edge(date(1500, 1, 1), Precision.CENTURY), Edge(DAY))
    assert plain_text(write_interval(levels, english, "since")) == "since the 16th century"
    assert plain_text(write_interval(Interval.of_century(20).until(), english)) == "until the 21st century"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-13", "November 13, 2024"),
        ("2024-11", "November 2024"),
        ("2024", "2024"),
        ("198X", "the 1980s"),
    ],
)
def test_headings_of_groups(edtf, words):
    assert plain_text(write_unit(edtf, locale_of("en"))) == words


@pytest.mark.parametrize(
    ("clock", "day", "language", "words", "machine"),
    [
        (ClockTime(4), DAY, "en", "4 AM", "2025-01-20T04:00"),
        (ClockTime(16, 5, "", "GMT"), DAY, "en_GB", "16:05 GMT", "2025-01-20T16:05Z"),
        (ClockTime(16, 5, "", "EST"), None, "de", "16:05 EST", "16:05"),
        (ClockTime(4), None, "es", "4:00", "04:00"),
        (ClockTime(part="NI"), DAY, "en", "night", ""),
        (ClockTime(), DAY, "en", "", ""),
    ],
)
def test_clock_times(clock, day, language, words, machine):
    pieces = write_clock(clock, day, locale_of(language))
    assert plain_text(pieces).replace("\xa0", " ") == words
    assert "".join(piece.datetime for piece in pieces) == machine


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=FR", "every Friday"),
        ("FREQ=WEEKLY;BYDAY=MO,FR", "every Monday and Friday"),
        ("FREQ=DAILY", "every day"),
        ("FREQ=MONTHLY;INTERVAL=3", "every 3 months"),
        ("FREQ=YEARLY;BYMONTH=1", "each January"),
        ("nonsense", "each January"),
    ],
)
def test_recurrences(rule, words):
    english = locale_of("en")
    assert plain_text(write_recurrence(Recurrence(rule), "each January", english)) == words
    first = Recurrence(rule, DAY)
    assert plain_text(write_recurrence(first, "each January", english)) == f"{words} from January 20, 2025"


def test_no_language_of_the_cldr_is_refused():
    intervals = [interval for interval, *_rest in ROWS]
    for language in locale_identifiers():
        locale = locale_of(language)
        for interval in intervals:
            assert plain_text(write_interval(interval, locale)).strip()
        assert plain_text(write_clock(ClockTime(4), None, locale))


def test_a_translation_without_its_placeholder_keeps_the_date():
    assert plain_text(frame("bis", write_interval(Interval.of_year(2024), locale_of("de")))) == "bis 2024"
