"""Timelines as calendars, read by two libraries that have nothing to do with each other."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import exported
import icalendar
import pytest
import vobject
from dateutil.rrule import rrulestr
from exported import TRICKY, recurring, timeline
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_newstimeline.exports import Meta
from sphinx_newstimeline.exports.ics import to_ics
from sphinx_newstimeline.exports.zones import offset_of
from sphinx_newstimeline.timeline import Group, Order, Timeline, Window, agenda

META = Meta("Talks, and more; ünï", "https://docs.example/talks.html", {"month": "https://docs.example/t#m"})
NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture(scope="module")
def calendar():
    """Return all tricky events as one calendar's text."""
    return to_ics(timeline(), META)


@pytest.fixture(scope="module")
def entries(calendar):
    """Return the events as ``icalendar`` reads them, by the name of the tricky event."""
    read = icalendar.Calendar.from_ical(calendar)
    return {str(one["uid"]).partition("@")[0]: one for one in read.walk("VEVENT")}


@pytest.fixture(scope="module")
def others(calendar):
    """Return the same as ``vobject`` reads them."""
    read = vobject.readOne(calendar)
    return {one.uid.value.partition("@")[0]: one for one in read.vevent_list}


# name, first day or moment, the day behind the last one, what its title begins with
PLACES = [
    ("single-day", date(2024, 11, 13), None, "The single day"),
    ("day-of-old", date(79, 8, 24), None, "The day of old"),
    ("month", date(2024, 8, 1), date(2024, 9, 1), "In August 2024: The month"),
    ("february", date(2024, 2, 1), date(2024, 3, 1), "In February 2024: "),
    ("year", date(1995, 1, 1), date(1996, 1, 1), "In 1995: "),
    ("about-a-year", date(1995, 1, 1), date(1996, 1, 1), "About this time: "),
    ("decade", date(1980, 1, 1), date(1990, 1, 1), "In the 1980s: "),
    ("first-decade", date(1, 1, 1), date(10, 1, 1), "In 1–9: "),
    ("century", date(1800, 1, 1), date(1900, 1, 1), "In the 19th century: "),
    ("last-century", date(9900, 1, 1), date(9999, 12, 31), "In the 100th century: "),
    ("span", date(2025, 1, 20), date(2025, 2, 4), "The span"),
    ("since", date(2022, 1, 1), date(2024, 11, 14), "The since"),
    ("open-end", date(2024, 12, 9), None, "From this day on: "),
    ("open-start", date(2025, 1, 20), None, "Until this day: "),
    ("deadline", date(2025, 1, 20), None, "Deadline: The deadline"),
    ("deadline-within", date(2024, 12, 13), None, "Deadline: "),
    ("deadline-of-a-month", date(2025, 1, 31), None, "Deadline: "),
    ("vague-edge", date(2024, 12, 23), date(2025, 1, 21), "About this time: "),
    ("end-of-days", date(9999, 12, 31), None, "The end of days"),
    ("hour", datetime(2024, 11, 12, 4, tzinfo=UTC), None, "The hour"),
    ("minute", datetime(2024, 11, 12, 21, 5, tzinfo=UTC), None, "The minute"),
    ("local-minute", datetime.fromisoformat("2024-11-12T09:30"), None, "The local minute"),
    ("unknown-zone", datetime.fromisoformat("2024-11-12T09:30"), None, "The unknown zone"),
    ("midnight", datetime.fromisoformat("2024-11-13T00:00"), None, "The midnight"),
    ("night", date(2024, 11, 12), None, "The night"),
    ("last-minute", date(9999, 12, 31), None, "The last minute"),
    ("timed-deadline", datetime(2024, 11, 15, 22, tzinfo=UTC), None, "Deadline: "),
    ("hourly", date(2024, 11, 13), None, "The hourly"),
    ("every-july", date(2025, 7, 1), date(2025, 8, 1), "The every july"),
    ("this-month", date(2024, 11, 1), date(2024, 12, 1), "The this month"),
    ("every-winter", date(2024, 12, 1), date(2025, 3, 1), "The every winter"),
]


@pytest.mark.parametrize(("name", "start", "end", "summary"), PLACES)
def test_an_event_stands_where_it_should(entries, others, name, start, end, summary):
    entry, other = entries[name], others[name]
    assert entry["dtstart"].dt == start
    assert (entry["dtend"].dt if "dtend" in entry else None) == end
    assert entry["summary"].startswith(summary)
    assert other.dtstart.value == start
    assert (other.dtend.value if hasattr(other, "dtend") else None) == end
    assert other.summary.value == entry["summary"]


