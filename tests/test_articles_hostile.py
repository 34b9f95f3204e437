"""What strangers' files can do: each a problem that names the file, nothing else lost, memory bounded."""

from __future__ import annotations

import gzip
import json
import zlib
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from linear import assert_linear

from sphinx_newstimeline.articles import ArticleError, read_article, read_articles
from sphinx_newstimeline.articles.compression import decompressed
from sphinx_newstimeline.problems import ProblemKind

BOMB = """<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><nitf><body><body.content><p>&c;</p></body.content></body></nitf>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<nitf><body><body.content><p>&a;</p></body.content></body></nitf>"""
SENTENCE = "The ferry sails on Friday, said the line, and the crew agrees."
PAGE = f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>"

#: A file's name, its content, the kind of its problem and words of the message.
LOST = [
    ("bomb.xml", BOMB, ProblemKind.UNREADABLE, "declares entities of its own"),
    ("outside.xml", OUTSIDE, ProblemKind.UNREADABLE, "declares entities of its own"),
    ("cut.xml", "<nitf><body><p>The fer", ProblemKind.UNREADABLE, "not well-formed"),
    ("none.xml", "The ferry sails.", ProblemKind.UNREADABLE, "not well-formed"),
    ("other.xml", "<?xml version='1.0'?><invoice/>", ProblemKind.UNREADABLE, "none of the formats"),
    ("unknown.xml", b"<?xml version='1.0' encoding='klingon'?><nitf/>", ProblemKind.UNREADABLE, "not"),
    ("deep.xml", "<nitf>" + "<p>" * 300_000, ProblemKind.UNREADABLE, "nested deeper"),
    ("void.xml", "", ProblemKind.UNREADABLE, "not well-formed"),
    ("rss.xml", "<rss><channel/></rss>", ProblemKind.EMPTY, "no article"),
    ("deep.json", "[" * 500_000, ProblemKind.UNREADABLE, "nested too deeply"),
    ("deep2.json", '{"a":' * 100_000, ProblemKind.UNREADABLE, "nested too deeply"),
    ("deep.jsonl", '{"text":' * 100_000, ProblemKind.UNREADABLE, "nested too deeply"),
    ("number.json", '{"text": ' + "9" * 10_000 + "}", ProblemKind.UNREADABLE, "too long"),
    ("void.json", "", ProblemKind.UNREADABLE, "not well-formed"),
    ("cut.json", '{"title": "A", "te', ProblemKind.UNREADABLE, "not well-formed"),
    ("bytes.json", b'{"text": "caf\xe9"}', ProblemKind.ENCODING, "not UTF-8"),
    ("binary.txt", bytes(range(256)) * 40, ProblemKind.UNREADABLE, "binary"),
    ("note.txt", b"{\\rtf1 x}", ProblemKind.UNREADABLE, "a document in RTF"),
    ("office.html", b"PK\x03\x04rest", ProblemKind.UNREADABLE, "an archive or a document"),
    ("photo.json", b"\xff\xd8\xff\xe0rest", ProblemKind.UNREADABLE, "a picture"),
    ("zeros.txt.gz", gzip.compress(bytes(100_000_000)), ProblemKind.UNREADABLE, "times its size"),
    ("noise.txt.gz", b"\x1f\x8b" + b"no gzip at all", ProblemKind.UNREADABLE, "no gzip file"),
    ("tape.tar.gz", gzip.compress(b"x"), ProblemKind.UNREADABLE, "an archive"),
]


@pytest.mark.parametrize(("name", "content", "kind", "words"), LOST, ids=[row[0] for row in LOST])
def test_a_hostile_file_is_told_and_loses_nothing_else(tmp_path, name, content, kind, words):
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (tmp_path / "good.txt").write_text("They met.")
    articles, problems = read_articles([tmp_path / name, tmp_path / "good.txt"])
    assert [article.text for article in articles] == ["They met."]
    assert [(problem.kind, problem.path) for problem in problems] == [(kind, (tmp_path / name).as_posix())]
    assert words in problems[0].message
    assert len(problems[0].message) < 400


#: Pages of very many elements: their content, how often it is there, and the text of one.
CROWDED = [
    (f"<p>{SENTENCE} {{}}</p>", 20_000, "said the line"),
    ("<p>a <b>b</b></p>", 300_000, "a b"),
    (f"<div><a href='/x'>{SENTENCE} {{}}</a></div>", 20_000, "said the line"),
    (f"<table><tr><td>{SENTENCE}</td></tr></table>", 10_000, "said the line"),
    ("<div>", 250_000, None),
]


