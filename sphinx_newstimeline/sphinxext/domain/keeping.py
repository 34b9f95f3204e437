"""What the environment remembers of the pages: their timelines and events, and the files that these show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from sphinx.domains import Domain

from ..patterns import Match
from .objects import Objects, objects_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from typing import Any, TypeVar

    from ...timeline import Timeline
    from .records import Contribution, Gathering, TimelineRecord

    Kept = TypeVar("Kept")

Plain = tuple[str, str, tuple[str, ...]]


class KeepingDomain(Domain):
    """Keeps, by page, every timeline and event, and every name and glob with the files that it stood for.

    An article that changes is a dependency of its page and Sphinx's business.  One that is added or
    removed under a glob is nobody's: :meth:`outdated` finds the pages that it concerns.
    """

    #: Tables by page.  ``references`` has the targets that a page refers to, ``fragments`` digests of
    #: what its events look like, ``written`` a digest of what it shows of other pages.
    initial_data: ClassVar[dict[str, dict[str, Any]]] = {
        "matches": {},
        "timelines": {},
        "entries": {},
        "contributions": {},
        "gatherings": {},
        "references": {},
        "fragments": {},
        "written": {},
        "edits": {},
    }

    #: What can be referred to, once it was asked for; anything that is kept makes it outdated.
    _objects: Objects | None = None

    #: Whether a page has been read, or is gone, since timelines were composed from all pages.
    touched = False

    @property
    def timelines(self) -> tuple[TimelineRecord, ...]:
        """Return every timeline of the project, ordered by page, then by place in it."""
        return self._all("timelines")

    @property
    def entries(self) -> tuple[TimelineRecord, ...]:
        """Return every event that stands on its own, as a timeline of one, ordered like the others."""
        return self._all("entries")

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """Return what every directive has found, ordered by page, then by place in it."""
        return self._all("contributions")

    @property
    def gatherings(self) -> tuple[Gathering, ...]:
        """Return every timeline that collects events, ordered by page, then by place in it."""
        return self._all("gatherings")

    @property
    def objects(self) -> Objects:
        """Return the events and timelines that can be referred to."""
        if self._objects is None:
            gathered = {(gathering.docname, gathering.place) for gathering in self.gatherings}
            self._objects = objects_of((*self.timelines, *self.entries), gathered, self.contributions)
        return self._objects

    def _all(self, table: str) -> tuple[Any, ...]:
        kept: Mapping[str, list[Any]] = self.data[table]
        return tuple(value for docname in sorted(kept) for value in kept[docname])

    def contribute(self, contribution: Contribution) -> None:
        """Remember what a directive of the page that is being read has found."""
        self._append("contributions", contribution)

    def keep(self, record: TimelineRecord) -> None:
        """Remember a timeline of the page that is being read, behind those above it."""
        self._append("timelines", record)

    def keep_entry(self, record: TimelineRecord) -> None:
        """Remember an event of the page that is being read, which stands on its own."""
        self._append("entries", record)

    def gather(self, gathering: Gathering) -> None:
        """Remember that a timeline of the page that is being read collects events."""
        self._append("gatherings", gathering)

    def _append(self, table: str, value: Contribution | TimelineRecord | Gathering) -> None:
        self.data[table].setdefault(value.docname, []).append(value)
        self._objects = None

    def record_of(self, docname: str, place: int) -> TimelineRecord:
        """Return the timeline at a place of a page.

        :raises KeyError: where there is none.
        """
        for record in self.data["timelines"].get(docname, ()):
            if record.place == place:
                found: TimelineRecord = record
                return found
        raise KeyError((docname, place))

    def recompose(self, gathering: Gathering, timeline: Timeline, node_ids: Mapping[str, str]) -> None:
        """Have a timeline that collects show what it has collected."""
        kept: list[TimelineRecord] = self.data["timelines"][gathering.docname]
        self.data["timelines"][gathering.docname] = [
            replace(record, timeline=timeline, node_ids=node_ids)
            if record.place == gathering.place
            else record
            for record in kept
        ]
        self._objects = None

    def replace_kept(self, table: str, docname: str, change: Callable[[Kept], Kept]) -> None:
        """Keep other values in place of those of a page in a table."""
        if docname in self.data[table]:
            self.data[table][docname] = [change(kept) for kept in self.data[table][docname]]
            self._objects = None

    @property
    def matches(self) -> dict[str, list[Plain]]:
        """Return the patterns of each page, as ``(pattern, root, files)``."""
        found: dict[str, list[Plain]] = self.data["matches"]
        return found

    def note(self, docname: str, matches: Iterable[Match]) -> None:
        """Remember what the patterns of a timeline on page *docname* stood for."""
        plain = [(match.pattern, match.root, match.files) for match in matches]
        self.matches.setdefault(docname, []).extend(plain)

    def outdated(self) -> set[str]:
        """Return the pages whose patterns stand for other files now."""
        return {
            docname
            for docname, matches in self.matches.items()
            if any(self._changed(docname, Match(*plain)) for plain in matches)
        }

    def _changed(self, docname: str, match: Match) -> bool:
        document = str(self.env.doc2path(docname))
        return match.expand_again(without=document) != match

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or gone."""
        for table in self.initial_data:
            self.data[table].pop(docname, None)
        self._objects = None
        self.touched = True

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel process has read."""
        for table in self.initial_data:
            read = otherdata[table]
            self.data[table].update({docname: read[docname] for docname in sorted(docnames & read.keys())})
        self._objects = None
