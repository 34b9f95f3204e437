"""Hand-written events as values, and their ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sphinx_newstimeline.events import Source
from sphinx_newstimeline.handwritten import Draft, HandwrittenIds, read_when, write_event

PAGE = Source("plans.rst", "Plans", date(2024, 11, 13), "", "", 0, 0, 7)
DRAFT = Draft("by January 20", "The money must be spent. All of it.", "", ("harbour",), "en", PAGE)


def id_of(draft, page="plans", name=""):
    return HandwrittenIds.of(page).of_draft(draft, name)


def test_an_event_is_one_like_any_other():
    event = write_event(DRAFT, read_when(DRAFT.words, date(2024, 11, 13)), "0123456789ab")
    assert (event.interval.edtf, event.deadline, event.words) == ("../2025-01-20", True, "by January 20")
    assert (event.sentence, event.marks) == ("The money must be spent. All of it.", ())
    assert (event.sources, event.tags, event.handwritten) == ((PAGE,), ("harbour",), True)
    assert event.why.rule == "en:by/month-day"


def test_without_a_date_it_is_undated():
    event = write_event(replace(DRAFT, title="Money"), None, "0")
    assert (event.interval, event.recurrence, event.title) == (None, None, "Money")


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"text": "The money   must be spent. Every penny."}, True),
        ({"title": "Money"}, True),
        ({"tags": ()}, True),
        ({"source": replace(PAGE, line=99, title="Other plans")}, True),
        ({"words": "by January  20"}, True),
        ({"words": "by January 21"}, False),
        ({"text": "The money may be spent. All of it."}, False),
    ],
)
def test_an_id_depends_on_page_date_and_first_sentence(change, same):
    assert (id_of(replace(DRAFT, **change)) == id_of(DRAFT)) is same


def test_an_id_depends_on_the_page_and_with_a_name_on_that_alone():
    assert id_of(DRAFT, page="other") != id_of(DRAFT)
    assert id_of(DRAFT, name="money") == id_of(replace(DRAFT, words="today", text="x"), "other", "money")
    assert id_of(DRAFT, name="money") != id_of(DRAFT)


def test_the_same_once_more_is_counted():
    ids = HandwrittenIds.of("plans")
    first, second = ids.of_draft(DRAFT), ids.of_draft(DRAFT)
    assert len(first) == 12
    assert second == f"{first}-2"


def test_the_title_stands_for_a_text_that_is_not_there():
    titled = replace(DRAFT, text="", title="The money must be spent.")
    assert titled.first_sentence == "The money must be spent."
    assert id_of(titled) == id_of(DRAFT)
