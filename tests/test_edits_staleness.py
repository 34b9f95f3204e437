"""Edits whose event is gone, and the nearest that is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import event

from sphinx_newstimeline.edits import Seen, date_form, seen, stale
from sphinx_newstimeline.edits.excerpts import bracketed, excerpt, shortened
from sphinx_newstimeline.edits.neighbours import Neighbours
from sphinx_newstimeline.edits.reading import parse_edits
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.timex import Recurrence

EVENTS = (
    Seen(
        "111111111111",
        "news/bridge.txt",
        "The council will vote again on Friday on the bridge.",
        "2025-01-24",
    ),
    Seen("222222222222", "news/harbour.txt", "The council will vote on Friday on the harbour.", "2025-01-24"),
    Seen("333333333333", "news/bridge.txt", "Tolls rise in the new year.", "2025"),
)


def told(text, events=EVENTS):
    return list(stale(parse_edits(text, "edits.toml"), events))


@pytest.mark.parametrize(
    ("edit", "line", "said"),
    [
        # by its words, in its own article first
        (
            'of = "The council will vote on Friday on the …"\narticle = "bridge.txt"\nhide = true',
            2,
            "“999999999999” now; the nearest is “111111111111” (2025-01-24, bridge.txt): “The council",
        ),
        ('of = "The council will vote on Friday on the …"\nhide = true', 2, "the nearest is “222222222222”"),
        # its article has none like it any more
        (
            'of = "The council will vote on Friday"\narticle = "gone.txt"\nhide = true',
            2,
            "the nearest is “222222222222”",
        ),
        ('of = "Rain is expected"\nhide = true', 2, "delete the edit, or see “newstimeline review”"),
        ('of = "Tolls [rise] in the new year."\nhide = true', 2, "the nearest is “333333333333”"),
        ("hide = true", 2, "delete the edit, or see “newstimeline review”"),
    ],
)
def test_the_nearest_event_is_shown(edit, line, said):
    (problem,) = told(f"[event.999999999999]\n{edit}")
    assert problem.kind is ProblemKind.EDIT_STALE
    assert (problem.path, problem.line) == ("edits.toml", line)
    assert said in str(problem)


def test_an_id_with_a_slip_leads_to_its_event():
    (problem,) = told("[event.111111111112]\nhide = true")
    assert "the nearest is “111111111111”" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "[event.111111111111]\nhide = true",
        # these do nothing, with their event or without
        "[event.999999999999]\nnote = 'seen'",
        "[reviewed]\n999999999999 = '2025'",
        "[reviewed]\n333333333333 = '2025'",
        # a date of the author's own is not read anew
        "[event.333333333333]\ndate = '2026'\n[reviewed]\n333333333333 = '2024'",
    ],
)
def test_what_is_not_stale(text):
    assert told(text) == []


def test_groups_name_events_that_are_there():
    (problem,) = told("[event.111111111111]\nmerge = [\n  '222222222221',\n]")
    assert "“merge” names the event “222222222221”" in problem.message
    assert "did you mean “222222222222”?" in problem.message
    assert problem.line == 2


def test_a_date_that_changed_since_the_review_is_told():
    (problem,) = told("[reviewed]\n333333333333 = '2024'")
    assert "was reviewed with the date 2024, and is now read as 2025" in problem.message
    assert problem.line == 2


def test_what_is_remembered_of_an_event():
    found = seen(event("2025", id="a", path="news/a.txt"))
    assert (found.id, found.article, found.date) == ("a", "news/a.txt", "2025")
    assert date_form(event(None)) == "undated"
    weekly = replace(event(None), recurrence=Recurrence("FREQ=WEEKLY"))
    assert date_form(weekly) == "FREQ=WEEKLY"


@pytest.mark.parametrize(
    ("known", "named", "same"),
    [
        ("news/bridge.txt", "news/bridge.txt", True),
        ("/home/news/bridge.txt", "bridge.txt", True),
        ("news/bridge.txt", "bridge", True),
        ("news/bridge.txt", "bridge.md", False),
        ("https://a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "https://b.example/x", False),
    ],
)
def test_articles_go_by_address_path_name_or_stem(known, named, same):
    found = Neighbours([Seen("a", known, "It rains.", "2025")]).of_article(named)
    assert bool(found) is same


def test_long_sentences_are_cut_between_words():
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"


def test_an_excerpt_has_the_words_of_the_date():
    first = "The board, which met in the old town hall, decided to let the ferry sail on "
    one = event("2025", sentence=f"{first}until July 6 after all.", marks=((len(first), len(first) + 12),))
    assert bracketed(one) == f"{first}[until July 6] after all."
    assert excerpt(one, 50) == "… let the ferry sail on [until July 6] after all."
    assert excerpt(one, 200) == bracketed(one)
    assert len(excerpt(one, 40)) <= 40
