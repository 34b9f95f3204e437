"""A web page as a tree, and what its head states of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

from ...metadata import one_line
from ..schema_org import Found, nodes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENTED = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
#: JSON-LD that is longer is a catalogue.
_LONGEST_SCRIPT = 2_000_000
_MOST_SCRIPTS = 50
#: Images that a browser saved inside of the page.
_DATA = re.compile(r"data:[A-Za-z0-9.+/-]{1,60};base64,[A-Za-z0-9+/=%\s]{200,}")


@dataclass(frozen=True)
class Page:
    """A page.

    :param source: its characters.
    :param root: its outermost element.
    """

    source: str
    root: HtmlElement

    @cached_property
    def metas(self) -> tuple[tuple[str, str, int], ...]:
        """Return names (in small letters), contents and lines of the elements ``meta``, in order."""
        keys = ("property", "name", "itemprop", "http-equiv")
        return tuple(
            (name, content, element.sourceline or 1)
            for element in self.root.iter("meta")
            if (content := one_line(element.get("content") or ""))
            for key in keys
            for name in (element.get(key) or "").lower().split()
        )

    def meta(self, *names: str) -> str:
        """Return the content of the first of some elements ``meta`` that the page has, or nothing."""
        for wanted in names:
            for name, content, _ in self.metas:
                if name == wanted:
                    return content
        return ""

    @cached_property
    def json_ld(self) -> tuple[Found, ...]:
        """Return the objects of the page's JSON-LD, from the outside in."""
        found: list[Found] = []
        for script, line in islice(self._scripts(), _MOST_SCRIPTS):
            found += (node._replace(line=line) for node in nodes(_loaded(script)))
        return tuple(found)

    def _scripts(self) -> Iterator[tuple[str, int]]:
        for element in self.root.iter("script"):
            text = element.text or ""
            if "ld+json" in (element.get("type") or "").lower() and len(text) < _LONGEST_SCRIPT:
                yield text, element.sourceline or 1

    @cached_property
    def canonical(self) -> str:
        """Return the address that the page gives itself, or nothing."""
        for element in self.root.iter("link"):
            if "canonical" in (element.get("rel") or "").lower().split():
                address = (element.get("href") or "").strip()
                if address.startswith("http"):
                    return address
        return self.meta("og:url", "twitter:url", "parsely-link", "syndication-source")

    @cached_property
    def language(self) -> str:
        """Return the language that the page states, or nothing."""
        stated = self.root.get("lang") or self.root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        stated = stated or self.meta("content-language", "og:locale", "language", "dc.language", "inlanguage")
        return stated.replace("_", "-").split(",")[0].strip()

    @cached_property
    def heading(self) -> HtmlElement | None:
        """Return the headline in the body: the heading that the page's title has, else the only one."""
        headings = [element for element in self.root.iter("h1") if element.text_content().strip()]
        title = self.root.find(".//title")
        stated = one_line(title.text or "") if title is not None else ""
        titles = f"{self.meta('og:title', 'twitter:title')} {stated}".casefold()
        places = [titles.find(one_line(heading.text_content()).casefold()) for heading in headings]
        own = [(place, heading) for place, heading in zip(places, headings, strict=True) if place >= 0]
        if own:
            return min(own, key=lambda pair: pair[0])[1]
        return headings[0] if len(headings) == 1 else None


def without_images(source: str) -> str:
    """Return the characters of a page without the images that a browser saved inside of it."""
    return _DATA.sub("data:,", source)


def parse_page(source: str) -> Page | None:
    """Return a page, or ``None`` where its characters make no element."""
    from lxml.etree import LxmlError, ParserError
    from lxml.html import HTMLParser, document_fromstring

    # What a NUL stands in ends there for the parser.
    source = source.replace("\0", " ")
    # Its own declaration is done with, and would be believed.
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        root = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ParserError, ValueError, AssertionError):
        return None
    return Page(source, root)


def beginning(element: HtmlElement, size: int) -> str:
    """Return the first words of an element on one line, about so many characters of them."""
    pieces: list[str] = []
    found = 0
    for piece in element.itertext():
        pieces.append(piece)
        found += len(piece.strip())
        if found > size:
            break
    return one_line("".join(pieces))


def _loaded(script: str) -> object:
    """Return the value of a script, mended where its author wrote what is no JSON but meant so."""
    plain = _COMMENTED.sub("", _COMMENTED.sub("", script)).strip()
    for form in (plain, _TRAILING_COMMA.sub(r"\1", plain), unescape(plain)):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
