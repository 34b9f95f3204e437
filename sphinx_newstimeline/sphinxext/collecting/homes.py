"""What events look like in the pages that they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from .. import nodes as own
from ..domain import domain_of
from ..written import Written
from .copying import Move, moved

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ...events import Event
    from ..domain import TimelineRecord

_OWN_CLASSES = "newstimeline-"


class Homes:
    """Looks up events in the doctrees of their pages, each of which it loads once."""

    def __init__(self, env: BuildEnvironment, builder: Builder) -> None:
        """Begin with nothing loaded."""
        self.env = env
        self.builder = builder
        self.domain = domain_of(env)
        self._events: dict[str, dict[str, own.newstimeline_event]] = {}
        self._sentences: dict[str, dict[str, str]] = {}

    @property
    def languages(self) -> dict[str, str]:
        """Return the language of every article by path, where it is known."""
        return {
            path: code
            for contribution in self.domain.contributions
            for path, code in contribution.languages.items()
        }

    def node_of(self, event: Event) -> own.newstimeline_event | None:
        """Return an event as its page has it, or ``None`` where no page shows it."""
        home = self.domain.objects.homes.get(event.id, "")
        if not home:
            return None
        if home not in self._events:
            found: dict[str, own.newstimeline_event] = {}
            for node in own.events_of(self.env.get_doctree(home)):
                found.setdefault(node["event"], node)
            self._events[home] = found
        return self._events[home].get(event.id)

    def written(self, record: TimelineRecord) -> dict[str, Written]:
        """Return copies of what authors wrote of the events of a timeline, fit for its page."""
        return {
            event.id: self._copy(event, record)
            for event in record.events
            if event.handwritten and self.node_of(event) is not None
        }

    def _copy(self, event: Event, record: TimelineRecord) -> Written:
        home, page = self.domain.objects.homes[event.id], record.docname
        node = self.node_of(event)
        body = node.next_node(own.newstimeline_body) if node is not None else None
        origin = None if home == page else self._origin(event, home, page)
        if not isinstance(body, own.newstimeline_body):
            return Written(None, "" if event.sentence != event.title else event.sentence, origin)
        entry = next(iter(node["ids"]), "") if node is not None else ""
        move = Move(home, page, record.node_ids[event.id], entry, self.builder)
        return Written(moved(body, move), self._text(event, home), origin)

    def _text(self, event: Event, home: str) -> str:
        """Return the sentence that an event has in its page, which an edit there may have changed."""
        if home not in self._sentences:
            data = self.domain.data
            found: dict[str, str] = {}
            for record in (*data["entries"].get(home, ()), *data["timelines"].get(home, ())):
                for one in record.events:
                    found.setdefault(one.id, one.sentence)
            self._sentences[home] = found
        return self._sentences[home].get(event.id, event.sentence)

    def _origin(self, event: Event, home: str, page: str) -> pending_xref:
        """Return a link to an event in its page, called by the page's title."""
        title = self.env.titles[home].astext() if home in self.env.titles else home
        place = self.domain.objects.events.get(event.id)
        if place is not None and place.record.docname == home:
            target = {"refdomain": self.domain.name, "reftype": "event", "reftarget": event.id}
        else:  # it is kept out of the index
            target = {"refdomain": "std", "reftype": "doc", "reftarget": f"/{home}"}
        text = nodes.inline("", title, classes=["newstimeline-origin"])
        return pending_xref("", text, refdoc=page, refexplicit=True, refwarn=False, **target)

    def translate(self, timeline: own.newstimeline, record: TimelineRecord) -> None:
        """Give the entries of a timeline what their pages have: translations, and their authors' classes."""
        events = {event.id: event for event in record.events}
        for node in own.events_of(timeline):
            event = events[node["event"]]
            at_home = self.node_of(event)
            if at_home is None:
                continue
            node["classes"] += [name for name in at_home["classes"] if not name.startswith(_OWN_CLASSES)]
            if self._text(event, self.domain.objects.homes[event.id]) == event.sentence:
                _translate(node, at_home, own.newstimeline_sentence)
            _translate(node, at_home, own.newstimeline_headline)


def _translate(node: nodes.Element, at_home: nodes.Element, kind: type[nodes.Element]) -> None:
    """Give a part of an entry the words of its translation, if it has one."""
    here, there = node.next_node(kind), at_home.next_node(kind)
    if isinstance(here, nodes.Element) and isinstance(there, nodes.Element) and there.get("translated"):
        here.clear()
        here += [child.deepcopy() for child in there.children]
        here["classes"] = list(there["classes"])
