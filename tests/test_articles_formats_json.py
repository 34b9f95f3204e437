"""ninjs, schema.org, JSON Feed, plain objects and JSON Lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sphinx_newstimeline.articles import ArticleError, Origin, read_article, read_articles
from sphinx_newstimeline.articles.formats.dates import event_dates
from sphinx_newstimeline.problems import ProblemKind

D13 = date(2024, 11, 13)
URI = "https://ntb.example/items/1"


def write(folder: Path, name: str, value: object) -> Path:
    text = value if isinstance(value, str) else json.dumps(value, indent=1)
    (folder / name).write_text(text, "utf-8")
    return folder / name


NINJS = {
    "1": {
        "uri": URI,
        "type": "text",
        "versioncreated": "2024-11-13T10:37:00Z",
        "language": "en",
        "byline": "Ines Falk",
        "headline": "Ferry to sail",
        "body_text": "It sails on Friday.",
        "body_xhtml": "<p>It sails on <time datetime='2024-11-15'>Friday</time>.</p>",
        "associations": {
            "photo": {"uri": "urn:p", "type": "picture", "versioncreated": "2024-11-13T10:37:00Z"}
        },
    },
    "2": {
        "uri": URI,
        "type": "text",
        "versioncreated": "2024-11-13T10:37:00Z",
        "language": "en",
        "by": "Ines Falk",
        "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry to sail"}],
        "bodies": [
            {
                "role": "xhtml",
                "contenttype": "text/html",
                "value": "<body><p>It sails on <time datetime='2024-11-15'>Friday</time>.</p></body>",
            }
        ],
    },
    "3": {
        "uri": URI,
        "type": "text",
        "versionCreated": "2024-11-13T10:37:00Z",
        "language": "en",
        "by": "Ines Falk",
        "headlines": [{"role": "main", "value": "Ferry to sail"}],
        "bodies": [
            {"role": "main", "contentType": "text/plain", "value": "It"},
            {
                "role": "rich",
                "contentType": "application/xhtml+xml",
                "value": "<p>It sails on <time datetime='2024-11-15'>Friday</time>.</p>",
            },
        ],
    },
}


@pytest.mark.parametrize("version", NINJS)
def test_every_version_of_ninjs_gives_the_same_article(tmp_path, version):
    article = read_article(write(tmp_path, "item.json", NINJS[version]))
    assert (
        article.title,
        article.published,
        article.url,
        article.source,
        article.language,
        article.text,
    ) == (
        "Ferry to sail",
        D13,
        URI,
        "Ines Falk",
        "en",
        "It sails on Friday.",
    )
    assert {origin for _, origin in article.origins} == {Origin.NINJS}
    assert [(one.start, one.end, one.iso) for one in article.resolved] == [(12, 18, "2024-11-15")]
    assert article.problems == ()


def test_events_of_ninjs_are_one_article_s(tmp_path):
    events = [
        {
            "uri": "urn:e1",
            "title": "Vote on the fares",
            "located": "Varnes",
            "descriptions": [{"value": "The council\n votes."}],
            "eventDetails": {"dates": {"estimatedStartDate": "2024-12-02", "estimatedEndDate": "2024-12-03"}},
        },
        {
            "uri": "urn:e2",
            "title": "Hearing",
            "eventDetails": {"startDate": "2024-12", "status": {"name": "Cancelled"}},
        },
        {"uri": "urn:e3", "title": "Undated", "eventDetails": {}},
    ]
    articles, problems = read_articles([write(tmp_path, "events.json", events)])
    (article,) = articles
    assert article.text == ""
    assert [
        (one.name, one.interval and one.interval.edtf, one.status, one.line) for one in article.stated
    ] == [
        ("Vote on the fares", "2024-12-02/2024-12-03", "", 2),
        ("Hearing", "2024-12", "cancelled", 18),
        ("Undated", None, "", 28),
    ]
    assert (article.stated[0].description, article.stated[0].location) == ("The council votes.", "Varnes")
    assert [(problem.kind, problem.line) for problem in problems] == [(ProblemKind.METADATA, 28)]


@pytest.mark.parametrize(
    ("stated", "rule"),
    [
        ("RRULE:FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=SOMETIMES", ""),
        ("FREQ=DAILY;BYSECOND=1", ""),
    ],
)
def test_a_rule_that_cannot_be_followed_is_told(tmp_path, stated, rule):
    event = {"title": "Market", "eventDetails": {"startDate": "2024-12-02", "rRule": stated}}
    (article,), problems = read_articles([write(tmp_path, "events.json", [event])])
    assert article.stated[0].rrule == rule
    assert article.stated[0].interval.edtf == "2024-12-02"
    told = [(problem.kind, problem.words) for problem in problems]
    assert told == ([] if rule else [(ProblemKind.METADATA, stated)])


GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "Fjord News"},
        {
            "@type": ["NewsArticle"],
            "@id": "https://fjord.example/1#article",
            "headline": "Ferry &amp; fares",
            "datePublished": "2024-11-13T23:30:00+01:00",
            "inLanguage": "en-GB",
            "publisher": {"@type": "Organization", "name": "Fjord News"},
            "author": [{"name": "Ines Falk"}],
            "mainEntityOfPage": {"@id": "https://fjord.example/1"},
            "articleBody": "It sails.\n\nSoon.",
            "about": {
                "@type": "schema:Festival",
                "name": "Harbour feast",
                "startDate": "2024-12-06T18:00",
                "endDate": "2024-12-07",
                "eventStatus": "https://schema.org/EventPostponed",
                "location": {"name": "Quay", "address": {"addressLocality": "Varnes"}},
            },
        },
    ],
}


def test_schema_org_is_read_with_its_event(tmp_path):
    article = read_article(write(tmp_path, "a.jsonld", GRAPH))
    assert (
        article.title,
        article.published,
        article.url,
        article.source,
        article.language,
        article.text,
    ) == (
        "Ferry & fares",
        D13,
        "https://fjord.example/1",
        "Fjord News",
        "en-GB",
        "It sails.\n\nSoon.",
    )
    (feast,) = article.stated
    assert (feast.name, feast.interval.edtf, feast.time.iso, feast.location, feast.status) == (
        "Harbour feast",
        "2024-12-06/2024-12-07",
        "18:00",
        "Quay, Varnes",
        "postponed",
    )


def test_events_of_schema_org_need_no_article(tmp_path):
    event = {
        "@context": "https://schema.org",
        "@type": "MusicEvent",
        "name": "Concert",
        "startDate": "2024-12-06",
        "endDate": "2024-12-01",
    }
    article = read_article(write(tmp_path, "a.json", event))
    assert [(one.name, one.interval.edtf) for one in article.stated] == [("Concert", "2024-12-06")]
    assert [problem.message for problem in article.problems] == [
        "the dates of an event end before they start"
    ]


RECORD = {"headline": "Ferry", "pubDate": "Wed, 13 Nov 2024 09:00:00 GMT", "link": URI, "body": "It sails."}


@pytest.mark.parametrize(
    "value",
    [
        RECORD,
        [RECORD],
        {"status": "ok", "response": {"results": [RECORD]}},
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Fjord",
            "items": [
                {
                    "id": "1",
                    "url": URI,
                    "title": "Ferry",
                    "content_html": "<p>It sails.</p>",
                    "date_published": "2024-11-13T09:00:00Z",
                }
            ],
        },
    ],
)
def test_plain_objects_are_read_however_they_are_wrapped(tmp_path, value):
    article = read_article(write(tmp_path, "a.json", value))
    assert (article.title, article.published, article.url, article.text) == ("Ferry", D13, URI, "It sails.")
    assert article.origin_of("published") is Origin.RECORD


def test_each_line_of_json_lines_is_an_article(tmp_path):
    lines = [json.dumps({"title": f"T{n}", "text": "One.\nTwo.", "date": "2024-11-13"}) for n in range(3)]
    text = "\n".join([lines[0], "", "{broken", lines[1], '{"a": 1}', lines[2], ""])
    for name in ("a.jsonl", "a.ndjson", "b.json"):
        articles, problems = read_articles([write(tmp_path, name, text)])
        assert [article.title for article in articles] == ["T0", "T1", "T2"], name
        assert [article.line_at(len(article.text)) for article in articles] == [1, 4, 6]
        assert len({article.key for article in articles}) == 3
        assert [(problem.kind, problem.line) for problem in problems] == [
            (ProblemKind.UNREADABLE, 3),
            (ProblemKind.UNREADABLE, 5),
        ]


def test_a_list_that_breaks_off_keeps_what_stands_before_that(tmp_path):
    whole = json.dumps([RECORD | {"title": "A"}, RECORD | {"title": "B"}, RECORD])
    articles, problems = read_articles([write(tmp_path, "a.json", whole[:-30])])
    assert [article.title for article in articles] == ["A", "B"]
    assert [problem.kind for problem in problems] == [ProblemKind.UNREADABLE]
    assert "not well-formed" in problems[0].message


@pytest.mark.parametrize("text", ["{}", "[]", "3", '"text"', '{"a": [1, 2]}', "null"])
def test_json_without_an_article_is_told(tmp_path, text):
    with pytest.raises(ArticleError) as caught:
        read_article(write(tmp_path, "a.json", text))
    assert caught.value.problem.kind in {ProblemKind.UNREADABLE, ProblemKind.EMPTY}


#: start, end, duration, interval
DATES = [
    ("2024-12-06", "", "", "2024-12-06"),
    ("2024-12-06T09:00:00Z", "", "P2D", "2024-12-06/2024-12-07"),
    ("2024-12-06T23:00:00Z", "", "PT3H", "2024-12-06/2024-12-07"),
    ("2024-12-06", "", "P1M", "2024-12-06/2025-01-05"),
    ("2024-12-06", "", "P1W", "2024-12-06/2024-12-12"),
    ("2024-12-06", "2025", "", "2024-12-06/2025"),
    ("2024-12", "2025-01", "", "2024-12/2025-01"),
    ("2024", "", "", "2024"),
    ("", "2024-12-06", "", "../2024-12-06"),
    ("2024-12-06", "", "soon", "2024-12-06"),
    ("9999-12-31", "", "P9Y", None),
    ("soon", "", "", None),
]


@pytest.mark.parametrize(("start", "end", "duration", "edtf"), DATES)
def test_an_event_s_days_have_both_ends_in(start, end, duration, edtf):
    interval = event_dates(start, end, duration).interval
    assert (interval and interval.edtf) == edtf