@pytest.mark.parametrize(("part", "times", "text"), CROWDED, ids=["p", "b", "a", "table", "div"])
def test_a_page_of_too_many_elements_is_read_plainly_and_told(tmp_path, part, times, text):
    pytest.importorskip("trafilatura")
    head = '<title>Ferries</title><meta property="article:published_time" content="2024-11-13T08:00:00Z">'
    around = f"<nav><p>{SENTENCE} Not this.</p></nav>"
    body = "".join(part.format(number) for number in range(times))
    (tmp_path / "a.html").write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{around}{body}", "utf-8")
    (article,), problems = read_articles([tmp_path / "a.html"])
    assert (article.title, str(article.published)) == ("Ferries", "2024-11-13")
    assert problems[0].kind is ProblemKind.UNREADABLE
    assert "more than 30000: all of its paragraphs" in problems[0].message
    assert ("left out" in problems[0].message) == (times * part.count("<") > 200_000)
    assert "Not this" not in article.text
    if text is not None:
        assert article.text.count(text) >= 10_000
        assert article.line_at(len(article.text) - 1) == 1


def test_the_prose_of_a_page_of_many_elements_is_still_looked_for(tmp_path):
    pytest.importorskip("trafilatura")
    rows = "".join(f"<p>{SENTENCE} That was trip {number}.</p>" for number in range(3000))
    page = (
        f"<!DOCTYPE html><html><body><nav><ul><li>Home</li></ul></nav><article>{rows}</article></body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (article,), problems = read_articles([tmp_path / "a.html"])
    assert ProblemKind.UNREADABLE not in {problem.kind for problem in problems}
    assert "That was trip 2999." in article.text
    assert "Home" not in article.text


@pytest.mark.parametrize("field", ["title", "published", "source", "url", "x"])
def test_front_matter_that_refers_to_itself_is_not_unfolded(tmp_path, field):
    # Each list is eight of the one before: written out, they would fill any memory.
    names = "abcdefghijklmnopqrstuvwxyz"
    lists = "".join(
        f"{after}: &{after} [{', '.join([f'*{before}'] * 8)}]\n" for before, after in pairwise(names)
    )
    (tmp_path / "a.md").write_text(
        f"---\na: &a [lol]\n{lists}{field}: *z\nlanguage: en\n---\n# Ferry\n\nThey met.\n", encoding="utf-8"
    )
    article = read_article(tmp_path / "a.md")
    assert (article.title, article.text.strip(), article.language) == ("Ferry", "They met.", "en")
    assert len(article.problems) == (field != "x")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.xml", "a.json", "a.jsonl", "a.rss", "a"])
def test_a_gigantic_file_is_not_even_loaded(tmp_path, name):
    with (tmp_path / name).open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ArticleError) as caught:
        read_article(tmp_path / name)
    assert caught.value.problem.kind is ProblemKind.UNREADABLE
    assert "47.7 MiB" in caught.value.problem.message


#: A file's name, its content, the text, and words of the problem.
KEPT = [
    ("page.txt", PAGE, "The ferry sails on Friday", "this is a web page, though its name says a plain text"),
    (
        "data.html",
        json.dumps({"text": "They met."}),
        "They met.",
        "this is a file in JSON, though its name says",
    ),
    (
        "feed.html",
        "<rss><channel><item><description>They met.</description></item></channel></rss>",
        "They met.",
        "this is a file in XML, though",
    ),
    ("plain.html", "They met.", "They met.", "this is a plain text, though its name says a web page"),
    ("page.json", PAGE, "The ferry sails on Friday", "this is a web page, though"),
    ("item.md", '{"uri": "urn:1", "body_text": "They met."}', "They met.", "this is a file in JSON, though"),
    ("plain.txt.gz", "They met.", "They met.", "not compressed, though its name ends in .gz"),
    ("zipped.txt", gzip.compress(b"They met."), "They met.", "compressed with gzip, though"),
    (
        "cut.txt.gz",
        gzip.compress(b"They met. " * 2000, mtime=0)[:-12],
        "They met.",
        "not whole: it breaks off",
    ),
    ("latin.html", PAGE.replace("crew", "cr\xe9w").encode("latin-1"), "cr\xe9w", "declares no encoding"),
    (
        "wrong.html",
        PAGE.replace("<body>", "<meta charset=utf-8><body>").replace("crew", "cr\xe9w").encode("latin-1"),
        "cr\ufffdw",
        "is not UTF-8, which this page declares",
    ),
    (
        "utf8.html",
        PAGE.replace("<body>", "<meta charset=latin-1><body>").replace("crew", "cr\xe9w"),
        "cr\xe9w",
        "declares the encoding latin-1, but is UTF-8",
    ),
]


