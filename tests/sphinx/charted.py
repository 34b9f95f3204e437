"""Timelines with charts, made by hand, as a directive."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from docutils.parsers.rst import directives
from factory import event
from sphinx.util.docutils import SphinxDirective

from sphinx_newstimeline.sphinxext.addresses import Address
from sphinx_newstimeline.sphinxext.doctree import timeline_node
from sphinx_newstimeline.sphinxext.drawing import Drawing
from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence
from sphinx_newstimeline.timeline import GroupBy, build_timeline


def events(*edtfs, **fields):
    """Return events at EDTF forms, each with an id of its own."""
    return [event(edtf, id=f"{number:012x}", **fields) for number, edtf in enumerate(edtfs)]


def crowd(number, days=700):
    """Return so many single days, most of them late."""
    first = date(2023, 1, 1)
    steps = (int(days * (1 - (index / number) ** 2)) for index in range(number))
    return events(*((first + timedelta(days=step)).isoformat() for step in steps))


KINDS = (
    *events("2024-11-13", "2024-11-14", "2024-11-20/2024-12-09", "2024-12-23~/2025-01-20", "2024-12"),
    event("../2025-01-20", id="a", deadline=True),
    event("2024-12-09/..", id="b"),
    event("2025-02-01~/2025-02-10~", id="c"),
    event("2024-10-01/2024-10-20~", id="d"),
    event("2024-11-30~/2024-12-01~", id="f", path='"><script>&.txt'),
    event(None, id="e", recurrence=Recurrence("FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15))),
)
HOURS = (
    *(event("2024-11-13", id=f"{hour}", time=ClockTime(hour, 30)) for hour in (4, 5, 5, 9, 16, 23)),
    *events("2024-11-13"),
)
SETS = {
    "week": events("2024-11-11", "2024-11-12", "2024-11-12", "2024-11-13/2024-11-15", "2024-11-17"),
    "kinds": KINDS,
    "centuries": events("0079-08-24", "1066-10-14", "1492-10-12", "1789/1799", "1914/1918", "1989", "2100"),
    "hours": HOURS,
    "day": events("2024-11-13"),
    "break": events(
        "1852-10-06", "1852", "2024-11-13", "2024-11-15", "2024-12", "2025-01-20", "2025-03", "2025-03-03"
    ),
    "crowd": [*crowd(160), event("2023-03/2024-09", id="long")],
    "huge": crowd(10_000, days=9000),
}


class Charted(SphinxDirective):
    """Show one of the sets of events above with its chart."""

    required_arguments = 1
    option_spec: ClassVar = {
        "name": directives.unchanged,
        "controls": directives.flag,
        "grouped": directives.flag,
    }

    def run(self):
        address = Address.of(self.options.get("name", ""), self.env, self.state.document)
        group_by = GroupBy.MONTH if "grouped" in self.options else GroupBy.NONE
        timeline = build_timeline(SETS[self.arguments[0]], group_by=group_by)
        drawing = Drawing(self.config.language, address, charted=True, controlled="controls" in self.options)
        node = timeline_node(timeline, drawing)
        if "name" in self.options:
            self.add_name(node)
        return [node]


def setup(app):
    app.add_directive("charted", Charted)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
