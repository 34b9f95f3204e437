"""Web pages: fields, the day of publication, the prose and the dates that editors stated in it."""

from __future__ import annotations

import doctest
import json
import logging
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sphinx_newstimeline.articles import ArticleError, Origin, read_article, read_articles, read_manifest
from sphinx_newstimeline.articles.formats.html import reader
from sphinx_newstimeline.problems import Problem, ProblemKind, folded

D13, D14 = date(2024, 11, 13), date(2024, 11, 14)
PROSE = """<p>The ferry between Varnes and the islands sails again on Friday, its owner says.</p>
<p>Passengers had waited for three weeks while the crew and the line argued about pay and hours.</p>
<p>The council will look at the fares at its next meeting, a spokeswoman said, and publish them.</p>"""

pytest.importorskip("lxml", reason="reading pages needs the extra [html]")
pytest.importorskip("trafilatura", reason="reading pages needs the extra [html]")


def page(head="", body="", prose=PROSE, lang="en"):
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><title>Ferry to sail again | Fjord News</title>"
        f"{head}</head><body><nav><a href='/'>Home</a> 1 January 2001</nav>"
        f"<article><h1>Ferry to sail again</h1>{body}{prose}</article>"
        "<footer>Copyright 2003</footer></body></html>"
    )


def ld(**fields):
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


def meta(name, content):
    return f"<meta property='{name}' content='{content}'>"


@pytest.fixture
def read(tmp_path):
    def reading(source, name="page.html", **options):
        path = tmp_path / name
        path.write_text(source, encoding="utf-8")
        return read_article(path, **options)

    return reading


ADDRESS = "<link rel='canonical' href='https://fjord.example/2024/11/13/ferry'>"
TIME = "<p class='meta'><time class='entry-date' datetime='2024-11-13T09:00:00+01:00'>Wednesday</time></p>"

#: What stands in the head, what below the headline, the day and where it came from.
CERTAIN = [
    (ld(datePublished="2024-11-13T09:00:00+01:00"), "", D13, Origin.JSON_LD),
    (ld(datePublished="2024-11-13T09:00:00+01:00").replace("}<", ",}<"), "", D13, Origin.JSON_LD),
    (
        "<script type='application/ld+json'>{broken</script>" + ld(datePublished="2024-11-13"),
        "",
        D13,
        Origin.JSON_LD,
    ),
    (meta("article:published_time", "2024-11-13T09:00:00+01:00"), "", D13, Origin.META),
    ("<meta name='DC.date.issued' content='2024-11-13'>", "", D13, Origin.META),
    ("", "<meta itemprop='datePublished' content='2024-11-13'>", D13, Origin.META),
    ("", "<span itemprop='datePublished' content='2024-11-13'>today</span>", D13, Origin.MICRODATA),
    ("", "<span property='schema:datePublished' content='2024-11-13'>today</span>", D13, Origin.RDFA),
    ("", TIME, D13, Origin.TIME_ELEMENT),
    ("", "<time pubdate datetime='2024-11-13'>x</time>", D13, Origin.TIME_ELEMENT),
    (ADDRESS, "", D13, Origin.ADDRESS),
    ("", "<p>By Ines Falk</p><p>Published: 13 November 2024, 9:00</p>", D13, Origin.PAGE_LINE),
    ("", "<div>November 13, 2024</div>", D13, Origin.PAGE_LINE),
    # Those of related articles and of comments are none of this one's.
    (
        "",
        "<div class='related'><time pubdate datetime='2024-11-01'>x</time></div><i>Nov. 13, 2024</i>",
        D13,
        Origin.PAGE_LINE,
    ),
    # What the page says of its last change is no publication.
    (meta("article:modified_time", "2024-11-20"), "", None, Origin.UNKNOWN),
    ("", "<p>Last updated: November 20, 2024</p>", None, Origin.UNKNOWN),
    ("", "", None, Origin.UNKNOWN),
]


@pytest.mark.parametrize(("head", "body", "day", "origin"), CERTAIN)
def test_the_day_of_publication_is_what_the_page_states(read, head, body, day, origin):
    article = read(page(head, body), guess=False)
    assert (article.published, article.origin_of("published")) == (day, origin)
    assert article.problems == ()


