"""Timelines for every format without visitors of its own: plain structure, with nothing lost."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from . import nodes as own
from ._compat import builder_class

#: What no language has as a word, and the pieces that it is split into: less than a line.
_ENDLESS_TOKEN = re.compile(r"\S{1000,}")
_PIECE = re.compile(r"\S{60}")

#: The formats whose writers know a timeline's nodes.
DRAWN = frozenset({"html", "latex"})


class WithoutExplanations(SphinxPostTransform):
    """Take the explanations of dates away where they cannot open on demand: everywhere but on a web page."""

    default_priority = 600

    def is_supported(self) -> bool:
        """Return whether the format needs it."""
        builder = builder_class(self.env)
        return builder.format != "html" or builder.name == "epub"

    def run(self, **_kwargs: object) -> None:
        """Remove them from every timeline of the page."""
        for why in list(self.document.findall(own.newstimeline_why)):
            why.parent.remove(why)


class PlainTimeline(SphinxPostTransform):
    """Turn timelines into definition lists: the date as term; sentence, speaker and source below.

    Nodes are moved, not copied: a copy would lose what translation knows it by.
    """

    default_priority = 700

    def is_supported(self) -> bool:
        """Return whether the format needs it."""
        return builder_class(self.env).format not in DRAWN

    def run(self, **_kwargs: object) -> None:
        """Replace every timeline of the page."""
        shows_links = self._shows_links()
        wraps = builder_class(self.env).format == "text"
        for timeline in list(self.document.findall(own.newstimeline)):
            if not shows_links:
                _spell_out_links(timeline)
            if wraps:
                _split_endless_tokens(timeline)
            compound = nodes.compound("", **_identity(timeline))
            for child in list(timeline.children):
                timeline.remove(child)
                compound += _plain_part(child)
            if builder_class(self.env).format == "texinfo":
                _anchor(compound)
            timeline.replace_self(compound)

    def _shows_links(self) -> bool:
        """Return whether the format has a place for the address of a link."""
        builder = builder_class(self.env)
        return builder.format != "text" and (builder.name != "man" or self.config.man_show_urls)


def _plain_part(node: nodes.Node) -> list[nodes.Node]:
    """Return a group, a list or table of events, or a caption in plain structure."""
    if isinstance(node, own.newstimeline_chart):
        return []
    if isinstance(node, own.newstimeline_group):
        title, events = node.children
        return [nodes.rubric("", "", *_taken(title)), *_plain_part(events)]
    if isinstance(node, nodes.table):
        return [_table(node)]
    if isinstance(node, own.newstimeline_events):
        return [nodes.definition_list("", *(_item(event) for event in _taken(node)))]
    if isinstance(node, nodes.paragraph) and own.is_caption(node):
        node += nodes.strong("", "", *_taken(node))
    return [node]


def _table(table: nodes.table) -> nodes.table:
    """Return a table of events with rows and cells that every format knows."""
    for event in list(table.findall(own.newstimeline_row)):
        row = nodes.row("", *_taken(event), **_identity(event))
        row.source, row.line = event.source, event.line
        for cell in [child for child in row.children if isinstance(child, nodes.entry)]:
            cell.extend(block for part in _taken(cell) for block in _blocks(part))
        event.replace_self(row)
    return table


def _item(event: nodes.Node) -> nodes.definition_list_item:
    """Return an event as an item: its date, and below it what it says."""
    if not isinstance(event, nodes.Element):
        raise TypeError(event)
    item = nodes.definition_list_item("", **_identity(event))
    item.source, item.line = event.source, event.line
    definition = nodes.definition()
    for child in _taken(event):
        if isinstance(child, own.newstimeline_date):
            item += nodes.term("", "", *_flat(child))
        else:
            definition += _blocks(child)
    item += definition
    return item


def _blocks(node: nodes.Node) -> list[nodes.Node]:
    """Return a part of an event in blocks that every format knows: an author's body as it is."""
    if isinstance(node, own.newstimeline_body):
        return _taken(node)
    if isinstance(node, own.newstimeline_telling):
        return _telling(node)
    if isinstance(node, own.newstimeline_others):
        summary, *tellings = _taken(node)
        items = [nodes.list_item("", *_telling(telling)) for telling in tellings]
        return [_paragraph(summary), nodes.bullet_list("", *items)]
    if isinstance(node, own.newstimeline_headline):
        node += nodes.strong("", "", *_taken(node))
    return [_paragraph(node)]


