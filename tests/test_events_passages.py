"""What an entry shows: spaces, marks, whole quotations, and the part of a giant sentence."""

from __future__ import annotations

import pytest
from factory import article
from linear import assert_linear

from sphinx_newstimeline.events.ids import Ids, normalised
from sphinx_newstimeline.events.paragraphs import Span
from sphinx_newstimeline.events.passages import LONGEST_SHOWN, passage
from sphinx_newstimeline.events.quotations import quotations


def shown(text, *phrases, sentence=None):
    piece = sentence or text
    start = text.index(piece)
    spans = [Span(text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases]
    found = passage(text, Span(start, start + len(piece)), spans, quotations(text, 0, len(text)))
    return found.text, [found.text[first:last] for first, last in found.marks]


@pytest.mark.parametrize(
    ("text", "phrases", "expected", "marked"),
    [
        ("It ends  on\n May 3.", ["on\n May 3"], "It ends on May 3.", ["on May 3"]),
        ("It\u00a0ends\ton\u2003May 3.", ["on\u2003May 3"], "It ends on May 3.", ["on May 3"]),
        ("On May 3 and May 4.", ["May 4", "On May 3"], "On May 3 and May 4.", ["On May 3", "May 4"]),
        ("On May 3, 4 p.m., all.", ["May 3", "May 3, 4"], "On May 3, 4 p.m., all.", ["May 3, 4"]),
        ("😀 é on May 3.", ["on May 3"], "😀 é on May 3.", ["on May 3"]),
    ],
)
def test_passage(text, phrases, expected, marked):
    assert shown(text, *phrases) == (expected, marked)


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("He said: “It is late. On May 3\n we go. All of us.”", "On May 3\n we go.", "“On May 3 we go.”"),
        ('"It is late. On May 3\n we go. All of us."', "On May 3\n we go.", '"On May 3 we go."'),
        ("« Il part. On May 3\n fin. Oui. »", "On May 3\n fin.", "«On May 3 fin.»"),
    ],
)
def test_a_piece_of_a_quotation_gets_its_marks_back(text, piece, expected):
    assert shown(text, "On May 3", sentence=piece) == (expected, ["On May 3"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 3 we go,” he said.", "“On May 3 we go,” he said."),
        ('On May 3 we go," he said.', '"On May 3 we go," he said.'),
        ("He said: “On May 3 we go.", "He said: “On May 3 we go.”"),
        ("“No,” he said. “On May 3 we go", "“No,” he said. “On May 3 we go”"),
        ('On May 3 we go 6" in.', 'On May 3 we go 6" in.'),
    ],
)
def test_a_lone_mark_gets_its_other_half(text, expected):
    assert shown(text, "On May 3") == (expected, ["On May 3"])


@pytest.mark.parametrize("where", [0, 1_000, 50_000, 99_980])
@pytest.mark.parametrize("filler", ["word ", "x", "語"])
def test_a_giant_sentence_is_shown_around_its_date(where, filler):
    text = (filler * 100_000)[:where].rstrip() + " on May 3 " + (filler * 100_000)[: 100_000 - where].strip()
    text = text.strip()
    found, marked = shown(text, "on May 3")
    assert marked == ["on May 3"]
    assert LONGEST_SHOWN * 0.8 < len(found) <= LONGEST_SHOWN + 4
    assert found.startswith("… ") is not text.startswith(found[:50])
    assert found.endswith(" …") is not text.endswith(found[-50:])
    if filler == "word ":
        assert {part for part in found.split() if part not in {"…", "on", "May", "3"}} == {"word"}


def test_a_cut_inside_a_quotation_is_closed():
    text = "“" + "word " * 300 + "on May 3 " + "word " * 300 + "end.”"
    found, marked = shown(text, "on May 3")
    assert found.startswith("“… word ")
    assert found.endswith(" word …”")
    assert marked == ["on May 3"]


def test_marks_outside_of_what_is_shown_are_left_out():
    text = "on May 3 " + "word " * 1_000 + "until May 4."
    assert shown(text, "on May 3", "until May 4")[1] == ["on May 3"]


def test_what_is_shown_of_a_giant_sentence_costs_no_more_than_of_a_long_one():
    def show(count):
        text = "word " * count + "on May 3."
        quoted = quotations(text, 0, len(text))
        phrase = Span(len(text) - 9, len(text) - 1)
        for _ in range(50):
            passage(text, Span(0, len(text)), [phrase], quoted)

    assert_linear(show, 50_000)


@pytest.mark.parametrize(
    "other",
    [
        "“It’s – over”…",
        '"it\'s - over"...',
        "„It‘s — OVER“ …".replace("‘", "’").replace(" …", "…"),
        " «It's\n-  over»...",
    ],
)
def test_the_normalised_sentence_folds_what_editors_change(other):
    assert normalised(other) == normalised('"It\'s - over"...')


def test_ids_depend_on_article_and_sentence_alone():
    (first,) = Ids(article("x", path="a/talks.txt")).of("It is over.")
    assert len(first) == 12
    assert int(first, 16) >= 0
    assert Ids(article("y", path="b/talks.md", published=None)).of("It  is OVER.") == [first]
    assert Ids(article("x", path="a/other.txt")).of("It is over.") != [first]
    assert Ids(article("x", path="a/talks.txt", url="https://news.example/1")).of("It is over.") != [first]


def test_no_id_is_given_twice():
    ids = Ids(article("x"))
    first, second = ids.of("One.", 2)
    (other,) = ids.of("Two.")
    assert second == f"{first}-2"
    assert other not in {first, second}
    assert ids.of("one.") == [f"{first}-3"]
