"""Paragraphs: what separates them, what joins lines, and which are no prose."""

from __future__ import annotations

import pytest

from sphinx_newstimeline.events.paragraphs import paragraphs
from sphinx_newstimeline.events.vocabulary import Vocabulary, vocabulary

WORDS = vocabulary("en")
LONG = "The delegations will come back to the table in spring to settle what they left open, officials said."

WRAPPED = """\
The ministers met on Monday to talk about the pipeline that the
Baltic states want, and agreed to come back to it on Thursday in
Vilnius."""
WIDE = """\
GENEVA, Nov. 13, 2024 — The ministers on Tuesday agreed to come back to the pipeline that the old town of
Vilnius wants, and went home."""
DATES = ["May 3: Talks open in the old town hall of Geneva, at noon", "May 5: Talks close", "May 9: A vote"]

TIDEWATER = ["Tidewater 0.9", "Faster", "Smaller", "The end."]


def texts(text, title="", *, prose=None):
    found = paragraphs(text, WORDS, title)
    return [text[one.start : one.end] for one in found if prose is None or one.prose is prose]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n  \t\n\n Two. ", ["One.", "Two."]),
        # one paragraph a line, as bare text files have it
        (f"{LONG} {LONG}\n{LONG}\nShort.", [f"{LONG} {LONG}", LONG, "Short."]),
        # hard-wrapped: nobody had room for the next word
        (WRAPPED, [WRAPPED]),
        (WIDE, [WIDE]),
        # a wrapped paragraph under a heading without a blank line
        (f"What comes next\n{WRAPPED}", ["What comes next", WRAPPED]),
        # line ends at clauses
        (
            "The ministers met,\nand agreed,\nwithout a vote.",
            ["The ministers met,\nand agreed,\nwithout a vote."],
        ),
        # a list of dates, none of whose lines runs on
        ("\n".join(DATES), DATES),
        ("- Talks open\n- Talks close", ["Talks open", "Talks close"]),
        ("Tidewater 0.9\n-------------\n* Faster\n* Smaller\n\n***\nThe end.", TIDEWATER),
        ("", []),
        (" \n\n \n", []),
    ],
)
def test_paragraphs(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "headings"),
    [
        ("Talks resume on Friday\n\nThe talks resume.", "", ["Talks resume on Friday"]),
        (
            "Talks resume on Friday\nBy Ada Lind\nNov. 13, 2024\n\nThe talks resume.",
            "",
            ["Talks resume on Friday", "By Ada Lind", "Nov. 13, 2024"],
        ),
        ("The talks resume.\n\nUpdated: 13 November 2024", "", ["Updated: 13 November 2024"]),
        ("The talks resume.\n\nReporting by Ada Lind on Monday", "", ["Reporting by Ada Lind on Monday"]),
        ("The talks resume.\n\nWhat happens in May\n\nThey end.", "", ["What happens in May"]),
        # the last line of an article that lacks its full stop is a sentence
        ("The talks resume.\n\nThey end in May", "", []),
        # and so is a sentence that begins as bylines do
        ("By January 20 the talks end.\n\nSo they say.", "", []),
        ("Talks resume in May\n\nNo stop here either", "Talks resume in May", ["Talks resume in May"]),
        # releases count, other numbers do not
        ("1.2 2020-05-05\n\nIt is here.\n\nThe v2 2.0-beta.1 / 5 May 2021\n\nSo they say.", "", []),
        ("Economy grew 2.1 percent in 2024\n\nSo they say.", "", ["Economy grew 2.1 percent in 2024"]),
        ("Growth of 2.1%, best since 2019\n\nSo they say.", "", ["Growth of 2.1%, best since 2019"]),
        ("[1.0.0] - 2021-05-20\n\nIt is here.\n\n0.9 (May 5, 2020)\n\nA first one.", "", []),
        ("tidewater v2.0rc1, 2021-05-20\n===\nIt is here.", "", []),
        ("Opened on 20.5.2021\n\nIt is here.", "", ["Opened on 20.5.2021"]),
        ("What 2.0 brings\n\nIt is here.", "", ["What 2.0 brings"]),
        # items of a list count
        ("- Talks resume in May\n- They end in June\n\nSo they say.", "", []),
        ("May 3: Talks resume\nMay 9: Talks end\n\nSo they say.", "", []),
    ],
)
def test_headings_and_bylines_are_no_prose(text, title, headings):
    assert texts(text, title, prose=False) == headings


def test_a_language_without_data_still_has_paragraphs_and_headings():
    found = paragraphs("Überschrift im Mai\n\nDer Text.", Vocabulary("de"))
    assert [one.prose for one in found] == [False, True]