#: The same line in other languages.
LINES = [
    ("de", "Veröffentlicht am 13. November 2024"),
    ("de", "13.11.2024, 09:00 Uhr"),
    ("fr", "Publié le 13 novembre 2024 à 9h00"),
    ("es", "13 de noviembre de 2024"),
    ("es", "13/11/2024 09:00"),
    ("it", "13 novembre 2024"),
    ("pt", "13 de novembro de 2024"),
    ("ru", "13 ноября 2024, 09:00"),
    ("pl", "13 listopada 2024"),
    ("ja", "2024年11月13日 9時00分"),
    ("ko", "2024년 11월 13일"),
    ("en", "2024-11-13 09:00"),
    ("en-GB", "13/11/2024"),
]


@pytest.mark.parametrize(("language", "line"), LINES)
def test_the_line_below_the_headline_is_read_in_its_language(read, language, line):
    article = read(page(body=f"<div class='x'>{line}</div>", lang=language), guess=False)
    assert (article.published, article.origin_of("published")) == (D13, Origin.PAGE_LINE)


#: A stamp in UTC, what else the page states, and the day of its own readers.
LOCAL = [
    ("2024-11-13T23:30:00Z", "", "", D13),
    ("2024-11-13T23:30:00Z", meta("article:modified_time", "2024-11-14T00:30:00+01:00"), "", D14),
    ("2024-11-14T01:30:00Z", meta("article:modified_time", "2024-11-14T12:00:00-05:00"), "", D13),
    ("2024-11-14T01:30:00Z", ADDRESS, "", D13),
    ("2024-11-14T01:30:00Z", "", "<p>13 November 2024</p>", D13),
    ("2024-11-14T01:30:00", ADDRESS, "", D13),
    ("2024-11-14T01:30:00+01:00", meta("article:modified_time", "2024-11-14T12:00:00-05:00"), "", D14),
]


@pytest.mark.parametrize(("stamp", "head", "body", "day"), LOCAL)
def test_a_stamp_in_utc_is_the_page_s_own_day(read, stamp, head, body, day):
    article = read(page(ld(datePublished=stamp) + head, body, lang="de"), guess=False)
    assert (article.published, article.origin_of("published")) == (day, Origin.JSON_LD)


#: What is not certain, and the day that is most likely.
DOUBTS = [
    (ld(datePublished="2024-11-13"), "<p>20 December 2024</p>", date(2024, 12, 20)),
    (ld(datePublished="2024-11-13", dateModified="2025-02-01"), "", D13),
    (ld(datePublished="2024-11-14T02:00:00Z"), "", D13),
    ("<meta name='date' content='2024-11-13'>", "", D13),
]


@pytest.mark.parametrize(("head", "body", "day"), DOUBTS)
def test_what_contradicts_itself_is_a_guess(read, head, body, day):
    source = page(head, body)
    assert read(source, guess=False).published is None
    article = read(source)
    assert (article.published, article.origin_of("published")) == (day, Origin.GUESS)
    assert [problem.kind for problem in article.problems] == [ProblemKind.PUBLISHED_GUESSED]
    assert day.isoformat() in article.problems[0].message


def test_htmldate_guesses_last_and_never_today(read):
    long = PROSE.replace("</p>\n<p>", " ")
    article = read(page(prose=long + "<p>Stand: 13.11.2024</p>", lang="de"))
    assert (article.published, article.origin_of("published")) == (D13, Origin.GUESS)


def test_a_manifest_mends_what_a_page_states(read, tmp_path):
    (tmp_path / "page.html").touch()
    (tmp_path / "m.csv").write_text("file,published\npage.html,2024-11-20\n")
    manifest = read_manifest(tmp_path / "m.csv")
    for source in (page(ld(datePublished="2024-11-13")), page()):
        article = read(source, manifest=manifest)
        assert (article.published, article.origin_of("published")) == (date(2024, 11, 20), Origin.MANIFEST)
        assert article.problems == ()


