"""Filling a timeline with the entries that it has collected, when its page is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx.transforms.post_transforms import SphinxPostTransform

from .. import nodes as own
from .._compat import builder_class, builder_of
from ..doctree import timeline_node
from ..domain import domain_of
from ..own_pages import pages_of
from .homes import Homes

if TYPE_CHECKING:
    from ..domain import Gathering, TimelineRecord

#: What a timeline keeps of what it was when its page was read.
_KEPT = frozenset({"ids", "names", "dupnames", "backrefs", "classes"})


class FillTimelines(SphinxPostTransform):
    """Draw the timelines that collect, with what their events look like in the pages that they are from.

    It runs before references are resolved, so that those of copied entries are, from the page that
    they are copied to.
    """

    default_priority = 5

    def is_supported(self) -> bool:
        """Return whether entries are to be shown: message catalogues have each on its own page."""
        return builder_class(self.env).name != "gettext"

    def run(self, **_kwargs: object) -> None:
        """Fill every timeline of the document that collects."""
        homes = Homes(self.env, builder_of(self.env))
        domain = domain_of(self.env)
        gatherings = {(item.docname, item.place): item for item in domain.gatherings}
        for node in list(self.document.findall(own.newstimeline)):
            if "home" in node:
                gathering = gatherings[node["home"], node["place"]]
                fill(node, gathering, domain.record_of(gathering.docname, gathering.place), homes)


class EmptyShelves(SphinxPostTransform):
    """Take away the events that no timeline of the page shows."""

    default_priority = 4

    def is_supported(self) -> bool:
        """Return whether the format is for readers: translators get what another page may show."""
        return builder_class(self.env).name != "gettext"

    def run(self, **_kwargs: object) -> None:
        """Remove every shelf of the document."""
        for shelf in list(self.document.findall(own.newstimeline_shelf)):
            shelf.parent.remove(shelf)


def fill(node: own.newstimeline, gathering: Gathering, record: TimelineRecord, homes: Homes) -> None:
    """Draw a timeline into its node."""
    drawing = gathering.presentation.drawing_of(record.timeline)
    drawing = replace(
        drawing,
        address=drawing.address.detached(),
        as_of=record.timeline.as_of,
        languages=homes.languages,
        pages=pages_of(record.timeline, homes.env),
        written=homes.written(record),
    )
    fresh = timeline_node(record.timeline, drawing)
    homes.translate(fresh, record)
    caption = next((part for part in node.children if own.is_caption(part)), None)
    node.clear()
    if caption is not None:
        node += caption
    node += list(fresh.children)
    for name, value in fresh.attributes.items():
        if name not in _KEPT:
            node[name] = value
    node["classes"] = list(dict.fromkeys([*fresh["classes"], *node["classes"]]))