@pytest.mark.parametrize(("name", "content", "text", "words"), KEPT, ids=[row[0] for row in KEPT])
def test_what_is_not_what_it_says_is_read_as_what_it_is(tmp_path, name, content, text, words):
    if ".html" in name or "<html" in str(content):
        pytest.importorskip("trafilatura")
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    article = read_article(tmp_path / name, guess=False)
    assert text in article.text
    assert words in article.problems[0].message
    assert article.problems[0].kind in {ProblemKind.FORMAT, ProblemKind.ENCODING, ProblemKind.UNREADABLE}
    assert article.problems[0].path == (tmp_path / name).as_posix()


def test_a_file_without_an_ending_is_told_by_its_content(tmp_path):
    (tmp_path / "item").write_text('{"uri": "urn:1", "body_text": "They met."}')
    article = read_article(tmp_path / "item")
    assert (article.text, article.problems) == ("They met.", ())


def test_a_compressed_file_is_the_same_article(tmp_path):
    (tmp_path / "2024-11-13-talks.txt").write_text("They met.")
    (tmp_path / "2024-11-13-talks.txt.gz").write_bytes(gzip.compress(b"They ") + gzip.compress(b"met."))
    plain, packed = read_articles(sorted(tmp_path.iterdir()))[0]
    assert (packed.text, packed.title, packed.published, packed.stem) == (
        plain.text,
        plain.title,
        plain.published,
        plain.stem,
    )
    assert packed.problems == ()


def test_a_bomb_of_many_small_members_is_stopped():
    member = gzip.compress(b"a" * 200_000, mtime=0)
    with pytest.raises(ArticleError):
        decompressed(member * 100, 1 << 20, "a.gz")


def test_what_is_unpacked_is_never_larger_than_asked_for():
    stream = zlib.compressobj(wbits=31)
    data = stream.compress(bytes(range(256)) * 40_000) + stream.flush()
    with pytest.raises(ArticleError) as caught:
        decompressed(data, 1 << 20, "a.gz")
    assert "1 MiB" in caught.value.problem.message


@pytest.mark.parametrize(
    "tag", ["div", "p", "span", "li", "table", "blockquote", "time datetime='2024-11-13'"]
)
def test_a_page_of_nothing_but_nesting_is_no_crash(tmp_path, tag):
    pytest.importorskip("trafilatura")
    (tmp_path / "deep.html").write_text("<html><body>" + f"<{tag}>" * 20_000 + "They met.")
    articles, problems = read_articles([tmp_path / "deep.html"])
    assert articles or problems


def test_a_page_of_time_elements_takes_time_by_its_length(tmp_path):
    pytest.importorskip("trafilatura")
    stated = "<time datetime='2024-11-13'>Wednesday</time>"
    paragraph = f"<p>On {stated} the council met, and the mayor spoke at length.</p>"

    def work(count):
        (tmp_path / "a.html").write_text(f"<html><body><article>{paragraph * count}</article></body></html>")
        read_article(tmp_path / "a.html", guess=False)

    assert_linear(work, 60)


def test_json_and_xml_take_time_by_their_length(tmp_path):
    def records(count):
        (tmp_path / "a.json").write_text(
            json.dumps([{"text": "They met.", "title": "A\n"}] * count, indent=1)
        )
        read_articles([tmp_path / "a.json"])

    def feed(count):
        items = "<item><description>They &lt;b&gt;met&lt;/b&gt;.</description></item>\n" * count
        (tmp_path / "a.rss").write_text(f"<rss><channel>{items}</channel></rss>")
        read_articles([tmp_path / "a.rss"])

    assert_linear(records, 300)
    assert_linear(feed, 300)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.binary(max_size=80),
    st.sampled_from(["a.html", "a.xml", "a.json", "a.jsonl", "a.txt.gz", "a.rss"]),
    st.sampled_from(
        [
            b"",
            b"<html><p>",
            b"<?xml version='1.0'?><nitf>",
            b"<rss><item>",
            b'{"text": "',
            b"[{",
            b"\x1f\x8b\x08",
        ]
    ),
)
def test_whatever_a_file_holds_only_article_errors_are_raised(tmp_path, data, name, head):
    (tmp_path / name).write_bytes(head + data)
    articles, problems = read_articles([tmp_path / name])
    assert articles or problems
