"""The text of the HTML that stands inside a Markdown article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

#: A tag.  A name goes on to its end, what is looked ahead at is not tried another way, and no quotation
#: runs past the next "<": whatever a stranger writes, each character is looked at a fixed number of
#: times.  (Possessive quantifiers would say the same, but Python's go wrong round groups before 3.11.5.)
_TAG = re.compile(
    r"""
    </? ([A-Za-z][\w:-]*) (?! [\w:-] ) (?= (?P<rest> (?: "[^"<]*" | '[^'<]*' | [^<>] )* ) ) (?P=rest) >
    | <[!?][^<>]*>
    """,
    re.VERBOSE,
)

#: What runs on inside a paragraph; any other tag ends one.
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
#: Comments, and elements whose content is no text: how they begin and how they end.
_HIDDEN = (
    (re.compile("<!--"), re.compile("-->")),
    *(
        (re.compile(rf"<{name}\b", re.IGNORECASE), re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE))
        for name in ("script", "style", "template")
    ),
)


class Piece(NamedTuple):
    """Some text and the line that it begins on, counted from 0; a tag has no text.

    A tag that does not stand inside of a paragraph ends it.
    """

    text: str
    line: int
    tag: str = ""


def opened_or_closed(tag: str) -> str:
    """Return the name of the element that a tag opens or closes, in small letters, or nothing."""
    match = _TAG.match(tag)
    return match[1].lower() if match and match[1] else ""


def html_pieces(source: str) -> Iterator[Piece]:
    """Yield the text of a piece of HTML, without tags, comments, scripts and styles.

    What is never closed is text: nothing is left out that a reader may have meant.
    """
    for piece in html_tokens(source):
        if not piece.tag or opened_or_closed(piece.tag) not in _INLINE:
            yield piece


def html_tokens(source: str) -> Iterator[Piece]:
    """Yield the same with a piece for every tag, those inside of a paragraph included."""
    source = _without_hidden(source)
    position = line = 0
    for tag in _TAG.finditer(source):
        yield from _text(source[position : tag.start()], line)
        line += source.count("\n", position, tag.end())
        position = tag.end()
        yield Piece("", line, tag[0])
    yield from _text(source[position:], line)


def is_inline(tag: str) -> bool:
    """Return whether a tag stands inside of a paragraph, and does not end one."""
    return opened_or_closed(tag) in _INLINE


def _text(words: str, line: int) -> Iterator[Piece]:
    """Yield text line by line."""
    for number, row in enumerate(words.split("\n")):
        yield Piece((" " if number else "") + unescape(row).replace("\n", " "), line + number)


def _without_hidden(source: str) -> str:
    """Return HTML without comments and hidden elements, with as many line ends as before."""
    for opening, closing in _HIDDEN:
        source = _without_spans(source, opening, closing)
    return source


def _without_spans(source: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """Return *source* without what stands between the two, and without them."""
    kept, position = [], 0
    while start := opening.search(source, position):
        end = closing.search(source, start.end())
        if end is None:
            # Nothing is closed behind this either, so that no search is made twice.
            break
        kept += [source[position : start.start()], "\n" * source.count("\n", start.start(), end.end())]
        position = end.end()
    return "".join([*kept, source[position:]])
