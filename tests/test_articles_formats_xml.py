"""NITF, NewsML and feeds: every field, where it came from, and the prose with its lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sphinx_newstimeline.articles import Origin, read_article, read_articles
from sphinx_newstimeline.problems import ProblemKind

D13 = date(2024, 11, 13)

NITF_BODY = """<body.head>
   <hedline><hl1>Ferry to sail again</hl1><hl2>Crew agrees</hl2></hedline>
   <byline>By Ines Falk</byline>
   <dateline><location>VARNES</location>, Nov. 13 (NTB)</dateline>
  </body.head>
  <body.content>
   <p>The ferry sails again on <chron norm="20241115T070000+0100">Friday</chron>, the
    <org>Fjord Line</org> said.</p>
   <media media-type="image"><media-caption>A ferry</media-caption></media>
   <table><tr><td>Fare</td><td>40</td></tr></table>
   <p>&ldquo;We are ready,&rdquo; it said.</p>
  </body.content>"""
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-GB">
 <head><title>Ferry</title>
  <docdata><doc-id id-string="ntb.4711"/><date.issue norm="20241112T220000Z"/>
   <date.release norm="20241113T060000+0100"/></docdata>
  <pubdata name="Varnes Courier" ex-ref="https://courier.example/ferry"/></head>
 <body>
  {NITF_BODY}
 </body>
</nitf>"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def facts(article):
    return (article.title, article.published, article.url, article.source, article.language, article.key)


def test_nitf_is_read_in_full(tmp_path):
    article = read_article(write(tmp_path, "ferry.nitf", NITF))
    assert facts(article) == (
        "Ferry to sail again",
        D13,
        "https://courier.example/ferry",
        "Varnes Courier",
        "en-GB",
        "ntb.4711",
    )
    assert {str(origin) for _, origin in article.origins} == {"NITF"}
    assert article.text == (
        "VARNES, Nov. 13 (NTB) — The ferry sails again on Friday, the Fjord Line said.\n\n"
        "Fare | 40\n\n“We are ready,” it said."
    )
    assert article.problems == ()
    (friday,) = article.resolved
    assert (article.text[friday.start : friday.end], friday.iso) == ("Friday", "2024-11-15T07:00")
    assert article.line_at(article.text.index("Fjord")) == 16
    assert article.line_at(article.text.index("ready")) == 19


DATELINES = [
    ("<location>VARNES</location> <story.date>Nov. 13 -</story.date>", "VARNES, Nov. 13 — "),
    ("<location>VARNES</location><story.date>, Nov. 13 (NTB)</story.date>", "VARNES, Nov. 13 (NTB) — "),
    ("<location>VARNES</location>", "VARNES — "),
    ("<story.date>Nov. 13</story.date>", "Nov. 13 — "),
]


@pytest.mark.parametrize(("given", "written"), DATELINES)
def test_nitf_datelines_are_written_as_agencies_print_them(tmp_path, given, written):
    text = NITF.replace("<location>VARNES</location>, Nov. 13 (NTB)", given)
    article = read_article(write(tmp_path, "ferry.nitf", text))
    assert article.text.startswith(f"{written}The ferry")


G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:ferry:1" xml:lang="en">
 <rightsInfo><copyrightHolder><name>Fjord News</name></copyrightHolder></rightsInfo>
 <itemMeta><provider qcode="nprov:FN"/><versionCreated>2024-11-13T23:30:00+01:00</versionCreated>
  <firstCreated>2024-11-12T10:00:00Z</firstCreated></itemMeta>
 <contentMeta><creator><name>Ines Falk</name></creator><headline>Ferry to sail</headline></contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
  <head><title>none</title></head>
  <body><p>It sails on <time datetime="2024-11-15">Friday</time>.</p></body></html></inlineXML></contentSet>
</newsItem>
<newsItem guid="urn:ferry:2"><itemMeta><provider literal="Fjord News"/>
  <versionCreated>2024-11-14</versionCreated></itemMeta>
 <contentSet><inlineXML><nitf>{nitf}</nitf></inlineXML></contentSet></newsItem>
<conceptItem guid="urn:ferry:3"><itemMeta><versionCreated>2024-11-14</versionCreated></itemMeta>
 <concept><conceptId qcode="ev:9"/><name>Harbour feast</name><definition>Boats and
   brass.</definition><eventDetails><dates><start>2024-12-06T18:00:00+01:00</start><duration>P2D</duration>
   <rRule freq="YEARLY" bymonth="12" until="2030-12-31T18:00:00Z"/></dates>
   <location><name>Varnes quay</name></location></eventDetails></concept></conceptItem>
</itemSet></newsMessage>"""


