"""What a timeline that collects events takes from which pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...edits import apply
from ..domain import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx.environment import BuildEnvironment

    from ...edits import Edits
    from ...events import Event
    from ...extraction import Extraction
    from ..domain import Contribution, Gathering


def pages_of(gathering: Gathering, env: BuildEnvironment) -> set[str]:
    """Return the pages that a timeline collects from, its own among them."""
    match gathering.scope:
        case Scope.PAGE:
            return {gathering.docname}
        case Scope.ALL:
            return set(env.all_docs)
    found: set[str] = set()
    open_ = [gathering.docname]
    while open_:
        docname = open_.pop()
        if docname not in found:
            found.add(docname)
            open_ += env.toctree_includes.get(docname, ())
    return found


def gathered(
    gathering: Gathering, contributions: Iterable[Contribution], pages: set[str]
) -> Iterator[Extraction]:
    """Yield what a timeline shows, neither merged nor selected: its own events, then those of others.

    An event that is found again is taken once, as the first page has it.
    """
    known: set[str] = set()
    others: list[Contribution] = []
    for contribution in contributions:
        if (contribution.docname, contribution.place) != (gathering.docname, gathering.place):
            others.append(contribution)
            continue
        for extraction in contribution.extractions:
            known.update(event.id for event in (*extraction.events, *extraction.undated))
            yield extraction
    for contribution in others:
        if contribution.docname in pages:
            yield from _taken(contribution, gathering, known)


def _taken(contribution: Contribution, gathering: Gathering, known: set[str]) -> Iterator[Extraction]:
    """Yield what a timeline takes of what another directive has found, and add it to what is *known*."""
    own_edits = contribution.edits != gathering.plan.edits
    for extraction in contribution.extractions:
        edited = apply(extraction.events, extraction.undated, contribution.edits)
        raw = {event.id: event for event in (*extraction.events, *extraction.undated)}
        dated = _wanted(edited.events, gathering, known)
        undated = _wanted(edited.undated, gathering, known)
        if not own_edits:  # they are made when the whole is composed, and once is enough
            taken = {event.id for event in (*dated, *undated)}
            dated = [event for event in extraction.events if event.id in taken]
            undated = [raw[event.id] for event in extraction.undated if event.id in taken]
        if dated or undated:
            yield replace(extraction, events=tuple(dated), undated=tuple(undated), problems=())


def _wanted(events: Sequence[Event], gathering: Gathering, known: set[str]) -> list[Event]:
    """Return the events of the wanted kind and tags that are not known yet."""
    found = []
    for event in events:
        if event.id not in known and _is_wanted(event, gathering.tags, gathering.plan.edits):
            known.add(event.id)
            found.append(event)
    return found


def _is_wanted(event: Event, tags: Sequence[str], edits: Edits) -> bool:
    """Return whether an event is written by hand, or has one of the tags where some are asked for."""
    if not tags:
        return event.handwritten
    edited = apply((event,), (), edits).events
    return bool(
        {tag.casefold() for tag in tags} & {tag.casefold() for one in (event, *edited) for tag in one.tags}
    )
