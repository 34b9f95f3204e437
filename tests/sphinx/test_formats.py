"""Folders of articles in many formats on one page, and guesses that say so."""

from __future__ import annotations

import re

import pytest

FEED = """<rss><channel><title>Fjord News</title><item><title>Ferry sails</title>
<pubDate>Wed, 13 Nov 2024 09:00:00 +0100</pubDate><description>It will sail on Friday.</description></item>
<item><title>Fares</title><pubDate>Thu, 14 Nov 2024 09:00:00 +0100</pubDate>
<description>Fares rise on December 2.</description></item></channel></rss>"""
EVENT = """{"@context": "https://schema.org", "@type": "Event", "name": "Harbour feast",
"startDate": "2024-12-06", "eventStatus": "https://schema.org/EventCancelled"}"""
PAGE = """<html><head><meta name="date" content="2024-11-13"></head><body><h1>Ferry to sail</h1>
<p>The ferry between Varnes and the islands will sail again on Friday, its owner said.</p></body></html>"""


@pytest.fixture
def build(make_app, tmp_path):
    """Return a function that builds a page with articles and gives its HTML, its warnings and pages read."""
    source = tmp_path / "source"
    (source / "news").mkdir(parents=True)
    (source / "conf.py").write_text('extensions = ["sphinx_newstimeline"]\n')
    (source / "index.rst").write_text("Page\n====\n\n.. newstimeline:: news\n")

    def run(articles, **overrides):
        for name, content in articles.items():
            (source / "news" / name).write_text(content, encoding="utf-8")
        app = make_app("html", srcdir=source, confoverrides=overrides)
        app.build()
        warnings = re.sub("\x1b\\[[0-9;]*m", "", app.warning.getvalue())
        return (app.outdir / "index.html").read_text(encoding="utf-8"), warnings

    return run


def test_a_folder_of_formats_is_one_timeline(build):
    html, warnings = build({"feed.rss": FEED, "feast.json": EVENT})
    assert warnings == ""
    assert [
        day for day in ("2024-11-15", "2024-12-02", "2024-12-06") if f'data-edtf="{day}"' not in html
    ] == []
    assert "Harbour feast (cancelled)" in html
    ids = re.findall(r'<li[^>]*\bid="(nt-[^"]+)"', html)
    assert len(ids) == len(set(ids)) == 3


def test_an_article_that_comes_into_the_folder_is_noticed(build):
    assert 'data-edtf="2024-12-06"' not in build({"feed.rss": FEED})[0]
    assert 'data-edtf="2024-12-06"' in build({"feast.json": EVENT})[0]


def test_a_guess_is_marked_and_warned_about_unless_declined(build):
    pytest.importorskip("trafilatura")
    html, warnings = build({"page.html": PAGE})
    assert 'data-edtf="2024-11-15"' in html
    assert "(guessed)" in html
    assert re.search(
        r"news/page\.html:\d+: WARNING: .* is a guess.*\[newstimeline\.published-guessed\]", warnings
    )
    html, warnings = build({}, newstimeline_guess=False)
    assert "(guessed)" not in html
    assert "[newstimeline.unpublished]" in warnings


def test_a_library_that_has_been_installed_is_noticed(build, monkeypatch):
    pytest.importorskip("trafilatura")
    with monkeypatch.context() as without:
        without.setattr("sphinx_newstimeline.articles.formats.html.reader.find_spec", lambda _name: None)
        without.setattr("sphinx_newstimeline.extraction.cache.libraries", tuple)
        html, warnings = build({"page.html": PAGE, "feed.rss": FEED})
    assert "[newstimeline.dependency]" in warnings
    assert html.count('data-edtf="2024-11-15"') == 1
    html, warnings = build({})
    assert "[newstimeline.dependency]" not in warnings
    assert "between Varnes and the islands" in html
