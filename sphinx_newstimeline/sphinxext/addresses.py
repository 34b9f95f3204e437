"""The ids by which events are found in a page, and reached from others."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from ._compat import page_data

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_DIGEST_LENGTH = 8
_PREFIXES = "newstimeline-prefixes"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a timeline's events are found: the start of their ids, and the ids that are taken.

    :param prefix: ``nt-`` and the timeline's name or page.
    :param document: the page that the ids must be unique on; ``None`` where it is not at hand.
    :param given: the ids that were given out.
    """

    prefix: str
    document: nodes.document | None
    given: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, name: str, env: BuildEnvironment, document: nodes.document) -> Address:
        """Return the address of a timeline; further ones of the same name, or without one, are counted.

        Two hyphens stand before the count, which no name or page can have there.
        """
        prefix = f"nt-{_slug(name or env.docname)}"
        prefixes: Counter[str] = page_data(env).setdefault(_PREFIXES, Counter())
        prefixes[prefix] += 1
        count = f"--{prefixes[prefix]}" if prefixes[prefix] > 1 else ""
        return cls(prefix + count, document)

    def give(self, node: nodes.Element, event_id: str) -> None:
        """Give an event's node its id, which stays the same whatever else the page shows."""
        wanted = found = f"{self.prefix}-{event_id}"
        number = 1
        taken = self.document.ids if self.document is not None else {}
        while found in taken or found in self.given:
            number += 1
            found = f"{wanted}--{number}"
        self._attach(node, found)

    def give_whole(self, node: nodes.Element) -> None:
        """Give a whole timeline its id, where its name gives it none."""
        self._attach(node, self.prefix)

    def detached(self) -> Address:
        """Return the same address without its page, of which nothing is given out."""
        return Address(self.prefix, None)

    def _attach(self, node: nodes.Element, id_: str) -> None:
        node["ids"].append(id_)
        self.given.add(id_)
        if self.document is not None:
            self.document.note_explicit_target(node)


def _slug(name: str) -> str:
    """Return a name as part of an id; one that has no letter of ASCII becomes a digest."""
    return nodes.make_id(name) or f"t{hashlib.sha256(name.encode()).hexdigest()[:_DIGEST_LENGTH]}"
