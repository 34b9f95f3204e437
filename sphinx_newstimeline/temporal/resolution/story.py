"""The story so far: what a text has spoken of, and whether it is news or a narrative."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .. import meanings
from ..units import CalendarUnit, Grain

#: Grains of the dates that "two days later" or "that month" can count from.
TOLD = {Grain.DAY, Grain.WEEKEND, Grain.WEEK, Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.YEAR}
#: Grains of the dates that a bare month or day takes its year from.
DATED = {Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.SEASON}
#: Meanings with another inside, and those counted from an anchor.
AROUND = (meanings.Bounded, meanings.Modified, meanings.DayPart)
COUNTED = (meanings.Relative, meanings.Shifted)
#: A narrative has more than so many dates of distant years.  One that has deictic ones ("today", "last
#: year") has so many times more dates, and that many beside.
DISTANT_DATES = 3
DATES_TO_A_DEICTIC = 10
#: How many characters a quotation has at most.
LONGEST_QUOTATION = 600
#: Within how many days the dates on both sides of one that looked ahead belong together: a season or so.
TOGETHER = 100


class Anchor(NamedTuple):
    """What a relative expression is counted from.

    :param kind: ``published``, ``text`` or ``period``, as in ``Why``.
    :param unit: the unit of the calendar that it is.
    :param words: the words it came from; empty for the publication date.
    """

    kind: str
    unit: CalendarUnit
    words: str = ""

    @property
    def day(self) -> date:
        """Return the first day."""
        return self.unit.first


@dataclass(slots=True)
class Story:
    """What the text has spoken of so far.

    :ivar last: the last date that was read.
    :ivar earlier: the last date that was read of those before publication.
    :ivar dated: the last day, week, month or season that was read; years are named in passing.
    :ivar before: what ``dated`` was before it went to a later year, where it just did.
    :ivar position: where the last date was read, as an offset into the text; ``phrase`` has its preposition.
    :ivar elsewhere: whether the last date with a stated year was one of another year than publication,
        and nothing since was counted from publication.
    :ivar results: the last period that results were told of.
    :ivar quarter: the quarter that was named last.
    :ivar weekday: the day that was last named by its weekday alone.
    :ivar half: the half of a year that was named last, also as a forecast: the other half is of the
        same year ("the first half of 2025 will be thin; growth comes back in the second half").
    :ivar antiquity: the year before Christ that the text tells of, or ``None``.
    :ivar named: the period that was named last, as an index into the context's periods.
    """

    last: Anchor | None = None
    earlier: Anchor | None = None
    dated: Anchor | None = None
    before: Anchor | None = None
    results: Anchor | None = None
    quarter: Anchor | None = None
    weekday: CalendarUnit | None = None
    half: Anchor | None = None
    antiquity: int | None = None
    named: int | None = None
    elsewhere: bool = False
    position: int = 0
    phrase: int = 0

    def go_on(
        self, unit: CalendarUnit, words: str, opens: Callable[[], bool], published: date | None
    ) -> None:
        """Let the story go on with a date that was read.

        :param opens: says whether it opens a paragraph, or is a heading: it then says of when it tells.
        """
        anchor = Anchor("text", unit, words)
        if unit.grain in TOLD:
            self.last = anchor
            if published and unit.last < published:
                self.earlier = anchor
        if unit.grain is Grain.QUARTER:
            self.quarter = anchor
        if self._dates(unit, opens):
            leaps = self.dated is not None and unit.year > self.dated.unit.year and not opens()
            self.before = self.dated if leaps else None
            self.dated = anchor

    def told(self, ahead: CalendarUnit | None) -> Anchor | None:
        """Return the date that bare months and days belong to.

        A date that lies beyond the next one with a year only looked ahead: the story is where it was.

        :param ahead: the next date with a stated year, or ``None`` where there is none.
        """
        if ahead is None or self.dated is None or self.before is None or ahead.grain is Grain.YEAR:
            return self.dated
        here = self.before.day <= ahead.last < self.dated.day
        return self.before if here and (ahead.first - self.before.day).days < TOGETHER else self.dated

    def _dates(self, unit: CalendarUnit, opens: Callable[[], bool]) -> bool:
        """Return whether bare months take their year from it: a day, a year that opens, or comes next."""
        if unit.grain in DATED or self.dated is None or self.dated.unit.grain not in DATED:
            return True
        return unit.grain is Grain.YEAR and (unit.year - self.dated.unit.year == 1 or opens())


def innermost(meaning: meanings.Meaning | None) -> meanings.Meaning | None:
    """Return what a modifier or preposition was put before, or the day of a part of it, if it has one."""
    while isinstance(meaning, AROUND):
        meaning = meaning.day if isinstance(meaning, meanings.DayPart) else meaning.of
    return meaning


def stated_year(meaning: meanings.Meaning) -> CalendarUnit | None:
    """Return the year, month or day of a date whose year is stated, or ``None`` for any other."""
    inner = innermost(meaning)
    if isinstance(inner, meanings.InYear) and inner.year is not None:
        inner = inner.year
    if not isinstance(inner, meanings.Calendar) or (inner.parts.year or 0) < 1:
        return None
    year, month, day = inner.parts
    grain = Grain.DAY if day else Grain.MONTH if month else Grain.YEAR
    return CalendarUnit(grain, date(year or 1, month or 1, day or 1))


def is_narrative(found: Sequence[tuple[int, meanings.Meaning]], published: date | None, text: str) -> bool:
    """Return whether a text tells of its own years rather than of the day it was published.

    That is so where dates with a stated year that is not near the publication by far outnumber
    expressions that are counted from it (news that looks back, as obituaries do, has some of these);
    and where the publication date is unknown.

    :param found: what was found, each with its offset in the text.
    """
    if published is None:
        return True
    distant, bare, deictic = 0, 0, []
    for start, whole in found:
        meaning = innermost(whole)
        if isinstance(meaning, meanings.Calendar):
            if meaning.parts.year is None:
                bare += 1
            else:
                distant += abs(meaning.parts.year - published.year) > 1
        elif _is_deictic(meaning):
            deictic.append(start)
    if distant <= DISTANT_DATES:
        return False
    # What somebody said long ago was not counted from publication.
    own = sum(not _is_quoted(text, start) for start in deictic)
    return not own or distant + bare > DATES_TO_A_DEICTIC * (own + 1)


def _is_deictic(meaning: meanings.Meaning | None) -> bool:
    """Return whether an expression is counted from publication: "Friday", "last week", "two years ago"."""
    if isinstance(meaning, COUNTED):
        return meaning.origin == "published"
    return isinstance(meaning, meanings.Weekday)


def _is_quoted(text: str, position: int) -> bool:
    """Return whether a place is inside of quotation marks that were opened in its line."""
    reach = max(0, position - LONGEST_QUOTATION)
    before = text[max(text.rfind("\n", reach, position) + 1, reach) : position]
    return before.count('"') % 2 > 0 or before.count("“") > before.count("”")
