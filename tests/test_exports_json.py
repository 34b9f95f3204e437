"""Timelines as JSON, and back."""

from __future__ import annotations

import json
import os
from dataclasses import fields, replace
from datetime import date

import exported
import pytest
from exported import TRICKY, UNDATED, timeline
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from sphinx_newstimeline.command import main
from sphinx_newstimeline.events.event import Event, Source
from sphinx_newstimeline.events.lead import Lead
from sphinx_newstimeline.exports import Meta, is_document, read_document
from sphinx_newstimeline.exports.json_form import to_json
from sphinx_newstimeline.exports.schema import definition, faults, timeline_schema
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.interval import Edge, Interval, Precision
from sphinx_newstimeline.temporal.timex import Why
from sphinx_newstimeline.timeline import Group, Timeline

META = Meta("Talks", languages={"news/a.txt": "en-GB"})
CHECKER = Draft202012Validator(timeline_schema(), format_checker=FormatChecker())


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Return a function that reads a text as a document in the current folder."""
    monkeypatch.chdir(tmp_path)

    def read(text):
        (tmp_path / "events.json").write_text(text, encoding="utf-8")
        return read_document("events.json")

    return read


def test_what_is_written_is_read_back_the_same(read):
    whole = timeline()
    document = read(to_json(whole, META))
    assert document.problems == ()
    assert document.events == whole.events
    assert document.undated == whole.undated == UNDATED
    assert document.languages == (("news/a.txt", "en-GB"),)


@settings(max_examples=150, deadline=None)
@given(st.lists(exported.events(), max_size=4, unique_by=lambda event: event.id))
def test_any_event_is_read_back_the_same(tmp_path_factory, events):
    path = tmp_path_factory.mktemp("json") / "x.json"
    path.write_text(to_json(Timeline((Group("", tuple(events)),)), META), encoding="utf-8")
    document = read_document(path)
    assert document.problems == ()
    folder = path.parent

    def placed(event):
        sources = tuple(replace(one, path=os.path.normpath(folder / one.path)) for one in event.sources)
        return replace(event, sources=sources, others=tuple(map(placed, event.others)))

    assert document.events == tuple(map(placed, events))


def test_the_document_is_as_its_schema_has_it():
    Draft202012Validator.check_schema(timeline_schema())
    document = json.loads(to_json(timeline(), META))
    assert list(CHECKER.iter_errors(document)) == []
    assert list(faults(document, timeline_schema())) == []


def test_the_schema_describes_every_member():
    parts = [timeline_schema(), definition("event"), definition("source"), definition("lead")]
    nested = [definition("event")["properties"][name] for name in ("why", "time", "recurrence", "precision")]
    for part in [*parts, *nested]:
        for name, member in part["properties"].items():
            assert member.get("description"), name


def test_nothing_that_an_event_has_is_left_out():
    others = {"interval": {"edtf", "earliest", "latest", "precision"}}
    for owner, name in ((Event, "event"), (Source, "source")):
        named = set(definition(name)["properties"])
        for field in fields(owner):
            assert others.get(field.name, {field.name}) <= named, field.name
    assert {field.name for field in fields(Why)} == set(
        definition("event")["properties"]["why"]["properties"]
    )


LEADS = (
    Lead(
        Source("news/a.txt", "Talks", date(2024, 11, 13), "", "Agency", 0, 0, 1, "en-GB"), ("Talks began.",)
    ),
    Lead(
        Source("news/b.txt", "Rain", None, "https://example.org/b", "", 0, 0, 1, "en"),
        ("It rained.", "A lot."),
    ),
)


def test_how_articles_begin_is_read_back_the_same(read):
    text = to_json(timeline(), replace(META, leads=LEADS))
    assert list(CHECKER.iter_errors(json.loads(text))) == []
    document = read(text)
    assert document.problems == ()
    assert document.leads == LEADS


@pytest.mark.parametrize(
    ("leads", "place", "kept"),
    [
        ("It began.", "leads", 0),
        ([{"sentences": ["It began."]}], "leads[0]", 0),
        ([{"source": {"path": "a.txt"}, "sentences": [1]}], "leads[0].sentences[0]", 0),
        ([{"source": {"line": 0}, "sentences": ["It began."]}], "leads[0].source.line", 1),
        ([{"source": {}, "sentences": ["It began."], "x-mine": 1}], "", 1),
    ],
)
def test_a_lead_that_cannot_be_used_is_left_out_and_told(read, leads, place, kept):
    document = read(json.dumps(MINIMAL | {"leads": leads}))
    assert len(document.leads) == kept
    assert len(document.events) == 1
    assert [problem.message.partition(":")[0] for problem in document.problems] == ([place] if place else [])


def test_what_matters_is_the_same_of_articles_and_of_the_document_that_they_gave(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    days = ["on March 3", "on March 3", "on March 4", "on March 7", "on March 7", "on March 7"]
    for number, words in enumerate(days):
        head = f"---\npublished: 2024-03-{9 + number:02}\n---\n"
        text = f"{head}The harbour strike spread, union {number} said {words}."
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    plain = (
        "---\npublished: 2024-03-04\n---\nThe strike of the harbour workers is all that the port speaks of."
    )
    (tmp_path / "9.md").write_text(plain, encoding="utf-8")
    assert main(["extract", ".", "-o", "whole.json"]) == 0
    chosen = ["--query", "harbour", "--max-events", "2", "--format", "json"]
    found = []
    for names in ([f"{number}.md" for number in (0, 1, 2, 3, 4, 5, 9)], ["whole.json"]):
        capsys.readouterr()
        assert main(["extract", *names, *chosen]) == 0
        found.append([(one["id"], one["merit"]) for one in json.loads(capsys.readouterr().out)["events"]])
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_the_same_timeline_gives_the_same_bytes():
    assert to_json(timeline(), META) == to_json(timeline(), META)
    assert json.loads(to_json(timeline(), Meta()))["version"] == 1
    assert list(json.loads(to_json(timeline(), Meta()))) == ["version", "events", "undated"]


MINIMAL = {
    "version": 1,
    "events": [{"id": "a", "edtf": "198X/..", "sentence": "It began in the 1980s.", "sources": [{}]}],
}


def test_a_document_by_hand_needs_little(read):
    document = read(json.dumps(MINIMAL))
    (event,) = document.events
    assert document.problems == ()
    assert event.interval == Interval.of_decade(198).since()
    assert (event.type, event.value, event.marks) == ("DATE", "198X/..", ())
    assert event.sources[0].path == "events.json"


def changed(**members):
    event = {**MINIMAL["events"][0], **members}
    good = {**MINIMAL["events"][0], "id": "good"}
    return json.dumps({"version": 1, "events": [event, good]}, indent=1)


@pytest.mark.parametrize(
    ("members", "kept", "message"),
    [
        ({"deadline": "yes"}, True, 'events[0].deadline: expected true or false, not "yes"'),
        ({"edtf": "soon"}, True, "events[0].edtf: “soon” is no date in EDTF of level 0 or 1"),
        ({"tilte": "x"}, True, "events[0].tilte: there is no member of this name; there are id, edtf"),
        ({"sentence": None}, False, "events[0].sentence: expected a text, not null"),
        ({"sources": []}, False, "events[0].sources: expected at least 1 of these, not 0"),
        ({"sources": [{"published": "2024-13-01"}]}, True, "sources[0].published: expected a day such as"),
        ({"sources": [3]}, False, "events[0].sources[0]: expected an object"),
        ({"marks": [[5, 99]]}, True, "events[0].marks: the marks do not lie in the sentence"),
        ({"marks": [[1]]}, True, "events[0].marks[0]: expected 2 of these, not 1"),
        ({"latest": "2020-01-01"}, True, "events[0].edtf: “198X/..” does not agree with earliest"),
        ({"time": {"iso": "25:00"}}, True, 'events[0].time.iso: "25:00" is not of the form'),
        ({"others": [{"id": "b"}]}, True, "events[0].others[0]: “sentence” is missing"),
        ({"id": "good"}, True, "events[1].id: the id good is given twice"),
        ({"id": "no good"}, False, 'events[0].id: "no good" is not of the form'),
        (
            {"recurrence": {"rrule": "INTERVAL=1;FREQ=SOMETIMES"}},
            True,
            "events[0].recurrence.rrule: “INTERVAL=1;FREQ=SOMETIMES” is no rule of RFC 5545",
        ),
        ({"series": {"rrule": "FREQ=WEEKLY;BYSECOND=0"}}, True, "events[0].series.rrule: “FREQ=WEEKLY;BYSEC"),
        ({"why": {"rule": 1}}, True, "events[0].why.rule: expected a text, not 1"),
    ],
)
def test_what_is_wrong_is_reported_and_the_rest_kept(read, members, kept, message):
    text = changed(**members)
    document = read(text)
    problem = document.problems[0]
    assert problem.kind is ProblemKind.DOCUMENT
    assert message in problem.message
    name = problem.message.partition(":")[0].rpartition(".")[2].partition("[")[0]
    line = text.splitlines()[problem.line - 1]
    assert f'"{name}"' in line or name == "events" or "{" in line or "[" in line or line.strip().isdecimal()
    ids = [event.id for event in document.events]
    assert ("a" in ids or members.get("id") in ids) == kept
    assert "good" in ids


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('{"version": 1,\n "events": [,]}', "this is not valid JSON", 2),
        ('{"version": 2, "events": []}', "version: this is not version 1", 1),
        ('{"version": 1,\n "events": {}}', "events: expected a list", 2),
        ("[]", "expected an object with “version” and “events”", 1),
        ('{"version": 1, "events": [], "x": NaN}', "this is not valid JSON: it holds a number", None),
        ("[" * 100_000, "too many levels", None),
        ('{"version": 1, "events": [],\n\n "event": 3}', "event: there is no member of this name", 3),
        ('{"version": 1}', "“events” is missing", 1),
    ],
)
def test_a_document_that_cannot_be_read(read, text, message, line):
    document = read(text)
    (problem,) = document.problems
    assert message in problem.message
    assert (problem.line, problem.path) == (line, "events.json")
    assert document.events == ()


def test_members_of_others_are_let_be(read):
    assert read(changed(**{"x-mine": {"a": 1}})).problems == ()


def test_what_is_no_text_is_reported(tmp_path):
    (tmp_path / "a.json").write_bytes(b'{"version": 1, "events": ["\xff"]}')
    assert read_document(tmp_path / "a.json").problems[0].kind is ProblemKind.ENCODING
    assert read_document(tmp_path / "none.json").problems[0].kind is ProblemKind.MISSING


@pytest.mark.parametrize(
    ("name", "text", "ours"),
    [
        ("a.json", '{"version": 1, "events": [', True),
        ("a.JSON", json.dumps(MINIMAL), True),
        ("a.json", '{"uri": "x", "body_text": "On Friday"}', False),
        ("a.json", '{"version": "1", "events": []}', False),
        ("a.json", '{"events": [], "version": 1}', True),
        ("a.json", '[{"version": 1, "events": []}]', False),
        ("a.txt", json.dumps(MINIMAL), False),
    ],
)
def test_documents_are_known_from_other_files(tmp_path, name, text, ours):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert is_document(tmp_path / name) is ours


@pytest.mark.parametrize("event", TRICKY, ids=lambda event: event.id)
def test_days_and_units_that_edtf_does_not_say_are_kept(read, event):
    document = read(to_json(Timeline((Group("", (event,)),)), META))
    assert document.events[0].interval == event.interval


def test_an_author_may_change_edtf_alone(read):
    text = to_json(Timeline((Group("", (TRICKY[0],)),)), META)
    document = json.loads(text)
    for name in ("earliest", "latest", "precision"):
        del document["events"][0][name]
    document["events"][0]["edtf"] = "2025-03~"
    (event,) = read(json.dumps(document)).events
    edge = Edge(date(2025, 3, 1), Precision.MONTH, approximate=True)
    assert event.interval.start == edge


scalars = st.none() | st.booleans() | st.integers(-2, 3) | st.sampled_from(["", "x", "2024-01-01", "day"])
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=2), max_leaves=3)
members = st.sampled_from([*sorted(definition("event")["properties"]), "x-mine", "unknown"])


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(members, values, min_size=1, max_size=3), st.sets(members, max_size=2))
def test_our_reading_of_the_schema_is_that_of_jsonschema(changes, without):
    event = json.loads(to_json(timeline(TRICKY[:1]), META))["events"][0]
    event = {name: value for name, value in (event | changes).items() if name not in without}
    document = {"version": 1, "events": [event]}
    valid = CHECKER.is_valid(document)
    assert (not list(faults(document, timeline_schema()))) == valid


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(members, values, min_size=1, max_size=3), st.sets(members, max_size=2))
def test_no_document_makes_the_reader_fail(tmp_path_factory, changes, without):
    event = json.loads(to_json(timeline(TRICKY[:1]), META))["events"][0]
    event = {name: value for name, value in (event | changes).items() if name not in without}
    path = tmp_path_factory.mktemp("json") / "x.json"
    path.write_text(json.dumps({"version": 1, "events": [event]}), encoding="utf-8")
    document = read_document(path)
    valid = CHECKER.is_valid(json.loads(path.read_text(encoding="utf-8")))
    assert document.events or document.problems
    assert valid or document.problems
