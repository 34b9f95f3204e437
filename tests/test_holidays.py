"""Holidays by name: the rules of the table, the countries, and the library behind them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from sphinx_newstimeline.holidays.holiday import find_holiday_names, holiday_interval, read_holidays
from sphinx_newstimeline.holidays.moveable import kept_days
from sphinx_newstimeline.holidays.rules import CALENDAR, RuleError, named_days, rule_days

US, GB, CA = ("US", "GB"), ("GB",), ("CA", "US")

DAYS = [
    ("Thanksgiving", 2024, US, "2024-11-28"),
    ("thanksgiving day", 2024, CA, "2024-10-14"),
    ("Thanksgiving", 1939, US, "1939-11-23"),
    ("Thanksgiving", 2024, GB, "2024-11-28"),
    ("Christmas", 2023, US, "2023-12-25"),
    ("Christmas Day", 2023, (), "2023-12-25"),
    ("Christmas Eve", 2023, US, "2023-12-24"),
    ("New Year's Day", 2022, US, "2022-01-01"),
    ("New Year’s Eve", 2022, US, "2022-12-31"),
    ("Labor Day", 2024, US, "2024-09-02"),
    ("Labour Day", 2024, CA, "2024-09-02"),
    ("Labour Day", 2024, ("FR",), "2024-05-01"),
    ("Memorial Day", 2024, US, "2024-05-27"),
    ("Memorial Day", 1960, US, "1960-05-30"),
    ("Independence Day", 2021, US, "2021-07-04"),  # a Sunday: the day itself, not the day off
    ("the Fourth of July", 2026, US, "2026-07-04"),
    ("Independence Day", 2024, ("IN",), "2024-08-15"),
    ("Martin Luther King Jr. Day", 2024, US, "2024-01-15"),
    ("MLK Day", 2024, US, "2024-01-15"),
    ("Presidents’ Day", 2024, US, "2024-02-19"),
    ("Washington's Birthday", 1965, US, "1965-02-22"),
    ("Veterans Day", 2023, US, "2023-11-11"),
    ("Veterans Day", 1975, US, "1975-10-27"),
    ("Columbus Day", 2024, US, "2024-10-14"),
    ("Juneteenth", 2015, US, "2015-06-19"),
    ("Halloween", 2024, GB, "2024-10-31"),
    ("Valentine's Day", 2024, US, "2024-02-14"),
    ("St. Patrick's Day", 2024, US, "2024-03-17"),
    ("Mother's Day", 2024, US, "2024-05-12"),
    ("Mother's Day", 2024, GB, "2024-03-10"),
    ("Father's Day", 2024, US, "2024-06-16"),
    ("Good Friday", 2024, US, "2024-03-29"),
    ("Easter", 2024, US, "2024-03-31"),
    ("Easter Sunday", 1818, (), "1818-03-22"),
    ("Easter Monday", 2025, US, "2025-04-21"),
    ("Palm Sunday", 2024, US, "2024-03-24"),
    ("Ash Wednesday", 2024, US, "2024-02-14"),
    ("Mardi Gras", 2024, US, "2024-02-13"),
    ("Pentecost", 2024, US, "2024-05-19"),
    ("Whit Monday", 2024, US, "2024-05-20"),
    ("Boxing Day", 2020, GB, "2020-12-26"),
    ("Bastille Day", 2024, US, "2024-07-14"),
    ("Canada Day", 2024, US, "2024-07-01"),
    ("Victoria Day", 2024, US, "2024-05-20"),
    ("Remembrance Day", 2024, GB, "2024-11-11"),
    ("Armistice Day", 1918, US, "1918-11-11"),
    ("Yom Kippur", 2023, US, "2023-09-25"),
    ("Eid al-Fitr", 2024, US, "2024-04-10"),
    ("Eid al-Adha", 2024, US, "2024-06-16"),
    ("Diwali", 2024, US, "2024-10-31"),
    ("Lunar New Year", 2024, US, "2024-02-10"),
    ("Chinese New Year", 2010, US, "2010-02-14"),
    ("Election Day", 2024, US, "2024-11-05"),
    ("Election Day", 2022, US, "2022-11-08"),
    ("Groundhog Day", 2024, US, "2024-02-02"),
    ("Black Friday", 2024, US, "2024-11-29"),
    ("Cyber Monday", 2024, US, "2024-12-02"),
]


def interval(name: str, year: int, countries: tuple[str, ...]) -> tuple[date, date] | None:
    """Return the first and last day of what English calls so."""
    return holiday_interval(find_holiday_names("en")[name.lower()], year, countries)


@pytest.mark.parametrize(("name", "year", "countries", "expected"), DAYS)
def test_day(name: str, year: int, countries: tuple[str, ...], expected: str) -> None:
    assert interval(name, year, countries) == (date.fromisoformat(expected),) * 2


PERIODS = [
    ("ramadan", 2025, "2025-03-01", "2025-03-29"),
    ("ramadan", 2024, "2024-03-11", "2024-04-09"),
    ("ramadan", 2030, "2030-01-05", "2030-02-03"),  # there is a second one from 26 December on
    ("hanukkah", 2024, "2024-12-26", "2025-01-02"),
    ("hanukkah", 2025, "2025-12-15", "2025-12-22"),  # not the end of the one before, on 1 January
    ("passover", 2024, "2024-04-23", "2024-04-30"),
    ("rosh-hashanah", 2024, "2024-10-03", "2024-10-04"),
    ("holy-week", 2024, "2024-03-24", "2024-03-30"),
]


@pytest.mark.parametrize(("key", "year", "first", "last"), PERIODS)
def test_period(key: str, year: int, first: str, last: str) -> None:
    assert holiday_interval(key, year, US) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("countries", "day"),
    [(("GB", "US"), date(2024, 3, 10)), (("US", "GB"), date(2024, 5, 12)), (("gb",), date(2024, 3, 10))],
)
def test_first_country_that_knows_it_decides(countries: tuple[str, ...], day: date) -> None:
    assert interval("Mother's Day", 2024, countries) == (day, day)


@pytest.mark.parametrize(
    ("name", "countries"), [("Memorial Day", GB), ("Memorial Day", ("XX",)), ("Labor Day", ())]
)
def test_unknown(name: str, countries: tuple[str, ...]) -> None:
    assert interval(name, 2024, countries) is None


def test_names_lead_to_keys_with_either_apostrophe() -> None:
    names = find_holiday_names("en-US")
    assert names["new year's eve"] == names["new year’s eve"] == "new-years-eve"
    assert names["the fourth of july"] == "independence-day"
    assert all(name == name.lower() for name in names)
    assert find_holiday_names("xx") == {}


@pytest.mark.parametrize("key", read_holidays())
def test_every_line_of_the_table_works(key: str) -> None:
    holiday = read_holidays()[key]
    assert any(language == "en" for language, _ in holiday.names)
    assert holiday.until in {"", *read_holidays()}
    days = holiday_interval(key, 2024, US)
    assert days is not None
    assert (days[0] < days[1]) == bool(holiday.until or holiday.days > 1)
    for _, rule in holiday.rules:
        assert all(day.year == 2024 for day in rule_days(rule, 2024))


def test_a_name_belongs_to_one_holiday() -> None:
    names = [name for holiday in read_holidays().values() for _, name in holiday.names]
    assert len(names) == len({name.lower() for name in names})


@pytest.mark.parametrize("year", [0, 1, 1000, 9998, 9999, 10000])
def test_far_years_are_no_error(year: int) -> None:
    for key in read_holidays():
        holiday_interval(key, year, US)


@pytest.mark.parametrize(
    "key",
    [
        "mlk-day",
        "presidents-day",
        "memorial-day",
        "labor-day",
        "columbus-day",
        "veterans-day",
        "thanksgiving",
    ],
)
@pytest.mark.parametrize("year", [1972, 1977, 1978, 1986, 1999, 2010, 2021, 2024, 2031])
def test_rules_by_the_calendar_agree_with_the_library(key: str, year: int) -> None:
    by_calendar = [part.strip() for part in dict(read_holidays()[key].rules).popitem()[1].split("|")]
    by_library = {
        "labor-day": "US: Labor Day",
        "thanksgiving": "US: Thanksgiving Day",
        "columbus-day": "US: Columbus Day",
        "presidents-day": "US: Washington's Birthday",
        "memorial-day": "US: Memorial Day",
        "veterans-day": "US: Veterans Day",
        "mlk-day": "US: Martin Luther King Jr. Day",
    }[key]
    found = rule_days(by_calendar[0], year)
    assert not found or found == rule_days(by_library, year)


def test_a_rule_holds_from_its_first_year() -> None:
    assert rule_days("4 thursday november +1 from 1942", 2024) == (date(2024, 11, 29),)
    assert rule_days("4 thursday november from 1942", 1941) == ()


@pytest.mark.parametrize("rule", ["", "someday", "6 sunday may", "easter+1", "us: Christmas"])
def test_malformed_rule(rule: str) -> None:
    with pytest.raises(RuleError):
        rule_days(rule, 2024)


def test_last_weekday_of_a_month() -> None:
    assert rule_days("last monday may", 2024) == (date(2024, 5, 27),)


def test_library_is_imported_with_the_first_question_only() -> None:
    check = (
        "import sys; from sphinx_newstimeline.holidays import holiday as h\n"
        "h.find_holiday_names('en')\n"
        "for key in h.read_holidays(): h.holiday_interval(key, 2024, ('US',))\n"
        "assert 'holidays' not in sys.modules\n"
        "h.holiday_interval('labor-day', 2024, ('FR',))\n"
        "assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


FEASTS = sorted(
    {
        part.strip()
        for holiday in read_holidays().values()
        for _country, rule in holiday.rules
        if CALENDAR.match(rule)
        for part in rule.split("|")
    }
)


@pytest.mark.parametrize("rule", FEASTS)
def test_kept_days_are_those_of_the_library(rule: str) -> None:
    # Years that are over: what lies ahead is estimated until the moon is seen.
    country, name = rule.split(": ")
    for year in range(2001, 2024):
        days = kept_days(rule, year)
        assert days
        assert days == named_days(country, (name.lower(),), year)


@pytest.mark.parametrize("year", [1, 1000, 1900, 2101, 9999])
def test_kept_days_of_other_years_are_none(year: int) -> None:
    assert kept_days("IL: Hanukkah", year) == ()
    assert kept_days("IL: Somebody's Birthday", 2024) == ()


def test_years_with_two_feasts_keep_both() -> None:
    assert kept_days("MV: First Day of Ramadan", 2030) == (date(2030, 1, 5), date(2030, 12, 26))
