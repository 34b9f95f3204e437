"""The domain: events and timelines as objects that can be referred to, found and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import ObjType
from sphinx.locale import get_translation
from sphinx.util.nodes import clean_astext, make_refnode

from .. import nodes as own
from ..dates import locale_of
from .index import ChronologyIndex
from .keeping import KeepingDomain
from .looks import looks_of
from .naming import name_of
from .roles import reference_role, warn_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from babel import Locale
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .objects import Objects

    Object = tuple[str, str, str, str, str, int]
    Target = tuple[str, str, str]

_ = get_translation("sphinx_newstimeline")

#: How search ranks objects: before texts, behind them, or not at all.
_DEFAULT, _BEHIND, _NOT_FOUND = 1, 2, -1


class NewsTimelineDomain(KeepingDomain):
    """Events and timelines: roles, inventory, search, index."""

    name = "newstimeline"
    label = "News timeline"
    data_version = 4
    object_types: ClassVar = {
        "event": ObjType(_("event"), "event"),
        "timeline": ObjType(_("timeline"), "timeline"),
    }
    roles: ClassVar = {"event": reference_role(), "timeline": reference_role()}
    indices: ClassVar = [ChronologyIndex]

    @property
    def locale(self) -> Locale:
        """Return the reader's locale."""
        return locale_of(self.env.config.language)

    def setup(self) -> None:
        """Let ``:ref:`` lead to the index, under its name as a plain text."""
        super().setup()
        name = f"{self.name}-{ChronologyIndex.name}"
        self.env.get_domain("std").data["labels"][name] = name, "", ChronologyIndex.localname

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Let ``:ref:`` call a timeline by its caption, and an event by its date and first words."""
        labels = env.get_domain("std").data["labels"]
        for timeline in document.findall(own.newstimeline):
            caption = timeline[0] if len(timeline) else None
            if isinstance(caption, nodes.paragraph):
                for name in timeline["names"]:
                    labels[name] = docname, document.nameids[name], clean_astext(caption)
        events = {
            event.id: event
            for record in (*self.data["timelines"].get(docname, ()), *self.data["entries"].get(docname, ()))
            for event in record.events
        }
        for node in own.events_of(document):
            for name in node["names"]:
                if node["event"] in events:
                    title = name_of(events[node["event"]], self.locale)
                    labels[name] = docname, document.nameids[name], title
        self.data["fragments"][docname] = looks_of(document)
        targets = {
            (node["reftype"], node["reftarget"])
            for node in document.findall(pending_xref)
            if node.get("refdomain") == self.name or node.get("reftype") == "any"
        }
        if targets:
            self.data["references"][docname] = sorted(targets)

    def check_consistency(self) -> None:
        """Warn of names that several pages give an event: only the first of these events has it."""
        pages: dict[str, list[str]] = {}
        for contribution in self.contributions:
            for name in contribution.names:
                pages.setdefault(name, []).append(contribution.docname)
        for name, docnames in sorted(pages.items()):
            if len(docnames) > 1:
                warn_of_name(name, docnames)

    def target_of(self, kind: str, target: str) -> Target | None:
        """Return page, id in it and default text of what a reference of that kind stands for.

        One of the kind ``any`` may stand for an event or for a timeline.
        """
        if kind == "any":
            return self.target_of("event", target) or self.target_of("timeline", target)
        if kind == "timeline":
            records = self.objects.timeline(target)
            if len(records) != 1:
                return None
            return records[0].docname, records[0].node_id, records[0].caption or records[0].name
        place = self.objects.event(target).place
        if place is None:
            return None
        return place.record.docname, place.node_id, name_of(place.event, self.locale)

    def resolve_xref(  # noqa: PLR0913, PLR0917 - the signature is Sphinx's
        self,
        env: BuildEnvironment,  # noqa: ARG002
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Return the link to an event or timeline, or ``None``."""
        found = self.target_of(typ, target)
        if found is None:
            return None
        docname, node_id, title = found
        if not node["refexplicit"]:
            contnode = nodes.inline(title, title, classes=contnode["classes"])
        return make_refnode(builder, fromdocname, docname, node_id, contnode, title)

    def resolve_any_xref(  # noqa: PLR0913, PLR0917 - the signature is Sphinx's
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return links to what has just this name or id; what ``:ref:`` knows is left to it."""
        name = nodes.fully_normalize_name(target)
        std = env.get_domain("std").data
        if name in (std["anonlabels"] if node["refexplicit"] else std["labels"]):
            return []
        found: list[tuple[str, nodes.reference]] = []
        objects = self.objects
        known = {
            "event": name in objects.named or target in objects.events,
            "timeline": name in objects.timelines,
        }
        for kind in (kind for kind, there in known.items() if there):
            link = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
            if link is not None:
                found.append((f"{self.name}:{kind}", link))
        return found

    def get_objects(self) -> Iterator[Object]:
        """Yield every event by its ids and names, and every timeline by its name."""
        yield from self._events(self.objects)
        for name, records in sorted(self.objects.timelines.items()):
            if len(records) == 1 and records[0].indexed:
                record = records[0]
                title = " ".join((record.caption or record.name).split())
                yield name, title, "timeline", record.docname, record.node_id, _DEFAULT

    def _events(self, objects: Objects) -> Iterator[Object]:
        """Yield events; what an author wrote goes before what was extracted, and each is found once."""
        locale = self.locale
        titles: dict[str, str] = {}
        for id_, place in sorted(objects.events.items()):
            docname = place.record.docname
            title = titles.get(place.event.id)
            if title is None:
                title = titles[place.event.id] = name_of(place.event, locale)
            rank = _DEFAULT if place.event.handwritten else _BEHIND
            yield id_, title, "event", docname, place.node_id, rank if id_ == place.event.id else _NOT_FOUND
            if place.name and id_ == place.event.id:
                yield place.name, title, "event", docname, place.node_id, _NOT_FOUND


def outdated_pages(
    _app: Sphinx,
    env: BuildEnvironment,
    _added: AbstractSet[str],
    _changed: AbstractSet[str],
    _removed: AbstractSet[str],
) -> list[str]:
    """Return the pages to read again because articles came or went (event ``env-get-outdated``)."""
    return sorted(domain_of(env).outdated() & env.found_docs)


def domain_of(env: BuildEnvironment) -> NewsTimelineDomain:
    """Return the domain of an environment."""
    domain = env.get_domain(NewsTimelineDomain.name)
    if not isinstance(domain, NewsTimelineDomain):
        raise TypeError(type(domain))
    return domain
