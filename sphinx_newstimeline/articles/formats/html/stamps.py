"""What a page states of its publication in elements for programs, place by place.

Every function yields the stamps of one vocabulary, the one to prefer first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ...article import Origin
from ...metadata import one_line
from ...stamp import Stamp, read_stamp
from ..schema_org import ARTICLES, WORKS, published_values
from ..values import words
from .page import beginning

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from .page import Page

#: Elements ``meta`` that mean the publication, the most certain first.  Who made them: Open Graph,
#: schema.org, Dublin Core, analytics of newspapers, citation managers.
PUBLISHED: tuple[str, ...] = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.date.issued", "dc.issued",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "publish-date", "publish_date", "publishdate", "published", "published_date", "published-date",
    "publication_date", "publication-date", "pubdate", "pub_date", "pdate", "ptime", "bt:pubdate",
    "article.published", "article_date_original", "analyticsattributes.articledate", "displaydate",
    "originalpublicationdate", "rnews:datepublished", "nastooh:publishdate", "weibo:article:create_at",
    "citation_publication_date", "citation_online_date", "og:pubdate", "release_date", "doc_date",
    "first_published", "hashtag.published", "publicationdate", "date.issued", "dateissued",
)  # fmt: skip
#: Those that may mean any day: of the page, of its making.
DATED: tuple[str, ...] = (
    "date", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "dc.created",
    "dcterms.available", "datecreated", "created", "creation_date", "article:created", "article.created",
    "search.pubdate",
    "eomportal-lastupdate_published", "article_date", "articledate", "citation_date", "citation_year_date",
)  # fmt: skip
#: Those that mean the last change.
CHANGED: tuple[str, ...] = (
    "article:modified_time", "og:article:modified_time", "article:modified", "datemodified",
    "dcterms.modified",    "dc.date.modified",
)  # fmt: skip
#: Elements whose text or attribute is a publication date by the class that microformats gave them.
_CLASSES = frozenset({"dt-published", "entry-date", "published", "post-date", "pubdate", "date-published"})
#: Where other articles and their readers' comments stand.
_ELSEWHERE = ("comment", "related", "sidebar", "recommend", "teaser", "widget", "footer", "popular", "latest")
_ASIDE = frozenset({"aside", "footer", "nav"})
_MOST_ANCESTORS = 40
#: No time stamp is longer.
_LONGEST = 80


class Stated(NamedTuple):
    """A stamp on a page: where it was stated, with its words and line."""

    stamp: Stamp
    origin: Origin
    words: str
    line: int | None = None


def of_json_ld(page: Page) -> Iterator[Stated]:
    """Yield the stamps of the article that the page is about, else of its other main work."""
    for kinds in (ARTICLES, WORKS):
        found = [
            node for node in page.json_ld if node.types & kinds and words(node.table.get("datePublished"))
        ]
        found.sort(key=lambda node: not _is_own(node.table, page))
        for node in found:
            yield from _read((published_values(node.table)[0],), Origin.JSON_LD, page)


def _is_own(table: Mapping[str, object], page: Page) -> bool:
    """Return whether an object of JSON-LD is the work of this page, by address or headline."""
    main = table.get("mainEntityOfPage")
    stated = {words(table.get("url")), words(table.get("@id")), words(main)}
    if isinstance(main, dict):
        stated |= {words(main.get("@id")), words(main.get("url"))}
    addresses = {address.partition("#")[0].rstrip("/") for address in stated if address}
    if page.canonical and page.canonical.rstrip("/") in addresses:
        return True
    headline = one_line(words(table.get("headline"))).casefold()
    return bool(headline) and headline in page.meta("og:title").casefold()


def of_meta(page: Page, names: tuple[str, ...]) -> Iterator[Stated]:
    """Yield the stamps of elements ``meta`` of these names."""
    by_name: dict[str, list[tuple[str, int]]] = {}
    for name, content, line in page.metas:
        by_name.setdefault(name, []).append((content, line))
    for name in names:
        for content, line in by_name.get(name, ()):
            yield from _read((content,), Origin.META, page, line)


def of_microdata(page: Page) -> Iterator[Stated]:
    """Yield the stamps of ``itemprop="datePublished"``, and of RDFa's ``property`` of that name."""
    for key, origin in (("itemprop", Origin.MICRODATA), ("property", Origin.RDFA)):
        for element in page.root.iterfind(f".//*[@{key}]"):
            names = {name.rpartition(":")[2].lower() for name in element.get(key).split()}
            if element.tag != "meta" and names & {"datepublished"} and not elsewhere(element):
                yield from _read(_values_of(element), origin, page, element.sourceline)


