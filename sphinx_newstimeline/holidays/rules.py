"""The rules by which a holiday falls, as ``holidays.toml`` writes them."""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from .moveable import kept_days

# fmt: off
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# fmt: on

#: The years for which the reckoning of Easter is valid (Gregorian calendar).
EASTER_YEARS = range(1583, 4100)

_SHIFT = re.compile(r"(?P<rule>.+?)(?: (?P<days>[+-]\d+))?(?: from (?P<since>\d{4}))?")
_FIXED = re.compile(r"(?P<month>\d\d)-(?P<day>\d\d)")
_NTH = re.compile(rf"(?P<nth>[1-5]|last) (?P<weekday>{'|'.join(WEEKDAYS)}) (?P<month>{'|'.join(MONTHS)})")
#: A feast by what the library calls it in a country.
CALENDAR = re.compile(r"(?P<country>[A-Z]{2}): (?P<name>.+)")

#: How the library marks what depends on a sighting of the moon that is still to come.
_ESTIMATED = " (estimated)"


class RuleError(ValueError):
    """A rule that is of none of the forms that ``holidays.toml`` describes."""


def rule_days(rule: str, year: int) -> tuple[date, ...]:
    """Return the days in *year* on which the holiday of this rule begins, in order.

    :param rule: alternatives parted by ``|``; the first that has a day in that year decides.
    :raises RuleError: if the rule is of no known form.
    """
    found = (_alternative(part.strip(), year) for part in rule.split("|"))
    return next((days for days in found if days), ())


def named_days(country: str, names: Sequence[str], year: int) -> tuple[date, ...]:
    """Return the days in *year* on which *country* begins a holiday of one of these names.

    Of several days in a row with one name, only the first counts.

    :param country: an ISO 3166 code; one that the library doesn't know has no holidays.
    :param names: English names, lower-cased.
    """
    day_before = timedelta(days=1)
    days = {day for name in names for day in _calendar(country, year).get(name, ())}
    if year > date.min.year and date(year, 1, 1) in days:
        earlier = {day for name in names for day in _calendar(country, year - 1).get(name, ())}
    else:
        earlier = set()
    return tuple(sorted(day for day in days if day == date.min or day - day_before not in days | earlier))


def _alternative(part: str, year: int) -> tuple[date, ...]:
    shifted = _SHIFT.fullmatch(part)
    if not shifted:
        raise RuleError(f"a holiday's rule is empty in “{part}”")
    if year < int(shifted["since"] or date.min.year):
        return ()
    days = timedelta(days=int(shifted["days"] or 0))
    return tuple(day + days for day in _unshifted(shifted["rule"], year))


def _unshifted(rule: str, year: int) -> tuple[date, ...]:
    if rule == "easter":
        from dateutil.easter import easter  # few texts need it

        return (easter(year),) if year in EASTER_YEARS else ()
    if fixed := _FIXED.fullmatch(rule):
        return (date(year, int(fixed["month"]), int(fixed["day"])),)
    if nth := _NTH.fullmatch(rule):
        return (
            _nth_weekday(nth["nth"], WEEKDAYS.index(nth["weekday"]), MONTHS.index(nth["month"]) + 1, year),
        )
    if calendar := CALENDAR.fullmatch(rule):
        kept = kept_days(rule, year)
        return kept or named_days(calendar["country"], (calendar["name"].lower(),), year)
    raise RuleError(f"a holiday's rule is of no known form: “{rule}”")


def _nth_weekday(nth: str, weekday: int, month: int, year: int) -> date:
    if nth == "last":
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (int(nth) - 1))


@cache
def _calendar(country: str, year: int) -> Mapping[str, tuple[date, ...]]:
    """Return what the library knows of one country and year: lower-cased English name to days."""
    import holidays

    names: dict[str, tuple[date, ...]] = {}
    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        return MappingProxyType(names)
    language = "en_US" if "en_US" in known.supported_languages else None
    with warnings.catch_warnings():
        # a year outside of what a country's calendar covers is simply one without holidays
        warnings.simplefilter("ignore")
        days = holidays.country_holidays(
            country, years=year, observed=False, language=language, categories=known.supported_categories
        )
    for day in sorted(days):
        for name in days.get_list(day):
            folded = name.removesuffix(_ESTIMATED).lower()
            names[folded] = (*names.get(folded, ()), day)
    return MappingProxyType(names)
