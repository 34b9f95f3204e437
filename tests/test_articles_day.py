"""A day as metadata states it."""

from __future__ import annotations

from datetime import date

import pytest

from sphinx_newstimeline.articles.day import stated_day

DAY = date(2024, 11, 13)

TAKEN = [
    "2024-11-13", "20241113", "2024-W46-3", "2024/11/13", "2024.11.13", " 2024-11-13 ",
    "2024-11-13T09:30:00Z", "2024-11-13 09:30", "2024-11-13 09:30:00 +0100", "2024-11-13Z",
    "2024-11-13T23:59:59-11:00", "2024-11-13T00:30+14:00",
    "13/11/2024", "11/13/2024", "13.11.2024", "13-11-2024",
    "13 November 2024", "Nov. 13, 2024", "November 13th, 2024", "13\u00a0Nov\n2024", "NOVEMBER 13, 2024",
    "Wednesday, Nov. 13, 2024", "Wed, 13 Nov 2024 09:30:00 +0000", "Nov. 13, 2024, 5:40 p.m.",
    "Nov. 13, 2024 at 5:40 p.m. EST",
]  # fmt: skip

REFUSED = [
    "", "   ", "today", "yesterday", "Wednesday", "November 2024", "2024", "2024-11", "2024-W46", "2024W46",
    "24-11-13",
    "2024-02-30", "2024-13-01", "20241301", "0000-01-01", "Feb. 30, 2024", "Nov. 13", "Nov. 13, 24",
    "03/04/2024", "31/31/2024", "2024-11-13 or so", "12024-11-13", "9" * 8, "9" * 5000,
    "２０２４-11-13", "Nov. 13, 2024 " * 20, "\0", "--", "13 of 2024", "2024-11-13" + " " * 90 + "x",
]  # fmt: skip


@pytest.mark.parametrize("words", TAKEN)
def test_a_stated_day_is_read(words: str) -> None:
    assert stated_day(words) == DAY


@pytest.mark.parametrize("words", REFUSED)
def test_less_than_a_day_is_not_guessed(words: str) -> None:
    assert stated_day(words) is None


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("13. November 2024", "de", DAY),
        ("13. November 2024", "de-AT", DAY),
        ("13 novembre 2024", "fr", DAY),
        ("03.04.2024", "de", date(2024, 4, 3)),
        ("03.04.2024", "en-GB", None),
        ("05/05/2024", "en", date(2024, 5, 5)),
        ("13 November 2024", "xx", None),
        ("2024-11-13", "xx", DAY),
    ],
)
def test_words_are_read_in_their_language(words: str, language: str, day: date | None) -> None:
    assert stated_day(words, language) == day
