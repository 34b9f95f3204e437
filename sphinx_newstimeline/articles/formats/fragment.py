"""A body in HTML that stands inside of another format: in a feed's item, in JSON.

It is all prose, unlike a web page, and needs no library that looks for the prose in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..decoding import plain_characters
from ..html_text import html_tokens, is_inline, opened_or_closed
from ..stated import Resolved
from ..text_builder import CELL, LINE, PARAGRAPH, TextBuilder, on_one_line
from .nitf import iso_of
from .prose import trimmed

_DATETIME = re.compile(r"""\bdatetime\s*=\s*["']?([^"'<>]{4,40})""", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#[0-9]{1,6});")
_SPACES = re.compile(r"\s+")
_CELLS = frozenset({"td", "th"})
#: Captions and pictures are no prose.
_HIDDEN = frozenset({"figure", "figcaption", "iframe", "video", "audio", "object", "svg"})


class Fragment(NamedTuple):
    """A body as text, its lines and the words whose date is stated; as in ``Article``."""

    text: str
    line_starts: tuple[tuple[int, int], ...] = ((0, 1),)
    resolved: tuple[Resolved, ...] = ()


def looks_like_html(words: str) -> bool:
    """Return whether a text has tags or names of characters as HTML has them."""
    return bool(_TAG.search(words))


def read_text(source: str, line: int = 1) -> Fragment:
    """Return a body that stands in the file on a single line: HTML, or plain text with its line ends."""
    if looks_like_html(source):
        found = read_fragment(source, line)
        return found._replace(line_starts=on_one_line(found.text, line))
    text = plain_characters(source.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return Fragment(text, on_one_line(text, line))


def read_fragment(source: str, line: int = 1) -> Fragment:
    """Return the text of a body in HTML.

    :param source: the body.
    :param line: the line of the file on which it begins.
    """
    out = TextBuilder()
    stated: list[Resolved] = []
    open_times: list[tuple[int, str]] = []
    hidden = ""
    for text, row, tag in html_tokens(source):
        name = opened_or_closed(tag) if tag else ""
        if name in _HIDDEN or hidden:
            hidden = _hidden_after(tag, name, hidden)
        elif not tag:
            out.write(_SPACES.sub(" ", text), line + row)
        elif name == "time" and tag.startswith("</"):
            if open_times:
                start, iso = open_times.pop()
                stated += [Resolved(start, out.size, iso)] if iso else []
        elif name == "time":
            match = _DATETIME.search(tag)
            open_times.append((out.size, iso_of(match[1]) if match else ""))
        elif name == "br":
            out.end(LINE)
        elif not is_inline(tag):
            out.end(CELL if name in _CELLS else PARAGRAPH)
    return Fragment(out.text, out.marks, trimmed(stated, out.text))


def _hidden_after(tag: str, name: str, hidden: str) -> str:
    """Return which element without prose is open behind a tag."""
    if hidden:
        return "" if name == hidden and tag.startswith("</") else hidden
    return "" if tag.startswith("</") or tag.endswith("/>") else name