def test_no_event_with_a_place_is_left_out(entries):
    assert set(entries) == {event.id for event in TRICKY}


# name, rule as dateutil reads it, and its first occurrences by hand
OCCURRENCES = [
    ("weekly", [date(2024, 11, 15), date(2024, 11, 22), date(2024, 11, 29)]),
    ("twice-weekly", [date(2024, 11, 15), date(2024, 11, 18), date(2024, 11, 22)]),
    ("fortnightly", [date(2024, 11, 13), date(2024, 11, 27), date(2024, 12, 11)]),
    ("first-monday", [date(2024, 12, 2), date(2025, 1, 6), date(2025, 2, 3)]),
    ("every-july", [date(2025, 7, 1), date(2026, 7, 1), date(2027, 7, 1)]),
    ("birthday", [date(2025, 7, 25), date(2026, 7, 25), date(2027, 7, 25)]),
    ("ending", [date(2024, 11, 18), date(2024, 11, 25), date(2024, 12, 2)]),
    ("bounded", [date(2025, 5, 5), date(2025, 6, 2), date(2025, 7, 7)]),
]


@pytest.mark.parametrize(("name", "days"), OCCURRENCES)
def test_what_recurs_recurs_on_its_days(entries, others, name, days):
    rule = entries[name]["rrule"].to_ical().decode()
    first = datetime.combine(entries[name]["dtstart"].dt, datetime.min.time())
    assert [one.date() for one in islice(rrulestr(rule, dtstart=first), len(days))] == days
    expanded = others[name].getrruleset(addRDate=True)
    assert [one.date() for one in islice(expanded, len(days))] == days


@pytest.mark.parametrize("order", Order)
def test_a_schedule_has_what_recurs_once_from_its_first_day_on(order):
    names = ("first monday", "single day", "fortnightly")
    daily = recurring("daily", "FREQ=DAILY", date(2024, 11, 1))
    shown = [*(one for one in TRICKY if one.id.replace("-", " ") in names), daily]
    groups = agenda(shown, as_of=date(2025, 1, 1), window=Window(to=date(2025, 3, 31)), order=order)
    text = to_ics(Timeline(groups), META)
    found = {
        str(one["uid"]).partition("@")[0]: (one["dtstart"].dt, one["rrule"].to_ical().decode())
        for one in icalendar.Calendar.from_ical(text).walk("VEVENT")
    }
    assert len([one for group in groups for one in group.events]) == 3 + 6 + 1
    assert found == {
        "first-monday": (date(2024, 12, 2), "FREQ=MONTHLY;BYDAY=1MO"),
        "fortnightly": (date(2024, 11, 13), "FREQ=WEEKLY;INTERVAL=2"),
        "daily": (date(2024, 11, 1), "FREQ=DAILY"),
    }
    assert len(vobject.readOne(text).vevent_list) == len(found)


@pytest.mark.parametrize(("name", "count"), [("ending", 11), ("bounded", 3)])
def test_what_ends_ends(others, name, count):
    assert len(list(others[name].getrruleset())) == count


def test_a_weekly_hour_keeps_its_zone_over_the_year(entries, calendar):
    entry = entries["late-show"]
    start = entry["dtstart"].dt
    assert entry["dtstart"].params["TZID"] == "America/New_York"
    assert start.replace(tzinfo=NEW_YORK) == datetime(2024, 11, 15, 21, tzinfo=NEW_YORK)
    zone = next(iter(icalendar.Calendar.from_ical(calendar).walk("VTIMEZONE")))
    ours = zone.to_tz(lookup_tzid=False)
    for moment in (
        datetime.fromisoformat("2024-11-15T21:00"),
        datetime.fromisoformat("2025-07-04T21:00"),
        datetime.fromisoformat("2025-03-10T00:00"),
    ):
        assert ours.utcoffset(moment) == moment.replace(tzinfo=NEW_YORK).utcoffset()


def test_an_hourly_event_fills_no_calendar(entries):
    assert "rrule" not in entries["hourly"]
    assert str(entries["hourly"]["x-newstimeline-rrule"]) == "FREQ=HOURLY"


