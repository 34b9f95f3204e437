"""How far ticks stand apart: from hours to thousands of years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil, floor
from typing import TYPE_CHECKING

from .chart import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = 365.2425
_WEEK = 7
_HOURS = 24
_MONTHS = 12

#: How many days a unit has; as long as its longest, where they differ, would be too far.
_DAYS = {
    Unit.HOUR: 1 / _HOURS,
    Unit.DAY: 1.0,
    Unit.MONTH: _YEAR / _MONTHS,
    Unit.QUARTER: _YEAR / 4,
    Unit.YEAR: _YEAR,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A number of units from one tick to the next; seven days are from Monday to Monday."""

    unit: Unit
    count: int

    @property
    def days(self) -> float:
        """Return the mean length in days."""
        return _DAYS[self.unit] * self.count

    def divides(self, other: Step) -> bool:
        """Return whether every tick of *other* is one of this step too."""
        if self.unit is other.unit:
            return other.count % self.count == 0
        if self.unit is Unit.HOUR:
            return other.unit is not Unit.HOUR
        if self.unit is Unit.DAY:
            return self.count == 1
        return self.days < other.days

    def moments(self, first: float, last: float) -> Iterator[datetime]:
        """Yield the ticks from *first* to *last*, which are days as in :mod:`.scale`."""
        first, last = max(first, 1.0), min(last, date.max.toordinal() + 0.999)
        if self.unit is Unit.HOUR:
            numbers = range(ceil(first * _HOURS / self.count), floor(last * _HOURS / self.count) + 1)
            for number in numbers:
                days, hours = divmod(number * self.count, _HOURS)
                yield datetime.fromordinal(days) + timedelta(hours=hours)
        elif self.unit is Unit.DAY:
            # The first day of the calendar, ordinal 1, is a Monday.
            for number in range(ceil((first - 1) / self.count), floor((last - 1) / self.count) + 1):
                yield datetime.fromordinal(number * self.count + 1)
        else:
            yield from self._months(first, last)

    def _months(self, first: float, last: float) -> Iterator[datetime]:
        """Yield first days of months, quarters or years."""
        months = self.count * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: _MONTHS}[self.unit]
        start = datetime.fromordinal(floor(first))
        number = (start.year * _MONTHS + start.month - 1) // months * months
        while number < _MONTHS * (date.max.year + 1):
            year, month = divmod(number, _MONTHS)
            number += months
            if year < 1:
                continue
            moment = datetime(year, month + 1, 1)  # noqa: DTZ001 - days of the calendar have no zone
            if moment.toordinal() > last:
                return
            if moment.toordinal() >= first:
                yield moment


#: Every step, the shortest first.
STEPS = (
    *(Step(Unit.HOUR, count) for count in (1, 3, 6, 12)),
    Step(Unit.DAY, 1),
    Step(Unit.DAY, _WEEK),
    Step(Unit.MONTH, 1),
    Step(Unit.QUARTER, 1),
    *(Step(Unit.YEAR, count) for count in (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)),
)

#: How many units a label takes with the gap to the next, on a wide screen; a narrow one needs twice that.
_ROOM = {Unit.HOUR: 66.0, Unit.DAY: 32.0, Unit.MONTH: 58.0, Unit.QUARTER: 50.0, Unit.YEAR: 62.0}
_NARROW = 2.0

#: How near lines without labels may stand.
_NEAREST = 9.0


#: Twice a day is for lines alone.
_LABELLED = tuple(step for step in STEPS if step != Step(Unit.HOUR, 12))


def label_step(day: float, *, narrow: bool = False) -> Step:
    """Return the shortest step whose labels have room where a day is *day* units long."""
    factor = _NARROW if narrow else 1.0
    return next((step for step in _LABELLED if step.days * day >= _ROOM[step.unit] * factor), STEPS[-1])


def minor_step(day: float, labelled: Step) -> Step | None:
    """Return the shortest step for the lines between those with labels, or ``None``."""
    finer = (step for step in STEPS if step.days < labelled.days and step.divides(labelled))
    return next((step for step in finer if step.days * day >= _NEAREST), None)
