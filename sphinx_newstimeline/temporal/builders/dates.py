"""Calendar dates: days, months, years, decades and centuries as they are written."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..calendar import DateParts, read_parts
from ..grammar import grammar_of
from ..meanings import Calendar, Meaning, Modified, Span, Weekday, Years
from ..units import MONTHS_A_YEAR, Grain, days_in_month

A_HUNDRED = 100
LONGEST_MONTH = 31
A_LEAP_YEAR = 2000
#: The calendar ends with the year 9999.
LAST_MILLENNIUM = 10
#: Two-digit years from here on belong to the 20th century: '98 is 1998, '24 is 2024.
FIRST_SHORT_YEAR_OF_1900S = 40
#: How many years the longest range has of which only the second year states its era.
LONGEST_REIGN = 500
#: From here on a year of ten with an "'s" is itself where no article stands before it.
FIRST_YEAR_OF_2000S = 2000
#: Centuries that are spelled out before a decade: "the nineteen-eighties".
SPELLED_CENTURIES = range(15, 21)


def full_year(short: int) -> int:
    """Return the year that one of two digits means; any other means itself."""
    if short >= A_HUNDRED:
        return short
    return short + (1900 if short >= FIRST_SHORT_YEAR_OF_1900S else 2000)


def calendar(
    *,
    language: str,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    words: str = "",
) -> Meaning | None:
    """Return the date whose parts the rule caught; dateparser reads it where it names a month."""
    if month is None:
        return Calendar(DateParts(year))
    number = _month_in(words, language)
    # Without a year it may be a leap year.
    if number is None or (day is not None and not 1 <= day <= days_in_month(year or A_LEAP_YEAR, number)):
        return None
    return Calendar(DateParts(year, number, day))


@lru_cache(maxsize=4096)
def _month_in(words: str, language: str) -> int | None:
    """Return the month that one of the words names: by the language's data, else as dateparser reads it."""
    known = grammar_of(language).months
    capitalised = [word for word in words.split() if word[0].isupper()]
    for word in capitalised:
        number = known.get(word) or known.get(word.capitalize())
        if number:
            return number
    for word in capitalised:
        parts = read_parts(word, language)
        if parts and parts.month and parts.day is None and parts.year is None:
            return parts.month
    return None


def calendar_numeric(*, year: int, month: int, day: int) -> Meaning | None:
    """Return the date of "2024-11-13"."""
    exists = 1 <= month <= MONTHS_A_YEAR and 1 <= day <= days_in_month(year, month)
    return Calendar(DateParts(year, month, day)) if exists else None


def calendar_dotted(*, year: int, month: int, day: int) -> Meaning | None:
    """Return the date of "13.11.24"."""
    return calendar_numeric(year=full_year(year), month=month, day=day)


def nth_day(*, day: int) -> Meaning | None:
    """Return "the 13th", of a month that is spoken of or near."""
    return Calendar(DateParts(day=day)) if day <= LONGEST_MONTH else None


def numeric_date(*, first: int, second: int, year: int) -> Meaning | None:
    """Return the date of "11/13/2024": month first, unless only day first makes a date."""
    full = full_year(year)
    months, days = [
        calendar_numeric(year=full, month=month, day=day) for month, day in ((first, second), (second, first))
    ]
    found = months or days
    if not isinstance(found, Calendar) or first == second:
        return found
    return replace(found, order="either" if months and days else "month" if months else "day")


def short_year(*, year: int, month: int | None = None) -> Meaning:
    """Return the year of "'98", "FY25", "FY2025"."""
    return Calendar(DateParts(full_year(year), month), short=True)


def calendar_day(*, year: int, month: int, day: int) -> Meaning:
    """Return a day that goes by a name: "9/11"."""
    return Calendar(DateParts(year, month, day))


def attacks_day(*, day: int, words: str, language: str) -> Meaning | None:
    """Return the day of "the Sept. 11 attacks", which are those of a known year."""
    found = calendar(language=language, month=1, day=day, words=words)
    return replace(found, attacks=True) if isinstance(found, Calendar) and found.parts.day else None


def months_of_year(*, first: int, last: Meaning) -> Meaning | None:
    """Return "Jan-Mar 2024"."""
    dated = isinstance(last, Calendar) and last.parts.year is not None
    return Span((Calendar(DateParts(month=first)), last)) if dated else None


