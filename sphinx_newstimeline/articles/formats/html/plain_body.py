"""The prose of a web page that is too big for trafilatura: its paragraphs, as they stand.

trafilatura looks at a page several times over and copies it each time, which takes minutes for a page of
hundreds of thousands of elements.  Here each element is looked at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...decoding import plain_characters
from ...metadata import one_line
from ...text_builder import PARAGRAPH, TextBuilder
from .body import Body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from .page import Page

#: What holds prose, and is not within another of its kind.
_PROSE = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre")
#: What holds prose in a page without paragraphs, where nothing of the kind is within it.
_BLOCKS = ("blockquote", "dd", "div", "li", "td")
#: What is around an article, and no part of it.
_AROUND = frozenset(
    {"aside", "button", "figcaption", "footer", "form", "header", "nav", "noscript", "template"}
)
_HOLDING = frozenset({*_BLOCKS, "ol", "table", "tr", "ul"})
#: So far up a paragraph is asked whether it stands around the article.
_MOST_ANCESTORS = 20


def plain_body_of(page: Page) -> Body:
    """Return the paragraphs and headings of a page, without those around its article; no word is resolved."""
    found = _written(page.root.iter(*_PROSE))
    if not found.size:
        blocks = page.root.iter(*_BLOCKS)
        found = _written(block for block in blocks if not any(child.tag in _HOLDING for child in block))
    return Body(found.text, found.marks, ())


def _written(elements: Iterable[HtmlElement]) -> TextBuilder:
    """Return the text of elements, each a paragraph, without those around the article."""
    out = TextBuilder()
    for element in elements:
        words = "" if _is_around(element) else one_line(plain_characters(element.text_content()))
        if words:
            out.write(words, element.sourceline or 1)
            out.end(PARAGRAPH)
    return out


def _is_around(element: HtmlElement) -> bool:
    """Return whether an element stands in a part of the page that is not its article."""
    for number, ancestor in enumerate(element.iterancestors()):
        if ancestor.tag in _AROUND:
            return True
        if ancestor.tag == "article" or number == _MOST_ANCESTORS:
            return False
    return False
