"""Why an event has its date, in words of the reader's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.lists import format_list
from sphinx.locale import get_translation

from ..temporal.edtf import read_edtf
from ..temporal.timex import AUTHOR, HEADING
from .dates import plain_text, write_interval, write_unit
from .kinds import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel import Locale

    from ..events.event import Event
    from ..temporal.interval import Interval
    from ..temporal.timex import Why

_ = get_translation("sphinx_newstimeline")

#: What EDTF has for one unit of the calendar; an anchor may have other codes, such as ``2024-Q3``.
_UNIT = re.compile(r"\d{4}(?:-\d\d){0,2}|\d{3}X|\d\dXX")

#: Parts of a date, in the order in which they are listed: the widest first.
_PARTS = (
    "century", "decade", "year", "season", "half", "quarter", "month", "week", "weekend", "weekday",
    "holiday", "day", "part of day", "hour", "minute", "second",
)  # fmt: skip

#: Parts that say no more than where to count to; every other part needs only what it leaves out.
_COUNTED = frozenset({"weekday"})


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an event has its date.

    :param sentence: what the date was counted from.
    :param facts: pairs of a name and what it is, such as ``("Stated", "weekday")``.
    """

    sentence: str
    facts: tuple[tuple[str, str], ...]


def explain(event: Event, locale: Locale) -> Explanation:
    """Return the explanation of an event's date."""
    why = event.why
    facts = (
        (_("Shown as"), _meaning_of(kind_of(event))),
        (_("Stated"), _listed(why.stated, locale)),
        (_("Filled in"), _listed(why.filled, locale)),
        (_("Direction from"), str(_("“{words}”")).format(words=why.cue) if why.cue else ""),
        (_("Rule"), why.rule),
        (_("Articles that name the date"), str(event.merit.articles) if event.merit else ""),
        (_("Place among all dates"), str(event.merit.place) if event.merit else ""),
    )
    return Explanation(
        _sentence(why).format(
            words=event.words, anchor=why.anchor_words, date=_written(why.anchor_value, locale)
        ),
        tuple((str(name), value) for name, value in facts if value),
    )


def _sentence(why: Why) -> str:
    """Return the template of the sentence: a date is counted from its anchor, or completed by it."""
    completed = {
        "published": _("“{words}” is completed from the day of publication, {date}."),
        "text": _("“{words}” is completed from “{anchor}”, earlier in the text ({date})."),
        HEADING: _("“{words}” is completed from the heading “{anchor}” ({date})."),
        "period": _("“{words}” is completed from the period “{anchor}” ({date})."),
    }
    counted = {
        "published": _("“{words}” is counted from the day of publication, {date}."),
        "text": _("“{words}” is counted from “{anchor}”, earlier in the text ({date})."),
        HEADING: _("“{words}” is counted from the heading “{anchor}” ({date})."),
        "period": _("“{words}” is counted from the period “{anchor}” ({date})."),
        "unknown": _("“{words}” would be counted from the day of publication, which is not known."),
        "out of range": _("“{words}” lies outside the years 1 to 9999."),
        "author": _("The author set this date; the article says “{words}”, which was read as {date}."),
        "author alone": _("The author set this date; the article says “{words}”."),
        "": _("“{words}” states the date without reference to another."),
    }
    if why.anchor == AUTHOR and _edtf(why.anchor_value) is None:
        return str(counted["author alone"])
    lacks_only_parts = why.filled and set(why.stated) - _COUNTED
    table = {**counted, **completed} if lacks_only_parts else counted
    return str(table.get(why.anchor, counted[""]))


def _meaning_of(kind: Kind) -> str:
    """Return what the marker of a kind means; empty for a single day and for what has no date."""
    meanings = {
        Kind.SPAN: _("a stretch of time"),
        Kind.OPEN: _("a stretch of time with one end open"),
        Kind.VAGUE: _("an approximate date"),
        Kind.DEADLINE: _("a deadline: what counts is its last day"),
        Kind.RECURRENCE: _("a recurrence, which stands at its first day"),
    }
    return str(meanings.get(kind, ""))


def _listed(parts: Iterable[str], locale: Locale) -> str:
    """Return the names of parts of a date, as a list in words."""
    names = {
        "century": _("century"),
        "decade": _("decade"),
        "year": _("year"),
        "season": _("season"),
        "half": _("half-year"),
        "quarter": _("quarter"),
        "month": _("month"),
        "week": _("week"),
        "weekend": _("weekend"),
        "weekday": _("weekday"),
        "holiday": _("holiday"),
        "day": _("day"),
        "part of day": _("part of the day"),
        "hour": _("hour"),
        "minute": _("minute"),
        "second": _("second"),
    }
    known = sorted((part for part in set(parts) if part in names), key=_PARTS.index)
    return str(format_list([str(names[part]) for part in known], locale=locale)) if known else ""


def _written(value: str, locale: Locale) -> str:
    """Return the value of an anchor as readers write it, or as it is where it is no date of EDTF."""
    if _UNIT.fullmatch(value):
        return plain_text(write_unit(value, locale))
    interval = _edtf(value)
    if interval is None:
        return value
    return plain_text(write_interval(interval, locale, "by" if interval.start is None else ""))


def _edtf(value: str) -> Interval | None:
    """Return what a text in EDTF states, or ``None`` where it is none."""
    try:
        return read_edtf(value)
    except ValueError:
        return None
