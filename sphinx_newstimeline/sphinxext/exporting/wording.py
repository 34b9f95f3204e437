"""Dates and labels of exports in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation

from ...exports import Certainty, Wording
from ..clocks import write_clock
from ..dates import locale_of, plain_text
from ..event_dates import date_of

if TYPE_CHECKING:
    from ...events.event import Event

_ = get_translation("sphinx_newstimeline")


def wording_of(language: str) -> Wording:
    """Return the words of a language of Sphinx."""
    locale = locale_of(language)

    def when(event: Event) -> str:
        words = plain_text(date_of(event, locale))
        clock = plain_text(write_clock(event.time, None, locale)) if event.time else ""
        return f"{words}, {clock}" if clock else words

    labels = {
        Certainty.EXACT: "{text}",
        Certainty.DEADLINE: str(_("Deadline: {text}")),
        Certainty.UNTIL: str(_("Until this day: {text}")),
        Certainty.FROM: str(_("From this day on: {text}")),
        Certainty.ABOUT: str(_("About this time: {text}")),
        Certainty.WITHIN: "{date}: {text}",
    }
    before = str(_("Begun before {date}"))
    return Wording(when, labels, str(_("When: {date}")), str(_("Undated")), before)
