"""Edits files: what they say, and what is wrong with them, line by line."""

from __future__ import annotations

import pickle

import pytest

from sphinx_newstimeline.edits import KEYS, join, read_edits
from sphinx_newstimeline.edits.keys import BY_NAME, bare_id, meant
from sphinx_newstimeline.edits.reading import parse_edits
from sphinx_newstimeline.problems import ProblemKind

FILE = """\
# Corrections of the bridge's timeline.
[event.0123456789ab]
of = "The council will vote on Friday"
hide = true

[event."aaaaaaaaaaaa-2"]
date = 2025-01-20   # the clerk says so
title = "The vote"
tags = ["bridge", "money"]
merge = [
    "bbbbbbbbbbbb",
    "nt-harbour-cccccccccccc",
]

[reviewed]
dddddddddddd = "2025-01-20"
"""


def test_a_file_says_what_it_says():
    edits = parse_edits(FILE, "edits.toml")
    assert edits.problems == ()
    hidden, changed = edits.edits
    assert (hidden.id, hidden.says("hide"), hidden.text("of")) == (
        "0123456789ab",
        True,
        "The council will vote on Friday",
    )
    assert changed.id == "aaaaaaaaaaaa-2"
    assert changed.text("date") == "2025-01-20"
    assert changed.names("tags") == ("bridge", "money")
    assert edits.together == (("aaaaaaaaaaaa-2", "bbbbbbbbbbbb", "cccccccccccc"),)
    assert [(change.key, change.line) for change in changed.changes] == [
        ("date", 7),
        ("title", 8),
        ("tags", 9),
        ("merge", 10),
    ]
    (reviewed,) = edits.reviewed
    assert (reviewed.id, reviewed.date, reviewed.line) == ("dddddddddddd", "2025-01-20", 16)
    assert pickle.loads(pickle.dumps(edits)) == edits


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[event.a]\nhidden = true", 2, "did you mean “hide”?"),
        ("[event.a]\ndaet = 2025-01-20", 2, "did you mean “date”?"),
        ("[event.a]\nzzzz = 1", 2, "there is of, article, hide, date"),
        ("[event.a]\nhide = false", 2, "“hide” takes true, not this: “false”"),
        ("[event.a]\n\n# words\ndate = 'some day'", 4, "this date cannot be read"),
        ("[event.a]\ndate = '31 February 2025'", 2, "this date cannot be read"),
        ("[event.a]\ndate = 'It opened on 20 January 2025'", 2, "this date cannot be read"),
        ("[event.a]\ntitle = ''", 2, "“title” takes a text"),
        ("[event.a]\ntags = [1]", 2, "“tags” takes a list of texts"),
        ("[event.a]\nmerge = ['a']", 2, "cannot be in its own “merge”"),
        ("[event.a]", 1, "this edit says nothing"),
        ("[events.a]\nhide = true", 1, "expected tables “[event.ID]”"),
        ("hide = true", 1, "expected tables “[event.ID]”"),
        ("[[event]]\nhide = true", 1, "expected tables “[event.ID]”"),
        ("[event]\na = true", 2, "expected a table “[event.ID]”"),
        ("[reviewed]\na = true", 2, "“[reviewed]” has lines such as"),
        ("[event.a]\nhide = yes", 2, "this is no TOML (Invalid value)"),
        ('[event.a]\ntitle = "an end is missing', 2, "this is no TOML"),
        ("[event.a]\nhide = true\nhide = true", 3, "this is no TOML (Cannot overwrite a value)"),
    ],
)
def test_what_is_wrong_has_its_line(text, line, said):
    (problem,) = parse_edits(text, "edits.toml").problems
    assert problem.kind is ProblemKind.EDIT
    assert (problem.path, problem.line) == ("edits.toml", line)
    assert said in str(problem)


def test_a_slip_leaves_the_other_tables_in_force():
    text = (
        '[event.a]\nhide = true\n\n[event.b]\ntitle = "no end\n\n[event.c]\nhide = true\ndate = "nonsense"\n'
    )
    edits = parse_edits(text)
    assert [edit.id for edit in edits.edits if edit.says("hide")] == ["a", "c"]
    assert [problem.line for problem in edits.problems] == [5, 9]


def test_what_looks_like_a_table_in_a_long_text_is_none():
    text = '[event.a]\nnote = """\n[event.b]\nhide = true\n"""\ntitle = "A"\n'
    (edit,) = parse_edits(text).edits
    assert edit.id == "a"
    assert edit.change("title").line == 6


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("none.toml", None, ProblemKind.MISSING),
        ("latin.toml", b"[event.a]\ntitle = 'caf\xe9'", ProblemKind.ENCODING),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path, name, data, kind):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    edits = read_edits(tmp_path / name)
    assert edits.edits == ()
    assert [problem.kind for problem in edits.problems] == [kind]


def test_windows_line_ends_and_a_mark_do_no_harm(tmp_path):
    path = tmp_path / "edits.toml"
    path.write_bytes(b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode())
    edits = read_edits(path)
    assert edits.problems == ()
    assert edits.edits[1].change("title").line == 8


