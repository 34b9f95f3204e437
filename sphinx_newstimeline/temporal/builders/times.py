"""Times of day."""

from __future__ import annotations

from dataclasses import replace

from ..calendar import DateParts
from ..meanings import Bounded, Calendar, Clock, DayPart, Duration, Meaning, Relative, Span, Weekday
from ..units import Grain, days_in_month

HOURS_OF_DAY = 24
MINUTES = 60
MINUTE_DIGITS = 2
#: "0015" is a quarter past midnight.
CLOCK_DIGITS = 4
#: Numbers of four digits that news mean as years.
YEARS_OF_TODAY = range(1800, 2100)
HOURS_OF_HALF_DAY = 12
LAST_AFTERNOON_HOUR = 6
#: From which hour on the clock is one of the afternoon: "4 in the afternoon", "9 at night", but "2 at night".
EARLIEST_HOURS = {"AF": 1, "EV": 1, "NI": 6}


def part_today(*, part: str, amount: int = 0, mod: str = "") -> Meaning:
    """Return "tonight", "this morning", "last night"."""
    return DayPart(part, Relative(Grain.DAY, amount), mod)


def part_overnight(*, part: str) -> Meaning:
    """Return "overnight": the last night, unless the clause looks ahead."""
    return DayPart(part, overnight=True)


def weekday_part(*, part: str, number: int) -> Meaning:
    """Return "overnight Friday"."""
    return DayPart(part, Weekday(number))


def until_part(*, part: str, mod: str = "", lasting: int = 0) -> Meaning:
    """Return "by the evening", "until midmorning"."""
    day = part_today(part=part, mod=mod) if mod else part_near(part=part)
    return Bounded("ON_OR_BEFORE", day, lasting=bool(lasting))


def until_part_told(*, part: str, lasting: int = 0) -> Meaning:
    """Return "before dawn", "until nightfall"."""
    return Bounded("ON_OR_BEFORE", part_told(part=part), lasting=bool(lasting))


def part_near(*, part: str) -> Meaning:
    """Return "in the evening", close behind the day that it belongs to."""
    return DayPart(part, Relative(Grain.DAY, 0, "text"), near=True)


def part_told(*, part: str, amount: int = 0, mod: str = "") -> Meaning:
    """Return "that night", "the next morning", "in the early morning": seen from the day spoken of."""
    return DayPart(part, Relative(Grain.DAY, amount, "text"), mod)


def day_part(*, day: Meaning, part: str, words: str, mod: str = "") -> Meaning | None:
    """Return "Tuesday morning", "the evening of 3 May"; early and late make it a part of a part."""
    if isinstance(day, Relative) and day.grain is not Grain.DAY:
        return None
    mod = mod or {"early": "START", "late": "END"}.get(words.split(maxsplit=1)[0].lower(), "")
    return DayPart(part, day, mod)


def day_hours(*, part: str, mod: str = "") -> Meaning:
    """Return "the early morning hours", of a day that follows."""
    return DayPart(part, mod=mod)


def hours_of(*, head: DayPart, day: Meaning) -> Meaning | None:
    """Return "the early hours of Sunday"."""
    if isinstance(day, Relative) and day.grain is not Grain.DAY:
        return None
    return replace(head, day=day)


def clock(*, hour: int, words: str, minute: int | None = None, zone: str = "") -> Meaning | None:
    """Return "4 p.m.", "10:30 a.m.", "noon", "1200 GMT"."""
    letters = "".join(character for character in words.lower() if character.isalnum())
    if hour > HOURS_OF_DAY or any(
        word[:CLOCK_DIGITS].isdecimal() for word in words.split() if len(word) >= CLOCK_DIGITS
    ):
        hour, minute = divmod(hour, 100)
    if letters.endswith("pm") and hour < HOURS_OF_HALF_DAY:
        hour += HOURS_OF_HALF_DAY
    elif letters.endswith("am") and hour == HOURS_OF_HALF_DAY:
        hour = 0
    return Clock(hour, minute, zone) if hour <= HOURS_OF_DAY else None


def clock_military(*, hour: int, words: str) -> Meaning | None:
    """Return "at 1425", "at about 0900"; what may be a year of today is one."""
    return None if hour in YEARS_OF_TODAY else clock(hour=hour, words=words)


def clock_before(*, hour: int, minute: int, words: str) -> Meaning | None:
    """Return "a quarter to six": so many minutes past the hour before."""
    return clock(hour=(hour - 1) or HOURS_OF_HALF_DAY, minute=minute, words=words)


def iso_moment(
    *, year: int, month: int, moment: str, minute: int, words: str, zone: int | None = None
) -> Meaning | None:
    """Return the moment of "2024-11-13T10:30Z"; an offset is the zone, as written."""
    day, _, hour = moment.partition("T")
    if not int(day) <= days_in_month(year, month):
        return None
    offset = "".join(words.split()[-4:]) if zone is not None else "UTC" if words.endswith("Z") else ""
    return Clock(int(hour), minute, offset, Calendar(DateParts(year, month, int(day))))


def bare_clock_part(*, hour: int, part: str) -> Meaning:
    """Return "at six in the evening"."""
    return _with_part(Clock(hour), part)


def bare_clock_day(*, hour: int, day: Meaning) -> Meaning | None:
    """Return "at ten this morning", "at 8 on Tuesday evening"."""
    return clock_day(clock=Clock(hour), day=day)


