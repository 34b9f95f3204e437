"""Events that are hard to write in other formats, one by one and by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from sphinx_newstimeline.events.event import Event, Source
from sphinx_newstimeline.temporal.interval import Edge, Interval, Precision
from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence, Why
from sphinx_newstimeline.timeline import GroupBy, build_timeline

DAY = date(2024, 11, 13)
SOURCE = Source(
    "news/a.txt", "Talks go on", DAY, "https://news.example/a?b=1&c=(2)", "Agency", 7, 21, 3, "en-GB"
)
OTHER = Source("news/b.txt", "", None, "", "", 0, 4, 1, "en", guessed=True)

WORDS = "on the day"


def event(name, interval, **fields):
    """Return an event whose id comes from its name and whose sentence has the words above."""
    sentence = fields.pop("sentence", f"The {name} took place {WORDS}.")
    start = sentence.find(WORDS)
    defaults = {
        "type": "DATE",
        "value": interval.edtf if interval else "",
        "mod": "",
        "granularity": "day",
        "deadline": False,
        "words": WORDS,
        "marks": ((start, start + len(WORDS)),) if start >= 0 else (),
        "why": Why("en:test", "published", "2024-11-13", "", ("month", "day"), ("year",), "will"),
        "sources": (SOURCE,),
    }
    return Event(id=name.replace(" ", "-"), interval=interval, sentence=sentence, **(defaults | fields))


def day(*parts):
    return Interval.of_day(date(*parts))


def about(interval):
    return Interval(
        replace(interval.start, approximate=True) if interval.start else None,
        replace(interval.end, approximate=True) if interval.end else None,
    )


def recurring(name, rrule, first, value="", **fields):
    return event(name, None, type="SET", value=value, recurrence=Recurrence(rrule, first), **fields)


NASTY = (
    "=1+1</script><!-- \"quoted\" 'text' & more; a, b\\n # not-a-tag 2024-01-01: no event // [x] `code` "
    "<img src=x onerror=alert(1)> #tag !id: {{x}} %s \\ é😀 中文 \u2028 "
)
SECOND = event("second telling", day(2024, 11, 14), sources=(OTHER,), sentence="They met on Thursday.")

TRICKY = (
    event("single day", day(2024, 11, 13)),
    event("day of old", day(79, 8, 24)),
    event("month", Interval.of_month(2024, 8)),
    event("february", Interval.of_month(2024, 2)),
    event("year", Interval.of_year(1995)),
    event("about a year", about(Interval.of_year(1995))),
    event("decade", Interval.of_decade(198)),
    event("decades", Interval.of_decade(198).spanning(Interval.of_decade(199))),
    event("first decade", Interval.of_decade(0)),
    event("century", Interval.of_century(18)),
    event("last century", Interval.of_century(99)),
    event("since a decade", Interval.of_decade(198).since()),
    event("season", Interval.of_months((2022, 12), (2023, 2)), granularity="season"),
    event("span", Interval.of_days(date(2025, 1, 20), date(2025, 2, 3))),
    event(
        "since", Interval(Edge(date(2022, 1, 1), Precision.YEAR), Edge(DAY)), mod="ON_OR_AFTER", side="since"
    ),
    event("open end", day(2024, 12, 9).since(), mod="ON_OR_AFTER"),
    event("open start", day(2025, 1, 20).until(), mod="BEFORE"),
    event("deadline", day(2025, 1, 20).until(), deadline=True, mod="ON_OR_BEFORE"),
    event("deadline within", Interval.of_days(DAY, date(2024, 12, 13)), deadline=True),
    event("deadline of a month", Interval.of_month(2025, 1).until(), deadline=True),
    event("vague deadline", about(day(2025, 1, 20)).until(), deadline=True),
    event("vague edge", Interval(Edge(date(2024, 12, 23), approximate=True), Edge(date(2025, 1, 20)))),
    event("vague years", about(Interval.of_years(1994, 1996))),
    event("end of days", day(9999, 12, 31)),
    event("first day", day(1, 1, 1)),
    event("clipped month", Interval(Edge(date(2021, 1, 20), Precision.MONTH), Edge(date(2021, 3, 31)))),
    event("hour", day(2024, 11, 12), type="TIME", time=ClockTime(4, None, "", "GMT")),
    event("minute", day(2024, 11, 12), type="TIME", time=ClockTime(16, 5, "", "EST")),
    event("local minute", day(2024, 11, 12), type="TIME", time=ClockTime(9, 30)),
    event("unknown zone", day(2024, 11, 12), type="TIME", time=ClockTime(9, 30, "", "XKT")),
    event("midnight", day(2024, 11, 12), type="TIME", time=ClockTime(24)),
    event("evening hour", day(2024, 11, 12), type="TIME", time=ClockTime(8, 0, "EV")),
    event("night", day(2024, 11, 12), type="TIME", time=ClockTime(part="NI")),
    event("last minute", day(9999, 12, 31), type="TIME", time=ClockTime(23, 0, "", "PST")),
    event("timed deadline", day(2024, 11, 15).until(), deadline=True, time=ClockTime(17, 0, "", "EST")),
    recurring("weekly", "FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15), "XXXX-WXX-5"),
    recurring("twice weekly", "FREQ=WEEKLY;BYDAY=MO,FR", date(2024, 11, 15)),
    recurring("fortnightly", "FREQ=WEEKLY;INTERVAL=2", date(2024, 11, 13), "P2W"),
    recurring("first monday", "FREQ=MONTHLY;BYDAY=1MO", date(2024, 12, 2)),
    recurring("every july", "FREQ=YEARLY;BYMONTH=7", date(2025, 7, 1), "XXXX-07"),
    recurring("this month", "FREQ=YEARLY;BYMONTH=11", date(2024, 11, 13), "XXXX-11"),
    recurring("every winter", "FREQ=YEARLY;BYMONTH=12", date(2024, 12, 1), "XXXX-WI"),
    recurring("birthday", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=25", date(2025, 7, 25)),
    recurring("hourly", "FREQ=HOURLY", date(2024, 11, 13), "PT1H"),
    recurring("no rule", "", date(2024, 11, 13), "PXW"),
    recurring("late show", "FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15), time=ClockTime(21, 0, "", "EST")),
    recurring("ending", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20250131", date(2024, 11, 18)),
    event(
        "bounded",
        Interval.of_days(date(2025, 5, 1), date(2025, 7, 31)),
        type="SET",
        recurrence=Recurrence("FREQ=MONTHLY;BYDAY=1MO", date(2025, 5, 5)),
    ),
    event("right to left", day(2024, 11, 16), sentence="قال الوزير إن المحادثات ستبدأ on the day في بروكسل."),
    event(
        "nasty",
        day(2024, 11, 17),
        sentence=NASTY + WORDS,
        title='=HYPERLINK("x") </script> & "title"',
        tags=("#hash", "a, b", "c;d", "naïve", "talks"),
        speaker='-the "Speaker"',
        pinned=True,
        sources=(replace(SOURCE, title=NASTY, source="@agency", url="javascript:alert(1)"), OTHER),
    ),
    event("endless", day(2024, 11, 18), sentence="word " * 8000 + WORDS),
    event("one word", day(2024, 11, 19), sentence="x" * 20000),
    event("merged", day(2024, 11, 13), sources=(SOURCE, OTHER), others=(SECOND,)),
)
UNDATED = (event("undated", None, sources=(OTHER,)),)


def timeline(events=TRICKY, group_by=GroupBy.NONE):
    return build_timeline(events, UNDATED, group_by=group_by)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
edges = st.builds(Edge, days, st.sampled_from(Precision), st.booleans())
units = st.one_of(
    st.builds(Interval.of_day, days),
    st.builds(Interval.of_month, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(Interval.of_year, st.integers(1, 9999)),
    st.builds(Interval.of_decade, st.integers(0, 999)),
    st.builds(Interval.of_century, st.integers(0, 99)),
)


@st.composite
def intervals(draw):
    first, second = sorted([draw(units), draw(units)], key=lambda one: (one.earliest, one.latest))
    spanned = first.spanning(second) if first.earliest <= second.latest else first
    either = draw(st.sampled_from([first, spanned, first.since(), second.until()]))
    return about(either) if draw(st.booleans()) else either


clocks = st.builds(
    ClockTime,
    st.integers(0, 23),
    st.none() | st.integers(0, 59),
    st.sampled_from(["", "EV"]),
    st.sampled_from(["", "GMT", "EST", "XKT"]),
) | st.builds(ClockTime, part=st.sampled_from(["MO", "NI"]))

sources = st.builds(
    Source,
    path=st.sampled_from(["a.txt", "news/b c.md", "../ü.txt"]),
    title=texts,
    published=st.none() | days,
    url=st.sampled_from(["", "https://news.example/a"]) | texts,
    source=texts,
    start=st.integers(0, 9),
    end=st.integers(9, 99),
    line=st.integers(1, 99),
    language=st.sampled_from(["en", "de-AT"]),
    guessed=st.booleans(),
)


@st.composite
def events(draw, *, merged=True):
    """Return an event of any sort, with any text in it."""
    sentence = draw(texts)
    offsets = sorted(draw(st.lists(st.integers(0, len(sentence)), max_size=2)))
    recurs = draw(st.booleans())
    return Event(
        id=draw(st.from_regex(r"[0-9a-f]{12}(-[2-9])?", fullmatch=True)),
        interval=None if recurs else draw(intervals()),
        type="SET" if recurs else "DATE",
        value=draw(texts),
        mod=draw(st.sampled_from(["", "APPROX", "ON_OR_BEFORE"])),
        granularity=draw(st.sampled_from(["", "day", "season"])),
        deadline=draw(st.booleans()) and not recurs,
        words=draw(texts),
        sentence=sentence,
        marks=(tuple(offsets),) if len(offsets) == 2 else (),
        why=Why(draw(texts), draw(texts), stated=draw(st.tuples(texts)), filled=(), cue=draw(texts)),
        sources=tuple(draw(st.lists(sources, min_size=1, max_size=3))),
        time=draw(st.none() | clocks),
        recurrence=Recurrence("FREQ=WEEKLY", draw(days)) if recurs else None,
        speaker=draw(texts),
        title=draw(texts),
        tags=tuple(sorted(draw(st.sets(texts, max_size=3)))),
        pinned=draw(st.booleans()),
        others=tuple(draw(st.lists(events(merged=False), max_size=2, unique_by=lambda one: one.id)))
        if merged
        else (),
    )
