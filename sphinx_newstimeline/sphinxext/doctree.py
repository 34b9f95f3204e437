"""From a timeline's values to its nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation

from ..pickling import no_collection
from ..timeline.chart import build_chart
from . import nodes as own
from .clocks import write_clock
from .dates import plain_text, write_unit
from .event_dates import agenda_date_of, date_of
from .explanations import explain
from .handwriting import body_of, headline_of, origin_of
from .kinds import Kind, fading_edges, kind_of, label_of
from .layouts import CLOSE, Layout, table_of
from .markup import clean
from .messages import comma
from .overview.node import chart_node
from .pieces import KIND, bits_of, fold, unfold
from .quoting import place_of, time_nodes
from .running import running_unit
from .standings import before_title, overdue_title, standing_node, standing_shown
from .tellings import told_beside, told_by

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel import Locale

    from ..events.event import Event
    from ..timeline import Group, Timeline
    from .drawing import Drawing

_ = get_translation("sphinx_newstimeline")

#: Where a timeline has more events than this it is long, and its groups can be folded away.
FOLDED_FROM = 60


def timeline_node(timeline: Timeline, drawing: Drawing) -> own.newstimeline:
    """Return the node of a timeline; one without an event says so to its readers."""
    node = own.newstimeline(classes=["newstimeline"], controls=drawing.controlled)
    if drawing.descending:
        node["classes"].append("newstimeline-descending")
    if drawing.layout in CLOSE:
        node["classes"].append(f"newstimeline-{drawing.layout}")
    folds = len(timeline.events) > FOLDED_FROM
    if folds:
        node["classes"].append("newstimeline-long")
    with no_collection():
        node += _groups(timeline, drawing, folds=folds)
    if not node.children:
        node += nodes.paragraph("", str(_("No entries")), classes=["newstimeline-nothing"])
    if drawing.charted:
        events = list(own.events_of(node))
        chart = chart_node(build_chart(timeline, drawing.window), events, drawing.locale)
        if chart is not None:
            drawing.address.give(chart, "chart")
            node.insert(0, chart)
    return node


def _groups(timeline: Timeline, drawing: Drawing, *, folds: bool) -> list[nodes.Element]:
    """Return the groups of a timeline, that of the undated events last."""
    groups = [_group(group, drawing, folds=folds) for group in timeline.groups if group.events]
    if timeline.undated:
        undated = own.newstimeline_group("", key="", folds=folds, classes=["newstimeline-undated-group"])
        undated += own.newstimeline_group_title("", str(_("Undated")))
        undated += _events(timeline.undated, drawing)
        groups.append(undated)
    return groups


def node_ids(timeline: own.newstimeline) -> dict[str, str]:
    """Return the id in the page of each event of a timeline, by the event's own id."""
    found: dict[str, str] = {}
    for node in own.events_of(timeline):
        found.setdefault(node["event"], node["ids"][0])
    return found


def _group(group: Group, drawing: Drawing, *, folds: bool) -> nodes.Element:
    """Return a group with its heading, or the bare list of a timeline without groups."""
    events = _events(group.events, drawing)
    if group.overdue:
        title, classes = overdue_title(drawing), ["newstimeline-overdue"]
    elif group.before:
        title, classes = before_title(group.before, drawing), ["newstimeline-before"]
    elif group.key:
        title, classes = plain_text(write_unit(group.key, drawing.locale)), []
    else:
        return events
    node = own.newstimeline_group("", key=group.key, folds=folds, classes=classes)
    node += own.newstimeline_group_title("", title)
    node += events
    return node


def _events(events: Iterable[Event], drawing: Drawing) -> nodes.Element:
    node = own.newstimeline_events("", *(_event(event, drawing) for event in events))
    return table_of(node) if drawing.layout is Layout.TABLE else node


def _event(event: Event, drawing: Drawing) -> own.newstimeline_event:
    """Return one event, placed where its article says it."""
    kind, standing = kind_of(event), standing_shown(event, drawing)
    node = own.newstimeline_event(
        "",
        event=event.id,
        kind=str(kind),
        fades=fading_edges(event),
        edtf=event.interval.edtf if event.interval else "",
        rrule=event.recurrence.rrule if event.recurrence else "",
        unit=running_unit(event),
    )
    node.source, node.line = place_of(event)
    drawing.address.give(node, event.id)
    date = _date(event, kind, drawing)
    if standing:
        node["classes"].append(f"newstimeline-{standing}")
        unfold(date)
        date += standing_node(standing)
    node += date
    if drawing.explained and not (event.handwritten and kind is Kind.UNDATED):
        node += _why(event, drawing.locale)
    if event.title:
        node += headline_of(clean(event.title), place_of(event))
    if event.handwritten:
        node += [*body_of(event, drawing), *origin_of(event, drawing)]
        node += list(told_beside(event, drawing))
        return node
    node += list(told_by(event, drawing))
    return node


def _date(event: Event, kind: Kind, drawing: Drawing) -> own.newstimeline_date:
    """Return the date, with the time of day beside it and the kind for who cannot see the marker."""
    locale = drawing.locale
    write = agenda_date_of if drawing.layout is Layout.SCHEDULE else date_of
    bits = bits_of(write(event, locale))
    label = label_of(kind)
    if label:
        bits.append((KIND, f" ({label})", ""))
    node = own.newstimeline_date("", "")
    fold(node, bits)
    day = event.interval.earliest if event.interval and kind is Kind.DAY else None
    clock = write_clock(event.time, day, locale) if event.time is not None else ()
    if clock:
        unfold(node)
        place = len(node) - bool(label)
        node.insert(place, nodes.inline("", comma(), classes=["newstimeline-separator"]))
        node.insert(place + 1, nodes.inline("", "", *time_nodes(clock), classes=["newstimeline-clock"]))
    return node


def _why(event: Event, locale: Locale) -> own.newstimeline_why:
    """Return the explanation of the date."""
    explanation = explain(event, locale)
    return own.newstimeline_why(
        "",
        summary=str(_("Why this date?")),
        sentence=clean(explanation.sentence),
        facts=[name for name, _value in explanation.facts],
        values=[clean(value) for _name, value in explanation.facts],
    )
