"""What recurs, as the reader's language says it: the rules of RFC 5545 that news copy leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list
from sphinx.locale import get_translation

from ..temporal.interval import Edge, Interval
from ..temporal.timex import WEEKDAY_CODES, rule_parts
from .dates import Piece, Pieces, framed, write_interval
from .messages import comma, ngettext

if TYPE_CHECKING:
    from babel import Locale

    from ..temporal.timex import Recurrence

_ = get_translation("sphinx_newstimeline")


def write_recurrence(recurrence: Recurrence, words: str, locale: Locale) -> Pieces:
    """Return what recurs and, where it is known, from which day on, or from which to which.

    :param words: the words of the text, for a rule that has no words here.
    """
    text = _rule(recurrence.rrule, locale) or words
    if recurrence.first is None:
        return (Piece(text),)
    if recurrence.last is not None:
        days = Interval.of_days(recurrence.first, max(recurrence.first, recurrence.last))
        return (Piece(f"{text}{comma()}"), *write_interval(days, locale))
    return (Piece(text + " "), *framed("from", Edge(recurrence.first), locale))


def _rule(rrule: str, locale: Locale) -> str:
    """Return the words for a rule, or an empty text for one that is more than a step and weekdays."""
    parts = rule_parts(rrule)
    frequency, step = parts.pop("FREQ", ""), parts.pop("INTERVAL", "1")
    weekdays = parts.pop("BYDAY", "")
    parts.pop("UNTIL", "")
    if parts or not step.isdecimal():
        return ""
    if weekdays and (frequency, step) == ("MONTHLY", "1"):
        return _weekday_of_month(weekdays, locale)
    if weekdays:
        return _weekdays(weekdays.split(","), locale) if (frequency, step) == ("WEEKLY", "1") else ""
    return _steps(frequency, int(step)).format(number=step)


def _weekdays(codes: list[str], locale: Locale) -> str:
    """Return ``every Monday and Friday``, or an empty text where a code is no plain weekday."""
    if not set(codes) <= set(WEEKDAY_CODES):
        return ""
    if len(codes) == 1:
        return str(_every()[codes[0]])
    names = locale.days["stand-alone"]["wide"]
    days = format_list([names[WEEKDAY_CODES.index(code)] for code in codes], locale=locale)
    return str(_("every {weekday}")).format(weekday=days)


def _weekday_of_month(code: str, locale: Locale) -> str:
    """Return ``every first Monday of the month`` for ``1MO``, or an empty text for more than one day."""
    templates = {
        "1": _("every first {weekday} of the month"),
        "2": _("every second {weekday} of the month"),
        "3": _("every third {weekday} of the month"),
        "4": _("every fourth {weekday} of the month"),
        "5": _("every fifth {weekday} of the month"),
        "-1": _("every last {weekday} of the month"),
    }
    number, weekday = code[:-2], code[-2:]
    if number not in templates or weekday not in WEEKDAY_CODES:
        return ""
    name = locale.days["stand-alone"]["wide"][WEEKDAY_CODES.index(weekday)]
    return str(templates[number]).format(weekday=name)


def _every() -> dict[str, object]:
    """Return the words for a single weekday, whose gender decides on "every" in some languages."""
    return {
        "MO": _("every Monday"),
        "TU": _("every Tuesday"),
        "WE": _("every Wednesday"),
        "TH": _("every Thursday"),
        "FR": _("every Friday"),
        "SA": _("every Saturday"),
        "SU": _("every Sunday"),
    }


def _steps(frequency: str, number: int) -> str:
    """Return the words for a unit, with a place for the number where it is not one."""
    if number == 1:
        one = {
            "HOURLY": _("every hour"),
            "DAILY": _("every day"),
            "WEEKLY": _("every week"),
            "MONTHLY": _("every month"),
            "YEARLY": _("every year"),
        }
        return str(one.get(frequency, ""))
    several = {
        "HOURLY": ngettext("every {number} hour", "every {number} hours", number),
        "DAILY": ngettext("every {number} day", "every {number} days", number),
        "WEEKLY": ngettext("every {number} week", "every {number} weeks", number),
        "MONTHLY": ngettext("every {number} month", "every {number} months", number),
        "YEARLY": ngettext("every {number} year", "every {number} years", number),
    }
    return several.get(frequency, "")
