"""The date of an event as the reader's language writes it: an interval, what recurs, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation

from .dates import Piece, write_interval
from .markup import clean
from .recurrences import write_recurrence

if TYPE_CHECKING:
    from babel import Locale

    from ..events.event import Event
    from .dates import Pieces

_ = get_translation("sphinx_newstimeline")


def date_of(event: Event, locale: Locale) -> Pieces:
    """Return the date of an event, with no more precision than it has."""
    if event.recurrence is not None:
        return write_recurrence(event.recurrence, clean(event.words), locale)
    if event.interval is None:
        return (Piece(str(_("undated"))),)
    since = event.mod == "ON_OR_AFTER" and event.interval.end is not None
    return write_interval(event.interval, locale, deadline=event.deadline, since=since)
