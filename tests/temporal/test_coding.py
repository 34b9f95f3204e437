"""A text as codes: one for each word or sign, and the place of each."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_newstimeline.temporal import coding
from sphinx_newstimeline.temporal.coding import Coded, Pieces
from sphinx_newstimeline.temporal.grammar.shapes import number_shape
from sphinx_newstimeline.temporal.lexicon import UNKNOWN, Codes

CODES = Codes({"on": "o", "Friday": "F", ",": "c", "3": "d", "May": "M"}, {})
PIECES = [
    "on",
    "Friday",
    "Friday,",
    "May",
    "3,",
    "(May",
    "said",
    "“3”",
    "a_b_",
    "e\N{COMBINING ACUTE ACCENT}",
]
SPACES = [" ", "  ", "\n", " \n\n ", "\t", "\N{NO-BREAK SPACE}", ""]
TEXTS = st.lists(st.sampled_from(PIECES + SPACES) | st.text(max_size=3)).map("".join)


def words_of(text: str) -> list[tuple[int, str]]:
    """Return the words and signs of a text with their offsets, one after the other."""
    return [(word.start(), word[0]) for word in re.finditer(r"\w+|[^\w\s]", text)]


@given(TEXTS)
def test_a_text_is_coded_as_its_words_are(text: str) -> None:
    """Whatever the spaces between them are."""
    coded, words = Coded(text, Pieces(CODES)), words_of(text)
    assert coded.codes == "".join(CODES[word] for _, word in words)
    assert [coded.offset(index) for index in range(len(words))] == [start for start, _ in words]
    assert coded.offset(len(words)) == len(text)


@given(TEXTS, st.integers(0, 5), st.integers(0, 5))
def test_words_of_a_stretch(text: str, first: int, more: int) -> None:
    """From the first to before the last, and to the end of the text."""
    words = [word for _, word in words_of(text)]
    first = min(first, len(words))
    assert Coded(text, Pieces(CODES)).words(first, first + more) == words[first : first + more]


@pytest.mark.parametrize("length", [1, 5, 1000])
def test_pieces_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    """So that memory does not grow with the text; long ones are never kept."""
    monkeypatch.setattr(coding, "PIECES_KEPT", 3)
    pieces = Pieces(CODES)
    for number in range(50):
        piece = f"{number:0{length}}"
        assert pieces[piece] == ("d" if piece == "3" else "\0")
        assert len(pieces) <= 3
        assert (piece in pieces) == (length <= coding.LONGEST_KEPT)


def test_only_numbers_of_up_to_four_digits_are_kept() -> None:
    """So that the table of codes does not grow with what a text makes up."""
    codes = Codes({}, {number_shape("5"): "d"})
    for number in range(100, 12_000):
        for word in (f"{number}", f"{number}a", f"{number}\N{ARABIC-INDIC DIGIT THREE}", f"w{number}"):
            assert codes[word] in {"d", UNKNOWN}
    assert not codes
    assert [codes[word] for word in ("5", "6", "5th")] == ["d", "d", UNKNOWN]
    assert list(codes) == ["5", "6"]
