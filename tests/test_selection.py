"""Selection: which entries tell the story, by the articles that name their dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factory import article, event
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear

from sphinx_newstimeline.composition import Plan, compose
from sphinx_newstimeline.edits import Edits, read_edits
from sphinx_newstimeline.events.event import Merit
from sphinx_newstimeline.events.lead import lead_of
from sphinx_newstimeline.extraction import extract
from sphinx_newstimeline.merging import merge
from sphinx_newstimeline.selection import Selection, digest, select, words_in
from sphinx_newstimeline.selection.days import rank
from sphinx_newstimeline.selection.topic import Topic
from sphinx_newstimeline.timeline import Window


def archive(*texts):
    """Return the extractions of articles: pairs of the day of publication and the text."""
    return [
        extract(
            article(
                text, path=f"news/{number}.txt", title=f"Report {number}", published=date.fromisoformat(day)
            )
        )
        for number, (day, text) in enumerate(texts)
    ]


FERRY = archive(
    (
        "2025-03-05",
        "The ferry Sund Maiden struck a reef off Orra on Tuesday. It was calm on Tuesday. Rain on Tuesday.",
    ),
    ("2025-03-06", "The ferry Sund Maiden has been on the reef off Orra since it struck it on March 4."),
    (
        "2025-03-07",
        "Divers found a gash in the hull of the ferry on Thursday. It had struck the reef on Tuesday.",
    ),
    (
        "2025-03-07",
        "Divers found a gash of nine metres in the ferry's hull on Thursday. A tug is due by March 12.",
    ),
    (
        "2025-04-03",
        "The ferry was refloated on Wednesday. The court will hear the master on August 20, 2025.",
    ),
    ("2025-04-03", "A new library opened in Tessel on April 1. Its reading room opens on April 7."),
)


def chosen(plan, extractions=FERRY):
    return [(entry.interval.edtf, entry.merit) for entry in compose(extractions, plan).timeline.events]


def test_nothing_is_selected_unless_asked():
    assert not Selection()
    entries = compose(FERRY, Plan()).timeline.events
    assert select(entries) == entries
    assert all(entry.merit is None for entry in entries)


def test_the_dates_that_most_articles_name_are_kept_in_order_with_what_speaks_for_them():
    assert chosen(Plan(selection=Selection(max_events=2))) == [
        ("2025-03-04", Merit(3, 1)),
        ("2025-03-06", Merit(3, 2)),
    ]


def test_an_article_that_names_a_date_again_and_again_counts_once():
    once = archive(*[("2025-03-05", "The council met on Monday.")] * 2)
    again = archive(("2025-03-05", "It rained on Tuesday. " * 6))
    assert chosen(Plan(selection=Selection(max_events=1)), [*again, *once])[0][0] == "2025-03-03"


def test_a_query_keeps_what_has_a_word_of_it_in_any_form():
    kept = compose(FERRY, Plan(selection=Selection(("reads",)))).timeline.events
    assert [entry.sentence for entry in kept] == ["Its reading room opens on April 7."]
    kept = compose(FERRY, Plan(selection=Selection(("LIBRARY",)))).timeline.events
    assert [entry.sentence for entry in kept] == ["A new library opened in Tessel on April 1."]


def test_a_query_ranks_dates_by_the_sentences_that_have_it():
    plan = Plan(selection=Selection(("library",), 1))
    assert chosen(plan) == [("2025-04-01", Merit(1, 1))]


def ranked(found, *query):
    """Return the dates of extractions with what speaks for them: articles, and what these count."""
    topic = Topic([one for each in found for one in each.events], [each.lead for each in found], query)
    return {
        topic.events_at(named.moment)[0].interval.edtf: (named.articles, named.weight)
        for named in rank(topic)
    }


HARBOUR = archive(
    (
        "2025-03-10",
        "The harbour froze on March 3. It snowed on March 4. The harbour was dredged in February.",
    ),
    ("2025-03-11", "Rain fell on the hills. The harbour froze over on March 3."),
    (
        "2025-03-11",
        "A strike closed the harbour on March 10. It had been calm since the new pier was built in 2023.",
    ),
)


def test_what_has_a_word_of_the_query_counts_most():
    assert ranked(HARBOUR, "harbour") == {
        "2025-03-03": (2, 2.0),
        "2025-03-10": (2, 1.25),  # the first article was published then, and begins with it
        "2025-02": (1, 0.5),
        "2025-03-04": (1, 0.25),
        "2023": (1, 0.05625),  # a year, long ago, and without the word
    }


def test_without_a_query_every_sentence_counts_the_same():
    assert ranked(HARBOUR) == {
        "2025-03-03": (2, 2.0),
        "2025-03-10": (2, 1.25),
        "2025-03-04": (1, 1.0),
        "2025-02": (1, 0.5),
        "2023": (1, 0.225),
    }


def test_of_dates_that_count_the_same_the_more_precise_comes_first_then_the_earlier():
    found = archive(
        ("2025-03-10", "It froze in March 2025. It froze in February 2025."),
        (
            "2025-03-10",
            "It froze in March 2025. It froze in February 2025. It thawed on March 9. It rained on March 8.",
        ),
    )
    assert list(ranked(found)) == ["2025-03-08", "2025-03-09", "2025-02", "2025-03"]


def test_what_lies_far_ahead_of_the_newest_article_is_left_out():
    dates = [edtf for edtf, _merit in chosen(Plan(selection=Selection(max_events=50)))]
    assert "2025-08-20" not in dates
    assert "../2025-03-12" in dates


def test_what_was_told_of_a_day_counts_more_than_that_it_would_come():
    found = archive(
        ("2025-03-05", "The lock will open on March 7."),
        ("2025-03-12", "A gate of the lock failed on March 10."),
    )
    assert chosen(Plan(selection=Selection(max_events=1)), found) == [("2025-03-10", Merit(1, 1))]


def test_what_was_told_of_a_day_counts_more_than_that_it_was_to_come():
    found = archive(
        ("2025-03-13", "Work on the lock was due to begin on Tuesday."),
        ("2025-03-13", "A gate of the lock failed on Wednesday."),
    )
    assert chosen(Plan(selection=Selection(max_events=2)), found)[0][0] == "2025-03-11"
    assert chosen(Plan(selection=Selection(max_events=1)), found) == [("2025-03-12", Merit(1, 1))]


def test_a_date_has_a_second_entry_only_where_there_are_not_enough_dates():
    texts = [
        ("2025-03-05", "The ferry struck a reef off Orra on Tuesday."),
        ("2025-03-05", "The library of Tessel closed on Tuesday for repairs."),
        ("2025-03-05", "The mayor of Port Callan resigned on Monday."),
    ]
    two = chosen(Plan(selection=Selection(max_events=2)), archive(*texts))
    assert [edtf for edtf, _merit in two] == ["2025-03-03", "2025-03-04"]
    assert len(chosen(Plan(selection=Selection(max_events=3)), archive(*texts))) == 3
    assert len(chosen(Plan(selection=Selection(max_events=9)), archive(*texts))) == 3


def test_pinned_and_handwritten_events_stay_and_do_not_count(tmp_path):
    library = next(one for found in FERRY for one in found.events if "library" in one.sentence)
    file = tmp_path / "edits.toml"
    file.write_text(f"[event.{library.id}]\npin = true\n", encoding="utf-8")
    plan = Plan(selection=Selection(("reef",), 1), edits=read_edits(file))
    assert [edtf for edtf, _merit in chosen(plan)] == ["2025-03-04", "2025-04-01"]
    own = event("2024-01-01", id="own", handwritten=True)
    assert own in select([own, *FERRY[0].events], selection=Selection(("nothing",)))
    assert isinstance(plan.edits, Edits)


def test_the_choice_is_made_among_what_the_window_shows():
    plan = Plan(window=Window(date(2025, 4, 2)), selection=Selection(max_events=1))
    assert [edtf for edtf, _merit in chosen(plan)] == ["2025-04-02"]


def test_a_date_is_told_by_the_entry_of_most_sources():
    texts = [
        ("2025-03-05", "The library of Tessel closed on Tuesday for repairs."),
        ("2025-03-05", "The ferry Sund Maiden struck a reef off Orra on Tuesday."),
        ("2025-03-05", "The ferry Sund Maiden ran onto a reef off Orra on Tuesday."),
    ]
    (entry,) = compose(archive(*texts), Plan(selection=Selection(max_events=1))).timeline.events
    assert len(entry.sources) == 2


@settings(max_examples=25, deadline=None)
@given(st.permutations(FERRY), st.integers(1, 6))
def test_the_order_of_the_files_does_not_matter(shuffled, most):
    plan = Plan(selection=Selection(("ferry", "reef"), most))
    assert chosen(plan, shuffled) == chosen(plan)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 30))
def test_there_are_never_more_than_asked_for(most):
    assert len(chosen(Plan(selection=Selection(max_events=most)))) <= most


def test_days_are_told_by_sentences_that_name_them_and_by_leads():
    events = [one for found in FERRY for one in found.events]
    leads = [found.lead for found in FERRY]
    days = digest(events, leads, Selection(("ferry",), 2), sentences=2)
    assert [(day.day, day.articles) for day in days] == [(date(2025, 3, 4), 3), (date(2025, 3, 6), 3)]
    assert all("ferry" in sentence for day in days for sentence in day.sentences)
    assert all(len(day.sentences) == 2 for day in days)
    inside = digest(events, leads, Selection(max_events=1), window=(date(2025, 3, 6), None))
    assert [day.day for day in inside] == [date(2025, 3, 6)]


def test_a_lead_is_the_first_five_sentences_of_prose():
    text = "Ferry aground\n\nBy Ada Holm\n\n" + " ".join(f"Sentence {number} is here." for number in range(9))
    lead = lead_of(article(text, title="Ferry aground"), "en")
    assert lead.sentences == tuple(f"Sentence {number} is here." for number in range(5))
    assert lead.source.language == "en"
    assert lead_of(article(""), "en").sentences == ()
    assert max(map(len, lead_of(article("word " * 9000), "en").sentences)) <= 600


@pytest.mark.parametrize(
    ("text", "words"),
    [("oil spill", ("oil", "spill")), ("oil, Spill; oil", ("oil", "spill")), (" ", ()), ("H1N1", ("h1n1",))],
)
def test_words_of_a_query(text, words):
    assert words_in(text) == words


def test_merging_can_be_switched_off():
    merged = compose(FERRY, Plan()).timeline.events
    single = compose(FERRY, Plan(merging=False)).timeline.events
    assert len(single) == sum(len(found.events) for found in FERRY) > len(merged)
    assert not any(entry.others for entry in single)
    assert [entry.id for entry in merge(single).events if entry.others]


def test_edits_join_part_and_accept(tmp_path):
    tuesday, monday = (
        "The ferry Sund Maiden with 214 people aboard struck a reef off Orra on " + day
        for day in ("Tuesday.", "Monday.")
    )
    found = archive(("2025-03-05", tuesday), ("2025-03-06", monday))
    composition = compose(found, Plan())
    (entry,) = composition.timeline.events
    assert len(composition.problems) == 1
    file = tmp_path / "edits.toml"
    file.write_text(f"[event.{entry.id}]\naccept = true\n", encoding="utf-8")
    assert compose(found, Plan(edits=read_edits(file))).problems == ()
    file.write_text(f'[event.{entry.id}]\nsplit = ["{entry.aliases[0]}"]\n', encoding="utf-8")
    parted = compose(found, Plan(edits=read_edits(file)))
    assert (len(parted.timeline.events), parted.problems) == (2, ())


def test_the_time_grows_with_the_events():
    def work(count):
        days = [date.fromordinal(737000 + number % 400).isoformat() for number in range(count)]
        events = [
            event(
                day,
                id=f"{number:05}",
                path=f"{number}.txt",
                sentence=f"word{number % 97} came to word{number % 89}.",
            )
            for number, day in enumerate(days)
        ]
        select(events, selection=Selection(("word5",), 20))
        digest(events, [], Selection(max_events=20))

    assert_linear(work, 500)


def test_events_without_publication_dates_can_be_selected():
    events = [replace(one, sources=(replace(one.sources[0], published=None),)) for one in FERRY[1].events]
    assert select(events, selection=Selection(max_events=1))
