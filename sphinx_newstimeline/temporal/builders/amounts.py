"""Amounts of units, parts of something, and what lies an amount away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..meanings import (
    Anchored,
    Away,
    Bounded,
    Calendar,
    Compared,
    DayPart,
    Duration,
    Ending,
    Holiday,
    InYear,
    Meaning,
    Modified,
    NamedPeriod,
    Origin,
    PeriodHead,
    Portion,
    PortionHead,
    Reference,
    Relative,
    Shifted,
    Span,
    Weekday,
)
from ..units import DAYS, MONTHS, Grain
from .dates import calendar
from .numbers import Number

#: Adjectives behind whose article a weekday names something else: "the late Friday vote".
EARLY_OR_LATE = ("the early ", "the earlier ", "the late ", "the later ", "the mid")
PARTS_OF_MONTH = {Grain.DAY, Grain.WEEK, Grain.WEEKEND}
#: Units that may be told of by the day they end or begin: "the week ended May 3".
ENDED = {Grain.WEEK, Grain.FORTNIGHT, Grain.MONTH, Grain.YEAR}
#: The units that a smaller amount may be told in behind a larger one: "a year and two months".
SMALLER = {
    Grain.YEAR: (Grain.MONTH, Grain.WEEK, Grain.DAY),
    Grain.MONTH: (Grain.WEEK, Grain.DAY),
    Grain.WEEK: (Grain.DAY,),
    Grain.DAY: (Grain.HOUR, Grain.MINUTE),
    Grain.HOUR: (Grain.MINUTE, Grain.SECOND),
    Grain.MINUTE: (Grain.SECOND,),
}


def shifted(
    *, grain: str, sign: int, amount: Number | None = None, origin: Origin = "published", mod: str = ""
) -> Meaning:
    """Return "three days ago", "two weeks later", "years earlier"."""
    return Shifted(Grain(grain), amount, sign, origin, mod)


def duration(*, amount: Number, grain: str, mod: str = "") -> Meaning:
    """Return "three days", "10-year", "half an hour"."""
    return Duration(amount, Grain(grain), mod)


def duration_two_units(
    *, amount: Number, grain: str, more: Number, unit: str, words: str = ""
) -> Meaning | None:
    """Return "three hours and 12 minutes"; "two weeks and three years" are two amounts.

    "24 hours and a second ship" speaks of another ship.
    """
    if words.endswith("a second"):
        return None
    if Grain(unit) not in SMALLER.get(Grain(grain), ()):
        return None
    return Duration(amount, Grain(grain), more=Duration(more, Grain(unit)))


def duration_three_units(
    *, amount: Number, grain: str, more: Number, unit: str, least: Number, smallest: str
) -> Meaning | None:
    """Return "two hours, 8 minutes and 15 seconds"."""
    whole = duration_two_units(amount=amount, grain=grain, more=more, unit=unit)
    part = duration_two_units(amount=more, grain=unit, more=least, unit=smallest)
    return replace(whole, more=part) if isinstance(whole, Duration) and isinstance(part, Duration) else None


def shifted_two_units(*, amount: Number, grain: str, more: Number, unit: str, sign: int) -> Meaning | None:
    """Return "two years and six months ago": to the grain of the smaller unit."""
    larger, smaller = Grain(grain), Grain(unit)
    if larger is Grain.YEAR and smaller is Grain.MONTH:
        return Shifted(smaller, amount * MONTHS[larger] + more, sign)
    if larger is Grain.WEEK and smaller is Grain.DAY:
        return Shifted(smaller, amount * DAYS[larger] + more, sign)
    return None


def shifted_amount(
    *, of: Meaning, sign: int, origin: Origin = "published", now: Reference | None = None
) -> Meaning | None:
    """Return "a year and a half ago", "a week or so later", "a month or two from now"."""
    if not isinstance(of, Duration) or of.grain is None or of.mod in {"START", "END"}:
        return None
    if now is not None and now.value != "PRESENT_REF":
        return None
    if of.more is None:
        return Shifted(of.grain, of.amount, sign, origin, of.mod)
    if of.amount is None or of.more.amount is None or of.more.grain is None:
        return None
    shift = shifted_two_units(
        amount=of.amount, grain=of.grain, more=of.more.amount, unit=of.more.grain, sign=sign
    )
    return replace(shift, origin=origin, mod=of.mod) if isinstance(shift, Shifted) else None


def duration_vague(*, grain: str) -> Meaning:
    """Return "several weeks", "years"."""
    return Duration(None, Grain(grain))


def duration_open() -> Meaning:
    """Return "a while": a duration of no unit."""
    return Duration(None, None)


def anchored(*, grain: str, side: str, amount: Number | None = None, vague: int = 0) -> Meaning:
    """Return "the last four years", "the next few weeks", "the next 12 to 18 months"."""
    if vague:
        amount = None
    return Anchored(Duration(amount, Grain(grain)), "past" if side == "past" else "future")


def portion_amount(*, amount: Number, grain: str, words: str) -> Meaning:
    """Return "the first nine months", of something that may follow."""
    return Duration(amount, Grain(grain), "START" if "first" in words.lower() else "END")


def within(*, of: Meaning) -> Meaning | None:
    """Return "within 30 days"."""
    if isinstance(of, Anchored):
        of = of.of
    return Anchored(of, "within") if isinstance(of, Duration) else None


def in_time(*, of: Meaning) -> Meaning | None:
    """Return "in two weeks' time"."""
    return Shifted(of.grain, of.amount, 1) if isinstance(of, Duration) and of.grain and not of.more else None


def modified(*, mod: str = "", of: Meaning, words: str = "") -> Meaning | None:
    """Return "early 2025", "mid-March", "the end of next year", "nearly two weeks".

    The article of "the early Friday crash" belongs to the crash.
    """
    if words.lower().startswith(EARLY_OR_LATE) and isinstance(of, Weekday):
        return None
    if mod in {"START", "MID", "END"}:
        return Modified(mod, of)
    if isinstance(of, Duration):
        # "It is about years of neglect" says of what.
        topic = of.amount is None and words.lower().startswith("about")
        return None if topic else replace(of, mod=mod)
    if isinstance(of, Anchored):
        return replace(of, of=replace(of.of, mod=mod))
    return Modified(mod, of)


def approximated(*, mod: str, of: Meaning, words: str) -> Meaning | None:
    """Return "about 1850", "around Easter"; "a talk about last week", "a book about 9/11" say of what."""
    day = isinstance(of, Calendar) and of.parts.day is not None
    told = isinstance(of, DayPart) and isinstance(of.day, Relative)
    topic = words.lower().startswith("about") and (isinstance(of, Holiday) or day or told)
    return None if topic or isinstance(of, Relative) else modified(mod=mod, of=of)


def modified_from(*, mod: str, of: Meaning, side: int) -> Meaning:
    """Return "earlier this year", "later that month": what lies before or behind the day of telling."""
    return Modified(mod, of, side=side)


def ending_to(*, of: Meaning, day: Meaning, words: str) -> Meaning | None:
    """Return "the year to October"; "moved from this year to October" is none."""
    return ending(of=of, day=day, sign=1) if words.split(maxsplit=1)[0].lower() == "the" else None


def half_of(*, half: Meaning, of: Meaning) -> Meaning | None:
    """Return "the second half of the 19th century", "the first half of May"."""
    if not isinstance(half, InYear) or half.grain is not Grain.HALF or half.year is not None:
        return None
    return Modified("START" if half.index == 1 else "END", of, half=True)


def part_of_day_told(*, mod: str) -> Meaning:
    """Return "earlier in the day": of the day spoken of."""
    return Modified(mod, Relative(Grain.DAY, 0, "near"))


def unit_of_day(*, grain: str, of: Meaning) -> Meaning:
    """Return "the week of May 6", "the Memorial Day weekend"."""
    return Shifted(Grain(grain), 0, 1, of)


def week_of_day(*, of: Meaning, day: Meaning) -> Meaning | None:
    """Return "the week of May 6", "the weekend of May 4-5"."""
    day = day.members[0] if isinstance(day, Span) else day
    week = isinstance(of, Relative) and not of.amount and of.grain in {Grain.WEEK, Grain.WEEKEND}
    return Shifted(of.grain, 0, 1, day) if isinstance(of, Relative) and week else None


def day_beside(*, which: Meaning, of: Meaning) -> Meaning | None:
    """Return "the day after Christmas", "the day before May 3"."""
    return Shifted(Grain.DAY, 1, which.amount, of) if isinstance(which, Relative) else None


def shift_from(*, of: Meaning, start: Meaning) -> Meaning | None:
    """Return "a year ago today", "two years ago this month"."""
    if not isinstance(of, Shifted) or of.origin != "published" or of.amount is None:
        return None
    here = isinstance(start, Relative) and not start.amount and start.origin == "published"
    # "20 years ago Thursday" is an anniversary; "two weeks ago Thursday" is read elsewhere.
    here = here or (isinstance(start, Weekday) and start.which is None and of.grain in MONTHS)
    return replace(of, origin=start) if here else None


def portion_head(
    *, grain: str, which: str = "nth", amount: int | None = None, index: int | None = None
) -> Meaning:
    """Return "the final weeks", "the second day", of what follows."""
    kind: Any = which
    return PortionHead(kind, index if index is not None else amount, Grain(grain))


def weekday_head(*, weekday: int, index: int = -1) -> Meaning:
    """Return "the first Monday", "the last Friday" (-1), of what follows."""
    return PortionHead("nth", index, Grain.DAY, weekday)


def portion(*, head: PortionHead, of: Meaning) -> Meaning:
    """Return "the final weeks of Biden's term", "the last day of its term", "the first Monday of May"."""
    return Portion(head.which, head.amount, head.grain, of, head.weekday)


def last_in_month(*, grain: str, words: str, language: str, year: int | None = None) -> Meaning | None:
    """Return "the last weekend in June", "the final day in May 2013"."""
    of = calendar(language=language, month=1, year=year, words=words)
    unit = Grain(grain)
    return Portion("last", 1, unit, of) if of is not None and unit in PARTS_OF_MONTH else None


def day_of_month(*, index: int, of: Meaning) -> Meaning | None:
    """Return "the 20th of this month"."""
    month = isinstance(of, Relative) and of.grain is Grain.MONTH
    return Portion("nth", index, Grain.DAY, of) if month else None


def lone_portion(*, head: PortionHead) -> Meaning | None:
    """Return "the second day" of a strike: the day spoken of; "the first week" of it is an amount."""
    if head.amount is None or head.weekday is not None or head.grain is Grain.QUARTER:
        return None
    return Relative(Grain.DAY, 0, "text") if head.grain is Grain.DAY else Duration(1, head.grain)


def portion_of(*, amount: Duration | Anchored, of: Meaning) -> Meaning | None:
    """Return "the first nine months of 2025"."""
    if isinstance(amount, Anchored):
        amount = replace(amount.of, mod="END")
    if amount.mod not in {"START", "END"} or amount.grain is None:
        return None
    return Portion("first" if amount.mod == "START" else "last", amount.amount, amount.grain, of)


def eve(*, of: Meaning) -> Meaning:
    """Return "the eve of Thanksgiving"."""
    return Shifted(Grain.DAY, 1, -1, of)


def away(*, of: Meaning, start: Meaning, sign: int) -> Meaning | None:
    """Return "two weeks after 3 March", "a month before the summer"."""
    return Away((of, start), sign) if isinstance(of, Duration) and of.grain else None


def ending(*, of: Meaning, day: Meaning, sign: int, past: int = 0) -> Meaning | None:
    """Return "the quarter ended July 31", "the week beginning May 3", "the nine months to Sept. 30"."""
    if isinstance(of, Relative):
        if of.amount or of.grain not in ENDED or of.origin not in {"published", "told"}:
            return None
        of = Duration(1, of.grain, "END") if of.grain is Grain.YEAR else of
    elif isinstance(of, InYear):
        if of.grain is Grain.SEASON:
            return None
    elif not isinstance(of, Compared) and not (isinstance(of, Duration) and of.mod in {"START", "END"}):
        return None
    return Ending((of, day), sign, bool(past))


def rest(*, of: Meaning, amount: Meaning | None = None) -> Meaning | None:
    """Return "the remainder of its term", "months remaining in Biden's presidency".

    "Two minutes left in the half" are those of a game.
    """
    if isinstance(amount, Duration) and amount.grain in {Grain.SECOND, Grain.MINUTE}:
        return None
    return Portion("rest", None, Grain.DAY, of)


def holder_period(*, holder: tuple[int, ...], index: int = 0) -> Meaning:
    """Return "Biden's term", "the Trump administration", "Trump's second term"."""
    if index and index <= len(holder):
        return NamedPeriod((sorted(holder)[index - 1],))
    return NamedPeriod(holder)


def period_head(*, head: str, edge: str = "") -> Meaning:
    """Return "its term": the period named last; "his four-year term ends" is the day of that."""
    return PeriodHead(head, edge)


def during(*, of: Meaning) -> Meaning:
    """Return "during Biden's term", which a text means as a time."""
    return Bounded("", of)


def period_edge(*, of: Meaning, edge: str) -> Meaning | None:
    """Return the day of "his term ends"."""
    return replace(of, edge=edge) if isinstance(of, NamedPeriod | PeriodHead | Holiday) else None
