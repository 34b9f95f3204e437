"""Extraction: from an article to events, what stays undated, and problems."""

from __future__ import annotations

from datetime import date

import pytest
from factory import article

from sphinx_newstimeline.extraction import Extraction, extract, languages
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.period import Period

TERM = Period("Biden's term", date(2021, 1, 20), date(2025, 1, 20))


def forms(text, **fields):
    found = extract(article(text, **fields), periods=[TERM])
    return [(event.words, event.interval.edtf) for event in found.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met on Wednesday and promised a draft by January 20.",
            [("on Wednesday", "2024-11-13"), ("by January 20", "../2025-01-20")],
        ),
        ("It has to pass before Biden’s term ends.", [("before Biden’s term ends", "../2025-01-20")]),
        ("The fair is from 3 to 5 June 2025.", [("from 3 to 5 June 2025", "2025-06-03/2025-06-05")]),
        ("The gate opens at 5 p.m. Wednesday. Bring a coat.", [("at 5 p.m. Wednesday", "2024-11-13")]),
        ("We spent $8 billion recently, and an additional half billion.", []),
        ("", []),
    ],
)
def test_events(text, expected):
    assert forms(text) == expected


def test_without_a_publication_date_one_problem_says_what_is_missing_and_how_to_give_it():
    text = "Nothing is new.\n\nOn Monday they met.\nBy Friday they had left.\nThey signed it on June 3, 2019."
    found = extract(article(text, published=None))
    assert [event.interval.edtf for event in found.events] == ["2019-06-03"]
    assert [event.words for event in found.undated] == ["On Monday", "By Friday"]
    (problem,) = found.problems
    assert (problem.kind, problem.path, problem.line) == (ProblemKind.UNPUBLISHED, "news/talks.txt", 3)
    assert problem.words == "On Monday"
    for expected in ("2 time expressions", "published:", "manifest", ":published:", "--published", "file"):
        assert expected in problem.message


def test_what_lies_beyond_the_calendar_is_reported():
    found = extract(article("The wall was built in 300 BC."))
    assert found.events == found.undated == ()
    assert [(problem.kind, problem.line) for problem in found.problems] == [(ProblemKind.OUT_OF_RANGE, 1)]


def test_no_problem_where_no_publication_date_is_needed():
    assert extract(article("They signed it on June 3, 2019.", published=None)).problems == ()


def test_a_language_without_data_is_a_problem_that_lists_the_others():
    found = extract(article("ghItlh.", language="tlh"))
    assert found == Extraction(problems=found.problems)
    (problem,) = found.problems
    assert problem.kind is ProblemKind.LANGUAGE
    assert "tlh" in problem.message
    assert "en" in languages()
    assert problem.message.endswith(", ".join(languages()))


def test_an_articles_own_language_goes_before_the_fallback():
    given = article("They met on Wednesday.", language="en-GB")
    assert extract(given, language="tlh").events
    assert extract(article("They met on Wednesday."), language="tlh").problems


def test_the_nearest_period_goes_first():
    other = Period("Biden's term", date(2021, 1, 20), date(2025, 1, 19))
    found = extract(article("It ends before Biden’s term ends."), periods=[other, TERM])
    assert found.events[0].interval.edtf == "../2025-01-19"


def test_the_same_article_gives_the_same_events_again():
    given = article("They met on Wednesday, and will meet every Friday.")
    assert extract(given) == extract(given)
