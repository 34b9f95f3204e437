"""Giving hand-written events the titles of the pages and sections that their texts refer to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ..domain.naming import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from sphinx.environment import BuildEnvironment

    from ...events import Event
    from ..domain import Contribution, NewsTimelineDomain, TimelineRecord

    #: For an event's id, the sentence that it was known with, and the one that it has now.
    Changes = Mapping[str, tuple[str, str]]


def retell(domain: NewsTimelineDomain, env: BuildEnvironment) -> None:
    """Have events say the titles of now, wherever their pages keep them."""
    for docname, contributions in domain.data["contributions"].items():
        changes = {
            id_: (phrasing.text, phrasing.now(env))
            for contribution in contributions
            for id_, phrasing in contribution.phrasings.items()
            if phrasing.text != phrasing.now(env)
        }
        if changes:
            domain.replace_kept("contributions", docname, partial(_contribution, changes=changes))
            for table in ("timelines", "entries"):
                domain.replace_kept(table, docname, partial(_record, changes=changes))
            _name(docname, changes, domain, env)


def _contribution(contribution: Contribution, changes: Changes) -> Contribution:
    extractions = tuple(
        replace(one, events=_events(one.events, changes), undated=_events(one.undated, changes))
        for one in contribution.extractions
    )
    phrasings = {
        id_: replace(phrasing, text=changes[id_][1]) if id_ in changes else phrasing
        for id_, phrasing in contribution.phrasings.items()
    }
    return replace(contribution, extractions=extractions, phrasings=phrasings)


def _record(record: TimelineRecord, changes: Changes) -> TimelineRecord:
    return replace(record, timeline=record.timeline.with_events(lambda event: _event(event, changes)))


def _events(events: Iterable[Event], changes: Changes) -> tuple[Event, ...]:
    return tuple(_event(event, changes) for event in events)


def _event(event: Event, changes: Changes) -> Event:
    """Return an event with its text of now, unless an edit has given it another one."""
    if event.others:
        event = replace(event, others=_events(event.others, changes))
    before, now = changes.get(event.id, ("", ""))
    return replace(event, sentence=now) if now and event.sentence == before else event


def _name(docname: str, changes: Changes, domain: NewsTimelineDomain, env: BuildEnvironment) -> None:
    """Have ``:ref:`` call the events of a page as they are called now."""
    labels: dict[str, Any] = env.get_domain("std").data["labels"]
    kept: list[TimelineRecord] = [
        record for table in ("timelines", "entries") for record in domain.data[table].get(docname, ())
    ]
    events = {event.id: event for record in kept for event in record.events}
    for contribution in domain.data["contributions"][docname]:
        for name, id_ in contribution.names.items():
            if id_ in changes and id_ in events and labels.get(name, ("",))[0] == docname:
                labels[name] = (*labels[name][:2], name_of(events[id_], domain.locale))
