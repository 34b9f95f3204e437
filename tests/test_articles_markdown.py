"""Markdown to plain text, and each character's line in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_newstimeline.articles import Article
from sphinx_newstimeline.articles.markdown import read_markdown

BODIES = [
    ("One.\n\nTwo.", "One.\n\nTwo."),
    ("One\nparagraph.", "One paragraph."),
    ("One  \ntwo\\\nthree", "One\ntwo\nthree"),
    ("## Head\nText", "Head\n\nText"),
    ("Head\n----\nText", "Head\n\nText"),
    ("- one\n- two\n  more\n\n  second\n1. three", "one\n\ntwo more\n\nsecond\n\nthree"),
    ("> said\nlazily\n\n> > twice", "said lazily\n\ntwice"),
    ("a **b** _c_ `d` ~~e~~ f", "a b c d e f"),
    ("[the words](https://x.example 'title') and <https://y.example>", "the words and https://y.example"),
    ("[words][ref] here\n\n[ref]: https://x.example", "words here"),
    ("![a *caption*](x.png)", "a caption"),
    ("a &amp; b &copy; \\* &#124; &lt;script&gt;", "a & b © * | <script>"),
    ("2 * 3 < 5 & 7 _ 8", "2 * 3 < 5 & 7 _ 8"),
    ("| a | b |\n|---|---|\n| c | d |", "a | b\n\nc | d"),
    ("Text\n\n***\n\nText", "Text\n\nText"),
    ("```\ncode *x*\n\n  y\n```\nText", "code *x*\ny\n\nText"),
    ("```python\nday = '2020-01-01'\n```\nText", "Text"),
    ("```{toctree}\na\n```\n\n~~~ bash\ndate\n~~~\n\nText", "Text"),
    ("```{note}\n:class: x\n\nIt ended.\nAll.\n```\nText", "It ended.\nAll.\n\nText"),
    ("```{figure} a.png\n:width: 3\nIn 1999.\n```\n\n```{rubric} Text\n```", "In 1999.\n\nText"),
    ("```{deprecated} 1.2\nIt ended.\n```\nText", "1.2\nIt ended.\n\nText"),
    (":::{admonition} A title\nIt ended.\n:::\n\n::::{tip}\n\nText\n\n::::", "A title\nIt ended.\n\nText"),
    (":::{note} It *ended* on {doc}`Friday <day>`.\n:::\n\n:::\nText\n:::", "It ended on Friday.\n\nText"),
    (":::{figure} a.png\nIn 1999.\n:::\n- a\n:::{tip} b\n", "In 1999.\n\na\nb"),
    (
        "See {ref}`the vote <vote>`, {doc}`index` and {py:func}`~a.b`; `x <y>`",
        "See the vote, index and a.b; x <y>",
    ),
    ("    pasted with an indent\n\nText", "pasted with an indent\n\nText"),
    ("<p>One.</p><p>Two &amp; <b>th</b>ree.</p>", "One.\n\nTwo & three."),
    ("<div>\nOne\nline\n</div>\n\nText", "One line\n\nText"),
    ("<!-- hidden\n\nstill --> seen\n\nText", "seen\n\nText"),
    ("<script>\nalert('x < y')\n</script>\n\nText", "Text"),
    ("<div><STYLE>p {}</STYLE >seen</div>", "seen"),
    ("a <b>bold</b><br>c <!-- d --> e", "a bold\nc e"),
    ("a <script>alert(1)</script> b", "a b"),
    ("<div><script>never closed", "never closed"),
    ("<!-- never closed", "<!-- never closed"),
    ("<div title='a > b'>c</div>", "c"),
    ("", ""),
    ("\n \n", ""),
    ("***", ""),
    ("[ref]: https://x.example", ""),
    ("a &#13;&#10;&#1; b", "a \ufffd b"),
    ("{% raw %} |sub| `role`:x: \\end{document} $x$", "{% raw %} |sub| role:x: \\end{document} $x$"),
]

#: text, headline, plain text
HEADLINES = [
    ("# Envoys *meet*\n\nText", "Envoys meet", "Text"),
    ("Envoys meet\n===\nText", "Envoys meet", "Text"),
    ("## Section\n\n# Envoys meet\n\nText", "Envoys meet", "Section\n\nText"),
    ("# One\n\n# Two\n\nText", "One", "Two\n\nText"),
    ("#\n\n# Two\n\nText", "", "Two\n\nText"),
    ("---\ntitle: Other\n---\n# One\n\nText", "", "One\n\nText"),
    ("---\ntitle: One\n---\n# *One*\n\nText", "One", "Text"),
    ("---\ntitle:\n---\n# One\n\nText", "One", "Text"),
    ("Text", "", "Text"),
]

LINES = """---
title: Lines
---

