"""Front matter: what is a block, what is in it, and where the body begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_newstimeline.articles.front_matter import split_front_matter
from sphinx_newstimeline.problems import ProblemKind

#: text, entries as (key, value, line), body, line of the body
BLOCKS = [
    ("---\ntitle: A\n---\nText", [("title", "A", 2)], "Text", 4),
    ("---  \ntitle: A\n---\t\n\nText", [("title", "A", 2)], "\nText", 4),
    ("---\ntitle: A\n...\nText", [("title", "A", 2)], "Text", 4),
    ("---\ntitle: A\n---", [("title", "A", 2)], "", 3),
    (
        "---\n\n# note\ndate: 2024-02-30\nlang: no\n---\n",
        [("date", "2024-02-30", 4), ("lang", "no", 5)],
        "",
        7,
    ),
    ("---\ntitle: >\n  A\n  B\nurl: x\n---\nT", [("title", "A B\n", 2), ("url", "x", 5)], "T", 7),
    ("---\n\"title\": 'A: B'\n---\nT", [("title", "A: B", 2)], "T", 4),
    ("---\nauthors: [A, B]\nx: 1\n---\nT", [("authors", ["A", "B"], 2), ("x", "1", 3)], "T", 5),
    ("---\nlayout: post\n---\nT", [("layout", "post", 2)], "T", 4),
    ('+++\ntitle = "A"\ntags = ["x"]\n+++\nT', [("title", "A", 2), ("tags", ["x"], 3)], "T", 5),
    ("---\ntitle: A\n---\n---\nmore: b\n---\n", [("title", "A", 2)], "---\nmore: b\n---\n", 4),
]

#: texts that only look like it
TEXTS = [
    "",
    "---",
    "---\n",
    "---\n---\nText",
    "---\nEnvoys met again.\n---\nText",
    "----\ntitle: A\n----\nText",
    "-----\nHEADLINE\n-----\nText",
    "--- title: A\n---\n",
    "\n---\ntitle: A\n---\n",
    "Text\n---\ntitle: A\n---\n",
    "---\n- a\n- b\n---\nText",
    "---\nThe envoys said: no.\n---\nText",
    "---\nThe envoys said: no: never: [\n---\nText",
    "---\nThe envoys met on Wednesday.\n\nTitle: none.",
    "+++\nText\n+++\n",
    "---\n" + "a line of text\n" * 5000 + "---\n",
]

#: text, line of the problem, body
MALFORMED = [
    ("---\ntitle: [A\n---\nText", 2, "Text"),
    ("---\nurl: x\ntitle: A: B\n---\nText", 3, "Text"),
    ("---\ntitle: A\n\tlang: en\n---\nText", 3, "Text"),
    ('---\ntitle: "\\uZZ"\n---\nText', 2, "Text"),
    ("---\ntitle: *nobody\n---\nText", 2, "Text"),
    ("---\ntitle: &a [*a]\n---\nText", 2, "Text"),
    ("---\ntitle: " + "[" * 3000 + "\n---\nText", 2, "Text"),
    ("---\ntitle: A\n? [x]\n: y\n---\nText", 3, "Text"),
    ('+++\nurl = "x"\ntitle = A\n+++\nText', 3, "Text"),
    ("+++\ndate = 2024-02-30\n+++\nText", 2, "Text"),
    ("---\ntitle: A\ndate: 2024-11-13\n\nText", 1, "---\ntitle: A\ndate: 2024-11-13\n\nText"),
]


@pytest.mark.parametrize(("text", "entries", "body", "line"), BLOCKS)
def test_a_block_is_taken_apart(text, entries, body, line) -> None:
    found = split_front_matter(text, "a.md")
    assert [tuple(entry) for entry in found.entries] == entries
    assert (found.body, found.line, found.problems) == (body, line, ())


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_begins_with_dashes_stays_whole(text: str) -> None:
    found = split_front_matter(text, "a.txt")
    assert (found.entries, found.body, found.line, found.problems) == ((), text, 1, ())


@pytest.mark.parametrize(("text", "line", "body"), MALFORMED)
def test_a_malformed_block_is_a_problem_and_the_body_is_read(text, line, body) -> None:
    found = split_front_matter(text, "a.md")
    (problem,) = found.problems
    assert (problem.kind, problem.path, problem.line) == (ProblemKind.METADATA, "a.md", line)
    assert "expected" in problem.message
    assert "\n" not in problem.message
    assert (found.entries, found.body) == ((), body)


@given(st.text("-+\n:=[]{}&*!|>'\"#% \ttile", max_size=80), st.sampled_from(["---", "+++"]))
def test_whatever_stands_in_a_block_it_is_read_or_reported(block: str, fence: str) -> None:
    text = f"{fence}\ntitle{':' if fence == '---' else ' ='} {block}\n{fence}\nText"
    found = split_front_matter(text, "a.md")
    assert found.body.endswith("Text")
    assert text.endswith(found.body)
    assert found.line == text[: len(text) - len(found.body)].count("\n") + 1
