"""What there is to review: events that nobody has looked at, and edits whose event is gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ...composition import Plan, compose
from ...edits import Edit, Edits, Seen, apply, seen
from ...edits.doubts import doubts
from ...edits.neighbours import Neighbours
from ...merging.conflicts import dissenters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...events.event import Event
    from ...extraction import Extraction, Record


class State(StrEnum):
    """Why an event is to be looked at."""

    NEW = "new"
    CHANGED = "changed"
    UNCERTAIN = "uncertain"
    CONFLICT = "conflict"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the timeline.

    :param event: the entry as edits and merging leave it; one that is hidden, as it would be.
    :param base: the entry before it was edited.
    :param hidden: whether it is hidden.
    :param states: why it is to be looked at; none where it was reviewed.
    :param remarks: what is uncertain, or in conflict, in words.
    """

    event: Event
    base: Event
    hidden: bool = False
    states: tuple[State, ...] = ()
    remarks: tuple[str, ...] = ()

    def edited(self, edits: Edits) -> Item:
        """Return the entry with its event as edits have it now."""
        found = apply([self.base], (), edits)
        event = next(iter((*found.events, *found.undated)), None)
        return replace(self, event=event or self.base, hidden=event is None)


@dataclass(frozen=True, slots=True)
class Stale:
    """An edit whose event is gone, and the event that it was most likely made for."""

    edit: Edit
    nearest: Seen | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What the articles say, with what of it is to be reviewed.

    :param items: all entries in the timeline's order, the undated ones behind.
    :param stale: edits of these articles whose event is gone.
    :param elsewhere: how many edits are of other articles.
    :param dates: what each event is dated as, unedited, by its id.
    """

    items: tuple[Item, ...]
    stale: tuple[Stale, ...]
    elsewhere: int
    dates: Mapping[str, str]


def find(found: Sequence[tuple[Record, Extraction]], edits: Edits) -> Findings:
    """Return what there is to review.

    :param found: the articles, and what they say.
    :param edits: what the file says so far.
    """
    extractions = [extraction for _record, extraction in found]
    # What is merged depends on what the author says of it; nothing else that is edited does here, so that
    # an edit can be taken back without everything else moving.
    groups = Edits(together=edits.together, apart=edits.apart)
    timeline = compose(extractions, Plan(edits=groups, undated=True)).timeline
    events = {event.id: seen(event) for one in extractions for event in (*one.events, *one.undated)}
    items = tuple(
        _item(event, edits, events).edited(edits) for event in (*timeline.events, *timeline.undated)
    )
    gone = [edit for edit in edits.edits if edit.effective and edit.id not in events]
    stale = tuple(_stale(gone, Neighbours(events.values())))
    dates = {event.id: event.date for event in events.values()}
    return Findings(items, stale, len(gone) - len(stale), dates)


def _item(event: Event, edits: Edits, events: Mapping[str, Seen]) -> Item:
    """Return an entry with what is to be looked at."""
    ids = (event.id, *event.aliases)
    edited = [edit for edit in edits.edits if edit.id in ids and edit.effective]
    reviewed = {one.id: one.date for one in edits.reviewed if one.id in ids}
    known = {*reviewed, *(edit.id for edit in edited)}
    redated = {edit.id for edit in edited if edit.text("date")}
    states: list[State] = []
    remarks: list[str] = []
    if not known.issuperset(ids) and not redated:
        states.append(State.NEW)
        remarks += doubts(event)
        states += [State.UNCERTAIN] if remarks else []
    for id_, date in reviewed.items():
        if id_ not in redated and id_ in events and events[id_].date != date:
            states.append(State.CHANGED)
            remarks.append(f"reviewed with the date {date}, and now read as {events[id_].date}")
    if not any(edit.says("accept") for edit in edited) and not redated:
        disagreements = [*_disagreements(event)]
        states += [State.CONFLICT] if disagreements else []
        remarks += disagreements
    return Item(event, event, states=tuple(dict.fromkeys(states)), remarks=tuple(dict.fromkeys(remarks)))


def _disagreements(event: Event) -> Iterator[str]:
    """Yield what other sources say of the date of an entry."""
    for other in dissenters(event):
        source = other.sources[0]
        if other.interval is not None:
            yield f"{source.path}:{source.line} says {other.interval.edtf}: “{other.words}”"


def _stale(gone: Iterable[Edit], neighbours: Neighbours) -> Iterator[Stale]:
    """Yield the edits of these articles that have no event any more."""
    for edit in gone:
        article = edit.text("article")
        if article and not neighbours.of_article(article):
            continue
        found = neighbours.nearest(edit)
        if article or found is not None:
            yield Stale(edit, found)
