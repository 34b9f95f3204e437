"""The dates that authors give events: EDTF, or words as articles have them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ..events.entries import entries
from ..temporal import tag
from ..temporal.edtf import read_edtf
from ..temporal.interval import Interval, Precision, Side
from ..temporal.language import LanguageError
from ..temporal.timex import ClockTime, Recurrence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..events.entries import Entry
    from ..events.event import Event
    from ..temporal.period import Period
    from ..temporal.timex import Why

#: For messages.
EXPECTED = (
    "expected one such as “2025-01-20”, “2025-01-20/2025-01-24”, “../2025-01-20”, “20 January 2025” or "
    "“by 20 January 2025”"
)
#: Any day will do to see whether words are a date.
_SOME_DAY = date(2024, 11, 13)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?")
_NAMES = {
    Precision.DAY: "day",
    Precision.MONTH: "month",
    Precision.YEAR: "year",
    Precision.DECADE: "decade",
    Precision.CENTURY: "century",
}
_LAST_HOUR, _LAST_MINUTE = 23, 59


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with what an :class:`.Event` says of one; exactly one of the first two is there.

    The fields are those of :class:`.Event`.
    """

    interval: Interval | None
    recurrence: Recurrence | None = None
    type: str = "DATE"
    value: str = ""
    mod: str = ""
    granularity: str = "day"
    deadline: bool = False
    side: Side = ""
    time: ClockTime | None = None

    @classmethod
    def of(cls, entry: Entry) -> Dating:
        """Return the date of an entry."""
        timex = entry.timex
        return cls(
            entry.interval,
            timex.recurrence,
            timex.type,
            entry.value,
            timex.mod,
            timex.granularity,
            timex.deadline,
            timex.side,
            timex.time,
        )

    def given_to(self, event: Event, why: Why) -> Event:
        """Return an event with this date in place of its own, and why it has it."""
        return replace(
            event,
            interval=self.interval,
            type=self.type,
            value=self.value,
            mod=self.mod,
            granularity=self.granularity,
            deadline=self.deadline,
            side=self.side,
            time=self.time,
            recurrence=self.recurrence,
            why=why,
        )


def is_date(text: str, language: str, periods: tuple[Period, ...] = ()) -> bool:
    """Return whether a text is a date, if perhaps one that depends on the day of publication."""
    return read_dating(text, _SOME_DAY, language, periods) is not None


@lru_cache(maxsize=4096)
def read_dating(
    text: str, published: date | None, language: str, periods: tuple[Period, ...] = ()
) -> Dating | None:
    """Return the date that an author states, or ``None`` where it is none.

    :param text: EDTF, an ISO date with a time of day, or words of *language* that are a date and
        nothing else.
    :param published: the day that words such as "next Friday" are counted from.
    :param periods: named periods that the words may speak of, the nearest first.
    """
    try:
        return _moment(text) or _dated(read_edtf(text))
    except ValueError:
        pass
    words = text.strip().rstrip(".,;").strip()
    try:
        found = entries(tag(words, published, language=language, periods=periods))
    except LanguageError:
        return None
    return _worded(found, words)


def _moment(text: str) -> Dating | None:
    """Return the date of an ISO date with a time of day."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match[2]), int(match[3])
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise ValueError(text)
    zone = "UTC" if match[4] == "Z" else f"UTC{match[4]}" if match[4] else ""
    day = Interval.of_day(date.fromisoformat(match[1]))
    value = f"{match[1]}T{match[2]}:{match[3]}"
    return Dating(day, None, "TIME", value, granularity="minute", time=ClockTime(hour, minute, "", zone))


def _dated(interval: Interval) -> Dating:
    """Return the date of an interval; one that is open at its start is a deadline."""
    edge = interval.start or interval.end
    mod = "ON_OR_BEFORE" if interval.start is None else "ON_OR_AFTER" if interval.end is None else ""
    side: Side = "by" if interval.start is None else "from" if interval.end is None else ""
    value = interval.edtf.removeprefix("../").removesuffix("/..").replace("~", "")
    granularity = _NAMES[edge.precision] if edge else ""
    return Dating(interval, None, "DATE", value, mod, granularity, interval.start is None, side)


def _worded(found: Sequence[Entry], words: str) -> Dating | None:
    """Return the date that an entry is whose words are all there is."""
    if len(found) != 1 or found[0].undated:
        return None
    entry = found[0]
    covered = {(phrase.start, phrase.end) for phrase in entry.phrases}
    if covered != {(0, len(words))}:
        return None
    return Dating.of(entry)
