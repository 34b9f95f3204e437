"""Lines of a page that are made of pieces: a date, a source.

There are thousands of them, and every transform of Sphinx looks at each node of a page some sixty
times.  So such a line is one node with its words as one text, beside a link if there is one, and with its
pieces as an attribute; :func:`unfold` makes nodes of them for formats that write nodes alone.

A piece is a kind, the words, and what the kind needs to know besides:

========  ============================================================================
``text``  nothing: words of the page
``name``  the classes of a name from an article, whose text has a direction of its own
``time``  a date or time for machines, as HTML has it
``data``  the same in EDTF, where HTML has no string for it
``kind``  nothing: what sort of event it is
``link``  nothing, and no words: the next child that is no text stands here
========  ============================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from . import nodes as own

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .dates import Pieces

TEXT, NAME, TIME, DATA, KIND, LINK = "text", "name", "time", "data", "kind", "link"

#: A kind, the words, and what it needs besides.
Bit = tuple[str, str, str]


def bits_of(pieces: Pieces) -> list[Bit]:
    """Return the pieces of a written date."""
    return [
        (TIME, piece.text, piece.datetime)
        if piece.datetime
        else (DATA, piece.text, piece.edtf)
        if piece.edtf
        else (TEXT, piece.text, "")
        for piece in pieces
    ]


def fold(node: nodes.Element, bits: list[Bit], link: nodes.Node | None = None) -> None:
    """Give a node its pieces, and its words as children: what is before the link, the link, what is behind.

    :param link: stands where a piece says so; there is one at most.
    """
    node["pieces"] = bits
    place = next((at for at, bit in enumerate(bits) if bit[0] == LINK), None)
    if link is None or place is None:
        node += nodes.Text("".join([bit[1] for bit in bits]))
        return
    before, behind = ("".join([bit[1] for bit in part]) for part in (bits[:place], bits[place:]))
    node += [*([nodes.Text(before)] if before else ()), link, *([nodes.Text(behind)] if behind else ())]


def unfold(node: nodes.Element) -> None:
    """Turn the pieces of a node into nodes, if it has any."""
    bits: Iterable[Bit] = node.attributes.pop("pieces", ())
    if bits:
        links = [child for child in node.children if not isinstance(child, nodes.Text)]
        node.clear()
        node += [node_of(bit, links) for bit in bits]


def node_of(bit: Bit, links: Sequence[nodes.Node] = ()) -> nodes.Node:
    """Return a piece as a node.

    :param links: the link that it may stand for.
    """
    kind, words, more = bit
    if kind == NAME:
        return own.newstimeline_quoted("", "", nodes.inline("", words, classes=more.split()))
    if kind == LINK:
        return own.newstimeline_quoted("", "", *links)
    if kind == TIME:
        return own.newstimeline_time(words, words, datetime=more)
    if kind == DATA:
        return own.newstimeline_time(words, words, edtf=more)
    return own.newstimeline_kind("", words) if kind == KIND else nodes.Text(words)
