"""Composing timelines from the events of all pages, and finding the pages to write again."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from ...composition import compose
from ...problems import Problem, ProblemKind
from ..domain import domain_of
from ..editing import note_events
from ..warnings import warn
from .gathering import gathered, pages_of
from .retelling import retell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...events import Event
    from ...timeline import Timeline
    from ..domain import Gathering, NewsTimelineDomain


def compose_again(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Compose every timeline that collects, and return the pages to write again (``env-updated``).

    These are the pages that show other events of other pages than when they were last written, or
    refer to events that are called differently now, or stand elsewhere.
    """
    domain = domain_of(env)
    if not domain.touched:
        return []
    domain.touched = False
    retell(domain, env)
    problems = {(item.docname, item.place): _compose(item, domain, env) for item in domain.gatherings}
    changed = [docname for docname in sorted(_dependent(domain)) if _is_new(docname, domain, env)]
    for gathering in domain.gatherings:
        if gathering.docname in changed:
            for problem in problems[gathering.docname, gathering.place]:
                warn(problem, gathering.location)
    return changed


def _compose(gathering: Gathering, domain: NewsTimelineDomain, env: BuildEnvironment) -> tuple[Problem, ...]:
    """Have a timeline show what it has collected, and return what is wrong with it."""
    extractions = tuple(gathered(gathering, domain.contributions, pages_of(gathering, env)))
    note_events(env, gathering.docname, gathering.plan.edits, extractions)
    composition = compose(extractions, gathering.plan)
    timeline = composition.timeline
    prefix = gathering.presentation.drawing.address.prefix
    domain.recompose(gathering, timeline, _node_ids(timeline, prefix))
    if not timeline.events and not timeline.undated and not gathering.plan.window.empty:
        empty = Problem(ProblemKind.NO_EVENTS, "a timeline has collected no event to show")
        return (*composition.problems, empty)
    return composition.problems


def _node_ids(timeline: Timeline, prefix: str) -> Mapping[str, str]:
    """Return the ids in the page that the events of a timeline are going to have."""
    return {event.id: f"{prefix}-{event.id}" for event in (*timeline.events, *timeline.undated)}


def _dependent(domain: NewsTimelineDomain) -> set[str]:
    """Return the pages that show something of others."""
    return {*(gathering.docname for gathering in domain.gatherings), *domain.data["references"]}


def _is_new(docname: str, domain: NewsTimelineDomain, env: BuildEnvironment) -> bool:
    """Return whether a page shows other things of other pages than before, and remember them."""
    digest = sha256()
    for kind, target in domain.data["references"].get(docname, ()):
        digest.update(repr((kind, target, domain.target_of(kind, target))).encode())
    for gathering in domain.data["gatherings"].get(docname, ()):
        record = domain.record_of(docname, gathering.place)
        digest.update(repr(record.timeline).encode())
        digest.update(repr(_looks(record.events, domain, env)).encode())
    known = domain.data["written"].get(docname)
    domain.data["written"][docname] = digest.hexdigest()
    return bool(known != domain.data["written"][docname])


def _looks(
    events: Iterable[Event], domain: NewsTimelineDomain, env: BuildEnvironment
) -> list[tuple[str, str, str]]:
    """Return what is shown of events besides their values: page, its title, the look of sentence or body."""
    found = []
    for event in events:
        for one in (event, *event.others):
            home = domain.objects.homes.get(one.id, "")
            title = env.titles[home].astext() if home in env.titles else ""
            found.append((home, title, domain.data["fragments"].get(home, {}).get(one.id, "")))
    return found
