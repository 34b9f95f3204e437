"""Sentences: no cut behind an abbreviation or inside a date; long quotations in pieces."""

from __future__ import annotations

import pytest

from sphinx_newstimeline.events.paragraphs import Span
from sphinx_newstimeline.events.quotations import missing_marks, quotation_at, quotations
from sphinx_newstimeline.events.sentences import crossed, sentences
from sphinx_newstimeline.events.vocabulary import Vocabulary, vocabulary

WORDS = vocabulary("en")


def cut(text, *phrases, words=WORDS):
    whole = sorted(Span(text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases)
    found = sentences(text, Span(0, len(text)), words, whole, quotations(text, 0, len(text)))
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("They met. They left.", [], ["They met.", "They left."]),
        (
            "They met at 5 p.m. Wednesday. They left.",
            ["at 5 p.m. Wednesday"],
            ["They met at 5 p.m. Wednesday.", "They left."],
        ),
        (
            "It ran from May 3 to\n5 p.m. Thursday.",
            ["from May 3 to\n5 p.m. Thursday"],
            ["It ran from May 3 to\n5 p.m. Thursday."],
        ),
        ("Then Ms. Truss spoke. Gen. Holm left.", [], ["Then Ms. Truss spoke.", "Gen. Holm left."]),
        ("They chose No. 5 and stayed.", [], ["They chose No. 5 and stayed."]),
        ("So the U.S. Secretary of State went.", [], ["So the U.S. Secretary of State went."]),
        ("They went to the U.S. It was May.", [], ["They went to the U.S.", "It was May."]),
        ("The head said on Wed. that it ends.", [], ["The head said on Wed. that it ends."]),
        ("It asks why? because it can.", [], ["It asks why? because it can."]),
        ("The line\nends here. The next\nis wrapped.", [], ["The line\nends here.", "The next\nis wrapped."]),
        ("“We go. You stay,” he said.", [], ["“We go. You stay,” he said."]),
    ],
)
def test_sentences(text, phrases, expected):
    assert cut(text, *phrases) == expected


QUOTE = (
    "“We have waited for this day since the spring, and many of us had given up hope of it. "
    "On Friday the work begins in earnest at last, with all the partners. "
    "Nobody will be able to say that we were not ready for it,” the mayor said."
)


def test_a_long_quotation_is_cut_between_its_sentences():
    assert [piece[:14] for piece in cut(QUOTE)] == ["“We have waite", "On Friday the ", "Nobody will be"]


def test_a_language_without_data_is_cut_as_well():
    assert cut("Sie kamen. Sie gingen.", words=Vocabulary("de")) == ["Sie kamen.", "Sie gingen."]


@pytest.mark.parametrize(
    ("pieces", "whole", "expected"),
    [
        ([(0, 5), (6, 9)], [Span(3, 8)], {1}),
        ([(0, 5), (6, 9)], [Span(3, 5), Span(6, 8)], set()),
        ([(0, 5), (6, 9), (10, 12)], [Span(0, 12), Span(1, 2)], {1, 2}),
        ([(0, 5)], [Span(0, 9)], set()),
        ([], [Span(0, 9)], set()),
    ],
)
def test_crossed(pieces, whole, expected):
    assert crossed(pieces, whole) == expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("Il a dit « oui ».", ["« oui »"]),
        ("Er sagte „ja“ und »nein«.", ["„ja“", "»nein«"]),
        ("He said ‘the ministers’ vote isn’t’ done.", ["‘the ministers’"]),
        ("He said “she said ‘yes’ to it”.", ["“she said ‘yes’ to it”"]),
        ('A 6" pipe and a 9" pipe.', []),
        # lone marks
        ("We go,” he said “no.", ["”", "“"]),
        ("The ’90s and the ‘80s.", []),
        ("He said “yes and left.", ["“"]),
        ("“One.\n\n“Two.” End", ["“One."]),
    ],
)
def test_quotations(text, quoted):
    end = text.find("\n\n") if "\n\n" in text else len(text)
    assert [text[one.start : one.end] for one in quotations(text, 0, end)] == quoted


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("He said: “One.", ("", "”")),
        ("Two.", ("“", "”")),
        ("Three.” Then", ("“", "")),
        ("He said: “One. Two. Three.”", ("", "")),
        ("Then “four", ("", "”")),
        ("He said", ("", "")),
    ],
)
def test_missing_marks(piece, expected):
    text = "He said: “One. Two. Three.” Then “four.”"
    quoted = quotations(text, 0, len(text))
    start = text.index(piece)
    assert missing_marks(quoted, start, start + len(piece)) == expected


def test_quotation_at():
    text = "He “is” here."
    quoted = quotations(text, 0, len(text))
    inside = [text[offset] for offset in range(len(text)) if quotation_at(quoted, offset)]
    assert "".join(inside) == "“is”"
