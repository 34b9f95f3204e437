"""What the environment remembers of the pages: their timelines, and the files that these show."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.domains import Domain
from sphinx.locale import get_translation
from sphinx.util.nodes import clean_astext

from ..nodes import newstimeline
from ..patterns import Match
from .records import Contribution, Gathering, TimelineRecord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_ = get_translation("sphinx_newstimeline")

Plain = tuple[str, str, tuple[str, ...]]


class NewsTimelineDomain(Domain):
    """Keeps, by page, every timeline, and every name and glob with the files that it stood for.

    An article that changes is a dependency of its page and Sphinx's business.  One that is added or
    removed under a glob is nobody's: :func:`outdated_pages` finds the pages that it concerns.
    """

    name = "newstimeline"
    label = "News timeline"
    data_version = 3
    initial_data: ClassVar[dict[str, dict[str, Any]]] = {
        "matches": {},
        "timelines": {},
        "contributions": {},
        "entries": {},
        "gatherings": {},
        "edits": {},
    }

    @property
    def timelines(self) -> tuple[TimelineRecord, ...]:
        """Return every timeline of the project, ordered by page, then by place in it."""
        kept: dict[str, list[TimelineRecord]] = self.data["timelines"]
        return tuple(record for docname in sorted(kept) for record in kept[docname])

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """Return what every directive has found, ordered by page, then by place in it."""
        kept: dict[str, list[Contribution]] = self.data["contributions"]
        return tuple(found for docname in sorted(kept) for found in kept[docname])

    @property
    def gatherings(self) -> tuple[Gathering, ...]:
        """Return every timeline that collects events, ordered by page, then by place in it."""
        kept: dict[str, list[Gathering]] = self.data["gatherings"]
        return tuple(gathering for docname in sorted(kept) for gathering in kept[docname])

    def contribute(self, contribution: Contribution) -> None:
        """Remember what a directive of the page that is being read has found."""
        self.data["contributions"].setdefault(contribution.docname, []).append(contribution)

    def keep(self, record: TimelineRecord) -> None:
        """Remember a timeline of the page that is being read, behind those above it."""
        self.data["timelines"].setdefault(record.docname, []).append(record)

    def gather(self, gathering: Gathering) -> None:
        """Remember that a timeline of the page that is being read collects events."""
        self.data["gatherings"].setdefault(gathering.docname, []).append(gathering)

    @property
    def entries(self) -> tuple[TimelineRecord, ...]:
        """Return every event that stands on its own, as a timeline of one, ordered like the others."""
        kept: dict[str, list[TimelineRecord]] = self.data["entries"]
        return tuple(record for docname in sorted(kept) for record in kept[docname])

    def keep_entry(self, record: TimelineRecord) -> None:
        """Remember an event of the page that is being read, which stands on its own."""
        self.data["entries"].setdefault(record.docname, []).append(record)

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

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Let ``:ref:`` call a timeline by its caption, as it calls a section by its heading."""
        labels = env.get_domain("std").data["labels"]
        for timeline in document.findall(newstimeline):
            caption = timeline[0] if len(timeline) else None
            if not isinstance(caption, nodes.paragraph):
                continue
            for name in timeline["names"]:
                labels[name] = docname, document.nameids[name], clean_astext(caption)

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or gone."""
        for kept in self.data.values():
            if isinstance(kept, dict):  # not the version
                kept.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel process has read."""
        for table in self.initial_data:
            read = otherdata[table]
            self.data[table].update({docname: read[docname] for docname in sorted(docnames & read.keys())})

    def resolve_any_xref(self, *_arguments: object) -> list[Any]:
        """Return nothing: events are no targets of references yet."""
        return []


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