def of_time_elements(page: Page) -> Iterator[Stated]:
    """Yield the stamps of ``<time pubdate>`` and of the classes of microformats."""
    for element in page.root.iter("time", "abbr", "span", "div", "p"):
        classes = set((element.get("class") or "").lower().split())
        marked = element.get("pubdate") is not None if element.tag == "time" else False
        named = bool(classes & _CLASSES) and (
            element.tag == "time" or "published" in classes or len(element) == 0
        )
        if (marked or named) and "updated" not in classes - _CLASSES and not elsewhere(element):
            yield from _read(_values_of(element), Origin.TIME_ELEMENT, page, element.sourceline)


def of_any_time_element(page: Page) -> Iterator[Stated]:
    """Yield the stamps of all elements ``time`` that belong to the article."""
    for element in page.root.iter("time"):
        if not elsewhere(element):
            yield from _read((element.get("datetime") or "",), Origin.TIME_ELEMENT, page, element.sourceline)


def of_changes(page: Page) -> Iterator[Stated]:
    """Yield the stamps of the last change of the article that the page is about."""
    for node in page.json_ld:
        if node.types & (ARTICLES | WORKS) and words(node.table.get("datePublished")):
            yield from _read((words(node.table.get("dateModified")),), Origin.JSON_LD, page)
    yield from of_meta(page, CHANGED)


def offsets(page: Page) -> Iterator[Stamp]:
    """Yield the stamps with a zone of the elements that say when the page itself was made or changed."""
    for node in page.json_ld:
        for key in ("datePublished", "dateModified", "dateCreated"):
            yield from (found.stamp for found in _read((words(node.table.get(key)),), Origin.JSON_LD, page))
    for name, content, _ in page.metas:
        if any(part in name for part in ("time", "date", "modified", "published")):
            yield from (found.stamp for found in _read((content,), Origin.META, page))
    for element in page.root.iter("time"):
        yield from (
            found.stamp for found in _read((element.get("datetime") or "",), Origin.TIME_ELEMENT, page)
        )


def elsewhere(element: HtmlElement) -> bool:
    """Return whether an element belongs to a comment, to another article or to the frame of the page."""
    for number, ancestor in enumerate((element, *element.iterancestors())):
        if number > _MOST_ANCESTORS or ancestor.tag in {"body", "html"}:
            return False
        if ancestor.tag in _ASIDE:
            return True
        names = (ancestor.get(key) or "" for key in ("class", "id", "itemtype"))
        place = " ".join(names).lower()
        if any(word in place for word in _ELSEWHERE):
            return True
    return False


def _values_of(element: HtmlElement) -> tuple[str, ...]:
    """Return what an element states, in its attributes or else in its words."""
    stated = tuple(element.get(key) for key in ("datetime", "content", "title") if element.get(key))
    return stated or (beginning(element, _LONGEST),)


def _read(values: tuple[str, ...], origin: Origin, page: Page, line: int | None = None) -> Iterator[Stated]:
    """Yield the stamp of the first of several values that is one."""
    for value in values:
        stamp = read_stamp(value, page.language or "en") if value and len(value) <= _LONGEST else None
        if stamp:
            yield Stated(stamp, origin, one_line(value), line)
            return
