"""Bytes to text: what is taken, what is refused, and what the refusal says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_newstimeline.articles import ArticleError
from sphinx_newstimeline.articles.decoding import decode
from sphinx_newstimeline.problems import ProblemKind

TAKEN = [
    (b"", ""),
    (b"\xef\xbb\xbf", ""),
    (b"\xef\xbb\xbfTalks", "Talks"),
    ("Zürich – “Kyjiw”".encode(), "Zürich – “Kyjiw”"),
    (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
    (b"a\r\r\n\nb", "a\n\n\nb"),
    (b"page one\x0cpage two\x1b", "page one page two "),
    ("a\u2028b\u0085c\tx".encode(), "a\u2028b\u0085c\tx"),
    ("a\ufeffb\uffffc".encode(), "a\ufeffb c"),
]

REFUSED = [
    ("Zürich".encode("latin-1"), ProblemKind.ENCODING, 1, ("0xFC", "offset 1 ", "UTF-8", "iconv")),
    (b"a\r\nb\rc\nd\xe9", ProblemKind.ENCODING, 4, ("offset 8 ",)),
    (b"\xef\xbb\xbfab\xff", ProblemKind.ENCODING, 1, ("0xFF", "offset 5 ")),
    (b"cut short \xe2\x82", ProblemKind.ENCODING, 1, ("0xE2", "offset 10 ")),
    (b"surrogate \xed\xa0\x80", ProblemKind.ENCODING, 1, ("offset 10 ",)),
    ("Talks".encode("utf-16"), ProblemKind.ENCODING, None, ("UTF-16", "iconv -f UTF-16")),
    (b"\xfe\xff\x00T", ProblemKind.ENCODING, None, ("UTF-16",)),
    ("Talks".encode("utf-32"), ProblemKind.ENCODING, None, ("UTF-32",)),
    ("Talks".encode("utf-16-le"), ProblemKind.UNREADABLE, None, ("offset 1", "binary", "UTF-16")),
    (b"\x89PNG\r\n\x1a\n\x00\x00", ProblemKind.UNREADABLE, None, ("offset 8", "binary")),
]


@pytest.mark.parametrize(("data", "text"), TAKEN)
def test_text_is_taken(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(("data", "kind", "line", "said"), REFUSED)
def test_other_bytes_are_refused_with_their_place(data, kind, line, said) -> None:
    with pytest.raises(ArticleError) as caught:
        decode(data, "news/a.txt")
    problem = caught.value.problem
    assert (problem.kind, problem.path, problem.line) == (kind, "news/a.txt", line)
    assert [word for word in said if word not in problem.message] == []


@given(st.binary())
def test_bytes_give_text_or_an_article_error(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except ArticleError as error:
        kind = error.problem.kind
        text = ""
    else:
        kind = ProblemKind.ENCODING
    assert kind in {ProblemKind.ENCODING, ProblemKind.UNREADABLE}
    assert not {"\r", "\0"} & set(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\uffff\ufffe")))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), "a.txt") == text
