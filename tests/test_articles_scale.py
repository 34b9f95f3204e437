"""Time grows with the length of an article and no faster, whatever stands in it.

What is compared is the time for a text and for one four times as long; see :mod:`linear`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from linear import assert_linear

from sphinx_newstimeline.articles.dateline import find_datelines
from sphinx_newstimeline.articles.front_matter import split_front_matter
from sphinx_newstimeline.articles.html_text import html_pieces
from sphinx_newstimeline.articles.markdown import read_markdown
from sphinx_newstimeline.articles.plain import read_plain


def _assert_linear(work: Callable[[str], object], unit: str, count: int) -> None:
    assert_linear(lambda times: work(unit * times), count)


@pytest.mark.parametrize(
    "unit", ["word ", "word\n", "word\r\n", "\n", "wörd\x0c", "---\n", "title: x\n", "(A, "]
)
def test_plain_text(unit: str) -> None:
    _assert_linear(lambda text: read_plain(text.encode(), "a.txt"), unit, 100_000)


@pytest.mark.parametrize(
    ("unit", "count"),
    [
        ("word ", 25_000),
        ("Some words.\n\n", 1_000),
        ("Some words\n", 2_000),
        ("*a_ ", 1_000),
        ("[", 1_000),
        ("![", 500),
        ("[a](", 1_000),
        ("a`b``", 1_000),
        ("a <!-- ", 1_000),
        ("a <b c='", 1_000),
        ("<p><!-- ", 2_000),
        ("&amp;", 2_000),
        ("`a\n` b\n", 500),
        ("[a]: b\n", 1_000),
        ("> ", 2_000),
        ("- ", 2_000),
        ("| a ", 1_000),
    ],
)
def test_markdown(unit: str, count: int) -> None:
    _assert_linear(lambda text: read_markdown(text.encode(), "a.md"), unit, count)


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a",
        "a",
        "<a '",
        '<a "',
        "<a b='>",
        "<!--",
        "<!--a-->",
        "<script>",
        "<script></script>",
        "</p>",
        "&#1",
    ],
)
def test_html(unit: str) -> None:
    _assert_linear(lambda text: list(html_pieces("<" + text)), unit, 4_000)


@pytest.mark.parametrize("unit", ["---\n", "x: [\n", "- ", "{", "'\n", "a: b\n"])
def test_front_matter_is_bounded(unit: str) -> None:
    _assert_linear(lambda text: split_front_matter("---\n" + text, "a.md"), unit, 50_000)


@pytest.mark.parametrize(
    "unit", ["BRUSSELS, ", "A(B) ", "Nov. 13, ", "— ", "A|", " ", "\n", "By A\n", "A" * 50 + "'"]
)
def test_datelines_are_bounded(unit: str) -> None:
    _assert_linear(find_datelines, unit, 500)
