"""What recurs within bounds: "every first Monday from May to July"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..temporal.timex import Recurrence


@dataclass(frozen=True, slots=True)
class Bounds:
    """From when to when something recurs, both days inclusive; ``None`` leaves an end open."""

    first: date | None = None
    last: date | None = None


def bounded(recurrence: Recurrence, bounds: Bounds) -> Recurrence | None:
    """Return what recurs, within bounds; ``None`` where no occurrence lies between them.

    The rule ends with its last occurrence (``UNTIL`` of RFC 5545, section 3.3.10), whatever the words
    name as the end: "until the end of July" ends on the last Monday of July.
    """
    from dateutil.rrule import rrulestr

    start = bounds.first or recurrence.first
    if start is None:
        return None
    rule = rrulestr(recurrence.rrule, dtstart=_midnight(start))
    first = rule.after(_midnight(start), inc=True)
    if first is None:
        return None
    if bounds.last is None:
        return replace(recurrence, first=first.date())
    last = rule.before(_midnight(bounds.last), inc=True)
    if last is None or last < first:
        return None
    until = f"{recurrence.rrule};UNTIL={last:%Y%m%d}"
    return replace(recurrence, rrule=until, first=first.date())


def _midnight(day: date) -> datetime:
    """Return the start of a day, which is how ``dateutil`` has days."""
    return datetime.combine(day, time())
