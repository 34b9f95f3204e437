"""Headings of documents, and the days that they state: those of releases, minutes and diaries.

A section is written on the day that its heading states, whatever the day of the whole document: "last
week" below *1.4 (2 May 2024)* is the week before that day.  Only some headings state when their sections
were written; others say what they tell of ("The flood of 3 May 1901").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from ..languages import primary
from .day import YEAR

if TYPE_CHECKING:
    from ..temporal.timex import Timex

#: A longer line is prose.
LONGEST = 160
_VERSION = re.compile(r"(?<![\w.])v?[0-9]{1,4}(?:\.[0-9]{1,4}){1,3}[\w.+-]{0,30}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
#: What a release is called beside its number is not longer than "What's new in Tidewater".
_NAME = 5
#: What sets a day apart from the words before and behind it.
_APART_BEFORE = re.compile(r"(?:[(\[:;,|/–—-]|\s{2})\s*$")
_APART_BEHIND = re.compile(r"\s*[)\]:;,|/–—-]|\s{2}")


class Heading(NamedTuple):
    """A heading in the text of an article.

    :param start: offset of its first character in the text.
    :param end: offset behind its last.
    :param level: how deep it stands, 1 being the outermost.
    """

    start: int
    end: int
    level: int


class Stated(NamedTuple):
    """The day that a heading states, and whether that alone says when its section was written."""

    day: date
    certain: bool


def may_state_day(words: str) -> bool:
    """Return whether a heading has a year in it and is no longer than headings are."""
    return len(words) <= LONGEST and YEAR.search(words) is not None


def day_of_heading(words: str, language: str) -> Stated | None:
    """Return what a heading states of its section, or ``None``.

    It states exactly one day, with its year, and no other date.  It is certain that the section was
    written on that day where the heading has nothing else in it, or the number of a version and a name,
    or a word such as "minutes".  Else the day must at least be set apart: "Kick-off (2 May 2024)", but not
    "The flood of 3 May 1901".  What is announced ("due on 2 May 2024", "unreleased") is no such day.
    """
    if not may_state_day(words):
        return None
    kinds = _kinds(language)
    said = [word.casefold() for word in _WORD.findall(words)]
    if not kinds["announced"].isdisjoint(said):
        return None
    dates = [timex for timex in _dates(words, language) if timex.type in {"DATE", "TIME"}]
    if len(dates) != 1 or not (day := _single_day(dates[0], kinds)):
        return None
    before, behind = words[: dates[0].phrase_start], words[dates[0].phrase_end :]
    beside = _WORD.findall(_VERSION.sub(" ", f"{before} {behind}"))
    release = len(beside) <= _NAME and _VERSION.search(f"{before} {behind}") is not None
    if not beside or release or not kinds["records"].isdisjoint(said):
        return Stated(day, certain=True)
    apart = _APART_BEHIND.match(behind) if not before.strip(" ([") else _APART_BEFORE.search(before)
    return Stated(day, certain=False) if apart else None


def _dates(words: str, language: str) -> Sequence[Timex]:
    """Return the time expressions of a heading; none in a language without data."""
    from ..temporal import LanguageError, tag  # which few articles need to be read

    try:
        return tag(words, None, language=language)
    except LanguageError:
        return ()


def _single_day(timex: Timex, kinds: dict[str, frozenset[str]]) -> date | None:
    """Return the day of an expression that states it in full, and nothing of before or after."""
    interval, lead = timex.interval, timex.phrase[: timex.start - timex.phrase_start].strip().casefold()
    if lead and lead not in kinds["leads"]:
        return None
    if interval is None or interval.start is None or timex.why.anchor or "APPROX" in timex.mod:
        return None
    return interval.start.day if interval.end and interval.end.day == interval.start.day else None


@cache
def _kinds(language: str) -> dict[str, frozenset[str]]:
    """Return the words of a language that say what a heading is of, by kind."""
    table = tomllib.loads(files(__package__).joinpath("headings.toml").read_text(encoding="utf-8"))
    row = table.get(primary(language or "en"), {})
    return {kind: frozenset(row.get(kind, ())) for kind in ("records", "announced", "leads")}
