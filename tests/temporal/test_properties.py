"""What holds for the expressions of any text, whatever it says and whenever it was published."""

from __future__ import annotations

import pickle
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sphinx_newstimeline import Period, tag

#: Words that rules speak of, signs between them, and others: enough to make expressions, whole and broken.
VOCABULARY = Path(__file__).with_name("words.txt").read_text("utf-8").splitlines()[1:]
WORDS = [*" ".join(VOCABULARY).split(), "\n", "\n\n", "\N{NO-BREAK SPACE}", '"']

PERIODS = (
    Period("Biden's term", date(2021, 1, 20), date(2025, 1, 20)),
    Period("Ramadan", date(2025, 3, 1), date(2025, 3, 29)),
    Period("the siege", date(2024, 6, 1), None),
)
news = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
texts = st.one_of(news, glued, st.text(max_size=200))
#: The first and last centuries have tests of their own below.
references = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.dates())

TYPES = {"DATE", "TIME", "DURATION", "SET"}
MODS = {
    *("", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS"),
    *("EQUAL_OR_MORE", "START", "MID", "END", "APPROX"),
}
PARTS = {"", "MO", "MI", "AF", "EV", "NI"}
#: The values of TIMEX3 (ISO-TimeML): a date or a time with X for what is not known, a duration, a reference.
#: For a named stretch of days ("Ramadan 1998") it has no form of its own: an ISO 8601 interval says it.
VALUE = re.compile(
    r"""
      (?:PRESENT|PAST|FUTURE)_REF
    | P (?: (?:[\d.]+|X+) (?:D|WE|W|M|Q|Y|DE|E|CE|C|L|ML|H|WI|SU|SP|FA) | X+ )
    | P (?: (?:[\d.]+|X+) [DWMY] ){2,}
    | P (?: (?:[\d.]+|X+) [DWMY] )* T (?: (?:[\d.]+|X+) (?:H|M|S|MO|MI|AF|EV|NI) )+
    | (?:BC)? [\dX]{1,4}
    | [\dX]{4} - (?: [\dX]{2} | W[\dX]{2} | Q[1-4X] | H[12X] | SP | SU | FA | WI )
    | [\dX]{4} - W[\dX]{2} - (?: [1-7] | WE )
    | BC [\d]{4} - (?: \d\d (?: - \d\d )? | XX-XX | Q[1-4] | H[12] | SP | SU | FA | WI )
    | [\dX]{4} - [\dX]{2} - [\dX]{2}
    | \d{4}-\d\d-\d\d / (?: \d{4}-\d\d-\d\d | \.\. )
    | (?: [\dX]{4} - (?: [\dX]{2} - [\dX]{2} | W[\dX]{2} - [1-7X] ) )?
      T (?: MO | MI | AF | EV | NI | DT
        | \d\d (?: : [\dX]{2} (?: : [\dX]{2} )? )? (?: Z | [+-]\d\d (?: :? \d\d )? )? )
    """,
    re.VERBOSE,
)
RRULE = re.compile(r"FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[\w,+-]+)*")


@settings(max_examples=120, deadline=None)
@given(texts, references)
def test_any_text_gives_expressions_in_order_that_fit_it(text, reference):
    behind = 0
    for timex in tag(text, reference, periods=PERIODS):
        assert text[timex.start : timex.end] == timex.text
        assert text[timex.phrase_start : timex.phrase_end] == timex.phrase
        assert timex.phrase_start <= timex.start < timex.end <= timex.phrase_end
        assert timex.text == timex.text.strip()
        assert behind <= timex.start
        behind = timex.end


@settings(max_examples=120, deadline=None)
@given(news, references)
def test_types_values_and_mods_are_those_of_timex3(text, reference):
    for timex in tag(text, reference, periods=PERIODS):
        assert timex.type in TYPES
        assert timex.mod in MODS
        assert VALUE.fullmatch(timex.value), timex.value
        assert timex.time is None or timex.time.hour is not None or timex.time.part in PARTS
        assert timex.recurrence is None or RRULE.fullmatch(timex.recurrence.rrule)
        assert (timex.recurrence is None) or timex.type == "SET"


@settings(max_examples=120, deadline=None)
@given(news, references)
def test_intervals_run_forwards_and_are_edtf_of_level_0_or_1(text, reference):
    for timex in tag(text, reference, periods=PERIODS):
        for interval in filter(None, (timex.interval, timex.range and timex.range.interval)):
            earliest, latest = interval.earliest, interval.latest
            assert earliest or latest
            assert not (earliest and latest) or earliest <= latest
            assert str(parse_edtf(interval.edtf)) == interval.edtf


@settings(max_examples=60, deadline=None)
@given(news, references)
def test_the_same_text_gives_the_same_answer_and_can_be_sent_to_a_worker(text, reference):
    found = tag(text, reference, periods=PERIODS)
    assert tag(text, reference, periods=PERIODS) == found
    assert pickle.loads(pickle.dumps(found)) == found


@settings(max_examples=60, deadline=None)
@given(news)
def test_without_a_reference_date_nothing_is_counted_from_one(text):
    for timex in tag(text, None):
        assert timex.why.anchor != "published"
        assert not timex.unresolved or timex.interval is None


@settings(max_examples=60, deadline=None)
@given(news, st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_sentences_without_dates_around_a_text_change_nothing(text, reference):
    before, after = "Rescuers searched the ruins.\n\n", "\n\nOfficials gave no reason."
    plain = tag(text, reference)
    # A date that is all of a text is one that somebody asks for; between paragraphs it heads an entry.
    assume(not any(t.phrase.strip(" .") == text.strip(" .\n") for t in plain))
    padded = tag(before + text + after, reference)
    assert [(t.start + len(before), t.text, t.value, t.mod, t.interval) for t in plain] == [
        (t.start, t.text, t.value, t.mod, t.interval) for t in padded
    ]


@given(
    st.sampled_from(
        ["The union met on {}.", "The union will meet on {}.", "It met last {}.", "{}'s vote failed."]
    ),
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    st.dates(date(1900, 1, 1), date(2090, 12, 31)),
    st.integers(1, 500),
)
@settings(deadline=None)
def test_weeks_shift_weekdays_by_as_much(sentence, weekday, reference, weeks):
    text, shift = sentence.format(weekday), timedelta(weeks=weeks)
    (one,) = tag(text, reference)
    (other,) = tag(text, reference + shift)
    assert date.fromisoformat(one.value) + shift == date.fromisoformat(other.value)
    assert one.interval.earliest + shift == other.interval.earliest


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), references)
@settings(deadline=None)
@pytest.mark.parametrize(
    "form",
    [
        "{d:%B} {d.day}, {d.year}",
        "{d.day} {d:%B} {d.year}",
        "{d:%Y-%m-%d}",
        "{d:%A}, {d:%B} {d.day}, {d.year}",
    ],
)
def test_a_full_date_is_that_day_whenever_it_was_published(form, day, reference):
    (timex,) = tag(f"The mill burned down on {form.format(d=day)}.", reference)
    assert (timex.type, timex.value) == ("DATE", day.isoformat())
    assert timex.interval.earliest == timex.interval.latest == day


