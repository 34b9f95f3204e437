"""The formats that a timeline can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from .csv_table import to_csv
from .ics import to_ics
from .json_form import to_json
from .jsonld import to_jsonld
from .markwhen import to_markwhen
from .timelinejs import to_timelinejs

if TYPE_CHECKING:
    from ..timeline import Timeline
    from .meta import Meta


class Exporter(NamedTuple):
    """A format.

    :param name: by which options and the command call it.
    :param ending: the ending of its files, with the full stop.
    :param media_type: its registered media type, or the one that is usual.
    :param title: what people call it.
    :param write: gives the document of a timeline, which is to be encoded in UTF-8 as it stands.
    :param help: what it is good for, for the manual.
    """

    name: str
    ending: str
    media_type: str
    title: str
    write: Callable[[Timeline, Meta], str]
    help: str


_ALL = (
    Exporter(
        "json",
        ".json",
        "application/json",
        "JSON",
        to_json,
        "Everything that is known, for programs; timelines can be made from it again.",
    ),
    Exporter("csv", ".csv", "text/csv", "CSV", to_csv, "A table for spreadsheets, one row an event."),
    Exporter(
        "ics",
        ".ics",
        "text/calendar",
        "iCalendar",
        to_ics,
        "A calendar to subscribe to: deadlines, spans, times with their zones, what recurs.",
    ),
    Exporter(
        "timelinejs",
        ".timelinejs.json",
        "application/json",
        "TimelineJS",
        to_timelinejs,
        "The data of a TimelineJS slide show.",
    ),
    Exporter(
        "jsonld",
        ".jsonld",
        "application/ld+json",
        "JSON-LD",
        to_jsonld,
        "Events of schema.org for search engines; on web pages it stands in the head.",
    ),
    Exporter(
        "markwhen",
        ".mw",
        "text/plain",
        "markwhen",
        to_markwhen,
        "A text that people edit and draw with markwhen.",
    ),
)

#: The formats by name.
EXPORTERS: Mapping[str, Exporter] = {exporter.name: exporter for exporter in _ALL}


def exporter_for(path: str) -> Exporter | None:
    """Return the format that the ending of a file's name is of, the longest ending first."""
    by_length = sorted(_ALL, key=lambda exporter: -len(exporter.ending))
    return next((exporter for exporter in by_length if path.lower().endswith(exporter.ending)), None)
