"""What time expressions mean, before it is known when they were written.

Small frozen values that the rules build and :mod:`sphinx_newstimeline.temporal.resolution` turns into
dates.  They nest: "the end of next month" is ``Modified("END", Relative(MONTH, 1))``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .calendar import DateParts
from .units import Grain

#: From where a relative expression is counted: the publication date ("this year"), the text's own time
#: ("that year"), the text's own time where it tells of other years ("the next year"), or only where the
#: whole text does ("the year"); or from a day told of close by ("earlier in the day").
Origin = Literal["published", "text", "either", "told", "near"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date with the parts that were stated: "13 November", "in 1998", "Friday, May 3".

    :param weekday: ISO weekday that stands beside it, or ``None``.
    :param attacks: whether it is named as the day of an attack ("the Sept. 11 attacks").
    :param year: the year as an expression of its own: "July 25 of that year".
    :param short: whether the year has two digits only: "'27" is 1927 to a text of 1998.
    :param order: of a numeric date what must come first ("11/13/2024"), or ``either`` where nobody knows.
    """

    parts: DateParts
    weekday: int | None = None
    year: Meaning | None = None
    attacks: bool = False
    short: bool = False
    order: Literal["", "day", "month", "either"] = ""


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or century: "the 1980s" is 198, "the nineties" is 90 with ``century_stated`` off.

    :param before_christ: whether it is counted back from year 1: "the 470s BC" is 47.
    """

    grain: Grain
    number: int
    century_stated: bool = True
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class InYear:
    """The nth quarter, half, season or month of a year: "the third quarter", "summer of 2022".

    :param index: counted from 1; seasons from spring.
    :param year: the year it is in, or ``None`` where it is not stated.
    :param fiscal: whether it is one of a company's own year, which may begin in any month.
    """

    grain: Grain
    index: int
    year: Meaning | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, ISO number: bare, or "last" (-1), "this" (0), "next" (1).

    :param some: whether it is one that nobody says which: "on a Sunday".
    :param ago: whether weeks are counted from it, which it may be today: "a week ago Monday".
    """

    number: int
    which: int | None = None
    some: bool = False
    ago: bool = False


@dataclass(frozen=True, slots=True)
class Relative:
    """The unit that holds the anchor, *amount* further: "last week", "that year", "tomorrow"."""

    grain: Grain
    amount: int
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class NewYear:
    """The year whose beginning is spoken of: "in the new year", "at the turn of the year"."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The moment at which an age begins: "the turn of the century", "the dawn of the 1990s".

    :param of: the age; where nobody says which, the one whose beginning is nearest.
    """

    of: Meaning


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The year whose end "year-end" is: the one ahead, or the last one where what was then is told."""


@dataclass(frozen=True, slots=True)
class RelativeNamed:
    """A month or season of a neighbouring year: "last May" (-1), "next summer" (1), "this fall" (0)."""

    of: Calendar | InYear
    which: int
    origin: Origin = "published"


@dataclass(frozen=True, slots=True)
class Shifted:
    """*Amount* units away from an anchor, to the grain of the unit: "three years ago".

    :param amount: how many, signed; ``None`` for "years ago".
    :param origin: where it is counted from, or what: "two weeks after the summit of 3 March".
    """

    grain: Grain
    amount: float | None
    sign: int
    origin: Origin | Meaning = "published"
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """The period that results are told of, in its own or another year: "the year-ago quarter" (-1).

    :param year: the stated year ("the 1988 period"), else ``amount`` years from the period's own.
    :param told: whether it means a time only where results were told of one ("the period").
    :param quarter: whether it is a quarter where results were told of no other period.
    """

    amount: int = 0
    year: int | None = None
    told: bool = False
    quarter: bool = False


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day: "Tuesday morning", "last night"; the day is ``None`` where unstated.

    :param near: whether it is a time only close behind a day that was told of: "in the evening".
    :param overnight: whether it is that before the day told of, where its clause is past.
    """

    part: str
    day: Meaning | None = None
    mod: str = ""
    near: bool = False
    overnight: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time: "4 p.m. on Tuesday"."""

    hour: int
    minute: int | None = None
    zone: str = ""
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of time that is not on the calendar: "three hours", "several weeks" (None).

    :param amount: how many, or ``None`` for a vague or unstated number.
    :param more: what is added to it in a smaller unit: the minutes of "three hours and 12 minutes".
    """

    amount: float | None
    grain: Grain | None
    mod: str = ""
    more: Duration | None = None


