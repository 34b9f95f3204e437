"""Texts with references whose words are the titles of what they lead to, known when all pages are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util import docname_join

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

#: What stands in a pattern for a reference: characters of private use, which no text of an author has.
_PLACE = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference without words of its own.

    :param kind: ``doc`` or ``ref``; ``heading`` for what MyST finds by a page's heading, else by its label.
    :param target: the name of the page or label; of a heading, the page and ``#`` with its anchor.
    :param raw: what it says as long as no title is known.
    """

    kind: str
    target: str
    raw: str

    def title(self, env: BuildEnvironment) -> str:
        """Return the title of what it leads to, else what the author wrote."""
        if self.kind == "doc":
            title = env.titles.get(self.target)
            return title.astext() if title is not None else self.raw
        if self.kind == "heading":
            docname, _sign, anchor = self.target.partition("#")
            slugs = env.metadata.get(docname, {}).get("myst_slugs", {})
            return str(slugs[anchor][-1]) if anchor in slugs else self._label(anchor, env)
        return self._label(self.target, env)

    def _label(self, target: str, env: BuildEnvironment) -> str:
        """Return the title that a label stands above."""
        _docname, _label, name = env.get_domain("std").data["labels"].get(target, ("", "", ""))
        return str(name) or self.raw


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A text that has references.

    :param pattern: the text, with a sign for each reference.
    :param references: these, in the order of the text.
    :param text: the text as it was last known.
    """

    pattern: str
    references: tuple[Reference, ...]
    text: str

    def now(self, env: BuildEnvironment) -> str:
        """Return the text with the titles of now."""
        titles = [reference.title(env) for reference in self.references]
        text = _PLACE.sub(lambda match: titles[int(match[1])], self.pattern)
        return " ".join(text.split())


def phrasing_of(body: nodes.Element | None, docname: str) -> Phrasing | None:
    """Return the text of a body that is read on the page *docname*; ``None`` where it refers to nothing."""
    if body is None or not any(_meant(node, docname) for node in _references(body)):
        return None
    copy = body.deepcopy()
    found: list[Reference] = []
    for node in _references(copy):
        reference = _meant(node, docname)
        if reference is not None:
            node.replace_self(nodes.Text(f"\ue000{len(found)}\ue001"))
            found.append(reference)
    return Phrasing(text_of(copy), tuple(found), text_of(body))


def _references(body: nodes.Element) -> list[nodes.Element]:
    """Return the references whose targets are looked for later."""
    anchors = [node for node in body.findall(nodes.reference) if "id_link" in node]
    return [*body.findall(pending_xref), *anchors]


def text_of(body: nodes.Element | None) -> str:
    """Return the plain text of a body, with single spaces: that of its own paragraphs if it has any."""
    if body is None:
        return ""
    paragraphs = [node.astext() for node in body.children if isinstance(node, nodes.paragraph)]
    return " ".join(" ".join(paragraphs or [body.astext()]).split())


def _meant(node: nodes.Element, docname: str) -> Reference | None:
    """Return a reference whose words will be the title of its target."""
    if node.get("refexplicit"):
        return None
    kind, target = node.get("reftype"), node.get("reftarget", "")
    match (node.get("refdomain"), kind):
        case ("std", "doc"):
            return Reference("doc", docname_join(docname, target), node.astext())
        case ("std", "ref"):
            return Reference("ref", target, node.astext())
    return _meant_by_myst(node, docname)


def _meant_by_myst(node: nodes.Element, docname: str) -> Reference | None:
    """Return what a link of Markdown without words leads to: a page, a heading of one, or a label."""
    if "id_link" in node:
        target = node["refuri"].removeprefix("#")
        return None if node.astext() else Reference("heading", f"{docname}#{target}", target)
    if (node.get("refdomain"), node.get("reftype")) != ("doc", "myst"):
        return None
    target, anchor = node["reftarget"], node.get("reftargetid")
    return Reference("heading", f"{target}#{anchor}", target) if anchor else Reference("doc", target, target)
