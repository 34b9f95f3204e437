"""Writing in an edits file: what the author wrote around stays as it was."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_newstimeline.edits.notebook import NEW, Notebook, literal
from sphinx_newstimeline.edits.reading import parse_edits

FILE = """\
# The bridge
[event.aaaaaaaaaaaa]
of = "The council votes"   # on the bridge
hide = true

# The harbour, see the letter of May 5
["event"."bbbbbbbbbbbb-2"]   # a head can be written otherwise
title = \"\"\"
[event.aaaaaaaaaaaa]
of long lines\"\"\"
merge = [
    "cccccccccccc",
]

# What is right
[reviewed]
dddddddddddd = "2025"  # words
"""


def changes(before, after):
    """Return the lines that were added, with +, and that were taken away, with -."""
    old, new = before.splitlines(), after.splitlines()
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (lambda book: book.with_key("aaaaaaaaaaaa", "note", "why"), ['+note = "why"']),
        (
            lambda book: book.with_key("aaaaaaaaaaaa", "of", "It votes"),
            ['-of = "The council votes"   # on the bridge', '+of = "It votes"   # on the bridge'],
        ),
        (
            lambda book: book.with_key("bbbbbbbbbbbb-2", "title", "T"),
            ['-title = """', '-of long lines"""', '+title = "T"'],
        ),
        (
            lambda book: book.with_key("bbbbbbbbbbbb-2", "merge", ("x", "y")),
            ["-merge = [", '-    "cccccccccccc",', "-]", '+merge = ["x", "y"]'],
        ),
        (
            lambda book: book.with_key("eeeeeeeeeeee", "pin", value=True),
            ["+[event.eeeeeeeeeeee]", "+pin = true"],
        ),
        (lambda book: book.with_reviewed("ffffffffffff", "2026", "more"), ['+ffffffffffff = "2026"  # more']),
        (
            lambda book: book.with_reviewed("dddddddddddd", "2026", "more"),
            ['-dddddddddddd = "2025"  # words', '+dddddddddddd = "2026"  # more'],
        ),
        (
            lambda book: book.renamed("bbbbbbbbbbbb-2", "eeeeeeeeeeee"),
            [
                '-["event"."bbbbbbbbbbbb-2"]   # a head can be written otherwise',
                "+[event.eeeeeeeeeeee]   # a head can be written otherwise",
            ],
        ),
    ],
)
def test_a_change_is_that_and_nothing_else(change, lines):
    after = change(Notebook(FILE)).text
    assert changes(FILE, after) == lines
    tomllib.loads(after)


def test_new_keys_stand_in_their_table():
    after = Notebook(FILE).with_key("aaaaaaaaaaaa", "note", "why").text
    assert after == FILE.replace("hide = true\n", 'hide = true\nnote = "why"\n')


def test_a_new_table_stands_behind_the_others_and_before_the_reviewed_ones():
    after = Notebook(FILE).with_key("eeeeeeeeeeee", "hide", value=True).text
    assert after == FILE.replace(
        "\n# What is right", "\n[event.eeeeeeeeeeee]\nhide = true\n\n# What is right"
    )


def test_an_edit_goes_and_what_is_said_above_it_stays():
    after = Notebook(FILE).without("aaaaaaaaaaaa").text
    assert after == FILE.replace(
        '[event.aaaaaaaaaaaa]\nof = "The council votes"   # on the bridge\nhide = true\n\n', "", 1
    )
    assert Notebook(FILE).without("none").text == FILE


def test_a_new_file_begins_with_what_it_is():
    book = Notebook().with_key("aaaaaaaaaaaa", "hide", value=True)
    assert book.text == f"{NEW}\n[event.aaaaaaaaaaaa]\nhide = true\n"
    book = book.with_reviewed("bbbbbbbbbbbb", "2025", "words").with_key("cccccccccccc-2", "pin", value=True)
    assert book.text == (
        f"{NEW}\n[event.aaaaaaaaaaaa]\nhide = true\n\n[event.cccccccccccc-2]\npin = true\n\n"
        '[reviewed]\nbbbbbbbbbbbb = "2025"  # words\n'
    )
    only = Notebook().with_reviewed("bbbbbbbbbbbb", "2025", "words").with_key("a", "pin", value=True)
    assert only.text == f'{NEW}\n[event.a]\npin = true\n\n[reviewed]\nbbbbbbbbbbbb = "2025"  # words\n'


@settings(deadline=None)
@given(st.text(), st.sampled_from(["of", "title", "note"]))
def test_any_text_comes_back(text, key):
    book = Notebook(FILE).with_key("aaaaaaaaaaaa", key, text)
    values = tomllib.loads(book.text)
    assert values["event"]["aaaaaaaaaaaa"][key] == text
    assert values["reviewed"] == {"dddddddddddd": "2025"}


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda text: text == text.strip()))
def test_any_id_comes_back(id_):
    book = Notebook(FILE).with_key(id_, "hide", value=True).with_reviewed(id_, "2025", "w")
    values = tomllib.loads(book.text)
    assert values["event"][id_]["hide"] is True
    assert values["reviewed"][id_] == "2025"


def test_what_is_written_is_read():
    book = (
        Notebook(FILE).with_key("eeeeeeeeeeee", "tags", ("a", 'b"c')).with_key("eeeeeeeeeeee", "date", "2025")
    )
    edits = parse_edits(book.text)
    assert edits.problems == ()
    assert edits.of("eeeeeeeeeeee").names("tags") == ("a", 'b"c')


def test_literals():
    assert literal(value=True) == "true"
    assert literal("“é”\n\x7f") == '"“é”\\n\\u007f"'
