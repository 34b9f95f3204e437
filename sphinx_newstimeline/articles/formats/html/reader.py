"""Reading a web page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ....problems import Problem, ProblemKind
from ...article import ArticleError, Origin
from ...metadata import one_line
from ...published import Candidate
from ...reading import Field, Reading
from ..quiet import quiet
from ..schema_org import ARTICLES, WORKS, fields, stated_events
from .encoding import decode_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...stated import StatedEvent
    from .page import Page

#: Quoted, since brackets are a glob to some shells.
HOW_TO_INSTALL = 'pip install "sphinx-newstimeline[html]"'
#: The libraries of the extra.
_LIBRARIES = ("lxml", "lxml_html_clean", "trafilatura", "htmldate")
#: What libraries stumble over in a page that nobody foresaw; no page may end the build.
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
#: What cannot have been before there was a web, and a fixed end for what would else be today.
_FIRST, _LAST = "1990-01-01", "2199-12-31"
#: So many characters are no article, but would fill the memory with elements.
_MOST_CHARACTERS = 8_000_000
#: A page with more tags is not looked through for its prose, but read as its paragraphs stand; the biggest
#: of ordinary pages have a fifth of that.
MOST_FOR_PROSE = 30_000
#: What stands behind so many tags is not read: each becomes an element, which takes a thousand bytes.
MOST_TAGS = 200_000
#: The name of a site behind a title.
_LONGEST = 300
_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " » ", " :: ")


def read_html(data: bytes, path: str) -> Sequence[Reading]:
    """Read the article of a web page.

    :raises ArticleError: DEPENDENCY where the libraries of the extra are missing, UNREADABLE for what
        is no page.
    """
    missing = [name for name in _LIBRARIES if find_spec(name) is None]
    if missing:
        message = f"reading web pages needs {' and '.join(missing)}: “{HOW_TO_INSTALL}”"
        raise ArticleError(Problem(ProblemKind.DEPENDENCY, message, path))
    from .page import parse_page, without_images

    source, problems = decode_page(data, path)
    source = without_images(source)
    if len(source) > _MOST_CHARACTERS:
        message = f"this page has more than {_MOST_CHARACTERS} characters, the most that are read of one"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
    source, cut = _within_bounds(source, path)
    page = parse_page(source) if source.strip() else None
    if page is None:
        kind = ProblemKind.UNREADABLE if source.strip() else ProblemKind.EMPTY
        raise ArticleError(Problem(kind, "this page has no content", path))
    return (_reading(page, [*problems, *cut], path),)


def _within_bounds(source: str, path: str) -> tuple[str, list[Problem]]:
    """Return as much of a page as is read, and the problem of one that is not read as others are."""
    tags = source.count("<")
    if tags <= MOST_FOR_PROSE:
        return source, []
    message = f"this page has {tags} tags, more than {MOST_FOR_PROSE}: all of its paragraphs are its prose"
    if tags > MOST_TAGS:
        place = -1
        for _number in range(MOST_TAGS):
            place = source.find("<", place + 1)
        source = source[:place]
        message += f", and what stands behind the first {MOST_TAGS} tags is left out"
    return source, [Problem(ProblemKind.UNREADABLE, message, path)]


def _reading(page: Page, problems: Sequence[Problem], path: str) -> Reading:
    """Return the article of a page."""
    from .body import body_of
    from .plain_body import plain_body_of
    from .published import published_of

    big = page.source.count("<") > MOST_FOR_PROSE
    try:
        body = plain_body_of(page) if big else body_of(page)
    except ImportError as error:
        reason = str(error).partition("\n")[0]
        message = f"a library that web pages are read with cannot be loaded ({reason}): “{HOW_TO_INSTALL}”"
        raise ArticleError(Problem(ProblemKind.DEPENDENCY, message, path)) from None
    except _FAILURES as error:
        message = f"the prose of this page cannot be found ({type(error).__name__})"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path)) from None
    published = published_of(page)
    events, wrong = _events(page, path)
    return Reading(
        body.text,
        body.line_starts,
        problems=(*problems, *wrong),
        fields=tuple(_fields(page)),
        published=published.certain,
        stated=events,
        resolved=body.resolved,
        guess=partial(_guess, None if big else page, published.likely),
    )


def _events(page: Page, path: str) -> tuple[tuple[StatedEvent, ...], tuple[Problem, ...]]:
    """Return the events of the page's JSON-LD: those of its article, or all where it has none."""
    articles = [node for node in page.json_ld if node.types & ARTICLES]
    own = articles or [node for node in page.json_ld if not node.way or node.way[-1] in {"", "@graph"}]
    found = [stated_events(node.table, node.line, path) for node in own]
    events = dict.fromkeys(event for some, _ in found for event in some)
    return tuple(events), tuple(problem for _, wrong in found for problem in wrong)