# Lines

alfa bravo
charlie\\
delta *echo
foxtrot*
golf &amp; \\* hotel

- india
  juliett
- > kilo
  > lima

| mike | november |
|------|----------|
| oscar | papa |

<div>
<p>quebec</p>
romeo <!-- two
lines --> sierra
<script>
hidden
</script>tango
</div>

uniform `code
victor` whiskey
xray [yankee](https://x.example
"title") zulu
amber <b
class="x">blue</b>
coral

```
dusk

cinder
```

    frost
    glade

hazel<br>ivory
jade
"""


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_markup_goes_and_words_stay(body: str, text: str) -> None:
    assert read_markdown(body.encode(), "a.md").text == text


@pytest.mark.parametrize(("source", "heading", "text"), HEADLINES)
def test_the_first_heading_of_level_1_is_the_headline(source: str, heading: str, text: str) -> None:
    reading = read_markdown(source.encode(), "a.md")
    assert (reading.heading, reading.text) == (heading, text)


def test_each_word_stands_on_its_line() -> None:
    reading = read_markdown(LINES.encode(), "a.md")
    article = Article("a.md", reading.text, line_starts=reading.line_starts)
    rows = LINES.split("\n")
    found = {word[0]: article.line_at(word.start()) for word in re.finditer(r"[a-z]{4,}", reading.text)}
    # A code span gives no sign of the line end inside it, so its second word is one line early.
    found["victor"] += 1
    assert found == {word: next(n for n, row in enumerate(rows, 1) if word in row) for word in found}
    assert {"alfa", "lima", "papa", "sierra", "tango", "zulu", "coral", "cinder", "glade", "jade"} <= set(
        found
    )


def test_what_is_nested_too_deeply_is_read_as_plain_text() -> None:
    deep = "> " * 300 + "Envoys met."
    assert "Envoys met." in read_markdown(deep.encode(), "a.md").text
    lists = "".join("  " * depth + "- x\n" for depth in range(40)) + "  " * 40 + "Envoys met."
    assert "Envoys met." in read_markdown(lists.encode(), "a.md").text


@given(st.text("#*_`~[]()<>!-=|\\&;\n abAB:/\"'", max_size=120))
def test_whatever_is_written_lines_lie_in_the_file(source: str) -> None:
    reading = read_markdown(source.encode(), "a.md")
    article = Article("a.md", reading.text, line_starts=reading.line_starts)
    offsets = [offset for offset, _ in reading.line_starts]
    assert offsets == sorted(set(offsets))
    assert offsets[0] == 0
    assert all(1 <= article.line_at(at) <= source.count("\n") + 1 for at in range(len(reading.text)))


@given(
    st.lists(
        st.sampled_from(["alfa", "bravo *x*", "- item", "> said", "", "", "# h", "| a |", "`c`"]), max_size=20
    )
)
def test_the_words_of_a_line_stand_on_that_line(rows: list[str]) -> None:
    numbered = [re.sub(r"[a-z]+", lambda word, n=n: f"{word[0]}{n}", row) for n, row in enumerate(rows, 1)]
    reading = read_markdown("\n".join(numbered).encode(), "a.md")
    article = Article("a.md", reading.text, line_starts=reading.line_starts)
    for word in re.finditer(r"[a-z]+([0-9]+)", reading.text):
        assert article.line_at(word.start()) == int(word[1])
