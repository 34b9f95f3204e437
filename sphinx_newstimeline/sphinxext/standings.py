"""How an event stood on the day that a timeline is told from, for readers: expected, due, or it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation

from ..timeline import Standing, standing_of
from .dates import plain_text, write_day
from .layouts import Layout

if TYPE_CHECKING:
    from datetime import date

    from ..events.event import Event
    from .drawing import Drawing

_ = get_translation("sphinx_newstimeline")

#: In a schedule, everything else is ahead, and need not say so.
_PAST = frozenset({Standing.WAS_EXPECTED, Standing.WAS_DUE})


def standing_shown(event: Event, drawing: Drawing) -> Standing:
    """Return the standing that a reader should be told of."""
    standing = standing_of(event, drawing.as_of)
    return Standing.TOLD if drawing.layout is Layout.SCHEDULE and standing not in _PAST else standing


def standing_node(standing: Standing) -> nodes.inline:
    """Return the words that stand behind the date."""
    labels = {
        Standing.EXPECTED: _("expected"),
        Standing.DUE: _("due"),
        Standing.WAS_EXPECTED: _("was expected"),
        Standing.WAS_DUE: _("was due"),
    }
    label = str(labels[standing])
    node = nodes.inline("", "", classes=["newstimeline-standing"])
    node += nodes.inline("", " · ", classes=["newstimeline-separator"])
    node += nodes.inline("", label)
    return node


def overdue_title(drawing: Drawing) -> str:
    """Return the heading above what was due or expected before the day that a schedule is told from."""
    if drawing.as_of is None:
        return ""
    day = plain_text(write_day(drawing.as_of, drawing.locale))
    return str(_("Due or expected before {date}")).format(date=day)


def before_title(day: date, drawing: Drawing) -> str:
    """Return the heading above what began before the first *day* of the window, and reaches into it."""
    return str(_("Begun before {date}")).format(date=plain_text(write_day(day, drawing.locale)))