def _fields(page: Page) -> Iterator[Field]:
    """Yield the fields that a page states of itself, the most certain first."""
    for kinds in (ARTICLES, WORKS - {"WebPage", "ItemPage"}):
        for node in page.json_ld:
            for name, value in fields(node.table) if node.types & kinds else ():
                if name != "url" or not page.canonical:
                    yield Field(name, one_line(value), Origin.JSON_LD)
    for name, value in _meta_fields(page):
        yield Field(name, value, Origin.META)
    yield from _visible_fields(page)
    yield Field("language", page.language, Origin.META)


def _visible_fields(page: Page) -> Iterator[Field]:
    """Yield the fields that are marked in the page's body, its heading, and its title."""
    for name, key in (("title", "headline"), ("source", "publisher"), ("author", "author")):
        for element in page.root.iterfind(f".//*[@itemprop='{key}']"):
            words = element.get("content") or element.text_content()[:_LONGEST]
            yield Field(name, one_line(words), Origin.MICRODATA)
    if page.heading is not None:
        yield Field("title", one_line(page.heading.text_content()), Origin.HEADING)
    title = page.root.find(".//title")
    if title is not None:
        yield Field("title", _without_site(one_line(title.text or "")), Origin.META)
        yield Field("source", _site_behind(page, one_line(title.text or "")), Origin.META)


def _meta_fields(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the fields of elements ``meta`` and ``link``."""
    site = page.meta("og:site_name", "application-name")
    title = page.meta(
        "og:title",
        "twitter:title",
        "headline",
        "dc.title",
        "dcterms.title",
        "sailthru.title",
        "parsely-title",
    )
    yield "title", _without_site(title, site)
    yield "url", page.canonical
    yield "source", site
    yield (
        "source",
        page.meta("publisher", "dc.publisher", "citation_publisher", "article:publisher", "copyright"),
    )
    yield "author", page.meta("author", "dc.creator", "article:author", "parsely-author", "sailthru.author")


def _without_site(title: str, site: str = "") -> str:
    """Return a title without the name of the site behind it."""
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and head and (tail == site or (not site and len(tail) < len(head) // 2)):
            return head.strip()
    return title


def _site_behind(page: Page, title: str) -> str:
    """Return what a page's title has behind the headline: the name of the site, or nothing.

    What may be the site's sections stands between the two.
    """
    heading = one_line(page.heading.text_content()) if page.heading is not None else ""
    rest = title.removeprefix(heading)
    if not heading or rest == title or not rest.startswith(_SEPARATORS):
        return ""
    place, separator = max((rest.rfind(separator), separator) for separator in _SEPARATORS)
    return rest[place + len(separator) :]


def _guess(page: Page | None, likely: Candidate | None) -> Candidate | None:
    """Return the day on which a page was most likely published, by what it shows or by htmldate.

    :param page: the page for htmldate; ``None`` where that would take too long.
    """
    if likely or page is None:
        return likely
    from htmldate import find_date

    try:
        with quiet("htmldate"):
            found = find_date(
                page.source,
                original_date=True,
                url=page.canonical or None,
                min_date=datetime.fromisoformat(_FIRST),
                max_date=datetime.fromisoformat(_LAST),
            )
    except _FAILURES:
        return None
    return Candidate(date.fromisoformat(found), Origin.GUESS) if found else None
