"""Copying what an author wrote from one page to another: ids stay apart, references lead where they led."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.util import docname_join

from .. import nodes as own

if TYPE_CHECKING:
    from sphinx.builders import Builder


@dataclass(frozen=True, slots=True)
class Move:
    """From where to where something is copied.

    :param home: the page that it is from.
    :param page: the page that it is shown on.
    :param start: what its ids begin with there.
    :param entry: the id of its entry at home, for what has no place of its own there.
    :param builder: the builder that knows how one page refers to another.
    """

    home: str
    page: str
    start: str
    entry: str
    builder: Builder

    def way_back(self, id_: str) -> str:
        """Return the address of an id of the page that it is from; empty where there is none."""
        try:
            address = self.builder.get_relative_uri(self.page, self.home)
        except NoUri:
            return ""
        return f"{address}#{id_}" if id_ else address


def moved(body: own.newstimeline_body, move: Move) -> own.newstimeline_body:
    """Return a copy of a body, fit for another page."""
    copy = body.deepcopy()
    for node in list(copy.findall(_stays_at_home)):
        node.parent.remove(node)
    if move.builder.format == "latex":
        for node in list(copy.findall(_is_numbered)):
            _without_number(node)
    elements = list(copy.findall(nodes.Element))
    ids = {id_: f"{move.start}-{id_}" for node in elements for id_ in _listed(node, "ids")}
    for node in elements:
        node["ids"] = [ids[id_] for id_ in _listed(node, "ids")]
        node["names"], node["dupnames"] = [], []
        node["backrefs"] = [ids[id_] for id_ in _listed(node, "backrefs") if id_ in ids]
        if isinstance(node, addnodes.pending_xref):
            _redirect(node, move)
        elif isinstance(node, nodes.math_block):
            node["label"] = None  # that of the one at home; its number stays
        if "refid" in node:
            _lead(node, ids, move)
    return copy


def _listed(node: nodes.Element, name: str) -> list[str]:
    """Return the texts of an attribute, which not every node has."""
    found: list[str] = node.attributes.get(name, [])
    return found


def _stays_at_home(node: nodes.Node) -> bool:
    """Return whether a node would be there twice, or is filled where it stands."""
    if isinstance(node, own.newstimeline):
        return "home" in node
    if isinstance(node, nodes.target):
        return not node.children  # a name for what goes before or behind, and none here
    return isinstance(node, addnodes.index | addnodes.toctree)


def _is_numbered(node: nodes.Node) -> bool:
    """Return whether TeX counts a node, which would then be counted twice."""
    return isinstance(node, nodes.Element) and any(
        isinstance(child, nodes.caption | nodes.title) for child in node.children
    )


def _without_number(node: nodes.Node) -> None:
    """Have the caption of a figure, table or listing stand by it as a paragraph."""
    if not isinstance(node, nodes.Element):
        raise TypeError(node)
    captions = [child for child in node.children if isinstance(child, nodes.caption | nodes.title)]
    for caption in captions:
        node.remove(caption)
    words = [nodes.paragraph("", "", nodes.emphasis("", "", *caption.children)) for caption in captions]
    rest: list[nodes.Node] = [node] if isinstance(node, nodes.table) else list(node.children)
    node.replace_self([*words, *rest] if isinstance(node, nodes.table) else [*rest, *words])


def _redirect(node: addnodes.pending_xref, move: Move) -> None:
    """Have a reference be resolved from the page that it is on now."""
    node["refdoc"] = move.page
    if node.get("refdomain") == "std" and node.get("reftype") == "doc":
        node["reftarget"] = f"/{docname_join(move.home, node['reftarget'])}"


def _lead(node: nodes.Element, ids: dict[str, str], move: Move) -> None:
    """Have a link within the page lead to the copy of its target, or back to the target."""
    target = node["refid"]
    if target in ids:
        node["refid"] = ids[target]
        return
    way_back = move.way_back(target)
    if isinstance(node, nodes.footnote_reference):
        # The note stays at home; in print it stands at the foot of a page.
        if move.builder.format == "latex":
            way_back = move.way_back(move.entry)
        number = f"[{node.astext()}]"
        link = nodes.reference("", number, refuri=way_back, internal=True) if way_back else nodes.Text(number)
        node.replace_self(link)
    elif way_back and isinstance(node, nodes.reference):
        del node["refid"]
        node["refuri"], node["internal"] = way_back, True
    elif isinstance(node, nodes.reference):
        node.replace_self(node.children)