def bare_clock_named(*, hour: int, day: Meaning) -> Meaning | None:
    """Return "at 10 on Friday", "Friday at 3": before seven it is one of the afternoon."""
    if not 1 <= hour <= HOURS_OF_HALF_DAY:
        return None
    return clock_day(clock=Clock(hour if hour > LAST_AFTERNOON_HOUR else hour + HOURS_OF_HALF_DAY), day=day)


def clock_decimal(*, words: str, zone: str = "", local: int = 0) -> Meaning | None:
    """Return "9.30 a.m.", "20.00 CET", "19.55 local time", whose digits look like a decimal number."""
    # Of other numbers, such as "a dozen GMT", there are fewer words.
    hour, _, minute, *_ = [*words.split(), "", ""]
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == MINUTE_DIGITS):
        return None
    latest = HOURS_OF_DAY if zone or local else HOURS_OF_HALF_DAY
    return clock(hour=int(hour), minute=int(minute), words=words, zone=zone) if int(hour) <= latest else None


def clock_noon(*, hour: int, words: str) -> Meaning | None:
    """Return "12.00 midnight"."""
    return Clock(hour) if words.split()[:3] == ["12", ".", "00"] else None


def clock_bare(*, hour: int, minute: int) -> Meaning:
    """Return "15:30"."""
    return Clock(hour, minute)


def clock_zone(*, clock: Clock, zone: str = "") -> Meaning:
    """Return a clock time with its zone."""
    return replace(clock, zone=zone)


def clock_offset(
    *, clock: Clock, zone: str, words: str, offset: int | None = None, further: Clock | None = None
) -> Meaning:
    """Return "18:00 UTC+2", "18:00 (GMT-3)", "18:00 UTC+05:30"."""
    hours, minutes = (further.hour, further.minute) if further else (offset, 0)
    sign = "+" if "+" in words else "-"
    return replace(clock, zone=f"{zone}{sign}{hours}{f':{minutes:02}' if minutes else ''}")


def clock_day(*, clock: Clock, day: Meaning, zone: str = "") -> Meaning | None:
    """Return a clock time on its day: "5 p.m. on Friday", "5 p.m. Friday EDT"."""
    if clock.day is not None or (isinstance(day, Relative) and day.grain is not Grain.DAY):
        return None
    if isinstance(day, DayPart):
        return replace(_with_part(clock, day.part), day=day.day)
    return replace(clock, day=day, zone=zone or clock.zone)


def clocks_of_day(*, clock: Clock, other: Clock, day: Meaning) -> Meaning | None:
    """Return "3:40 p.m. (0640 GMT) Friday": the hour, the same in another zone, and the day."""
    hours = clock_day(clock=clock, day=day), clock_day(clock=other, day=day)
    return Span((hours[0], hours[1], day), joined=False) if hours[0] and hours[1] else None


def clock_part(*, clock: Clock, part: str) -> Meaning:
    """Return "4 in the morning"."""
    return _with_part(clock, part)


def clock_span(*, hour: int, last: Clock, minute: int = 0) -> Meaning | None:
    """Return "from 1 to 3 p.m.", "from 11 to 1 p.m.": of the same half of the day, if that comes before."""
    half = last.hour - last.hour % HOURS_OF_HALF_DAY
    first = hour % HOURS_OF_HALF_DAY + half
    if (first, minute) >= (last.hour, last.minute or 0):
        first -= HOURS_OF_HALF_DAY
    return Span((Clock(first, minute, last.zone, last.day), last)) if first >= 0 else None


def clock_span_decimal(*, last: Clock, words: str) -> Meaning | None:
    """Return "3.30-4.00 pm", "from 7.00 to 10.30pm", whose first digits look like a decimal number."""
    digits = words.removeprefix("from").removeprefix("between").split()
    minute = digits[2] if digits[1:2] == ["."] else ""
    hour = int(digits[0]) if len(minute) == MINUTE_DIGITS and minute.isdecimal() else HOURS_OF_DAY
    if hour > HOURS_OF_HALF_DAY or int(minute) >= MINUTES:
        return None
    return clock_span(hour=hour, last=last, minute=int(minute))


def clock_span_military(*, first: Meaning | int, last: Meaning | int, words: str) -> Meaning | None:
    """Return "between 1040 and 1050 GMT", "from 0900 to 1700 hours": both of them of four digits."""
    if sum(len(word) == CLOCK_DIGITS and word.isdecimal() for word in words.split()) != len((first, last)):
        return None
    end, start = _military(last), _military(first)
    return Span((replace(start, zone=end.zone, day=end.day), end)) if start and end else None


def _military(time: Meaning | int) -> Clock | None:
    """Return the clock time of four digits that look like a year, or an amount of hours."""
    match time:
        case Clock():
            return time
        case Calendar():
            digits: float | None = time.parts.year
        case Duration(grain=Grain.HOUR, more=None):
            digits = time.amount
        case int():
            digits = time
        case _:
            return None
    if digits is None:
        return None
    hours, minutes = divmod(int(digits), 100)
    return Clock(hours, minutes) if hours < HOURS_OF_DAY and minutes < MINUTES else None


def _with_part(clock: Clock, part: str) -> Clock:
    earliest = EARLIEST_HOURS.get(part)
    if earliest is not None and earliest <= clock.hour < HOURS_OF_HALF_DAY:
        return replace(clock, hour=clock.hour + HOURS_OF_HALF_DAY)
    return clock
