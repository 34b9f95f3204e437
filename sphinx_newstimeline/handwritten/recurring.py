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

    def from_day(self, day: date) -> Bounds:
        """Return the same stretch of a year, a year later where it has ended before *day*."""
        from dateutil.relativedelta import relativedelta

        if self.last is None or self.last >= day or self.last.year >= date.max.year:
            return self
        year = relativedelta(years=1)
        return Bounds(self.first and self.first + year, self.last + year)


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
