"""What the rules name behind ``=>``: functions that make a meaning of what a rule caught.

Every function gets ``words`` (the matched words, joined by single spaces), the rule's slots and its
constants, all by name, and gives a meaning, a number for the silent kinds, or ``None`` where the words
mean nothing after all ("February 30"): then the next best rule has its turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .calendar import DateParts, read_parts
from .meanings import (
    Anchored,
    Away,
    Bounded,
    Calendar,
    Clock,
    Compared,
    DayPart,
    Duration,
    Holiday,
    InYear,
    Meaning,
    Modified,
    NamedPeriod,
    PeriodHead,
    Portion,
    PortionHead,
    Recurring,
    Reference,
    Relative,
    RelativeNamed,
    Shifted,
    Span,
    Weekday,
    Years,
)
from .units import SEASONS, Grain, days_in_month

Number = int | float

HOURS_OF_HALF_DAY = 12
WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: Two-digit years from here on belong to the 20th century: '98 is 1998, '24 is 2024.
FIRST_SHORT_YEAR_OF_1900S = 40


# -- numbers -------------------------------------------------------------------------------------


def number_grouped(*, n: int, t: int, u: int | None = None, **_: Any) -> Number:
    """Return 12000 for "12,000"."""
    return n * 1000 + t if u is None else (n * 1000 + t) * 1000 + u


def number_decimal(*, n: int, f: int, words: str, **_: Any) -> Number:
    """Return 2.5 for "2.5"."""
    return float(f"{n}.{words.rsplit(' ', 1)[-1]}") if f is not None else n


def number_sum(*, n: int, m: int = 0, **_: Any) -> Number:
    """Return 25 for "twenty-five"."""
    return n + m


def number_scaled(*, scale: int, n: Number = 1, m: Number = 0, **_: Any) -> Number:
    """Return 200 for "two hundred"."""
    amount = n * scale + m
    return int(amount) if amount == int(amount) else amount


def number_and_half(*, n: Number, **_: Any) -> Number:
    """Return 2.5 for "two and a half"."""
    return n + 0.5


def number_couple(**_: Any) -> Number:
    """Return 2 for "a couple of"."""
    return 2


def number_vague(**_: Any) -> bool:
    """Return a marker for an amount that has no number: "several"."""
    return True


def spelled_year(*, c: int, t: int = 0, m: int = 0, **_: Any) -> int | None:
    """Return 1997 for "nineteen ninety-seven"."""
    if not 15 <= c <= 19 or not (t or 10 <= m <= 19):
        return None
    return c * 100 + t + m


def spelled_millennium(*, c: int, m: int = 0, **_: Any) -> int | None:
    """Return 2000 for "two thousand"."""
    return 2000 + m if c == 2 else None


# -- calendar dates ------------------------------------------------------------------------------


def _year_of(short: int) -> int:
    return short + (1900 if short >= FIRST_SHORT_YEAR_OF_1900S else 2000)


def calendar(
    *,
    language: str,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    words: str = "",
    **_: Any,
) -> Meaning | None:
    """Return the date whose parts the rule caught; dateparser reads it where it names a month."""
    if month is None:
        return Calendar(DateParts(year))
    name = _month_word(words, language)
    # Without the year there are so few distinct phrases that reading them costs nothing.
    parts = read_parts(name if day is None else f"{day} {name}", language)
    if parts is None or parts.year is not None or (day is not None and parts.day != day):
        return None
    if year and day and parts.month and day > days_in_month(year, parts.month):
        return None
    return Calendar(parts._replace(year=year))


def _month_word(words: str, language: str) -> str:
    """Return the word among *words* that names a month."""
    candidates = (word for word in words.split() if word[0].isupper())
    return next(word for word in candidates if _month_of(word, language))


def _month_of(word: str, language: str) -> int | None:
    parts = read_parts(word, language)
    return parts.month if parts and parts.month and parts.day is None and parts.year is None else None


def calendar_numeric(*, year: int, month: int, day: int, **_: Any) -> Meaning | None:
    """Return the date of "2024-11-13"."""
    parts = read_parts(f"{year:04}-{month:02}-{day:02}", "en", "YMD")
    return Calendar(parts) if parts and parts.day == day else None


def numeric_date(*, first: int, second: int, year: int, **_: Any) -> Meaning | None:
    """Return the date of "11/13/2024": month first, unless only day first makes a date."""
    full = year if year > 99 else _year_of(year)
    for order in ("MDY", "DMY"):
        parts = read_parts(f"{first:02}/{second:02}/{full:04}", "en", order)
        if parts and parts.day is not None:
            return Calendar(parts)
    return None


def short_year(*, year: int, month: int | None = None, **_: Any) -> Meaning:
    """Return the year of "'98"."""
    return Calendar(DateParts(_year_of(year), month))


def era(*, n: int, era: int, month: int | None = None, **_: Any) -> Meaning | None:
    """Return the year of "AD 79"; a year before Christ lies outside the calendar."""
    return Calendar(DateParts(n if era > 0 else -n, month)) if n else None


def decade(*, decade: int, **_: Any) -> Meaning:
    """Return the decade of "1980s", given as 198."""
    return Years(Grain.DECADE, decade)


def short_decade(*, decade: int, c: int | None = None, **_: Any) -> Meaning | None:
    """Return the decade of "'80s", "the nineties", "the nineteen-eighties"."""
    if c is not None:
        return Years(Grain.DECADE, c * 10 + decade // 10) if 15 <= c <= 20 else None
    return Years(Grain.DECADE, decade // 10, century_stated=False)


def century(*, n: int, **_: Any) -> Meaning | None:
    """Return the century of "the 19th century", which TIMEX3 writes 18."""
    return Years(Grain.CENTURY, n - 1) if 1 <= n <= 99 else None


def days_of_month(*, day: int, last: int, words: str, language: str, year: int | None = None, **_: Any) -> Meaning | None:
    """Return both days of "May 3-5", or of "3 to 5 May"; "3 and 5 May" are two days, not a range."""
    month = _month_word(words, language)
    first, second = (calendar(language=language, year=year, month=_month_of(month, language), day=number, words=month) for number in (day, last))
    if first is None or second is None:
        return None
    joined = " and " not in words or words.casefold().startswith("between")
    return Span((first, second), joined) if day < last or not joined else None


def with_weekday(*, of: Calendar, weekday: Weekday | int, **_: Any) -> Meaning:
    """Return the date with the weekday that stands beside it."""
    return replace(of, weekday=weekday.number if isinstance(weekday, Weekday) else weekday)


# -- weekdays, days and units seen from an anchor --------------------------------------------------


def weekday(*, number: int, which: int | None = None, **_: Any) -> Meaning:
    """Return a weekday, bare or "last", "this", "next"."""
    return Weekday(number, which)


def weekday_abbreviated(*, number: int, **_: Any) -> int:
    """Return the ISO number of "Wed." for a rule that puts a date beside it."""
    return number


def weekday_text(*, number: int, which: int, **_: Any) -> Meaning:
    """Return "the following Monday", seen from the day spoken of."""
    return Shifted(Grain.DAY, number, which, "text", mod="weekday")


def weekday_of(*, weekday: Weekday, of: Meaning, **_: Any) -> Meaning | None:
    """Return "Friday of last week"."""
    if isinstance(of, Relative) and of.grain is Grain.WEEK:
        return Portion("nth", 1, Grain.DAY, of, weekday.number)
    return None


def relative(*, grain: str, amount: int, origin: str = "published", **_: Any) -> Meaning:
    """Return the unit of the anchor, shifted: "last week", "that year", "tomorrow"."""
    return Relative(Grain(grain), amount, "text" if origin == "text" else "published")


def relative_day(*, grain: str = "day", amount: int, **_: Any) -> Meaning:
    """Return "the next day", seen from the day spoken of."""
    return Relative(Grain.DAY, amount, "text")


def weekend(*, grain: str, **_: Any) -> Meaning:
    """Return "the weekend": the one nearest to the publication date."""
    return Relative(Grain.WEEKEND, 0)


def the_unit(*, grain: str, **_: Any) -> Meaning:
    """Return "the year", "the month"; "the quarter" is the one that results are told of."""
    return Compared() if grain == "quarter" else Relative(Grain(grain), 0)


def year_end(**_: Any) -> Meaning:
    """Return "year-end"."""
    return Modified("END", Relative(Grain.YEAR, 0))


def named_relative(*, month: int, which: int, **_: Any) -> Meaning:
    """Return "last May", "next October"."""
    return RelativeNamed(Calendar(DateParts(month=month)), which)


def in_year(*, grain: str, index: int, year: int | None = None, back: int = 0, **_: Any) -> Meaning | None:
    """Return "the third quarter", "Q3 2024", "the first half", "the year-ago third quarter"."""
    unit = Grain(grain)
    highest = {Grain.QUARTER: 4, Grain.HALF: 2, Grain.MONTH: 12}[unit]
    if not 1 <= index <= highest:
        return None
    if back:
        return InYear(unit, index, Relative(Grain.YEAR, -back))
    return InYear(unit, index, Calendar(DateParts(year)) if year else None)


def season(*, index: str, year: int | None = None, which: int | None = None, **_: Any) -> Meaning:
    """Return "summer 2022", "last winter", "the spring"."""
    named = InYear(Grain.SEASON, SEASONS.index(index) + 1, Calendar(DateParts(year)) if year else None)
    return named if which is None else RelativeNamed(named, which)


def of_year(*, of: Meaning, year: Meaning, **_: Any) -> Meaning | None:
    """Return "the first quarter of next year", "last year's third quarter"."""
    if isinstance(year, Relative | Shifted) and year.grain is not Grain.YEAR:
        return None
    if isinstance(of, InYear) and of.year is None:
        return replace(of, year=year)
    if isinstance(of, Holiday) and of.year is None:
        return replace(of, year=year)
    if isinstance(of, Calendar) and of.parts.year is None and of.parts.month and of.parts.day is None:
        return InYear(Grain.MONTH, of.parts.month, year)
    return None


def compared(*, amount: int = 0, year: int | None = None, **_: Any) -> Meaning:
    """Return "the year-ago quarter", "the 1988 period", "the latest period"."""
    return Compared(amount, year)


def nothing(**_: Any) -> bool:
    """Return a marker for words that only look like a time."""
    return True


# -- times of day ----------------------------------------------------------------------------------


def part_today(*, part: str, amount: int = 0, **_: Any) -> Meaning:
    """Return "tonight", "this morning", "last night"."""
    return DayPart(part, Relative(Grain.DAY, amount))


def day_part(*, day: Meaning, part: str, words: str, mod: str = "", **_: Any) -> Meaning | None:
    """Return "Tuesday morning", "the evening of 3 May"; early and late make it a part of a part."""
    if isinstance(day, Relative) and day.grain is not Grain.DAY:
        return None
    mod = mod or {"early": "START", "late": "END"}.get(words.split()[0].lower(), "")
    return DayPart(part, day, mod)


def clock(*, hour: int, words: str, minute: int | None = None, **_: Any) -> Meaning | None:
    """Return "4 p.m.", "10:30 a.m.", "noon", "1200 GMT"."""
    letters = "".join(character for character in words.lower() if character.isalnum())
    if hour > 99:
        hour, minute = divmod(hour, 100)
    if letters.endswith("pm") and hour < HOURS_OF_HALF_DAY:
        hour += HOURS_OF_HALF_DAY
    elif letters.endswith("am") and hour == HOURS_OF_HALF_DAY:
        hour = 0
    return Clock(hour, minute) if hour <= 24 else None


def clock_bare(*, hour: int, minute: int, **_: Any) -> Meaning:
    """Return "15:30"."""
    return Clock(hour, minute)


def clock_zone(*, clock: Clock, zone: str = "", **_: Any) -> Meaning:
    """Return a clock time with its zone."""
    return replace(clock, zone=zone)


def clock_day(*, clock: Clock, day: Meaning, **_: Any) -> Meaning | None:
    """Return a clock time on its day."""
    if clock.day is not None or (isinstance(day, Relative) and day.grain is not Grain.DAY):
        return None
    if isinstance(day, DayPart):
        return replace(_with_part(clock, day.part), day=day.day)
    return replace(clock, day=day)


def clock_part(*, clock: Clock, part: str, **_: Any) -> Meaning:
    """Return "4 in the morning"."""
    return _with_part(clock, part)


def _with_part(clock: Clock, part: str) -> Clock:
    if part in {"AF", "EV", "NI"} and 1 <= clock.hour < HOURS_OF_HALF_DAY and (part != "NI" or clock.hour > 5):
        return replace(clock, hour=clock.hour + HOURS_OF_HALF_DAY)
    return clock


# -- amounts ---------------------------------------------------------------------------------------


def shifted(
    *, grain: str, sign: int, words: str, amount: Number | None = None, origin: str = "published", **_: Any
) -> Meaning:
    """Return "three days ago", "two weeks later", "years earlier"."""
    start: Any = "text" if origin == "text" else "published"
    return Shifted(Grain(grain), amount, sign, start)


def duration(*, amount: Number, grain: str, words: str, mod: str = "", **_: Any) -> Meaning:
    """Return "three days", "10-year", "half an hour"."""
    return Duration(amount, Grain(grain), mod)


def duration_vague(*, grain: str, **_: Any) -> Meaning:
    """Return "several weeks", "years"."""
    return Duration(None, Grain(grain))


def duration_open(**_: Any) -> Meaning:
    """Return "a while": a duration of no unit."""
    return Duration(None, None)


def anchored(*, grain: str, side: str, amount: Number | None = None, vague: int = 0, **_: Any) -> Meaning:
    """Return "the last four years", "the next few weeks", "the next 12 to 18 months"."""
    if vague:
        amount = None
    return Anchored(Duration(amount, Grain(grain)), "past" if side == "past" else "future")


def portion_amount(*, amount: Number, grain: str, words: str, **_: Any) -> Meaning:
    """Return "the first nine months", of something that may follow."""
    return Duration(amount, Grain(grain), "START" if "first" in words.lower() else "END")


def within(*, of: Meaning, **_: Any) -> Meaning | None:
    """Return "within 30 days"."""
    if isinstance(of, Anchored):
        of = of.of
    return Anchored(of, "within") if isinstance(of, Duration) else None


def in_time(*, of: Meaning, **_: Any) -> Meaning | None:
    """Return "in two weeks' time"."""
    return Shifted(of.grain, of.amount, 1) if isinstance(of, Duration) else None


def modified(*, mod: str = "", of: Meaning, words: str, **_: Any) -> Meaning | None:
    """Return "early 2025", "mid-March", "the end of next year", "nearly two weeks"."""
    if mod in {"START", "MID", "END"}:
        return Modified(mod, of)
    if isinstance(of, Duration):
        return replace(of, mod=mod)
    return Modified(mod, of)


# -- portions --------------------------------------------------------------------------------------


def portion_head(*, grain: str, which: str = "nth", amount: int | None = None, index: int | None = None, **_: Any) -> Meaning:
    """Return "the final weeks", "the second day", of what follows."""
    kind: Any = which
    return PortionHead(kind, index if index is not None else amount, Grain(grain))


def weekday_head(*, weekday: int, index: int = -1, **_: Any) -> Meaning:
    """Return "the first Monday", "the last Friday" (-1), of what follows."""
    return PortionHead("nth", index, Grain.DAY, weekday)


def portion(*, head: PortionHead, of: Meaning, **_: Any) -> Meaning:
    """Return "the final weeks of Biden's term", "the last day of its term", "the first Monday of May"."""
    return Portion(head.which, head.amount, head.grain, of, head.weekday)


def portion_of(*, amount: Duration, of: Meaning, **_: Any) -> Meaning | None:
    """Return "the first nine months of 2025"."""
    if amount.mod not in {"START", "END"}:
        return None
    return Portion("first" if amount.mod == "START" else "last", amount.amount, amount.grain, of)


def eve(*, of: Meaning, **_: Any) -> Meaning:
    """Return "the eve of Thanksgiving"."""
    return Shifted(Grain.DAY, 1, -1, of)


def away(*, of: Meaning, start: Meaning, sign: int, **_: Any) -> Meaning | None:
    """Return "two weeks after 3 March", "a month before the summer"."""
    return Away((of, start), sign) if isinstance(of, Duration) and of.grain else None


def rest(*, of: Meaning, **_: Any) -> Meaning:
    """Return "the remainder of its term", "months remaining in Biden's presidency"."""
    return Portion("rest", None, Grain.DAY, of)


def holder_period(*, holder: tuple[int, ...], index: int = 0, **_: Any) -> Meaning:
    """Return "Biden's term", "the Trump administration", "Trump's second term"."""
    if index and index <= len(holder):
        return NamedPeriod((sorted(holder)[index - 1],))
    return NamedPeriod(holder)


def period_head(*, head: str, **_: Any) -> Meaning:
    """Return "its term": the period named last."""
    return PeriodHead(head)


def during(*, of: Meaning, **_: Any) -> Meaning:
    """Return "during Biden's term", which a text means as a time."""
    return Bounded("", of)


def period_edge(*, of: Meaning, edge: str, **_: Any) -> Meaning | None:
    """Return the day of "his term ends"."""
    return replace(of, edge=edge) if isinstance(of, NamedPeriod | PeriodHead) else None


# -- references, sets, ranges and sides --------------------------------------------------------------


def reference(*, value: str, grain: str = "", **_: Any) -> Meaning:
    """Return "now", "recently", "in the coming weeks"."""
    return Reference(value, Grain(grain) if grain else None)


FREQUENCIES = {
    Grain.MINUTE: "MINUTELY", Grain.HOUR: "HOURLY", Grain.DAY: "DAILY", Grain.WEEK: "WEEKLY",
    Grain.MONTH: "MONTHLY", Grain.YEAR: "YEARLY",
}  # fmt: skip
SET_VALUES = {"XXXX-XX-XX": "DAILY", "XXXX-WXX": "WEEKLY", "XXXX-XX": "MONTHLY", "XXXX": "YEARLY", "PT1H": "HOURLY"}


def every(*, grain: str, amount: Number = 1, **_: Any) -> Meaning:
    """Return "every week", "every two years", "once a month"."""
    unit = Grain(grain)
    from .units import duration_value

    value = duration_value(amount, unit)
    multiple = {Grain.FORTNIGHT: (Grain.WEEK, 2), Grain.QUARTER: (Grain.MONTH, 3), Grain.DECADE: (Grain.YEAR, 10)}
    base, factor = multiple.get(unit, (unit, 1))
    interval = amount * factor
    if base not in FREQUENCIES or interval != int(interval):
        return Recurring(value)
    step = f";INTERVAL={int(interval)}" if interval != 1 else ""
    return Recurring(value, f"FREQ={FREQUENCIES[base]}{step}")


def every_vague(*, grain: str, **_: Any) -> Meaning:
    """Return "every few weeks"."""
    from .units import duration_value

    return Recurring(duration_value(None, Grain(grain)))


def every_weekday(*, weekday: int, amount: int = 1, index: int = 0, **_: Any) -> Meaning | None:
    """Return "every Friday", "the first Monday of every month"."""
    day = WEEKDAY_CODES[weekday - 1]
    if index:
        return Recurring(f"XXXX-XX-WXX-{weekday}", f"FREQ=MONTHLY;BYDAY={index}{day}")
    step = f";INTERVAL={amount}" if amount != 1 else ""
    return Recurring(f"XXXX-WXX-{weekday}", f"FREQ=WEEKLY{step};BYDAY={day}")


def every_month(*, month: int, **_: Any) -> Meaning:
    """Return "every July"."""
    return Recurring(f"XXXX-{month:02}", f"FREQ=YEARLY;BYMONTH={month}")


def every_season(*, season: str, **_: Any) -> Meaning:
    """Return "every summer"."""
    return Recurring(f"XXXX-{season}", f"FREQ=YEARLY;BYMONTH={SEASONS.index(season) * 3 + 3}")


def every_part(*, part: str, **_: Any) -> Meaning:
    """Return "every morning"."""
    return Recurring(f"XXXX-XX-XXT{part}", "FREQ=DAILY")


def every_quarter(*, index: int, **_: Any) -> Meaning | None:
    """Return "every fourth quarter"."""
    return Recurring(f"XXXX-Q{index}", f"FREQ=YEARLY;BYMONTH={index * 3 - 2}") if index <= 4 else None


def frequency(*, value: str, **_: Any) -> Meaning:
    """Return "weekly", "annually"."""
    rrule = {"P2W": "FREQ=WEEKLY;INTERVAL=2", "XXXX-QX": "FREQ=MONTHLY;INTERVAL=3", "XXXX-XX-XXTNI": "FREQ=DAILY"}
    return Recurring(value, rrule.get(value) or f"FREQ={SET_VALUES[value]}")


def span(*, first: Meaning, last: Meaning, **_: Any) -> Meaning | None:
    """Return "from May to July", "between 1998 and 2006"."""
    return Span((first, last))


def years_short(*, first: int, last: int, **_: Any) -> Meaning | None:
    """Return "1998-06"."""
    end = first // 100 * 100 + last
    return Span((Calendar(DateParts(first)), Calendar(DateParts(end)))) if end > first else None


def bounded(*, mod: str, of: Meaning, past: int = 0, **_: Any) -> Meaning | None:
    """Return "by January 20", "before his term ends", "since 2022"."""
    return Bounded(mod, of, past=bool(past))


def same(*, of: Meaning, **_: Any) -> Meaning:
    """Return the meaning itself: a preposition that belongs to the phrase and changes nothing."""
    return of


BUILDERS: dict[str, Callable[..., Any]] = {
    name: value
    for name, value in list(globals().items())
    if callable(value) and not name.startswith("_") and getattr(value, "__module__", "") == __name__
}