def era(*, n: int, era: int, month: int | None = None) -> Meaning | None:
    """Return the year of "AD 79"; a year before Christ lies outside the calendar."""
    return Calendar(DateParts(n if era > 0 else -n, month)) if n else None


def years_era(*, first: int, last: int, era: int, words: str) -> Meaning | None:
    """Return "499-493 BC", "AD 66 to 70", "496 and 495 BC": both years are of the era that is stated once."""
    if not 0 < last * era - first * era <= LONGEST_REIGN:
        return None
    years = Calendar(DateParts(first * era)), Calendar(DateParts(last * era))
    return Span(years, joined=" and " not in words)


def decade(*, decade: int, era: int = 1) -> Meaning:
    """Return the decade of "1980s", given as 198."""
    return Years(Grain.DECADE, decade, before_christ=era < 0)


def decade_of(*, year: int, words: str) -> Meaning | None:
    """Return the decade of "the 1980's"; "2010's first storm" is one of the year."""
    if year >= FIRST_YEAR_OF_2000S and not words[:1].isalpha():
        return None
    return Years(Grain.DECADE, year // 10)


def short_decade(*, decade: int, c: int | None = None) -> Meaning | None:
    """Return the decade of "'80s", "the nineties", "the nineteen-eighties"."""
    if c is not None:
        return Years(Grain.DECADE, c * 10 + decade // 10) if c in SPELLED_CENTURIES else None
    return Years(Grain.DECADE, decade // 10, century_stated=False)


def short_decade_part(*, decade: int, mod: str) -> Meaning:
    """Return "the late 90s", "the mid-80s"."""
    return Modified(mod, Years(Grain.DECADE, decade // 10, century_stated=False))


def century(*, n: int, era: int = 1) -> Meaning | None:
    """Return the century of "the 19th century", which TIMEX3 writes 18."""
    return Years(Grain.CENTURY, n - 1, before_christ=era < 0) if 1 <= n < A_HUNDRED else None


def millennium(*, n: int) -> Meaning | None:
    """Return "the third millennium", which TIMEX3 writes 2, and "the new millennium"."""
    return Years(Grain.MILLENNIUM, n - 1) if 1 <= n < LAST_MILLENNIUM else None


def days_of_month(
    *, day: int, last: int, words: str, language: str, year: int | None = None, third: int | None = None
) -> Meaning | None:
    """Return the days of "May 3-5", "3 to 5 May", "Dec. 5, 6 and 7"; "3 and 5 May" are two days, no range."""
    month = _month_in(words, language)
    if month is None:
        return None
    numbers = [number for number in (day, last, third) if number is not None]
    days = [
        calendar(language=language, year=year, month=month, day=number, words=words) for number in numbers
    ]
    found = tuple(found for found in days if found is not None)
    if len(found) != len(numbers):
        return None
    # "3 and 4 December" is a stretch of two days, "3 and 5 December" are two single ones.
    apart = " or " in words or (" and " in words and last != day + 1)
    joined = third is None and (not apart or words.casefold().startswith("between"))
    return Span(found, joined) if day < last or not joined else None


def weekday_days(*, weekday: Meaning, day: int, last: Meaning, words: str) -> Meaning | None:
    """Return "Monday 12 to Friday 16 April"; where that is no way forward, the month before begins it."""
    if not (isinstance(weekday, Weekday) and isinstance(last, Calendar)):
        return None
    year, month, until = last.parts
    if month is None or until is None:
        return None
    if day >= until:
        month, year = (month - 1, year) if month > 1 else (MONTHS_A_YEAR, year and year - 1)
    first = Calendar(DateParts(year, month, day), weekday.number)
    return Span((first, last), joined=" and " not in words)


def centuries(*, n: int, m: int, words: str, era: int = 1) -> Meaning | None:
    """Return "the 16th and 17th centuries", "the fifth and fourth centuries B.C."."""
    first, last = century(n=n, era=era), century(n=m, era=era)
    return Span((first, last), joined=" to " in words) if first and last else None


def with_weekday(*, of: Calendar, weekday: Weekday | int) -> Meaning:
    """Return the date with the weekday that stands beside it."""
    return replace(of, weekday=weekday.number if isinstance(weekday, Weekday) else weekday)
