"""Which time expressions of one sentence make an entry each, and which make one together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .paragraphs import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..temporal.interval import Interval
    from ..temporal.timex import Range, Timex


@dataclass(frozen=True, slots=True)
class Entry:
    """What a sentence says about one date.

    :param timex: the expression that says most of it.
    :param interval: where it lies; that of the whole range where two expressions form one.
    :param value: the TIMEX3 value; both, with ``/`` between them, of a range.
    :param phrases: the offsets of the phrases that say so, that of ``timex`` first.
    """

    timex: Timex
    interval: Interval | None
    value: str
    phrases: tuple[Span, ...]

    @property
    def undated(self) -> bool:
        """Return whether it lacks a date that it would have if its anchor were known."""
        return self.interval is None and self.timex.recurrence is None


def entries(timexes: Sequence[Timex]) -> list[Entry]:
    """Return the entries for the expressions of one sentence, in the order of the text.

    Expressions that lie nowhere on the calendar make none, nor do those inside of another's words.
    Two that form a range make one, and so do those that say the same day again.
    """
    ordered = sorted(timexes, key=lambda timex: (timex.start, -timex.end))
    members: dict[Range, list[Timex]] = {}
    for timex in ordered:
        if timex.range:
            members.setdefault(timex.range, []).append(timex)
    found: list[Entry] = []
    alike: dict[object, list[int]] = {}
    reach = -1
    for timex in ordered:
        if not makes_entry(timex) or timex.end <= reach:
            continue
        reach = max(reach, timex.end, timex.range.end if timex.range else 0)
        entry = _range_entry(members[timex.range], timex.range) if timex.range else _entry(timex)
        same = alike.setdefault(_date(entry), [])
        index = next((index for index in same if _same_time(found[index].timex, entry.timex)), None)
        if index is None:
            same.append(len(found))
            found.append(entry)
        else:
            found[index] = _merged(found[index], entry)
    return found


def makes_entry(timex: Timex) -> bool:
    """Return whether an expression lies on the calendar, recurs, or lacks nothing but its anchor."""
    placed = timex.interval is not None or timex.recurrence is not None or timex.range is not None
    return placed or timex.unresolved


def extent(timex: Timex) -> Span:
    """Return the words of an expression, its preposition and the whole of its range included."""
    start, end = min(timex.phrase_start, timex.start), max(timex.phrase_end, timex.end)
    return Span(min(start, timex.range.start), max(end, timex.range.end)) if timex.range else Span(start, end)


def _entry(timex: Timex) -> Entry:
    """Return the entry of one expression."""
    return Entry(timex, timex.interval, timex.value, (extent(timex),))


def _range_entry(members: Sequence[Timex], whole: Range) -> Entry:
    """Return the entry of the expressions that form a range."""
    phrase = Span(extent(members[0]).start, max(member.phrase_end for member in members))
    value = "/".join(dict.fromkeys(member.value for member in members))
    # A range counts from its start, whatever its second half would do by itself.
    return Entry(replace(members[0], deadline=False, side=""), whole.interval, value, (phrase,))


def _date(entry: Entry) -> object:
    """Return what two entries of the same date have in common; of undated ones, the words."""
    if entry.undated:
        return entry.timex.phrase.casefold()
    return entry.interval, entry.timex.deadline, entry.timex.side, entry.timex.recurrence


def _same_time(one: Timex, other: Timex) -> bool:
    """Return whether two expressions of one date do not state different clock times."""
    return one.time is None or other.time is None or one.time == other.time


def _merged(one: Entry, other: Entry) -> Entry:
    """Return one entry for two that say the same: the one with a clock time, and all the words."""
    lead, follow = (other, one) if one.timex.time is None and other.timex.time else (one, other)
    return replace(lead, phrases=lead.phrases + follow.phrases)
