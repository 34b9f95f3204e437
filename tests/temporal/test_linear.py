"""The tagger's work grows with the length of a text, not faster, whatever the text is made of.

Work is counted as calls of functions, Python's and C's (``sys.setprofile``), so that neither the machine
nor its load matters.  What a single call of a regular expression does is not seen by that, so the
hostile texts are also read at full length, a megabyte, where quadratic work would take hours.
"""

from __future__ import annotations

import sys
from datetime import date

import pytest

from sphinx_newstimeline import Period, tag

REFERENCE = date(2024, 11, 13)
PERIODS = (Period("Biden's term", date(2021, 1, 20), date(2025, 1, 20)),)
#: Twice the text may cost this many times the work: 2, and what caches and ends of runs add.
MOST = 2.3

HOSTILE = {
    "digits": "7",
    "months": "January ",
    "months-abbreviated": "Sept. ",
    "weekdays": "Friday ",
    "weekdays-will": "will Friday ",
    "weekdays-said-will": "said Friday will ",
    "brackets": "(",
    "brackets-around-years": "(1998 ",
    "the": "the ",
    "apostrophes": "'",
    "typographic-apostrophes": "’",
    "apostrophe-years": "'98 ",
    "letters": "a",
    "capitals": "M",
    "slashes": "1/",
    "dashes": "1998-",
    "dots": "1.",
    "colons": "12:",
    "commas": "May 3, ",
    "and": "and ",
    "and-days": "3 and ",
    "of": "of the ",
    "end-of": "the end of ",
    "first-week-of": "the first week of ",
    "before": "before ",
    "two-weeks-after": "two weeks after ",
    "years-later": "ten years later ",
    "hundreds": "hundred ",
    "number-words": "twenty five ",
    "half": "half a ",
    "every": "every ",
    "from-to": "from May to ",
    "spaces": " ",
    "no-break-spaces": "\N{NO-BREAK SPACE}",
    "line-breaks": "\n",
    "paragraphs": "May\n\n",
    "term": "Biden's term ",
    "surname": "Biden ",
    "capitalised": "Mary Ann ",
    "its-term": "its term ",
    "dollars": "$8 ",
    "full-stops": ". ",
    "quotes": '"',
    "combining": "e\N{COMBINING ACUTE ACCENT}",
}
#: Texts in which every few characters are an expression take seconds a megabyte, so they are read shorter.
DENSE = {
    *(
        "months",
        "months-abbreviated",
        "weekdays",
        "weekdays-will",
        "weekdays-said-will",
        "brackets-around-years",
    ),
    *(
        "apostrophe-years",
        "dashes",
        "colons",
        "commas",
        "two-weeks-after",
        "years-later",
        "from-to",
        "paragraphs",
    ),
    *("term", "surname", "its-term"),
}
LENGTH, FULL, FULL_OF_DENSE = 4_000, 1_000_000, 10_000


def calls(text: str) -> int:
    """Return how many calls of functions the tagger makes for a text."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        tag(text, REFERENCE, periods=PERIODS)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_twice_the_work(name):
    piece = HOSTILE[name]
    half = piece * (LENGTH // len(piece))
    # What is remembered of words and of runs of words is filled before, as it is in a long build.
    tag(half + half, REFERENCE, periods=PERIODS)
    assert calls(half + half) < MOST * calls(half) + 200


@pytest.mark.parametrize("name", HOSTILE)
def test_all_of_it_is_read(name):
    piece = HOSTILE[name]
    text = piece * ((FULL_OF_DENSE if name in DENSE else FULL) // len(piece))
    behind = 0
    for timex in tag(text, REFERENCE, periods=PERIODS):
        assert behind <= timex.start < timex.end <= len(text)
        behind = timex.end
