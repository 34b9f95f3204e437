"""Datelines: found at the very start, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_newstimeline.articles import find_dateline, find_datelines

DAY = date(2024, 11, 13)
STORY = "Envoys met behind closed doors."

#: words before the story, day, month and day, place, agency
DATED = [
    ("BRUSSELS, Nov. 13, 2024 — ", "BRUSSELS", ""),
    ("BRUSSELS, Nov. 13, 2024—", "BRUSSELS", ""),
    ("BRUSSELS, Nov. 13, 2024 – ", "BRUSSELS", ""),
    ("BRUSSELS, Nov. 13, 2024 -- ", "BRUSSELS", ""),
    ("BRUSSELS, Nov. 13, 2024 - ", "BRUSSELS", ""),
    ("BRUSSELS (Reuters), Nov 13 2024 - ", "BRUSSELS", "Reuters"),
    ("BRUSSELS, Nov 13, 2024 (Reuters) - ", "BRUSSELS", "Reuters"),
    ("WASHINGTON, 13 November 2024 (AFP) – ", "WASHINGTON", "AFP"),
    ("WASHINGTON (AP) Nov 13, 2024 - ", "WASHINGTON", "AP"),
    ("NEW YORK, N.Y., Nov. 13, 2024 — ", "NEW YORK, N.Y.", ""),
    ("New York, Nov. 13, 2024 — ", "New York", ""),
    ("RIO DE JANEIRO, Brazil, Nov. 13, 2024 — ", "RIO DE JANEIRO, Brazil", ""),
    ("Frankfurt am Main, Nov. 13, 2024 — ", "Frankfurt am Main", ""),
    ("KYIV/BRUSSELS, Nov. 13, 2024 (Reuters) - ", "KYIV/BRUSSELS", "Reuters"),
    ("ST. JOHN'S, Nov. 13, 2024 — ", "ST. JOHN'S", ""),
    ("GUINEA-BISSAU, Nov. 13, 2024 — ", "GUINEA-BISSAU", ""),
    ("Villeneuve-d’Ascq, Nov. 13, 2024 — ", "Villeneuve-d’Ascq", ""),
    ("Villa Rica de la Vera Cruz, Nov. 13, 2024 — ", "Villa Rica de la Vera Cruz", ""),
    ("OSLO, Bergen, Narvik, Norway, Nov. 13, 2024 — ", "OSLO, Bergen, Narvik, Norway", ""),
    ("BRUSSELS, Wednesday, Nov. 13, 2024 — ", "BRUSSELS", ""),
    ("BRUSSELS, 2024-11-13 - ", "BRUSSELS", ""),
    ("BRUSSELS, Nov. 13,\n2024 — ", "BRUSSELS", ""),
    ("Nov. 13, 2024 (AP) -- ", "", "AP"),
    ("BRUSSELS, Nov. 13, 2024 /PRNewswire/ -- ", "BRUSSELS", "PRNewswire"),
    ("New Delhi, Nov 13, 2024 (IANS) ", "New Delhi", "IANS"),
    ("LYON | Wed Nov 13, 2024 8:56 am EST LYON (Reuters) - ", "LYON", "Reuters"),
    ("LYON, France | Wed Nov 13, 2024 8:56 am EST ", "LYON, France", ""),
]

WITHOUT_YEAR = [
    ("Brussels, Nov. 13 — ", "Brussels", ""),
    ("BRUSSELS, Nov 13 (Reuters) - ", "BRUSSELS", "Reuters"),
    ("BEIJING, Nov. 13 (Xinhua) -- ", "BEIJING", "Xinhua"),
    ("ST. PETERSBURG, Fla., Nov. 13 (UPI) -- ", "ST. PETERSBURG, Fla.", "UPI"),
    ("BRUSSELS, 13 November — ", "BRUSSELS", ""),
    ("MOSCOW, November 13. /TASS/. ", "MOSCOW", "TASS"),
    ("NEW DELHI, Nov 13 (PTI) ", "NEW DELHI", "PTI"),
]

UNDATED = [
    ("(AP) -- ", "", "AP"),
    ("THE HAGUE, Netherlands (AP) — ", "THE HAGUE, Netherlands", "AP"),
    ("PORT-AU-PRINCE, Haiti (AP) - ", "PORT-AU-PRINCE, Haiti", "AP"),
    ("OSLO (AP)_ ", "OSLO", "AP"),
    ("BERLIN (AFP, dpa) - ", "BERLIN", "AFP, dpa"),
]

ABOVE = [
    "",
    "By Jane Doe\n",
    "Envoys Meet Again\n\nBy Jane Doe\n",
    "\n\n  Envoys meet, doors closed\nA second line\n",
]

PROSE = [
    "On Nov. 13, 2024, he left.",
    "On Nov. 13, 2024, he — the envoy — left.",
    "On Nov. 13, 2024 — a Wednesday — he left.",
    "In Brussels, Nov. 13 — a grey day — began late.",
    "Nov. 13, 2024 — the day of the vote — began with rain.",
    "Wednesday, Nov. 13, 2024 — the day of the vote — began with rain.",
    "Yesterday, Nov. 13 — the day of the vote.",
    "BRUSSELS, Nov. 13, 2024, was grey — and cold.",
    "Brussels, Nov. 13, 2024, was grey - and cold.",
    "BRUSSELS, Nov. 13–15 the envoys meet.",
    "Venice, August 29 - September 8 the festival is on.",
    "NATO (North Atlantic Treaty Organization) — the alliance — met.",
    "The envoy (AP) — a long man — left.",
    "BREAKING — Envoys met.",
    "May — the month — is over.",
    "Jane Roe, 62, — the envoy — left.",
    "WASHINGTON, 1,300 miles away — as the crow flies.",
    "Envoys met on Wednesday.\nBRUSSELS, Nov. 13, 2024 — They left.",
    "Published reports on Nov. 13, 2024 said so.",
    "“BRUSSELS, Nov. 13, 2024 — so it began.”",
    "BRUSSELS, Nov. 13, 2024 (AFP)",
    "Our New Man of the Old Town, Nov. 13, 2024 — so it began.",
    "Ann, Bob, Cid, Dora, Eve, Nov. 13, 2024 — so it began.",
    "BRUSSELS, Feb. 30, 2024 — no such day.",
    "A | B on Nov. 13, 2024 said",
    "",
    "   \n \n",
    "—",
    "( ) — ",
    ", , — ",
    "/// --",
]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize(("words", "place", "agency"), DATED)
def test_a_dateline_with_a_year_gives_its_day(words: str, place: str, agency: str, above: str) -> None:
    text = above + words + STORY
    found = find_dateline(text)
    assert found
    assert (found.day, found.place, found.agency, found.updated) == (DAY, place, agency, False)
    assert text[found.start :].startswith(words)
    assert text[found.end :] == STORY


@pytest.mark.parametrize(("words", "place", "agency"), WITHOUT_YEAR)
def test_without_a_year_there_is_month_and_day_alone(words: str, place: str, agency: str) -> None:
    found = find_dateline(words + STORY)
    assert found
    assert (found.day, found.month_day, found.place, found.agency) == (None, (11, 13), place, agency)
    assert found.end == len(words)


@pytest.mark.parametrize(("words", "place", "agency"), UNDATED)
def test_a_known_agency_makes_a_dateline_without_a_date(words: str, place: str, agency: str) -> None:
    found = find_dateline(words + STORY)
    assert found
    assert (found.words, found.day, found.month_day, found.place, found.agency) == (
        "",
        None,
        None,
        place,
        agency,
    )
    assert found.end == len(words)


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_dateline(text: str) -> None:
    assert find_datelines(text) == ()


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("Published: Nov. 13, 2024", False),
        ("Published November 13, 2024", False),
        ("First published: 13 November 2024, 9:30", False),
        ("Posted Wednesday, Nov. 13, 2024", False),
        ("November 13, 2024", False),
        ("Wednesday, 13 November 2024", False),
        ("Updated: Nov. 13, 2024, 5:40 p.m.", True),
        ("Last updated Nov. 13, 2024", True),
    ],
)
def test_a_line_of_its_own_states_the_day(line: str, *, updated: bool) -> None:
    text = f"Envoys Meet\n{line}\n\n{STORY}"
    (found,) = find_datelines(text)
    assert (found.day, found.updated, text[found.start : found.end]) == (DAY, updated, line)


def test_the_day_of_writing_goes_before_that_of_a_change() -> None:
    text = f"Updated: Nov. 14, 2024\n\nOSLO, Nov. 13, 2024 (AP) — {STORY}"
    assert [found.updated for found in find_datelines(text)] == [True, False]
    best = find_dateline(text)
    assert best
    assert best.day == DAY


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("BERLIN, 13. November 2024 (dpa) – Die Gesandten trafen sich.", "de", DAY),
        ("Berlin, 13. November 2024 — Die Gesandten trafen sich.", "de", DAY),
        ("Aktualisiert: 13. November 2024\nDie Gesandten trafen sich.", "de", DAY),
        ("Am Mittwoch, 13. November 2024 — so hieß es — ging er.", "de", None),
        ("PARIS, 13 novembre 2024 (AFP) - Les envoyés.", "fr", DAY),
        ("BERLIN, 2024-11-13 (dpa) – Die Gesandten.", "xx", DAY),
    ],
)
def test_other_languages(text: str, language: str, day: date | None) -> None:
    found = find_dateline(text, language)
    assert (found.day if found else None) == day


@given(st.text("AZaz BRUS.,()/|-—–_ \n0123456789Nov", max_size=300))
def test_whatever_is_written_offsets_lie_in_the_text(text: str) -> None:
    for found in find_datelines(text):
        assert 0 <= found.start < found.end <= len(text)


def test_only_the_top_of_a_text_is_looked_at() -> None:
    class Text(str):
        """A text that tells how much of it was taken."""

        __slots__ = ()
        taken = 0

        def __getitem__(self, key: slice) -> str:  # type: ignore[override]
            part = super().__getitem__(key)
            Text.taken += len(part)
            return part

    find_datelines(Text("A" * 3_000_000))
    assert Text.taken < 10_000