@pytest.mark.parametrize(
    ("first", "second", "line", "said"),
    [
        (
            "title = 'A'",
            "title = 'B'",
            2,
            "“title” of the event “a” is “A” on line 2 of one.toml, which holds",
        ),
        (
            "hide = true",
            "pin = true",
            2,
            "“pin” asks for the event “a”, which is hidden on line 2 of one.toml",
        ),
        ("hide = true", "merge = ['b']", 2, "“merge” asks for the event “a”"),
        (
            "split = ['b']",
            "merge = ['b']",
            2,
            "“merge” makes one of events that “split” keeps apart on line 2",
        ),
        # wherever it stands, what keeps apart holds
        ("merge = ['c']\n[event.c]\nmerge = ['b']", "split = ['b']", 4, "“merge” makes one of events"),
    ],
)
def test_edits_that_contradict_each_other(first, second, line, said):
    one = parse_edits(f"[event.a]\n{first}", "one.toml")
    two = parse_edits(f"[event.a]\n{second}", "two.toml")
    assert one.problems == two.problems == ()
    joined = join([one, two])
    (problem,) = joined.problems
    assert problem.kind is ProblemKind.EDIT_CONFLICT
    assert said in problem.message
    assert (problem.path, problem.line) == ("one.toml" if line == 4 else "two.toml", line)


def test_a_contradiction_within_a_file_names_its_line_alone():
    text = "[event.a]\nhide = true\ntags = ['x']\npin = true\n[event.b]\nsplit = ['c']\nmerge = ['c']"
    said = [problem.message for problem in parse_edits(text, "one.toml").problems]
    assert [message.partition(", which ")[2] for message in said] == ["is hidden on line 2", "holds"]
    assert said[1].endswith("keeps apart on line 6, which holds")


def test_no_file_says_nothing():
    assert join([]) == parse_edits("")


def test_the_first_holds_and_the_rest_adds_up():
    one = parse_edits("[event.a]\ndate = '2025'\ntags = ['x']\n[event.b]\nhide = true")
    two = parse_edits("[event.a]\ndate = '2026'\ntags = ['y']\nsentence = 'S'")
    joined = join([one, two])
    edit = joined.of("a")
    assert (edit.text("date"), edit.names("tags"), edit.text("sentence")) == ("2025", ("x", "y"), "S")
    assert joined.of("b").says("hide")
    assert joined.of("none", "b").id == "b"
    assert joined.of("c") is None


def test_the_same_event_twice_in_a_file_is_one_edit():
    edits = parse_edits("[event.a]\ntitle = 'A'\n[event.b]\nhide = true\n[event.a]\npin = true")
    assert [edit.id for edit in edits.edits] == ["a", "b"]
    assert edits.of("a").says("pin")
    assert edits.problems == ()


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("[event.a]\nhide = true", "# moved\n\n[event.a]\nhide = true", False),
        ("[event.a]\nhide = true", "[event.a]\nhide = true\nnote = 'why'\nof = 'words'", False),
        ("[event.a]\nhide = true", "[event.a]\nhide = true\n[event.z]\nhide = true", False),
        ("[event.a]\nhide = true", "[event.a]\nhide = true\n[reviewed]\nb = '2025'", False),
        ("[event.a]\nhide = true", "[event.b]\nhide = true", True),
        ("[event.a]\ntitle = 'A'", "[event.a]\ntitle = 'B'", True),
        ("[event.a]\ntags = ['x']", "[event.a]\ntags = ['x', 'y']", True),
        ("", "[event.z]\nmerge = ['a']", True),
        ("", "[event.z]\nmerge = ['y']", False),
        ("", "[event.a]\naccept = true", True),
    ],
)
def test_the_digest_depends_on_what_readers_see_of_these_events(before, after, changes):
    ids = {"a", "b"}
    assert (parse_edits(before).digest(ids) != parse_edits(after).digest(ids)) is changes


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("0123456789ab", "0123456789ab"),
        ("nt-index-0123456789ab", "0123456789ab"),
        ("nt-index--2-0123456789ab-3", "0123456789ab-3"),
        ("nt-index-0123456789ab--2", "0123456789ab"),
        ("page.html#nt-a-b-0123456789ab", "0123456789ab"),
        ("opening-day", "opening-day"),
    ],
)
def test_an_address_is_as_good_as_an_id(written, id_):
    assert bare_id(written) == id_


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_example_of_every_key_reads(key):
    edits = parse_edits(f"[event.a]\n{key.name} = {key.example}")
    assert edits.problems == ()
    assert edits.edits[0].change(key.name) is not None


def test_every_other_word_leads_to_its_key():
    assert {word: meant(word) for key in KEYS for word in key.also} == {
        word: key.name for key in KEYS for word in key.also
    }
    assert not {word for key in KEYS for word in key.also} & set(BY_NAME)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2025-01-20", "2025-01-20"),
        ("2025", "2025"),
        ("2025-01-20T16:05:00", "2025-01-20T16:05"),
        ("'../2025-01-20'", "../2025-01-20"),
        ("'by January 20'", "by January 20"),
    ],
)
def test_dates_may_be_of_toml_or_of_words(value, text):
    edits = parse_edits(f"[event.a]\ndate = {value}")
    assert edits.problems == ()
    assert edits.edits[0].text("date") == text
