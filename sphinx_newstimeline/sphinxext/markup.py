"""A sentence as translators see it: its text escaped for reStructuredText, its marks in bold.

Sphinx reads a translation as reStructuredText.  What stands in the catalogue must therefore be
escaped, or the stars of an article would turn into emphasis as soon as somebody translates it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What XML, HTML and TeX cannot hold: control characters and non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")

_SPECIAL = re.compile(r"[\\*`|_]")

#: What would make the start of a paragraph a list, a field, a comment or a table.
_BLOCK_START = re.compile(r"(?:[-+•‣⁃:=>#.]|\(?(?:\w{1,5}|#)[.)])(?=\s|[-=.:#])|\.\.|:|>>>")

#: What may stand around inline markup (the inline markup recognition rules of docutils).
_BEFORE_MARKUP = frozenset(" \n'\"([{<-/:")
_AFTER_MARKUP = frozenset(" \n'\")]}>-/:.,;!?")


def clean(text: str) -> str:
    """Return *text* with a visible character, one for one, for each that no format can hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def escape(text: str) -> str:
    """Return *text* with a backslash before what reStructuredText would read as markup."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    if escaped.endswith("::"):
        escaped = f"{escaped[:-1]}\\:"
    return escaped


def marked_source(sentence: str, marks: Sequence[tuple[int, int]]) -> str:
    """Return the reStructuredText of *sentence* with the given stretches in bold."""
    parts: list[str] = []
    position = 0
    for start, end in marks:
        parts += [escape(sentence[position:start]), *_bold(sentence, start, end)]
        position = end
    parts.append(escape(sentence[position:]))
    source = "".join(parts)
    return f"\\{source}" if _BLOCK_START.match(source) and not source.startswith("\\") else source


def _bold(sentence: str, start: int, end: int) -> list[str]:
    """Return the bold words, kept apart by an escaped space from letters that touch them."""
    touches_before = start > 0 and sentence[start - 1] not in _BEFORE_MARKUP
    touches_after = end < len(sentence) and sentence[end] not in _AFTER_MARKUP
    bold = f"**{escape(sentence[start:end])}**"
    return ["\\ " if touches_before else "", bold, "\\ " if touches_after else ""]