def _telling(telling: nodes.Node) -> list[nodes.Node]:
    """Return a further sentence of an entry, which links lead to, and its source in blocks."""
    if not isinstance(telling, nodes.Element):
        raise TypeError(telling)
    blocks = [block for part in _taken(telling) for block in _blocks(part)]
    if not blocks:
        return [nodes.target("", "", ids=telling["ids"])]
    if isinstance(blocks[0], nodes.Element):
        blocks[0]["ids"] += telling["ids"]
    return blocks


def _paragraph(node: nodes.Node) -> nodes.Node:
    """Return a sentence as it is, and a speaker or source as a paragraph."""
    if isinstance(node, nodes.paragraph):
        paragraph = nodes.paragraph(node.rawsource, "", *_flat(node), **node.attributes)
        paragraph.source, paragraph.line = node.source, node.line
        if hasattr(node, "uid"):  # by which catalogues know it
            vars(paragraph)["uid"] = node.uid
        return paragraph
    dash = [nodes.Text("— ")] if isinstance(node, own.newstimeline_speaker) else []
    return nodes.paragraph("", "", *dash, *_flat(node))


def _flat(node: nodes.Node) -> list[nodes.Node]:
    """Return the children of *node* with marks in bold and times as their words."""
    flat: list[nodes.Node] = []
    for child in _taken(node):
        if isinstance(child, own.newstimeline_mark):
            flat.append(nodes.strong(child.rawsource, "", *_taken(child)))
        elif isinstance(child, own.newstimeline_time | own.newstimeline_kind):
            flat += _taken(child)
        elif isinstance(child, nodes.inline | own.newstimeline_quoted):
            flat += _flat(child)
        else:
            flat.append(child)
    return flat


def _taken(node: nodes.Node) -> list[nodes.Node]:
    """Take the children out of *node* and return them."""
    children = list(node.children)
    if isinstance(node, nodes.Element):
        node.clear()
    return children


def _anchor(compound: nodes.compound) -> None:
    """Put a target where links lead to: Texinfo has anchors for terms and targets alone.

    Without one, a link would lead to the end of the document.
    """
    for node in [one for one in compound.findall(nodes.Element) if one.get("ids")]:
        place = node[0] if isinstance(node, nodes.definition_list_item | nodes.row) else node
        if isinstance(place, nodes.compound | nodes.entry | nodes.paragraph | nodes.term):
            place.insert(0, nodes.target("", "", ids=list(node["ids"])))


def _spell_out_links(timeline: nodes.Element) -> None:
    """Put the address behind every link, for formats that show only its text."""
    for link in timeline.findall(nodes.reference):
        if "refuri" in link and not link.get("internal") and link["refuri"] != link.astext():
            link.append(nodes.Text(f" <{link['refuri']}>"))


def _split_endless_tokens(timeline: nodes.Element) -> None:
    """Split tokens that fill lines on their own, which Sphinx's text wrapper takes minutes for."""
    for text in list(timeline.findall(nodes.Text)):
        split = _ENDLESS_TOKEN.sub(lambda token: _PIECE.sub(r"\g<0> ", token[0]).rstrip(), text)
        if split != text:
            text.parent.replace(text, nodes.Text(split))


def _identity(node: nodes.Element) -> dict[str, list[str]]:
    """Return the attributes by which a node is found, for the node that takes its place."""
    return {name: list(node[name]) for name in ("ids", "names", "classes")}
