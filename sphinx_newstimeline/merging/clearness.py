"""Which of several sentences tells an event most clearly: the one that stands for it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ..temporal.timex import AUTHOR
from .words import words_of

if TYPE_CHECKING:
    from ..events.event import Event

#: A sentence of fewer characters says little, one of more says too much at once.
SHORT, LONG = 40, 260
#: A date with an open end is the least precise of all.
ENDLESS = date.max.toordinal()
#: So many parts of the key speak of the date; of equal ones the date that most articles name goes first.
PRECISION = 2

_FIRST_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[\s]*[\"“„«»‘「]")

Key = tuple[bool, int, bool, bool, bool, int, str, int, str]


def clearness(event: Event) -> Key:
    """Return what to sort tellings of one event by, the clearest first.

    The parts are: the author's own, or dated by the author; the precision of the date, in days; what is
    no piece of a quotation; what does not lean on the sentence before it; what is neither very short nor
    very long; the day of publication, unknown ones last; and the place: path, offset, id.
    """
    source = event.sources[0]
    return (
        not (event.handwritten or event.why.anchor == AUTHOR),
        _length(event),
        bool(event.speaker or _QUOTED.match(event.sentence)),
        _leans(event),
        not SHORT <= len(event.sentence) <= LONG,
        (source.published or date.max).toordinal(),
        source.path,
        source.start,
        event.id,
    )


def _length(event: Event) -> int:
    """Return how many days an event may be at."""
    interval = event.interval
    if interval is None or interval.earliest is None or interval.latest is None:
        # A deadline has but one end, and says it to the day.
        return 0 if interval and event.deadline else ENDLESS
    return (interval.latest - interval.earliest).days


def _leans(event: Event) -> bool:
    """Return whether a sentence begins with a pronoun or the like."""
    first = _FIRST_WORD.search(event.sentence)
    return first is not None and first[0].casefold() in words_of(event.sources[0].language).leaning
