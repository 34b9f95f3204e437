"""What of a date a careful author looks at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sphinx_newstimeline.articles.article import Article
from sphinx_newstimeline.edits.doubts import doubts
from sphinx_newstimeline.extraction import extract


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It opened on June 3, 2019.", []),
        ("It will open on Friday.", []),
        ("It opens by January 20.", ["the year is not stated"]),
        ("It opened in early 2019.", ["an approximate date"]),
        (
            "It opened on June 3, 2019. Two days later it closed.",
            ["counted from “June 3, 2019”, earlier in the text"],
        ),
        ("Another round of talks on Friday.", ["no word says whether it is past or ahead"]),
        ("Dockers meet every Friday.", []),
    ],
)
def test_doubts(text, said):
    article = Article("a.txt", text, published=date(2024, 11, 13))
    last = extract(article).events[-1]
    assert list(doubts(last)) == said


def test_without_a_day_of_publication():
    (event,) = extract(Article("a.txt", "It will open on Friday.")).undated
    assert list(doubts(event)) == [
        "no date: it would be counted from the day of publication, which is not known"
    ]


def test_a_guessed_day_of_publication():
    article = Article(
        "a.txt", "It will open on Friday. It closes on June 3, 2025.", published=date(2024, 11, 13)
    )
    counted, stated = (
        replace(event, sources=(replace(event.sources[0], guessed=True),))
        for event in extract(article).events
    )
    assert list(doubts(counted)) == ["counted from a publication date that is guessed"]
    assert list(doubts(stated)) == []
