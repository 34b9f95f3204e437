"""Timelines as JSON-LD: read as RDF, and compared with the vocabulary of schema.org."""

from __future__ import annotations

import json
import re
import subprocess

import exported
import node
import pytest
from exported import NASTY, TRICKY, timeline
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef, namespace

from sphinx_newstimeline.exports import Meta
from sphinx_newstimeline.exports.jsonld import script_text, to_jsonld
from sphinx_newstimeline.timeline import Group, Timeline

META = Meta(
    "Talks",
    "https://docs.example/talks.html#talks",
    {event.id: f"https://docs.example/talks.html#nt-{event.id}" for event in TRICKY},
)
#: What ISO 8601 has for a date, shortened or with a time.
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?")


@pytest.fixture(scope="module")
def document():
    return json.loads(to_jsonld(timeline(), META))


@pytest.fixture(scope="module")
def events(document):
    return {item["item"]["identifier"]: item["item"] for item in document["itemListElement"]}


DATES = [
    ("single-day", "2024-11-13", "2024-11-13"),
    ("day-of-old", "0079-08-24", "0079-08-24"),
    ("month", "2024-08", "2024-08"),
    ("year", "1995", "1995"),
    ("decade", "1980", "1989"),
    ("century", "1800", "1899"),
    ("span", "2025-01-20", "2025-02-03"),
    ("since", "2022", "2024-11-13"),
    ("open-end", "2024-12-09", None),
    ("open-start", None, "2025-01-20"),
    ("deadline", None, "2025-01-20"),
    ("deadline-within", None, "2024-12-13"),
    ("timed-deadline", None, "2024-11-15T17:00:00-05:00"),
    ("hour", "2024-11-12T04:00:00Z", "2024-11-12T04:00:00Z"),
    ("minute", "2024-11-12T16:05:00-05:00", "2024-11-12T16:05:00-05:00"),
    ("local-minute", "2024-11-12T09:30:00", "2024-11-12T09:30:00"),
    ("midnight", "2024-11-12", "2024-11-12"),
    ("night", "2024-11-12", "2024-11-12"),
    ("weekly", "2024-11-15", None),
]


@pytest.mark.parametrize(("name", "start", "end"), DATES)
def test_an_event_has_its_dates(events, name, start, end):
    assert (events[name].get("startDate"), events[name].get("endDate")) == (start, end)


def test_vagueness_stands_in_the_description(events):
    assert "When: about 1995 (“on the day”)" in events["about-a-year"]["description"]
    assert "When: by about 20 January 2025" in events["vague-deadline"]["description"]


def test_what_recurs_has_a_schedule(events):
    assert events["weekly"]["eventSchedule"] == {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "byDay": ["https://schema.org/Friday"],
        "startDate": "2024-11-15",
    }
    assert events["birthday"]["eventSchedule"]["byMonthDay"] == 25
    assert "eventSchedule" not in events["first-monday"]
    assert "eventSchedule" not in events["hourly"]


def test_every_term_is_one_of_schema_org(document):
    vocabulary, rdf_type = namespace.SDO, namespace.RDF.type
    # The context is on the web; what it says of terms is that they are those of the vocabulary.
    local = document | {"@context": {"@vocab": str(vocabulary)}}
    graph = Graph().parse(data=json.dumps(local), format="json-ld")
    terms = {*graph.predicates(), *graph.objects(predicate=rdf_type)} - {rdf_type}
    assert [term for term in terms if term not in vocabulary] == []
    assert len(list(graph.subjects(rdf_type, vocabulary.Event))) == len(TRICKY)
    address = URIRef("https://docs.example/talks.html#nt-month")
    assert str(graph.value(address, vocabulary.startDate)) == "2024-08"


def test_types_and_properties_are_as_schema_org_has_them(document, pytestconfig):
    """The typings of the vocabulary know which property a type has, and what that takes."""
    ran = compile_typed(document, "check.ts", pytestconfig)
    assert ran.stdout == ""
    assert ran.returncode == 0


def test_the_typings_refuse_what_is_wrong(document, pytestconfig):
    """So that the test above can fail."""
    wrong = json.loads(json.dumps(document))
    wrong["itemListElement"] = wrong["itemListElement"][:1]
    wrong["itemListElement"][0]["item"]["begins"] = "2024"
    assert "begins" in compile_typed(wrong, "wrong.ts", pytestconfig).stdout


def compile_typed(document, name, pytestconfig):
    """Let the compiler of TypeScript check a document against the typings of schema.org."""
    folder = node.install(pytestconfig, "schema-dts", "typescript")
    (folder / name).write_text(
        'import type { ItemList, WithContext } from "schema-dts";\n'
        f"const found: WithContext<ItemList> = {json.dumps(document)};\nexport default found;\n",
        encoding="utf-8",
    )
    flags = [
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--module",
        "nodenext",
        "--moduleResolution",
        "nodenext",
    ]
    command = ["node", folder / "node_modules/typescript/bin/tsc", *flags, name]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=200)


def test_articles_are_named(events):
    (article,) = events["month"]["subjectOf"]
    assert article == {
        "@type": "NewsArticle",
        "headline": "Talks go on",
        "url": "https://news.example/a?b=1&c=(2)",
        "datePublished": "2024-11-13",
        "publisher": {"@type": "Organization", "name": "Agency"},
        "inLanguage": "en-GB",
    }
    assert "url" not in events["nasty"]["subjectOf"][0]


def test_the_form_for_pages_can_end_no_script_and_begin_no_comment():
    text = script_text(timeline(), META)
    assert not set("<>&\u2028\u2029\n") & set(text)
    assert json.loads(text) == json.loads(to_jsonld(timeline(), META))
    assert "</script>" in NASTY


@settings(max_examples=100, deadline=None)
@given(st.lists(exported.events(), max_size=3, unique_by=lambda event: event.id))
def test_any_event_has_dates_of_iso_8601(events):
    document = json.loads(to_jsonld(Timeline((Group("", tuple(events)),)), Meta()))
    assert document["numberOfItems"] == len(document.get("itemListElement", ())) == len(events)
    for item in document.get("itemListElement", ()):
        for name in ("startDate", "endDate"):
            assert ISO.fullmatch(item["item"].get(name, "2024"))
