"""Events: from an article and its time expressions to what a timeline shows."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date

import pytest
from factory import article, interval, timex
from linear import assert_linear

from sphinx_newstimeline.events import assemble
from sphinx_newstimeline.extraction import extract
from sphinx_newstimeline.temporal.timex import Range, Recurrence


def marked(event):
    return [event.sentence[start:end] for start, end in event.marks]


def test_an_event_has_its_sentence_its_words_and_its_source():
    text = "They met.\n\nThe council\n  meets by January 20 in Oslo. Nobody objected."
    given = article(text, title="Council", url="https://news.example/7", source="Wire", line_starts=((0, 5),))
    by = timex(text, "January 20", "../2025-01-20", prep="by ", mod="ON_OR_BEFORE", deadline=True)
    ((event,), undated, *_) = assemble(given, [by], "en")
    assert undated == ()
    assert event.sentence == "The council meets by January 20 in Oslo."
    assert marked(event) == ["by January 20"]
    assert (event.words, event.mod, event.deadline) == ("by January 20", "ON_OR_BEFORE", True)
    assert event.interval == interval("../2025-01-20")
    (source,) = event.sources
    assert text[source.start : source.end] == "by January 20"
    assert (source.line, source.path, source.title) == (8, "news/talks.txt", "Council")
    assert (source.url, source.source, source.published) == (
        "https://news.example/7",
        "Wire",
        date(2024, 11, 13),
    )
    assert pickle.loads(pickle.dumps(event)) == event


def test_a_sentence_that_says_a_date_twice_is_one_entry_with_two_marks():
    text = "On Monday they came, and on Monday they left."
    twice = [timex(text, "Monday", "2024-11-11", prep=prep) for prep in ("On ", "on ")]
    (event,) = assemble(article(text), twice, "en").dated
    assert marked(event) == ["On Monday", "on Monday"]


def test_two_dates_that_form_a_range_are_one_entry():
    text = "The fair runs from 3 to 5 May in Oslo."
    both = Range(text.index("from"), text.index(" in"), interval("2025-05-03/2025-05-05"))
    dates = [
        timex(text, "3", "2025-05-03", prep="from ", range=both),
        timex(text, "5 May", "2025-05-05", range=both),
    ]
    (event,) = assemble(article(text), dates, "en").dated
    assert event.words == "from 3 to 5 May"
    assert marked(event) == ["from 3 to 5 May"]
    assert event.interval.edtf == "2025-05-03/2025-05-05"


def test_a_cut_inside_a_time_expression_is_healed():
    text = "They open at 5 p.m. Wednesday. Then they close."
    (event,) = assemble(article(text), [timex(text, "5 p.m. Wednesday", prep="at ")], "en").dated
    assert event.sentence == "They open at 5 p.m. Wednesday."


def test_a_time_expression_over_a_line_end_joins_the_lines():
    text = "They open on\nWednesday in Oslo."
    (event,) = assemble(article(text), [timex(text, "on\nWednesday")], "en").dated
    assert event.sentence == "They open on Wednesday in Oslo."


def test_ids_count_within_a_sentence_and_across_the_article():
    text = "They met on Monday and by Friday. They left. They met on Monday and by Friday."
    found = [
        timex(text, words, edtf, prep=prep, nth=nth)
        for nth in (1, 2)
        for prep, words, edtf in (("on ", "Monday", "2024-11-11"), ("by ", "Friday", "2024-11-15"))
    ]
    ids = [event.id for event in assemble(article(text), found, "en").dated]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3", f"{ids[0]}-4"]


def test_ids_are_the_same_whether_the_date_is_known_or_not():
    text = "They met on Monday and in May 2025."
    may = timex(text, "May 2025", "2025-05", prep="in ")
    known = assemble(article(text), [timex(text, "Monday", "2024-11-11", prep="on "), may], "en")
    unknown = timex(text, "Monday", None, prep="on ", anchor="unknown", value="XXXX-WXX-1")
    lost = assemble(article(text, published=None), [unknown, may], "en")
    assert [event.words for event in lost.undated] == ["on Monday"]
    assert lost.undated[0].id == known.dated[0].id
    assert lost.dated[0].id == known.dated[1].id


def test_what_lies_nowhere_makes_no_event_and_what_recurs_does():
    text = "In recent years they met every Friday for three hours."
    found = [
        timex(text, "recent years", None, prep="In ", value="PAST_REF"),
        timex(
            text,
            "every Friday",
            None,
            type="SET",
            recurrence=Recurrence("FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15)),
        ),
        timex(text, "three hours", None, type="DURATION", value="PT3H", anchor=""),
    ]
    dated, undated = assemble(article(text), found, "en")
    assert [event.words for event in dated] == ["every Friday"]
    assert dated[0].interval is None
    assert undated == ()


@pytest.mark.parametrize("dateline", ["OSLO, Nov. 13, 2024 (AP) — ", "OSLO, Nov. 13, 2024 — "])
def test_a_dateline_is_stripped_and_makes_no_event(dateline):
    text = f"{dateline}The talks resume on Friday."
    found = [timex(text, "Nov. 13, 2024"), timex(text, "Friday", "2024-11-15", prep="on ")]
    (event,) = assemble(article(text), found, "en").dated
    assert event.sentence == "The talks resume on Friday."
    assert marked(event) == ["on Friday"]


def test_headings_make_no_event():
    text = "Talks resume on Friday\n\nThe talks resume on Friday."
    found = [timex(text, "Friday", "2024-11-15", prep="on ", nth=nth) for nth in (1, 2)]
    (event,) = assemble(article(text), found, "en").dated
    assert event.sentence == "The talks resume on Friday."


def giant(count):
    piece = "and on Friday so it went "
    text = piece * count
    first = timex(text, "Friday", "0001-01-01", prep="on ")
    found = [
        replace(
            first,
            interval=interval(date.fromordinal(700_000 + index).isoformat()),
            **{
                field: getattr(first, field) + index * len(piece)
                for field in ("start", "end", "phrase_start", "phrase_end")
            },
        )
        for index in range(count)
    ]
    return assemble(article(text), found, "en").dated


def test_a_giant_line_with_many_dates_is_read_in_linear_time():
    assert_linear(giant, 500)


def test_every_date_of_a_giant_line_is_an_entry_of_its_own():
    events = giant(1_000)
    assert len({event.id for event in events}) == 1_000
    assert all(len(event.sentence) < 610 for event in events)


def test_what_an_article_repeats_is_kept_once():
    first, second = extract(
        article("They met on May 3, 2019. Nothing came of it.\n\nWhat they said on May 3, 2019, is known.")
    ).events
    assert first.interval is second.interval
    assert first.why is second.why
