"""The prose of a web page, by trafilatura, with the words whose date an editor stated.

trafilatura leaves out the element ``time`` with its words, and knows no lines.  Those words are kept
for it between two characters that the page has nowhere else, and found again behind it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from ...decoding import plain_characters
from ...stated import Resolved
from ..nitf import iso_of
from ..quiet import quiet
from .page import beginning

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from .page import Page

#: Pairs of characters that no page has: rare brackets of mathematics.
_PAIRS = (("⟬", "⟭"), ("⦃", "⦄"), ("⦗", "⦘"), ("⧼", "⧽"))
#: A paragraph of prose has so many characters; a date by itself is a byline.
_PROSE = 60
#: By so many characters a paragraph is found again in the page.
_KEY = 24
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th", "div", "pre", "dd", "dt")
_LINES = re.compile(r"\n+")


class Body(NamedTuple):
    """The prose of a page: text, lines and resolved words as in ``Article``."""

    text: str
    line_starts: tuple[tuple[int, int], ...]
    resolved: tuple[Resolved, ...]


def body_of(page: Page) -> Body:
    """Return the prose of a page; its text is empty where there is none."""
    from trafilatura import bare_extraction

    pair = next((pair for pair in _PAIRS if not any(sign in page.source for sign in pair)), None)
    root = deepcopy(page.root)
    stated = _marked(root, pair) if pair else []
    with quiet("trafilatura"):
        found = bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False)
    text = plain_characters(_LINES.sub("\n\n", (getattr(found, "text", None) or "").strip()))
    resolved: tuple[Resolved, ...] = ()
    if pair:
        text, resolved = _unmarked(text, pair, stated)
    return Body(text, _lines(text, page.root), resolved)


def _marked(root: HtmlElement, pair: tuple[str, str]) -> list[str]:
    """Put marks around the words of elements ``time`` in prose, and return what these state."""
    stated: list[str] = []
    for element in list(root.iter("time")):
        parent = element.getparent()
        words = element.text_content()
        if parent is None or not words.strip() or not _is_prose(parent, words):
            continue
        iso = iso_of(element.get("datetime") or "")
        element.tag = "span"
        if iso:
            element.text = f"{pair[0]}{len(stated)}{pair[0]}{words}{pair[1]}"
            stated.append(iso)
            for child in list(element):
                element.remove(child)
    return stated


def _is_prose(element: HtmlElement, words: str) -> bool:
    """Return whether what stands around some words is a sentence, and no line about the article."""
    while element.tag in {"a", "b", "em", "i", "span", "strong"} and element.getparent() is not None:
        element = element.getparent()
    return (
        element.tag in {"p", "li", "td", "blockquote", "dd"}
        and len(element.text_content()) - len(words) > _PROSE
    )


def _unmarked(text: str, pair: tuple[str, str], stated: list[str]) -> tuple[str, tuple[Resolved, ...]]:
    """Return a text without marks, and where the words between them stand."""
    opening, closing = map(re.escape, pair)
    pieces: list[str] = []
    resolved: list[Resolved] = []
    size = position = 0
    for match in re.finditer(rf"{opening}(\d{{1,6}}){opening}([^{opening}{closing}]*){closing}", text):
        before, words = text[position : match.start()], match[2].strip()
        # Where the mark was a word to trafilatura, white space may stand on both of its sides.
        lead = match[2][: len(match[2]) - len(match[2].lstrip())]
        if before[-1:].isspace():
            lead = ""
        pieces += [
            before,
            lead,
            words,
            match[2][len(lead) + len(words) :] if not lead else match[2][len(match[2].rstrip()) :],
        ]
        start = size + len(before) + len(lead)
        if words and int(match[1]) < len(stated):
            resolved.append(Resolved(start, start + len(words), stated[int(match[1])]))
        size += sum(map(len, pieces[-4:]))
        position = match.end()
    rest = text[position:]
    whole = "".join([*pieces, rest])
    leftover = re.compile(rf"{opening}\d{{1,6}}{opening}|[{opening}{closing}]")
    # A mark that lost its other half is taken away only where no offset stands behind it.
    last = resolved[-1].end if resolved else 0
    return whole[:last] + leftover.sub("", whole[last:]), tuple(resolved)


def _lines(text: str, root: HtmlElement) -> tuple[tuple[int, int], ...]:
    """Return marks of the lines on which the paragraphs stand in the page."""
    lines: dict[str, int] = {}
    for element in root.iter(*_BLOCKS):
        words = beginning(element, _KEY * 2)[:_KEY]
        if words:
            lines.setdefault(words, element.sourceline or 1)
    marks: list[tuple[int, int]] = []
    line, offset = 1, 0
    for paragraph in text.split("\n"):
        line = lines.get(" ".join(paragraph.lstrip("-| ").split())[:_KEY], line)
        marks.append((offset, line))
        offset += len(paragraph) + 1
    return tuple(marks) or ((0, 1),)