def test_the_calendar_is_fit_for_subscription(calendar):
    read = icalendar.Calendar.from_ical(calendar)
    assert (str(read["version"]), str(read["method"])) == ("2.0", "PUBLISH")
    for name in ("NAME", "X-WR-CALNAME"):
        assert f"\r\n{name}:Talks\\, and more\\; ünï\r\n" in calendar
    assert "\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in calendar
    assert "\r\nX-PUBLISHED-TTL:P1D\r\n" in calendar
    assert calendar == to_ics(timeline(), META)


def test_lines_are_folded_by_octets(calendar):
    lines = calendar.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", calendar)
    assert lines[-1] == ""


def test_stamps_come_from_publication_and_ids_from_events(entries):
    assert entries["month"]["dtstamp"].dt == datetime(2024, 11, 13, tzinfo=UTC)
    assert str(entries["month"]["uid"]) == "month@sphinx-newstimeline"
    unpublished = exported.event("x", TRICKY[0].interval, sources=(exported.OTHER,))
    assert "DTSTAMP:19700101T000000Z" in to_ics(timeline((unpublished,)), Meta())


def test_texts_come_back_as_they_were(entries, others):
    entry, other = entries["nasty"], others["nasty"]
    assert entry["summary"] == other.summary.value == '=HYPERLINK("x") </script> & "title"'
    expected = " ".join(exported.NASTY.replace("\u2028", " ").split()) + " on the day"
    assert entry["description"].split("\n")[0] == expected
    assert other.description.value.split("\n")[0] == expected
    assert list(map(str, entry["categories"].cats)) == ["#hash", "a, b", "c;d", "naïve", "talks"]
    assert "javascript" not in str(entry.get("url", ""))
    assert len(entries["one-word"]["description"]) > 20000


def test_vagueness_stands_in_words_and_in_edtf(entries):
    entry = entries["vague-edge"]
    assert str(entry["x-newstimeline-edtf"]) == "2024-12-23~/2025-01-20"
    line = "When: about 23 December 2024 to 20 January 2025 (“on the day”)"
    assert line in entry["description"].split("\n")


def test_addresses_lead_to_the_timeline_else_to_the_article(entries):
    assert entries["month"]["url"] == "https://docs.example/t#m"
    assert entries["year"]["url"] == "https://docs.example/talks.html"
    plain = icalendar.Calendar.from_ical(to_ics(timeline(TRICKY[:1]), Meta()))
    assert plain.walk("VEVENT")[0]["url"] == "https://news.example/a?b=1&c=(2)"


@settings(max_examples=100, deadline=None)
@given(st.lists(exported.events(), min_size=1, max_size=3, unique_by=lambda event: event.id))
def test_any_event_is_read_by_both(events):
    text = to_ics(Timeline((Group("", tuple(events)),)), Meta())
    read = icalendar.Calendar.from_ical(text)
    ours = {f"{event.id}@sphinx-newstimeline": event for event in events}
    entries = read.walk("VEVENT")
    assert {str(entry["uid"]) for entry in entries} == set(ours)
    other = {one.uid.value: one for one in vobject.readOne(text).vevent_list}
    for entry in entries:
        assert not entry.errors
        event = ours[str(entry["uid"])]
        assert other[str(entry["uid"])].dtstart.value == entry["dtstart"].dt
        start = entry["dtstart"].dt
        if event.interval and not isinstance(start, datetime):
            span = (event.interval.earliest or start, event.interval.latest or start)
            assert span[0] <= start <= span[1]
        if "dtend" in entry:
            last = entry["dtend"].dt - timedelta(days=1)
            assert last in {event.interval.latest, date(9999, 12, 30)}


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [
        ("Z", 0),
        ("CEST", 120),
        ("est", -300),
        ("+05:30", 330),
        ("-03:30", -210),
        ("+24:00", None),
        ("Vilnius", None),
    ],
)
def test_how_far_a_zone_is_ahead(zone, minutes):
    assert offset_of(zone) == (None if minutes is None else timedelta(minutes=minutes))


def test_a_calendar_says_where_it_is_and_keeps_nobody_busy(calendar, entries):
    (whole,) = icalendar.Calendar.from_ical(calendar).walk("VCALENDAR")
    assert (whole["calscale"], whole["url"]) == ("GREGORIAN", META.url)
    assert {entry["transp"] for entry in entries.values()} == {"TRANSPARENT"}
    assert "TZID" not in entries["month"]["dtstart"].params
    bare = to_ics(timeline(), Meta())
    assert not {"URL", "NAME", "X-WR-CALNAME"} & {
        line.partition(":")[0] for line in bare.partition("BEGIN:VEVENT")[0].split("\r\n")
    }