def test_a_newsml_g2_message_gives_all_its_items(tmp_path):
    path = write(
        tmp_path,
        "message.xml",
        G2.format(nitf=f"<body>{NITF_BODY}</body>".replace("&ldquo;", "").replace("&rdquo;", "")),
    )
    first, second, third = read_articles([path])[0]
    assert facts(first) == ("Ferry to sail", D13, "", "Fjord News", "en", "urn:ferry:1")
    assert first.text == "It sails on Friday."
    assert [(one.start, one.end, one.iso) for one in first.resolved] == [(12, 18, "2024-11-15")]
    assert (second.title, second.origin_of("title")) == ("Ferry to sail again", Origin.NITF)
    assert (second.published, second.origin_of("published")) == (date(2024, 11, 14), Origin.NEWSML)
    assert second.text.startswith("VARNES, Nov. 13 (NTB) — The ferry")
    (feast,) = third.stated
    assert (feast.name, feast.interval.edtf, feast.time.iso, feast.time.zone) == (
        "Harbour feast",
        "2024-12-06/2024-12-07",
        "18:00",
        "+01:00",
    )
    assert (feast.location, feast.description, feast.key) == ("Varnes quay", "Boats and brass.", "ev:9")
    assert feast.rrule == "FREQ=YEARLY;UNTIL=20301231T180000Z;BYMONTH=12"
    assert third.problems == ()


def test_read_article_gives_the_first_of_several_and_says_so(tmp_path):
    path = write(tmp_path, "message.xml", G2.format(nitf=""))
    article = read_article(path)
    assert article.key == "urn:ferry:1"
    assert article.problems[-1].message == "this file holds 3 articles, of which only the first is read here"


NEWSML_1 = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">
<NewsML><NewsEnvelope><DateAndTime>20241114T010000Z</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier>
  <PublicIdentifier>urn:newsml:ferry:20241113:1</PublicIdentifier></NewsIdentifier></Identification>
 <NewsManagement><FirstCreated>20241112T090000+0100</FirstCreated>
  <ThisRevisionCreated>20241113T090000+0100</ThisRevisionCreated></NewsManagement>
 <NewsComponent><NewsLines><HeadLine>Ferry crew agrees</HeadLine><DateLine>VARNES</DateLine></NewsLines>
  <AdministrativeMetadata><Provider><Party FormalName="FjordNews"/></Provider></AdministrativeMetadata>
  <ContentItem><Format FormalName="NITF"/><DataContent><nitf><body><body.content>
    <p>The café opens on Friday.</p></body.content></body></nitf></DataContent></ContentItem>
 </NewsComponent></NewsItem></NewsML>"""


def test_newsml_1_is_read_in_its_own_encoding(tmp_path):
    article = read_article(write(tmp_path, "a.newsml", NEWSML_1.encode("latin-1")))
    assert facts(article) == (
        "Ferry crew agrees",
        D13,
        "",
        "FjordNews",
        "en",
        "urn:newsml:ferry:20241113:1",
    )
    assert article.text == "The café opens on Friday."
    assert article.problems == ()


RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Fjord News</title><link>https://fjord.example/</link><language>en</language>
<item><title>Ferry &amp; fares</title><link>https://fjord.example/1</link>
 <pubDate>Wed, 13 Nov 2024 23:30:00 +0100</pubDate><guid isPermaLink="false">f1</guid>
 <description>Short.</description>
 <content:encoded><![CDATA[<p>It sails on <time datetime="2024-11-15">Friday</time>.</p>
<figure><figcaption>A ferry</figcaption></figure><p>Caf&eacute; on board.</p>]]></content:encoded></item>
<item><title>No link</title><description>Nothing sailed &nbsp;today.</description></item>
<item><title>Empty</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Fjord News</title>
<entry><id>tag:fjord,1</id><title type="html">Ferry &lt;b&gt;sails&lt;/b&gt;</title>
<link rel="self" href="https://fjord.example/self"/><link href="https://fjord.example/1"/>
<published>2024-11-13T10:00:00Z</published><updated>2024-11-20T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It sails.</p></div></content>
</entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Fjord News</title></channel>
<item rdf:about="https://fjord.example/1"><title>Ferry</title><link>https://fjord.example/1</link>
<dc:date>2024-11-13</dc:date><description>It sails.</description></item></rdf:RDF>"""


def test_rss_items_are_articles(tmp_path):
    articles, problems = read_articles([write(tmp_path, "feed.rss", RSS)])
    assert facts(articles[0]) == ("Ferry & fares", D13, "https://fjord.example/1", "Fjord News", "en", "f1")
    assert articles[0].text == "It sails on Friday.\n\nCafé on board."
    assert [one.iso for one in articles[0].resolved] == ["2024-11-15"]
    assert articles[0].line_at(articles[0].text.index("Café")) == 8
    assert [article.key for article in articles] == ["f1", "feed#2", "feed#3"]
    assert articles[1].text == "Nothing sailed \xa0today."
    assert [(problem.kind, problem.line) for problem in problems] == [(ProblemKind.EMPTY, 10)]


@pytest.mark.parametrize(("name", "text"), [("a.atom", ATOM), ("b.rdf", RDF)])
def test_atom_and_rdf_are_read(tmp_path, name, text):
    article = read_article(write(tmp_path, name, text))
    assert (article.published, article.url, article.source) == (D13, "https://fjord.example/1", "Fjord News")
    assert article.title.startswith("Ferry")
    assert "<" not in article.title
    assert article.text == "It sails."
    assert article.origin_of("published") is Origin.FEED


def test_what_an_encoding_is_declared_wrong_for_is_read_as_utf_8(tmp_path):
    text = NITF.replace('"UTF-8"', '"ISO-8859-1"')
    article = read_article(write(tmp_path, "a.xml", text.replace("Fjord Line", "Café")))
    assert "Café" in article.text
    assert [problem.kind for problem in article.problems] == [ProblemKind.ENCODING]
