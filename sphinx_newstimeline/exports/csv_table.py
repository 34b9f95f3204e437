"""A timeline as a table in CSV (RFC 4180), one row an event, for spreadsheets.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and a formula in an
article could do harm.  Such a cell gets an apostrophe before it, and so does one that has apostrophes
before such a sign already: whoever takes one apostrophe away from them has the text again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .addresses import web_address
from .describing import sources_of, title_of
from .text import clean

if TYPE_CHECKING:
    from ..events.event import Event
    from ..timeline import Timeline
    from .meta import Meta

#: What a spreadsheet may take for a formula, with the wide forms that some editors put in.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")

#: What stands between several things in one cell.
SEPARATOR = "; "

BYTE_ORDER_MARK = "\ufeff"


class Column(NamedTuple):
    """A column of the table.

    :param help: what it holds, for the manual.
    :param value: gives the text of its cell.
    """

    help: str
    value: Callable[[Event, Meta], str]


def to_csv(timeline: Timeline, meta: Meta) -> str:
    """Return the timeline as a table with a heading, with CR LF behind each row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in (*timeline.events, *(timeline.undated if meta.undated else ())):
        writer.writerow(defuse(column.value(event, meta)) for column in COLUMNS.values())
    return (BYTE_ORDER_MARK if meta.marked else "") + text.getvalue()


def defuse(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _first(event: Event) -> date | None:
    """Return the first possible day, or the first occurrence of what recurs."""
    if event.interval is not None:
        return event.interval.earliest
    return event.recurrence.first if event.recurrence else None


def _further(event: Event) -> str:
    """Return the further articles: their addresses, else their titles."""
    further = sources_of(event)[1:]
    return SEPARATOR.join(web_address(source.url) or title_of(source) for source in further)


COLUMNS: Mapping[str, Column] = {
    "id": Column("The event's id.", lambda event, _meta: event.id),
    "start": Column(
        "The first day on which it can lie, or the first occurrence of what recurs; empty where open.",
        lambda event, _meta: _iso(_first(event)),
    ),
    "end": Column(
        "The last day on which it can lie; empty where open.",
        lambda event, _meta: _iso(event.interval.latest if event.interval else None),
    ),
    "edtf": Column(
        "The same in EDTF, with what is approximate.",
        lambda event, _meta: event.interval.edtf if event.interval else "",
    ),
    "date": Column("The date in words.", lambda event, meta: meta.wording.when(event)),
    "deadline": Column(
        "“yes” where what counts is the end.", lambda event, _meta: "yes" if event.deadline else ""
    ),
    "time": Column(
        "The time of day: 16:05, or a part of the day as TIMEX3 has it.",
        lambda event, _meta: event.time.iso if event.time else "",
    ),
    "zone": Column(
        "Its zone as the text has it.", lambda event, _meta: clean(event.time.zone) if event.time else ""
    ),
    "recurrence": Column(
        "The rule of RFC 5545 by which it recurs.",
        lambda event, _meta: event.recurrence.rrule if event.recurrence else "",
    ),
    "words": Column("The words that state the date.", lambda event, _meta: clean(event.words)),
    "title": Column("The headline that the author gives it.", lambda event, _meta: clean(event.title)),
    "sentence": Column("The sentence.", lambda event, _meta: clean(event.sentence)),
    "speaker": Column("Who says it.", lambda event, _meta: clean(event.speaker)),
    "tags": Column(
        f"Its tags, with “{SEPARATOR.strip()}” between them.",
        lambda event, _meta: SEPARATOR.join(map(clean, event.tags)),
    ),
    "source": Column("Who published the article.", lambda event, _meta: clean(event.sources[0].source)),
    "article": Column("The article's title.", lambda event, _meta: title_of(event.sources[0])),
    "published": Column(
        "The day on which it was published.", lambda event, _meta: _iso(event.sources[0].published)
    ),
    "url": Column("Its address.", lambda event, _meta: web_address(event.sources[0].url)),
    "file": Column("Its file.", lambda event, _meta: clean(event.sources[0].path)),
    "line": Column("The line of that file.", lambda event, _meta: str(event.sources[0].line)),
    "further": Column(
        f"Further articles that tell it: addresses or titles, with “{SEPARATOR.strip()}” between them.",
        lambda event, _meta: _further(event),
    ),
    "page": Column(
        "Where the timeline shows it, in a build that knows its address.",
        lambda event, meta: meta.address_of(event.id),
    ),
}
