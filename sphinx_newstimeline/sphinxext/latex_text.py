"""The text of timelines made fit for TeX: long tokens may break, and no character vanishes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..problems import Problem, ProblemKind
from . import nodes as own
from .characters import OPENTYPE_ENGINES, Repertoire, repertoire_of
from .pieces import unfold
from .warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

#: A token of more characters than this gets places to break at; hyphenation deals with the others.
LONG_TOKEN = 30

#: Where a long token breaks best, and after how many characters it may break anywhere.  One that fills
#: lines on its own breaks more often: TeX stretches what is left over at the breaks, where it would look
#: like spaces.
_BREAK_AFTER = frozenset("/.-_=&?:,;")
_STEP = 8
_ENDLESS_TOKEN = 80
_STEP_OF_ENDLESS = 2

#: Lines of the file that TeX reads: its buffer is limited, an article's longest line is not.
_LINE_LENGTH = 100

#: A paragraph of TeX goes on for no more characters than this: xelatex takes time by the square.
_PARAGRAPH = 2000


#: What is set without serifs.
_SANS = (own.newstimeline_date, own.newstimeline_source, own.newstimeline_group_title)

#: Letters behind those of Latin, Greek and Cyrillic, but for those with diacritics of a block of their own.
_OTHER_SCRIPTS = re.compile("[\u0530-\u1dff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufefe]")

_TOKEN = re.compile(r"[^ ]+|[ ]+")

#: Invisible characters that TeX needs not: format controls, variation selectors, zero-width spaces.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")

#: Stands for what no format can hold, so it needs no warning.
_REPLACEMENT = "\ufffd"

#: Spaces that fonts for print lack.
_SPACES = re.compile("[\u1680\u2000-\u200a\u205f\u3000\n\t]")


class FitForLatex(SphinxPostTransform):
    """Split the texts of timelines into what TeX can take."""

    formats = ("latex",)
    default_priority = 800  # after Sphinx has spelled out the addresses of links

    def run(self, **_kwargs: object) -> None:
        """Split every text of every timeline; warn of what cannot be shown, once an article."""
        timelines = list(self.document.findall(own.newstimeline))
        repertoire = repertoire_of(self.config) if timelines else None
        missing: dict[tuple[str, int | None], set[str]] = {}
        for timeline in timelines:
            _wrap_caption(timeline)
            for line in list(timeline.findall(nodes.TextElement)):
                if isinstance(line, own.newstimeline_date | own.newstimeline_source):
                    unfold(line)
            for text in list(timeline.findall(nodes.Text)):
                parts, unknown = fit(str(text), repertoire)
                # Of the fonts that Sphinx sets for these, the one without serifs has far fewer scripts.
                if self.config.latex_engine in OPENTYPE_ENGINES and _is_sans(text):
                    parts = [_in_serif(part) for part in parts]
                text.parent.replace(text, parts)
                if unknown:
                    missing.setdefault(_article_of(text), set()).update(unknown)
        if repertoire is not None and repertoire.certain:
            self._warn(missing)

    def _warn(self, missing: dict[tuple[str, int | None], set[str]]) -> None:
        for (path, line), characters in missing.items():
            names = ", ".join(f"{character} ({_code(character)})" for character in sorted(characters))
            message = f"{self.config.latex_engine} cannot show {names}; the PDF has the code instead"
            warn(Problem(ProblemKind.CHARACTER, message, path, line), "")


def fit(text: str, repertoire: Repertoire | None) -> tuple[list[nodes.Node], set[str]]:
    """Return *text* as nodes that TeX can take, and the characters that it may lack.

    Besides texts they are :class:`.nodes.newstimeline_break` and :class:`.nodes.newstimeline_standin`.
    """
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text).replace("\u202f", "\xa0"))
    text = _INVISIBLE.sub("", text)
    parts: list[nodes.Node] = []
    unknown: set[str] = set()
    for piece in _pieces(_wrapped(text), repertoire):
        if isinstance(piece, own.newstimeline_standin) and piece["character"] != _REPLACEMENT:
            unknown.add(piece["character"])
        parts.append(piece)
    return parts, unknown


def _is_sans(text: nodes.Text) -> bool:
    """Return whether a text is set in the font without serifs."""
    node: Any = text.parent
    while node is not None and not isinstance(node, own.newstimeline):
        if isinstance(node, _SANS):
            return True
        node = node.parent
    return False


def _in_serif(part: nodes.Node) -> nodes.Node:
    """Return a token in the font that has its script; whole, so that its letters join."""
    if isinstance(part, nodes.Text) and _OTHER_SCRIPTS.search(part):
        return own.newstimeline_serif("", "", part)
    return part


def _wrapped(text: str) -> str:
    """Return *text* with a line end in the place of a space wherever a line has become long."""
    lines, length = [], 0
    for token in _TOKEN.findall(text):
        if token[0] == " " and length > _LINE_LENGTH:
            lines.append("\n")
            length = 0
        else:
            lines.append(token)
            length += len(token)
    return "".join(lines)


def _pieces(text: str, repertoire: Repertoire | None) -> Iterator[nodes.Node]:
    """Yield texts, stand-ins and breaks, in the order of *text*."""
    length = 0
    for piece in _uncut_pieces(text, repertoire):
        length += len(piece.astext())
        if length > _PARAGRAPH and (isinstance(piece, own.newstimeline_break) or piece.astext().isspace()):
            length = 0
            yield own.newstimeline_break("", cut=True)
        else:
            yield piece


def _uncut_pieces(text: str, repertoire: Repertoire | None) -> Iterator[nodes.Node]:
    for token in re.findall(r"\s+|\S+", text):
        if _needs_work(token, repertoire):
            yield from _pieces_of_token(token, repertoire)
        else:
            yield nodes.Text(token)


def _needs_work(token: str, repertoire: Repertoire | None) -> bool:
    return len(token) > LONG_TOKEN or (
        repertoire is not None and not all(repertoire.shows(character) for character in token)
    )


def _pieces_of_token(token: str, repertoire: Repertoire | None) -> Iterator[nodes.Node]:
    """Yield the pieces of a token that is long or has characters that cannot be shown."""
    pending, may_break = "", len(token) > LONG_TOKEN
    step = _STEP_OF_ENDLESS if len(token) > _ENDLESS_TOKEN else _STEP
    for position, character in enumerate(token, start=1):
        if repertoire is not None and not character.isspace() and not repertoire.shows(character):
            if pending:
                yield nodes.Text(pending)
            pending = ""
            yield _standin(character, repertoire)
            continue
        pending += character
        # Not behind the last one: a break ends the line, and a line end may follow.
        if position < len(token) and may_break and (character in _BREAK_AFTER or len(pending) >= step):
            yield nodes.Text(pending)
            yield own.newstimeline_break("", cut=False)
            pending = ""
    if pending:
        yield nodes.Text(pending)


def _standin(character: str, repertoire: Repertoire) -> own.newstimeline_standin:
    """Return the code in the place of a character, or the character for TeX to test."""
    tested = repertoire.tested_by_tex and character != _REPLACEMENT
    node = own.newstimeline_standin("", character=character, tested=tested)
    node += nodes.Text(f"{ord(character):04X}")
    return node


def _wrap_caption(timeline: nodes.Element) -> None:
    """Put the caption into a node that has a visitor; a paragraph's own would not know it."""
    if timeline.children and own.is_caption(timeline[0]):
        caption = timeline[0]
        timeline.remove(caption)
        timeline.insert(0, own.newstimeline_caption("", caption))


def _article_of(text: nodes.Text) -> tuple[str, int | None]:
    """Return path and line of the event that a text belongs to, or of the directive."""
    node: Any = text.parent
    while node is not None and not node.source:
        node = node.parent
    return (node.source, node.line) if node is not None else ("", None)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
