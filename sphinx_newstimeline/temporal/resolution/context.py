"""What resolution knows of the world around an expression: the publication date and the story so far."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ..cues import Cue
from ..meanings import Bounded, Meaning, NamedPeriod, Origin, Portion, Weekday
from ..period import Period
from ..surroundings import AHEAD, Surroundings
from ..units import CalendarUnit, Grain
from .ages import year_of
from .reading import Reading
from .story import Anchor, Story, stated_year

if TYPE_CHECKING:
    from .entries import Entry

#: What the direction is where a clause is plainly past, or plainly ahead.
CERTAINLY_PAST, CERTAINLY_AHEAD = -2, 2
#: How many years from publication a date lies that is another story's.
ANOTHER_YEAR = 2
#: How many characters back a date of another year still counts.
NEARBY = 160
#: How many characters before a part of a day its day may stand: "in the evening".
A_FEW_SENTENCES = 400
#: How many characters before a clock time its day may begin.
BESIDE = 250


@dataclass
class Context:
    """Everything that the meaning of one expression can depend on.

    :ivar published: the document creation time, or ``None`` where it is unknown.
    :ivar narrative: whether the text tells a story of its own years rather than news.
    :ivar around: the text around the expression.
    :ivar ahead: for each group of expressions of a narrative, the next date behind it whose year is stated.
    :ivar day_first: whether the day comes first in the text's numeric dates.
    :ivar side: which side of the expression counts: 1 for a deadline, -1 for "since".
    :ivar reference: the publication date as an anchor, or the day that an entry of a live blog was written.
    :ivar own: the publication date as an anchor, whatever entries say.
    :ivar entry: when the entry of a live blog was written that is read now, if it says so.
    """

    published: date | None
    around: Surroundings
    narrative: bool = False
    ahead: Sequence[CalendarUnit | None] = ()
    story: Story = field(default_factory=Story)
    periods: tuple[Period, ...] = ()
    countries: tuple[str, ...] = ()
    day_first: bool = False
    side: int = 0
    reference: Anchor | None = field(init=False)
    own: Anchor | None = field(init=False)
    entry: Entry | None = None

    def __post_init__(self) -> None:
        """Make an anchor of the publication date."""
        day = self.published
        self.own = self.reference = Anchor("published", CalendarUnit(Grain.DAY, day)) if day else None

    @property
    def spoken_of(self) -> Anchor | None:
        """Return the date that the text spoke of last, else the publication date."""
        return self.story.last or self.reference

    @property
    def told_of(self) -> Anchor | None:
        """Return what "the year" means that of: publication, but in a narrative the date spoken of."""
        return self.spoken_of if self.narrative and self.published else self.reference

    @property
    def day_told(self) -> Anchor | None:
        """Return the day whose week or hours are told of: publication, in a narrative one close by."""
        return (self.narrative and self.published and self.day_near) or self.reference

    @property
    def tells_elsewhere(self) -> bool:
        """Return whether the text, close by, tells of another year than that of publication."""
        return self.story.elsewhere and self.around.position - self.story.position < NEARBY

    def is_elsewhere(self, unit: CalendarUnit) -> bool:
        """Return whether a date is one of another year than publication and the years around it."""
        return self.published is not None and abs(unit.year - self.published.year) >= ANOTHER_YEAR

    @property
    def day_beside(self) -> Anchor | None:
        """Return the day that a clock time has in its sentence: "play on Sunday (1600 GMT)".

        What opens a sentence has that of the one before: "He left on Friday. At 6 p.m. …".
        """
        return self._day_within(BESIDE) if self.beside() or self.around.begins() else None

    @property
    def day_near(self) -> Anchor | None:
        """Return the day that a part of a day close behind it belongs to: "on Monday … in the evening"."""
        return self._day_within(A_FEW_SENTENCES)

    def _day_within(self, reach: int) -> Anchor | None:
        told = self.story.last
        beside = 0 < self.around.position - self.story.position < reach
        return told if told and beside and told.unit.grain is Grain.DAY else None

    def origin(self, origin: Origin) -> Anchor | None:
        """Return what an expression of that origin is counted from."""
        if origin == "published":
            return self.reference
        if origin == "near" and not self.narrative:
            return self.day_near or self.reference
        here = origin in {"text", "near"} or (origin == "either" and self.tells_elsewhere)
        return self.spoken_of if here else self.told_of

    @property
    def filling(self) -> Anchor | None:
        """Return what missing years are filled in from: in a narrative the story, else publication.

        A clause that looks ahead looks from publication.
        """
        elsewhere = self.narrative or self.tells_elsewhere
        if self.published and elsewhere and self.direction() < (CERTAINLY_AHEAD if self.narrative else 1):
            announced = self.announced() if self.narrative else None
            return announced or self.story.told(self._next_stated()) or self.reference
        return self.reference

    def announced(self) -> Anchor | None:
        """Return the date with a stated year that comes next in the sentence, if none comes before it there.

        "Spent the spring and summer of 1943".
        """
        following = self.around.following()
        unit = stated_year(following.expression.meaning) if following else None
        if following is None or unit is None:
            return None
        return Anchor("text", unit, self.around.text[following.start : following.end])

    def _next_stated(self) -> CalendarUnit | None:
        """Return the date with a stated year that comes next in a narrative."""
        return self.ahead[self.around.index] if self.ahead else None

    def beside(self) -> bool:
        """Return whether the date that was read last holds for what is read now.

        It does in its own sentence, and where it opens one: "In 2011 he fell. Protests began in January."
        """
        return self.around.begins(self.story.phrase) or self.around.is_beside(self._told_end)

    @property
    def _told_end(self) -> int:
        """Return where the date ends that was read last."""
        told = self.story.last
        return self.story.position + len(told.words) if told else 0

    def cue(self) -> Cue:
        """Return what the clause says that governs the expression.

        Several steps of a resolution may ask; the clause is looked at once, and only if one does.
        """
        if self.around.asked is None:
            self.around.asked = self._look_around()
        return self.around.asked

    def _look_around(self) -> Cue:
        """Return what the clause says, unless the expression goes on with what looks ahead.

        "Every first Monday from May to July" does so, and "tomorrow and Friday".
        """
        cue = self.around.clause()
        recurs = not cue.direction and self.around.recurs()
        return AHEAD if recurs or (cue.direction > CERTAINLY_PAST and self._goes_on_ahead()) else cue

    def _goes_on_ahead(self) -> bool:
        """Return whether a day ahead stands right before the expression: "tomorrow and Friday"."""
        told, published = self.story.last, self.published
        if told is None or published is None or told.unit.grain is not Grain.DAY or told.day <= published:
            return False
        return self.around.goes_on(self._told_end)

    @property
    def tells_habit(self) -> bool:
        """Return whether the clause tells of a habit, and of no single day or year."""
        return self.cue().habit

    def direction(self) -> int:
        """Return -1 or -2 where the clause looks back, 1 or 2 where it looks ahead, 0 where it is unsaid."""
        return self.cue().direction

    def leaning(self, side: int) -> Context:
        """Return the context of a time of which one side counts: 1 for "by", -1 for "since"."""
        leaning = copy(self)
        leaning.side = side
        return leaning

    def as_published(self) -> Context:
        """Return the context of what is counted from publication, whatever entry it stands in."""
        if self.own is None or self.own is self.reference:
            return self
        plain = copy(self)
        plain.published, plain.reference = self.own.day, self.own
        return plain

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
        inner = meaning.of if isinstance(meaning, (Bounded, Portion)) else meaning
        if isinstance(inner, NamedPeriod):
            self.story.named = self.nearest_period(inner.periods)
        if reading.unknown:
            self.story.last = None
        if reading.out_of_range:
            self.story.antiquity = year_of(reading) or self.story.antiquity
        elif "year" in reading.stated:
            self.story.antiquity = None
        if reading.unit is None or reading.type not in {"DATE", "TIME"}:
            return
        published = reading.anchor is not None and reading.anchor.kind == "published"
        if published or self.published is None:
            self.story.elsewhere = False
        elif (
            "year" in reading.stated
            and not isinstance(meaning, Bounded)
            and not reading.mod.startswith("ON_OR")
            and not self.around.is_of_birth()
        ):
            self.story.elsewhere = self.is_elsewhere(reading.unit)
        if isinstance(meaning, Weekday) and meaning.which is None:
            self.story.weekday = reading.unit
        if not (self.narrative and published):
            self.story.go_on(reading.unit, words, self.around.opens, self.published)
            self.story.position, self.story.phrase = self.around.position, self.around.phrase
