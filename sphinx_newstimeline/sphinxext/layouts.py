"""How a timeline is laid out, and the table that one of the layouts is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation
from sphinx.transforms.post_transforms import SphinxPostTransform

from . import nodes as own
from .pieces import unfold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ = get_translation("sphinx_newstimeline")

#: The widths of the columns date, event and source, in hundredths of the table.
_WIDTHS = (24, 51, 25)


#: A row of a LaTeX table cannot break across pages; an event of more characters may not fit on one.
LONGEST_ROW = 1500


#: What a cell of a LaTeX table cannot hold.
_NO_CELLS = (nodes.table, nodes.figure, nodes.literal_block)


class Layout(StrEnum):
    """The layouts that an author can choose from."""

    TIMELINE = "timeline"
    TABLE = "table"
    COMPACT = "compact"
    SCHEDULE = "schedule"


#: Layouts without room for more than date, words and source, unless an author asks for it.
CLOSE = frozenset({Layout.COMPACT, Layout.SCHEDULE})


def table_of(events: own.newstimeline_events) -> nodes.table:
    """Return a list of events as a table with a row for each, made of the same nodes.

    ::

        <table classes="newstimeline-table colwidths-given">
            <tgroup cols="3">
                <colspec>…
                <thead>…
                <tbody>
                    <newstimeline_row edtf="2024-11-13" fades="" ids="nt-visit-0123456789ab" kind="day">
                        <entry> date, and why it is that
                        <entry> sentence, speaker
                        <entry> sources
    """
    group = nodes.tgroup("", cols=len(_WIDTHS))
    group += [nodes.colspec("", colwidth=width) for width in _WIDTHS]
    names = (_("Date"), _("Event"), _("Source"))
    head = [nodes.entry("", nodes.paragraph("", str(name))) for name in names]
    group += nodes.thead("", nodes.row("", *head))
    group += nodes.tbody("", *(_row(event) for event in list(events.children)))
    return nodes.table("", group, classes=["newstimeline-table", "colwidths-given"])


def _row(event: nodes.Node) -> own.newstimeline_row:
    """Return the row of an event, with its place, its attributes and its children."""
    if not isinstance(event, own.newstimeline_event):
        raise TypeError(event)
    row = own.newstimeline_row("", **event.attributes)
    row.source, row.line = event.source, event.line
    cells: tuple[nodes.entry, ...] = (nodes.entry(), nodes.entry(), nodes.entry())
    for child in list(event.children):
        column = _column(child)
        event.remove(child)
        cells[column].extend(_cell_parts(child))
    row += list(cells)
    return row


def _column(part: nodes.Node) -> int:
    """Return the column that a part of an event belongs to."""
    if isinstance(part, own.newstimeline_date | own.newstimeline_why):
        return 0
    return 2 if isinstance(part, own.newstimeline_source) else 1


def _cell_parts(part: nodes.Node) -> Iterator[nodes.Node]:
    """Yield what stands in a cell: a date without its marker says its kind aloud."""
    if not isinstance(part, own.newstimeline_date):
        yield part
        return
    date = nodes.paragraph("", "", classes=["newstimeline-date"])
    unfold(part)
    for child in list(part.children):
        part.remove(child)
        if isinstance(child, own.newstimeline_kind):
            date += nodes.inline("", child.astext(), classes=["newstimeline-said-kind"])
        else:
            date += child
    yield date


class TablesForScreens(SphinxPostTransform):
    """Write tables of events for HTML with a role on every part.

    In a narrow place the style sheet lays cells out below each other, where some browsers forget that
    they are cells.  There are no columns with widths of their own either: those would be inline styles,
    which strict security policies forbid.
    """

    formats = ("html",)
    default_priority = 190  # before a theme wraps the tables that it finds

    def run(self, **_kwargs: object) -> None:
        """Replace every table of events."""
        for timeline in self.document.findall(own.newstimeline):
            for table in own.tables_of(timeline):
                classes = ["docutils", "align-default", "newstimeline-table"]
                parts = [_part(part) for part in table[0].children if not isinstance(part, nodes.colspec)]
                table.replace_self(_element("table", "table", parts, classes))


def _part(part: nodes.Node) -> nodes.Node:
    """Return the head or the body of a table, its rows and cells, as elements of HTML."""
    if isinstance(part, nodes.thead):
        names = part.findall(nodes.paragraph)
        cells = [_element("th", "columnheader", [nodes.Text(name.astext())]) for name in names]
        return _element("thead", "rowgroup", [_element("tr", "row", cells)])
    for cell in list(part.findall(nodes.entry)):
        cell.replace_self(_element("td", "cell", list(cell.children)))
    return _element("tbody", "rowgroup", list(part.children))


def _element(
    tag: str, role: str, children: Iterable[nodes.Node], classes: Iterable[str] = ()
) -> own.newstimeline_element:
    element = own.newstimeline_element("", tag=tag, role=role, classes=list(classes))
    element += list(children)
    return element


class TablesForPages(SphinxPostTransform):
    """Lay tables out along a line where a row would not fit on a page of the PDF."""

    formats = ("latex",)
    default_priority = 650

    def run(self, **_kwargs: object) -> None:
        """Replace every table of events that has a row too long."""
        for timeline in self.document.findall(own.newstimeline):
            for table in own.tables_of(timeline):
                rows = list(table.findall(own.newstimeline_row))
                if any(len(row.astext()) > LONGEST_ROW or _has_blocks(row) for row in rows):
                    table.replace_self(own.newstimeline_events("", *(_event(row) for row in rows)))


def _event(row: own.newstimeline_row) -> own.newstimeline_event:
    """Return the event that a row was made of; its marker says its kind again."""
    event = own.newstimeline_event("", **row.attributes)
    event.source, event.line = row.source, row.line
    for cell in [child for child in row.children if isinstance(child, nodes.entry)]:
        for part in list(cell.children):
            cell.remove(part)
            if isinstance(part, nodes.paragraph) and "newstimeline-date" in part["classes"]:
                words = [child for child in part.children if not _says_kind(child)]
                part.clear()
                event += own.newstimeline_date("", "", *words)
            else:
                event += part
    return event


def _has_blocks(row: nodes.Element) -> bool:
    """Return whether an author's body has what cannot stand in a cell of a LaTeX table."""
    bodies = list(row.findall(own.newstimeline_body))
    return any(body.next_node(kind) is not None for body in bodies for kind in _NO_CELLS)


def _says_kind(node: nodes.Node) -> bool:
    return isinstance(node, nodes.inline) and "newstimeline-said-kind" in node["classes"]
