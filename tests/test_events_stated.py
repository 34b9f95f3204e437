"""Events that a format states become entries, with ids of their own and what is known of them."""

from __future__ import annotations

from datetime import date

from factory import article, interval

from sphinx_newstimeline.articles import Origin, StatedEvent
from sphinx_newstimeline.extraction import extract
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.timex import ClockTime

FEAST = StatedEvent(
    "Harbour feast",
    interval("2024-12-06/2024-12-07"),
    words="2024-12-06T18:00/P2D",
    time=ClockTime(18, 0),
    description="Boats and brass.",
    location="Varnes quay",
    key="ev:9",
    line=7,
    format="NewsML",
)


def test_a_stated_event_is_an_entry():
    (event,) = extract(article("", stated=(FEAST,))).events
    assert (event.interval.edtf, event.time.iso, event.type, event.why.rule) == (
        "2024-12-06/2024-12-07",
        "18:00",
        "TIME",
        "NewsML",
    )
    assert event.sentence == "Harbour feast (Varnes quay): Boats and brass."
    assert (event.words, event.marks, event.sources[0].line) == ("2024-12-06/2024-12-07", (), 7)


def test_what_became_of_it_is_shown():
    gone = StatedEvent("Feast", interval("2024-12-06"), status="cancelled", format="ninjs")
    (event,) = extract(article("", stated=(gone,))).events
    assert (event.sentence, event.tags) == ("Feast (cancelled)", ("cancelled",))


def test_a_place_is_not_said_twice():
    feast = StatedEvent("Feast on Varnes quay", interval("2024-12-06"), location="Varnes Quay")
    assert extract(article("", stated=(feast,))).events[0].sentence == "Feast on Varnes quay"


def test_what_recurs_stands_at_its_first_day():
    fair = StatedEvent("Fair", interval("2024-12-06"), rrule="FREQ=WEEKLY", format="ninjs")
    (event,) = extract(article("", stated=(fair,))).events
    assert (event.type, event.interval, event.recurrence.rrule, event.recurrence.first) == (
        "SET",
        None,
        "FREQ=WEEKLY",
        date(2024, 12, 6),
    )


def test_an_event_without_a_date_is_undated_and_needs_no_publication():
    found = extract(article("", published=None, stated=(StatedEvent("Fair", None),)))
    assert ([event.sentence for event in found.undated], found.problems) == (["Fair"], ())


def test_ids_are_those_of_the_format_and_differ():
    other = StatedEvent("Feast", interval("2024-12-08"), words="2024-12-08")
    first, second, third = extract(article("", stated=(FEAST, other, other))).events
    assert len({first.id, second.id, third.id}) == 3
    moved = StatedEvent("Renamed", interval("2025-12-06"), key="ev:9")
    assert extract(article("", stated=(moved,))).events[0].id == first.id


def test_ids_of_items_without_an_address_are_their_keys():
    text = "The ferry sails on Friday."
    ids = {extract(article(text, key=key)).events[0].id for key in ("", "urn:1", "urn:2")}
    assert len(ids) == 3
    by_url = {
        extract(article(text, key=key, url="https://a.example")).events[0].id for key in ("urn:1", "urn:2")
    }
    assert len(by_url) == 1


def test_stated_events_need_no_language():
    found = extract(article("Il navigue vendredi.", language="xx", stated=(FEAST,)))
    assert len(found.events) == 1
    assert [problem.kind for problem in found.problems] == [ProblemKind.LANGUAGE]


def test_a_guessed_day_is_marked_in_the_source():
    guessed = article("It sails on Friday.", stated=(FEAST,), origins=(("published", Origin.GUESS),))
    assert [event.sources[0].guessed for event in extract(guessed).events] == [True, True]
    assert not extract(article("It sails on Friday.")).events[0].sources[0].guessed