def test_two_vocabularies_that_differ_are_a_conflict(read):
    head = ld(datePublished="2024-11-13") + meta("article:published_time", "2024-11-20")
    article = read(page(head))
    assert article.published == D13
    assert [problem.message for problem in article.problems] == [
        "published 2024-11-13 by the JSON-LD, but 2024-11-20 by the meta element; 2024-11-13 is taken"
    ]


def test_the_article_of_this_page_goes_before_others_in_json_ld(read):
    graph = [
        {
            "@type": "NewsArticle",
            "headline": "Other",
            "url": "https://fjord.example/0",
            "datePublished": "2020-01-01",
        },
        {
            "@type": "NewsArticle",
            "headline": "Ferry",
            "url": "https://fjord.example/1",
            "datePublished": "2024-11-13",
        },
    ]
    script = f"<script type='application/ld+json'>{json.dumps(graph)}</script>"
    assert read(page(script + "<link rel=canonical href='https://fjord.example/1'>")).published == D13


def test_fields_come_from_the_most_certain_place(read):
    head = (
        ld(headline="Ferry &amp; fares", publisher={"name": "Fjord News"}, datePublished="2024-11-13")
        + meta("og:title", "Ferry – Fjord News")
        + meta("og:url", "https://fjord.example/1")
        + meta("article:publisher", "https://social.example/fjord")
    )
    article = read(page(head, lang="en-GB"))
    assert (article.title, article.url, article.source, article.language) == (
        "Ferry & fares",
        "https://fjord.example/1",
        "Fjord News",
        "en-GB",
    )
    assert [str(origin) for _, origin in article.origins] == [
        "JSON-LD",
        "JSON-LD",
        "meta element",
        "JSON-LD",
        "meta element",
    ]
    bare = read(page())
    assert (bare.title, bare.origin_of("title"), bare.url, bare.source) == (
        "Ferry to sail again",
        Origin.HEADING,
        "",
        "Fjord News",
    )


def test_the_prose_is_kept_with_its_lines_and_nothing_else(read):
    article = read("<!--\n\n-->" + page())
    assert "sails again on Friday" in article.text
    assert "Copyright" not in article.text
    assert "Home" not in article.text
    assert article.line_at(article.text.index("Passengers")) == 4
    assert article.line_at(article.text.index("council")) == 5


@pytest.mark.parametrize("sign", ["", "⟬⟭"])
def test_dates_that_editors_stated_keep_their_words(read, sign):
    prose = PROSE.replace("Friday,", "<time datetime='2024-11-15'>Friday</time>,").replace(
        "three weeks", f"<b><time datetime='2024-10-23T08:00:00Z'>three weeks</time></b>{sign}"
    )
    article = read(
        page(body="<p class='by'>By Ines, <time datetime='2024-11-13'>13 Nov.</time></p>", prose=prose)
    )
    assert [(article.text[one.start : one.end], one.iso) for one in article.resolved] == [
        ("Friday", "2024-11-15"),
        ("three weeks", "2024-10-23T08:00"),
    ]
    assert "again on Friday, its owner" in article.text
    assert "for three weeks" in article.text


def test_events_of_the_article_are_stated(read):
    feast = {"@type": "Event", "name": "Harbour feast", "startDate": "2024-12-06"}
    fair = json.dumps({**feast, "name": "Fair"})
    other = f"<script type='application/ld+json'>{fair}</script>"
    article = read(page(ld(datePublished="2024-11-13", about=feast) + other))
    assert [event.name for event in article.stated] == ["Harbour feast"]
    assert [event.name for event in read(page(other)).stated] == ["Fair"]


#: A page's title behind its headline, and its source.
BEHIND = [
    (" | Fjord News", "Fjord News"),
    (" - Ferries - Fjord News", "Fjord News"),
    (" – Fjord-News", "Fjord-News"),
    (", says owner", ""),
    ("", ""),
]


