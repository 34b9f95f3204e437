"""Texts as every format can hold them."""

from __future__ import annotations

import re

#: What XML, iCalendar and terminals cannot hold: control characters, surrogates and non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

#: A headline has no more characters than this, unless its author wrote it.
HEADLINE = 100

_ELLIPSIS = "…"


def clean(text: str) -> str:
    """Return a text on one line, with a stand-in for each character that formats cannot hold."""
    return " ".join(_UNPRINTABLE.sub("\ufffd", text).split())


def shorten(text: str, length: int = HEADLINE) -> str:
    """Return a text of at most that many characters, cut between words where it has some."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    words, space, _rest = cut.rpartition(" ")
    kept = words if space and len(words) > length // 2 else cut
    return kept.rstrip(" ,;:–—-") + _ELLIPSIS
