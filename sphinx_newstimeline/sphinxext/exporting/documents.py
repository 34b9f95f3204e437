"""From a timeline that the domain remembers to documents of other formats."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ...exports import Meta
from ...exports.paths import leads_with_paths, with_paths
from ..domain import domain_of
from .wording import wording_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.environment import BuildEnvironment

    from ...events.event import Event
    from ...events.lead import Lead
    from ...timeline import Timeline
    from ..domain import TimelineRecord
    from .places import Site


def timeline_of(record: TimelineRecord, env: BuildEnvironment) -> Timeline:
    """Return what a timeline shows, its articles' paths relative to the source folder.

    The same project gives the same bytes, on whatever machine it is built.
    """
    base = str(env.srcdir)
    return with_paths(record.timeline, lambda path: relative_path(path, base))


def meta_of(record: TimelineRecord, env: BuildEnvironment, site: Site, languages: dict[str, str]) -> Meta:
    """Return what surrounds a timeline: its title, its address, and the words of the reader's language.

    :param languages: the language of each article of the project, as :func:`.languages_of` has it.
    """
    paths = {relative_path(path, str(env.srcdir)) for path in _paths(record.events)}
    title = env.titles.get(record.docname)
    page = site.page(record.docname)
    addresses = {event: f"{page}#{node_id}" for event, node_id in record.node_ids.items()} if page else {}
    return Meta(
        title=record.caption or (title.astext() if title is not None else ""),
        url=f"{page}#{record.node_id}" if page else "",
        addresses=addresses,
        languages={path: languages[path] for path in sorted(paths & languages.keys())},
        wording=wording_of(env.config.language),
        leads=_leads(record, env),
        marked=True,
    )


def _leads(record: TimelineRecord, env: BuildEnvironment) -> tuple[Lead, ...]:
    """Return how the articles of a timeline begin."""
    there = domain_of(env).data["contributions"].get(record.docname, ())
    own = [contribution for contribution in there if contribution.place == record.place]
    leads = (extraction.lead for one in own for extraction in one.extractions if extraction.lead)
    base = str(env.srcdir)
    return leads_with_paths(leads, lambda path: relative_path(path, base))


def _paths(events: Iterable[Event]) -> Iterator[str]:
    """Yield the paths of the articles that events were read in."""
    for event in events:
        yield from (source.path for source in event.sources)
        yield from _paths(event.others)


def relative_path(path: str, base: str) -> str:
    """Return a path relative to a folder, with forward slashes."""
    return Path(os.path.relpath(path, base)).as_posix() if os.path.isabs(path) else path  # noqa: PTH117