@dataclass(frozen=True, slots=True)
class Anchored:
    """A duration that ends or begins at the reference day: "the last four years", "within 30 days".

    :param side: ``past``, ``future`` or ``within`` (future, and its end counts).
    """

    of: Duration
    side: Literal["past", "future", "within"]


@dataclass(frozen=True, slots=True)
class Reference:
    """``PAST_REF``, ``PRESENT_REF`` or ``FUTURE_REF``; with a grain it has a vague interval."""

    value: str
    grain: Grain | None = None


@dataclass(frozen=True, slots=True)
class Modified:
    """A part of a unit (START, MID, END) or an approximate one (APPROX, LESS_THAN …).

    :param half: whether the part is a half: "the second half of the 19th century".
    :param side: -1 where it ends, 1 where it begins on the day of telling: "earlier this year", "later this
        year".
    """

    mod: str
    of: Meaning
    half: bool = False
    side: int = 0


@dataclass(frozen=True, slots=True)
class Bounded:
    """One side of a time: "by", "before", "until", "since", "after", "from", "not before".

    :param mod: ``ON_OR_BEFORE``, ``BEFORE``, ``ON_OR_AFTER`` or ``AFTER``.
    :param past: whether an open end is the reference day ("since 2022").
    :param ahead: whether it is a side only of a time that lies ahead ("as of January 1").
    :param lasting: whether what is told goes on all the time up to there ("until 1975").
    """

    mod: str
    of: Meaning
    past: bool = False
    ahead: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """First or last units of something: "the final weeks of Biden's term", "the last day of May".

    :param which: ``first``, ``last`` or ``nth``; ``rest`` is what remains from the reference day on.
    :param amount: how many, or which one; ``None`` where no number is stated.
    :param weekday: ISO number, for "the first Monday of May"; the last is -1.
    """

    which: Literal["first", "last", "rest", "nth"]
    amount: float | None
    grain: Grain
    of: Meaning
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class PortionHead:
    """First or last units of something that is no time: "the final weeks of the war"."""

    which: Literal["first", "last", "nth"]
    amount: float | None
    grain: Grain
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """An amount before (-1) or after (1) a date: "two weeks after 3 March"; both stand for themselves too."""

    members: tuple[Duration, Meaning]
    sign: int


@dataclass(frozen=True, slots=True)
class Ending:
    """A period that ends (1) or begins (-1) on a stated day: "the quarter ended July 31", two expressions.

    :param past: whether it is over: "ended" rather than "ending".
    """

    members: tuple[Meaning, Meaning]
    sign: int
    past: bool = False


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period by its name, as an index into the periods that the tagger was given.

    :param periods: the periods that the name fits, the nearest first.
    :param edge: "before his term ends": ``end`` or ``start`` means that day of it.
    """

    periods: tuple[int, ...]
    edge: str = ""


@dataclass(frozen=True, slots=True)
class PeriodHead:
    """A bare "the term", "his presidency": the period named last, or the only one of that head."""

    head: str
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its key in the catalogue, in a stated year or one to be filled in.

    :param edge: "before Ramadan ends": ``end`` or ``start`` means that day of it.
    :param which: "last Christmas" (-1), "this Easter" (0), "next Thanksgiving" (1).
    """

    key: str
    year: Meaning | None = None
    edge: str = ""
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """What recurs: a TIMEX3 SET.

    :param value: its TIMEX3 value.
    :param rrule: its RFC 5545 rule, or empty where there is none.
    """

    value: str
    rrule: str = ""
    time: Clock | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Several expressions that stand for one stretch ("from 3 to 5 May") or for each ("3 and 5 May").

    :param joined: whether they form one range.
    """

    members: tuple[Meaning, ...]
    joined: bool = True


Meaning = (
    Calendar
    | Years
    | InYear
    | Weekday
    | Relative
    | NewYear
    | Turn
    | YearEnd
    | RelativeNamed
    | Shifted
    | Compared
    | DayPart
    | Clock
    | Duration
    | Anchored
    | Reference
    | Modified
    | Bounded
    | Portion
    | PortionHead
    | Away
    | Ending
    | NamedPeriod
    | PeriodHead
    | Holiday
    | Recurring
    | Span
)