#: Expressions that lead over the ends of the calendar, from its first and last days.
FAR = [
    *("yesterday", "tomorrow", "last week", "next week", "last year", "next year", "last Friday"),
    *("next decade", "ten centuries ago", "in the next thousand years", "9999 years ago"),
    *("over the weekend", "last quarter", "the end of the year", "late next year", "two days later"),
    *("January 20", "by January 20", "before January 1", "after December 31", "December", "Christmas"),
    *(
        "every Friday",
        "every year",
        "every March",
        "every winter",
        "within 30 days",
        "over the last four years",
        "last night",
    ),
]


@pytest.mark.parametrize("reference", [date(1, 1, 1), date(1, 1, 3), date(9999, 12, 31), date(9999, 12, 29)])
@pytest.mark.parametrize("words", FAR)
def test_the_ends_of_the_calendar_raise_nothing(words, reference):
    for timex in tag(f"The mill burned down {words}.", reference):
        assert timex.interval is None or timex.interval.edtf


@pytest.mark.parametrize(
    ("words", "reference"),
    [
        ("this winter", date(9999, 12, 29)),
        ("next winter", date(9999, 12, 29)),
        ("last winter", date(9999, 12, 29)),
        ("last winter", date(1, 1, 3)),
        ("in the '60s", date(59, 1, 1)),
    ],
)
def test_seasons_and_decades_at_the_ends_of_the_calendar_raise_nothing(words, reference):
    tag(f"The mill burned down {words}.", reference)
