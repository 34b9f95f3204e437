"""The text of the HTML that stands inside a Markdown article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

#: A tag.  The quantifier gives nothing back, and no quotation runs past the next "<": whatever a
#: stranger writes, each character is looked at a fixed number of times.
_TAG = re.compile(r"""</?([A-Za-z][\w:-]*)(?:"[^"<]*"|'[^'<]*'|[^<>])*+>|<[!?][^<>]*+>""")

#: What runs on inside a paragraph; any other tag ends one.
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
#: Elements whose content is no text.
_HIDDEN = frozenset({"script", "style", "template"})


class Piece(NamedTuple):
    """Some text and the line that it begins on, counted from 0; empty text ends a paragraph."""

    text: str
    line: int


def opened_or_closed(tag: str) -> str:
    """Return the name of the element that a tag opens or closes, in small letters, or nothing."""
    match = _TAG.match(tag)
    return match[1].lower() if match and match[1] else ""


def html_pieces(source: str) -> Iterator[Piece]:
    """Yield the text of a piece of HTML, without tags, comments, scripts and styles.

    What is never closed is text: nothing is left out that a reader may have meant.
    """
    source = _without_hidden(source)
    position = line = 0
    for tag in _TAG.finditer(source):
        yield from _text(source[position : tag.start()], line)
        line += source.count("\n", position, tag.end())
        position = tag.end()
        if opened_or_closed(tag[0]) not in _INLINE:
            yield Piece("", line)
    yield from _text(source[position:], line)


def _text(words: str, line: int) -> Iterator[Piece]:
    """Yield text line by line."""
    for number, row in enumerate(words.split("\n")):
        yield Piece((" " if number else "") + unescape(row).replace("\n", " "), line + number)


def _without_hidden(source: str) -> str:
    """Return HTML without comments and hidden elements, with as many line ends as before."""
    source = _without_spans(source, "<!--", "-->")
    for name in _HIDDEN:
        source = _without_spans(source, f"<{name}", f"</{name}")
    return source


def _without_spans(source: str, opening: str, closing: str) -> str:
    """Return *source* without what stands between the two strings, whatever their case."""
    lower = _ascii_lower(source)
    kept, position = [], 0
    while (start := lower.find(opening, position)) >= 0:
        end = lower.find(closing, start + len(opening))
        if end < 0:
            break
        end += len(closing)
        kept += [source[position:start], "\n" * source.count("\n", start, end)]
        position = end
        if closing.startswith("</"):
            # What is left of the closing tag is a tag still, so that it goes with the others.
            kept.append(closing)
    return "".join([*kept, source[position:]])


def _ascii_lower(source: str) -> str:
    """Return *source* with its capitals A to Z lowered; other letters can change in length."""
    return source.translate({capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)})
