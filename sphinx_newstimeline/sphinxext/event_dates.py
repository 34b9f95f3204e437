"""The date of an event as the reader's language writes it: an interval, what recurs, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation

from ..temporal.interval import Precision
from .dates import Piece, frame, write_interval, write_weekday
from .markup import clean
from .recurrences import write_recurrence

if TYPE_CHECKING:
    from babel import Locale

    from ..events.event import Event
    from .dates import Pieces

_ = get_translation("sphinx_newstimeline")


def agenda_date_of(event: Event, locale: Locale) -> Pieces:
    """Return the date of an event as agendas have it: single days with their day of the week, in short."""
    end = event.interval.end if event.interval else None
    if event.recurrence is not None or end is None or end.precision is not Precision.DAY or end.approximate:
        return date_of(event, locale)
    if event.deadline:
        template = _("until {date}") if event.side == "until" else _("by {date}")
        return frame(template, write_weekday(end.day, locale))
    one_day = event.interval is not None and event.interval.start == end
    return write_weekday(end.day, locale) if one_day else date_of(event, locale)


def date_of(event: Event, locale: Locale) -> Pieces:
    """Return the date of an event, with no more precision than it has."""
    if event.recurrence is not None:
        return write_recurrence(event.recurrence, clean(event.words), locale)
    if event.interval is None:
        return (Piece(str(_("undated"))),)
    return write_interval(event.interval, locale, event.bound)
