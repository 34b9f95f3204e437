"""What resolution knows of the world around an expression: the publication date and the story so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..interval import Interval
from ..meanings import Bounded, Meaning, NamedPeriod, Origin, Portion
from ..period import Period
from ..timex import ClockTime, Recurrence
from ..units import CalendarUnit, Grain
from .story import Anchor, Story


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolved meaning: TIMEX3 attributes, interval, and how they came about.

    :param unit: the unit of the calendar that it is, where it is one.
    :param anchor: what it was counted from or filled in from, or ``None`` where it is absolute.
    :param period: the named period that it is, or is a part of.
    :param unknown: whether it needed an anchor and there was none.
    :param out_of_range: whether it lies outside the years 1 to 9999.
    """

    type: str
    value: str
    mod: str = ""
    interval: Interval | None = None
    grain: Grain | None = None
    unit: CalendarUnit | None = None
    time: ClockTime | None = None
    recurrence: Recurrence | None = None
    deadline: bool = False
    anchor: Anchor | None = None
    period: Period | None = None
    stated: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    unknown: bool = False
    out_of_range: bool = False

    def but(self, **changes: object) -> Reading:
        """Return the reading with some attributes changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def reading_of(unit: CalendarUnit, anchor: Anchor | None = None, **changes: object) -> Reading:
    """Return the reading of a whole unit of the calendar, as a DATE."""
    known: dict[str, Any] = {"interval": unit.interval, "grain": unit.grain, "unit": unit, "anchor": anchor}
    return Reading("DATE", unit.value, **(known | changes))


def approximate(interval: Interval | None) -> Interval | None:
    """Return the interval with both ends approximate."""
    if interval is None:
        return None
    start, end = interval.start, interval.end
    return Interval(start and replace(start, approximate=True), end and replace(end, approximate=True))


def unresolved(type_: str, value: str, grain: Grain | None = None, **changes: object) -> Reading:
    """Return the reading of an expression whose anchor is unknown."""
    return Reading(type_, value, grain=grain, unknown=True).but(**changes)


#: What the direction is where a clause is plainly past, or plainly ahead.
CERTAINLY_PAST, CERTAINLY_AHEAD = -2, 2
#: How many years from publication a date lies that is another story's.
ANOTHER_YEAR = 2
#: How many characters back a date of another year still counts.
NEARBY = 160


@dataclass
class Context:
    """Everything that the meaning of one expression can depend on.

    :ivar published: the document creation time, or ``None`` where it is unknown.
    :ivar narrative: whether the text tells a story of its own years rather than news.
    :ivar direction: gives -1 (past), 1 (future) or 0 (unsaid) for the clause that governs the
        expression; it is asked only where the meaning depends on it.
    :ivar position: where in the text the expression stands, as an offset.
    :ivar side: which side of the expression counts: 1 for a deadline, -1 for "since".
    """

    published: date | None
    narrative: bool = False
    direction: Callable[[], int] = field(default=lambda: 0)
    story: Story = field(default_factory=Story)
    periods: tuple[Period, ...] = ()
    countries: tuple[str, ...] = ()
    position: int = 0
    side: int = 0

    @property
    def reference(self) -> Anchor | None:
        """Return the publication date as an anchor."""
        if self.published is None:
            return None
        return Anchor("published", CalendarUnit(Grain.DAY, self.published))

    @property
    def spoken_of(self) -> Anchor | None:
        """Return the date that the text spoke of last, else the publication date."""
        return self.story.last or self.reference

    @property
    def deictic(self) -> Anchor | None:
        """Return what "last year" counts from: publication, but in a narrative the date spoken of."""
        return self.spoken_of if self.narrative and self.published else self.reference

    @property
    def tells_elsewhere(self) -> bool:
        """Return whether the text, close by, tells of another year than that of publication."""
        return self.story.elsewhere and self.position - self.story.position < NEARBY

    def origin(self, origin: Origin) -> Anchor | None:
        """Return what an expression of that origin is counted from."""
        if origin == "published":
            return self.deictic
        return self.spoken_of if origin == "text" or self.tells_elsewhere else self.deictic

    @property
    def filling(self) -> Anchor | None:
        """Return what missing years are filled in from: in a narrative the story, else publication.

        A clause that looks ahead looks from publication.
        """
        elsewhere = self.narrative or self.tells_elsewhere
        if self.published and elsewhere and self.direction() < (CERTAINLY_AHEAD if self.narrative else 1):
            return self.story.dated or self.reference
        return self.reference

    def leaning(self, side: int) -> Context:
        """Return the context of a time of which one side counts: 1 for "by", -1 for "since"."""
        return replace(self, side=side)

    def looks(self) -> int:
        """Return 1 where the next one is meant, -1 or 0 where the last: "until Friday" looks ahead.

        A deadline does so unless its clause is plainly past.
        """
        if self.side < 0:
            return -1
        direction = self.direction()
        return direction if self.side == 0 or direction <= CERTAINLY_PAST else 1

    def nearest_period(self, indexes: tuple[int, ...]) -> int:
        """Return which of several periods a name means: the author's own, else the nearest to publication."""
        own = [index for index in indexes if not self.periods[index].source]
        if own:
            return own[0]
        published = self.published
        if published is None:
            return indexes[-1]

        def distance(index: int) -> int:
            period = self.periods[index]
            if published < period.start:
                return (period.start - published).days
            return max((published - period.end).days, 0) if period.end else 0

        return min(indexes, key=lambda index: (distance(index), -index))

    def remember(self, reading: Reading, meaning: Meaning, words: str) -> None:
        """Let the story go on with what was just read."""
        inner = meaning.of if isinstance(meaning, Bounded | Portion) else meaning
        if isinstance(inner, NamedPeriod):
            self.story.named = self.nearest_period(inner.periods)
        if reading.unknown:
            self.story.last = None
        if reading.unit is None or reading.type not in {"DATE", "TIME"}:
            return
        published = reading.anchor is not None and reading.anchor.kind == "published"
        if published or self.published is None:
            self.story.elsewhere = False
        elif (
            "year" in reading.stated
            and not isinstance(meaning, Bounded)
            and not reading.mod.startswith("ON_OR")
        ):
            self.story.elsewhere = abs(reading.unit.year - self.published.year) >= ANOTHER_YEAR
        if not (self.narrative and published):
            self.story.go_on(reading.unit, words)
            self.story.position = self.position
