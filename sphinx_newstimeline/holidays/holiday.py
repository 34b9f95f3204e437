"""Holidays by name: which days a text means by “Thanksgiving” or “Ramadan”.

The data file says what each is called and by which rule it falls; the library :mod:`holidays`, which
is imported when a rule first asks for it, answers for the public holidays.  The day of the holiday
itself counts, not a substitute day off: the Fourth of July is 4 July on a Sunday, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any

from ..languages import primary
from .rules import named_days, rule_days

TABLE = "holidays.toml"

#: The rule that holds where none of the countries has its own.
ANY = "any"

#: The countries that are asked, in turn, where an author names none.
DEFAULT_COUNTRIES: tuple[str, ...] = ("US", "GB")

_NO_RULE: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Holiday:
    """One line of the table.

    :param key: its name in the table, such as ``new-years-eve``.
    :param names: language code and name, for each name.
    :param rules: country code (or ``any``) and rule, for each rule.
    :param days: how many days it lasts.
    :param until: the key of the holiday that it ends before, or empty.
    """

    key: str
    names: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]
    days: int = 1
    until: str = ""


def find_holiday_names(language: str = "en") -> Mapping[str, str]:
    """Return what holidays are called in *language*: lower-cased name to key.

    Names with an apostrophe are there with the plain and with the typographic one.
    """
    return _names(primary(language))


def holiday_interval(key: str, year: int, countries: Sequence[str]) -> tuple[date, date] | None:
    """Return the first and last day of the holiday that begins in *year*.

    :param key: a key of the table, such as ``christmas-eve``.
    :param countries: ISO 3166 codes; the first one that knows the holiday decides.
    :return: ``None`` where no country knows it in that year.  Where it begins twice in a year, as
        Ramadan does in 2030, the first one.
    :raises KeyError: if there is no such holiday.
    """
    return _interval(key, year, tuple(country.upper() for country in countries))


@cache
def read_holidays() -> Mapping[str, Holiday]:
    """Return the table, by key; it is read when first asked for, from a zip file too."""
    import tomllib  # most texts name no holiday, and need not wait for this
    from importlib.resources import files

    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    return MappingProxyType({key: _holiday(key, line) for key, line in tomllib.loads(text).items()})


@cache
def _interval(key: str, year: int, countries: tuple[str, ...]) -> tuple[date, date] | None:
    holiday = read_holidays()[key]
    if not date.min.year <= year < date.max.year:  # in the last year, some would end behind it
        return None
    first = _first_day(holiday, year, countries)
    if first is None:
        return None
    if not holiday.until:
        return first, first + timedelta(days=holiday.days - 1)
    closing = read_holidays()[holiday.until]
    following = (_first_day(closing, y, countries, after=first) for y in (year, year + 1))
    end = next((day for day in following if day), None)
    return (first, end - timedelta(days=1)) if end else None


def _first_day(
    holiday: Holiday, year: int, countries: tuple[str, ...], after: date = date.min
) -> date | None:
    """Return the first day in *year* on which the holiday begins, later than *after*."""
    rules = dict(holiday.rules)
    names = tuple(_folded(name) for _, name in holiday.names)
    for country in countries:
        if country in rules:
            days = rule_days(rules[country], year)
        elif ANY in rules:
            continue
        else:
            days = named_days(country, names, year)
        if days:
            return next((day for day in days if day > after), None)
    days = rule_days(rules[ANY], year) if ANY in rules else _NO_RULE
    return next((day for day in days if day > after), None)


@cache
def _names(language: str) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for holiday in read_holidays().values():
        for code, name in holiday.names:
            if code == language:
                names[name.lower()] = holiday.key
                names[name.lower().replace("'", "’")] = holiday.key
    return MappingProxyType(names)


def _holiday(key: str, line: Mapping[str, Any]) -> Holiday:
    return Holiday(
        key=key,
        names=tuple((code, name) for code, names in line["names"].items() for name in names),
        rules=tuple(line["rules"].items()),
        days=line.get("days", 1),
        until=line.get("until", ""),
    )


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())