@pytest.mark.parametrize(("behind", "source"), BEHIND)
def test_the_site_behind_the_headline_is_the_source(read, behind, source):
    article = read(page().replace(" | Fjord News", behind))
    assert (article.title, article.source) == ("Ferry to sail again", source)
    assert (
        read(page(meta("og:site_name", "The Fjord")).replace(" | Fjord News", behind)).source == "The Fjord"
    )


def test_libraries_do_not_complain_on_the_screen(read, monkeypatch, caplog):
    import htmldate
    import trafilatura

    def complaining(of, name):
        def call(*given, **named):
            logging.getLogger(f"{name}.part").error("cannot read this")
            return of(*given, **named)

        return call

    monkeypatch.setattr(
        trafilatura, "bare_extraction", complaining(trafilatura.bare_extraction, "trafilatura")
    )
    monkeypatch.setattr(htmldate, "find_date", complaining(htmldate.find_date, "htmldate"))
    assert "ferry" in read(page()).text.lower()
    assert caplog.records == []
    logging.getLogger("trafilatura.part").error("others hear it again")
    assert len(caplog.records) == 1


def test_a_missing_extra_is_told_once_for_many_pages(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "find_spec", lambda _name: None)
    paths = [tmp_path / f"{number}.html" for number in range(3)]
    for path in paths:
        path.write_text(page())
    first, *others = folded([*read_articles(paths)[1], Problem(ProblemKind.EMPTY, "no text", "a")])
    assert first.path == paths[0].as_posix()
    assert first.message.endswith("(and 2 more files)")
    assert [problem.kind for problem in others] == [ProblemKind.EMPTY]


def test_pages_in_another_language_are_told_of_once_and_their_day_does_not_matter():
    guessed = [Problem(ProblemKind.PUBLISHED_GUESSED, f"guess {path}", path) for path in "abc"]
    unread = [Problem(ProblemKind.LANGUAGE, "the language “de” is not supported", path) for path in "ab"]
    french = Problem(ProblemKind.LANGUAGE, "the language “fr” is not supported", "d")
    kept, german, *others = folded([*guessed, *unread, french])
    assert kept == guessed[2]
    assert (german.path, german.message) == ("a", "the language “de” is not supported (and 1 more file)")
    assert others == [french]
    assert folded(guessed) == guessed


def test_a_missing_extra_is_told_with_how_to_install_it(read, monkeypatch):
    monkeypatch.setattr(reader, "find_spec", lambda name: None if name == "trafilatura" else name)
    with pytest.raises(ArticleError) as caught:
        read(page())
    assert caught.value.problem.kind is ProblemKind.DEPENDENCY
    assert caught.value.problem.message == (
        'reading web pages needs trafilatura: “pip install "sphinx-newstimeline[html]"”'
    )


def test_a_library_that_lacks_another_is_told_too(read, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ArticleError) as caught:
        read(page())
    assert caught.value.problem.kind is ProblemKind.DEPENDENCY
    assert "trafilatura" in caught.value.problem.message
    assert caught.value.problem.message.endswith('“pip install "sphinx-newstimeline[html]"”')


def test_a_page_that_a_library_stumbles_over_loses_nothing_else(tmp_path, monkeypatch):
    def stumble(*_arguments, **_options):
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", stumble)
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "b.txt").write_text("They met.")
    articles, problems = read_articles([tmp_path / "a.html", tmp_path / "b.txt"])
    assert [article.text for article in articles] == ["They met."]
    assert [problem.kind for problem in problems] == [ProblemKind.UNREADABLE]


def test_nothing_of_the_extra_is_loaded_before_a_page_is_read(tmp_path: Path):
    (tmp_path / "a.txt").write_text("They met.")
    code = (
        "import sys; from sphinx_newstimeline.articles import read_article; read_article(sys.argv[1])\n"
        "print(sorted({'lxml', 'trafilatura', 'htmldate', 'defusedxml', 'dateparser'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.txt")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_the_manual_shows_of_a_page_is_true(monkeypatch):
    docs = Path(__file__).parents[1] / "example_docs"
    monkeypatch.chdir(docs)
    results = doctest.testfile(str(docs / "guide/formats.rst"), module_relative=False)
    assert (results.attempted, results.failed) == (9, 0)
