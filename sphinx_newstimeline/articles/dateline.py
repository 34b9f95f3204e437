"""The dateline with which agency copy begins: ``BRUSSELS, Nov. 13, 2024 (Reuters) —``.

It is the day of writing, and where it has a year it is good for a publication date.  Only the very
start of a text is looked at, below a headline, a byline and lines such as ``Updated: …``; prose such
as "On Nov. 13, 2024, he" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .dateline_words import Words, is_agency, words_of
from .day import YEAR, stated_day

#: How many lines with text can hold a dateline, and how far into the text; headlines are short.
_LINES, _REACH, LONGEST_HEADLINE = 6, 2_000, 160
#: The longest dateline, and the longest line that states nothing but a date.
_LONGEST, _DATE_LINE = 160, 80
#: A leap year, to read a day without a year against.
_LEAP = 2000

#: What ends a dateline: a dash of any make.  A hyphen needs room on both sides or a bracket before
#: it, and what a digit follows at once is a span of days.
_DASH = re.compile(r"\s*(?:[—―]|-{2,3})\s*(?![-—])|\s+[-–_]+\s+|(?<=\))\s*[-–_:]+\s*|(?<=[\d.])–(?=\s)\s*")
_AGENCY = re.compile(r"\(([^()\n]{2,40})\)|/([^/\s]{2,20})/")
_PIPED = re.compile(
    r"([^|\n]{2,60})\s\|\s([^|\n]*?\b[12][0-9]{3}\b)(?:\s+[0-9]{1,2}:[0-9]{2}(?:\s?[ap]m)?(?:\s[A-Z]{2,5})?)?\s+"
)
_PLACE = re.compile(r"[^\W\d_][^\W\d_.’']*(?:[.’' /-]+[^\W\d_]+)*\.?")
_PLACE_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS, _MOST_PLACES, _MOST_HEADLINES = 6, 4, 2


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, or a line at the top of a text that states its day.

    :param start: offset of its first character in the text.
    :param end: offset of the first character of what follows it.
    :param words: the words of its date, or empty where it has none.
    :param day: the day, or ``None`` where it has no year or no date.
    :param month_day: month and day of the month, where it has these.
    :param place: the place or places, as written, or empty.
    :param agency: the agency or newspaper in its brackets, or empty.
    :param updated: whether it is the day of a later change.
    """

    start: int
    end: int
    words: str = ""
    day: date | None = None
    month_day: tuple[int, int] | None = None
    place: str = ""
    agency: str = ""
    updated: bool = False


def find_dateline(text: str, language: str = "en") -> Dateline | None:
    """Return what states the day of writing best, or ``None``.

    A day with a year goes before one without, and one of writing before one of a later change.

    :param text: an article's text.
    :param language: its language, as a code such as ``en``.
    """
    return best_of(find_datelines(text, language))


def best_of(found: Sequence[Dateline]) -> Dateline | None:
    """Return the one of several that states the day of writing best, or ``None``."""
    return min(found, key=lambda dateline: (dateline.day is None, dateline.updated), default=None)


def find_datelines(text: str, language: str = "en") -> tuple[Dateline, ...]:
    """Return all that states a day at the top of a text, in its order: none of it is the story.

    The time that it takes does not depend on the length of the text.
    """
    words, found, headlines = words_of(language), list[Dateline](), 0
    for start, end in _lines(text[:_REACH]):
        line = text[start:end]
        if stated := _labelled(line, start, words, language) or _bare(line, start, language):
            found.append(stated)
        elif opening := _opening(text, start, words, language):
            return (*found, opening)
        elif not words.is_byline(line) and not words.is_kicker(line):
            headlines += 1
            if headlines > _MOST_HEADLINES or not is_headline(line):
                break
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the first lines that have text, without the space around it."""
    for number, match in enumerate(re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)):
        if number == _LINES:
            return
        yield match.span()


def is_headline(line: str) -> bool:
    """Return whether a line can be a headline: it is short and no sentence that ends with a stop."""
    return len(line) <= LONGEST_HEADLINE and not line.endswith((".", ".”", '."', "!”"))


def _labelled(line: str, start: int, words: Words, language: str) -> Dateline | None:
    """Return the day of a line such as "Updated: Nov. 13, 2024, 5 p.m."."""
    if len(line) > _DATE_LINE or not (label := words.label_of(line)):
        return None
    stated = line[len(label) :].strip(" \t:|*")
    day = _day(stated, language)
    updated = words.is_update(label)
    return Dateline(start, start + len(line), stated, day, _month_day(day), updated=updated) if day else None


def _bare(line: str, start: int, language: str) -> Dateline | None:
    """Return the day of a line that states nothing else."""
    day = _day(line, language) if len(line) <= _DATE_LINE else None
    return Dateline(start, start + len(line), line, day, _month_day(day)) if day else None


def _opening(text: str, start: int, words: Words, language: str) -> Dateline | None:
    """Return the dateline with which the line at *start* opens the story."""
    # A line that was wrapped behind a comma goes on in the next.
    window = re.split(r"(?<!,)\n|\n\n", text[start : start + _LONGEST], maxsplit=1)[0]
    if piped := _piped(window, start, words, language):
        return piped
    dash = _DASH.search(window)
    if dash and (head := _head(window[: dash.start()], start, start + dash.end(), words, language)):
        return None if head.day is None and _goes_on(window[dash.end() :], language) else head
    # Some agencies write no dash behind their name.
    agency = _AGENCY.search(window)
    if agency and is_agency(agency[1] or agency[2]) and window[agency.end() :].lstrip(". "):
        room = len(window) - len(window[agency.end() :].lstrip(". "))
        head = _head(window[: agency.end()], start, start + room, words, language)
        return head if head and head.words else None
    return None


def _goes_on(rest: str, language: str) -> bool:
    """Return whether a dash stands between two days: "Venice, August 29 - September 8"."""
    return _without_year(" ".join(rest.split(maxsplit=2)[:2]), language) is not None


def _piped(window: str, start: int, words: Words, language: str) -> Dateline | None:
    """Return the dateline of a web page: "GENEVA | Tue May 12, 2020 8:56 am EDT GENEVA (Reuters) - "."""
    match = _PIPED.match(window)
    if not match or not (day := _day(match[2], language)):
        return None
    places = [place.strip() for place in match[1].split(",")]
    if _month_day(day) and all(_is_place(place, words) or _without_year(place, language) for place in places):
        end, agency = start + match.end(), ""
        rest = window[match.end() :]
        if (dash := _DASH.search(rest)) and (head := _head(rest[: dash.start()], 0, 0, words, language)):
            end, agency = end + dash.end(), head.agency
        return Dateline(start, end, match[2], day, _month_day(day), match[1], agency)
    return None


def _head(head: str, start: int, end: int, words: Words, language: str) -> Dateline | None:
    """Return the dateline that *head* is, if it is one from its first to its last character."""
    agencies = _AGENCY.findall(head)
    if len(agencies) > 1:
        return None
    agency = (agencies[0][0] or agencies[0][1]).strip() if agencies else ""
    parts = [part.strip() for part in _AGENCY.sub(",", head).split(",")]
    parts = [part for part in parts if part.strip(". ")]
    first = next((number for number, part in enumerate(parts) if re.search(r"[0-9]", part)), len(parts))
    places, stated, day, month_day = _date_of(parts, first, language)
    known = is_agency(agency)
    if (first < len(parts) and not month_day) or not (month_day or known) or not (places or known):
        return None
    if len(places) > _MOST_PLACES or not all(_is_place(place, words) for place in places):
        return None
    return Dateline(start, end, stated, day, month_day, ", ".join(places), agency)


def _date_of(
    parts: list[str], first: int, language: str
) -> tuple[list[str], str, date | None, tuple[int, int] | None]:
    """Return places, date words, day, and month with day, of the parts between the commas.

    The date begins with the first part that has a digit, or with the weekday before it.
    """
    if first == len(parts):
        return parts, "", None, None
    for begin in (first, first - 1):
        if begin < 0:
            continue
        stated = ", ".join(parts[begin:])
        day = _day(stated, language)
        month_day = _month_day(day) or _without_year(stated, language)
        if month_day and (begin < first or first == 0 or not _is_weekday(parts[first - 1], stated, language)):
            return parts[:begin], stated, day, month_day
    return parts, "", None, None


def _is_weekday(part: str, stated: str, language: str) -> bool:
    """Return whether a part belongs to the date behind it, as "Wednesday" does."""
    both = f"{part}, {stated}"
    return bool(_day(both, language) or _without_year(both, language))


def _day(stated: str, language: str) -> date | None:
    """Return the day of a date with a year of four digits."""
    return stated_day(stated, language) if YEAR.search(stated) else None


def _without_year(stated: str, language: str) -> tuple[int, int] | None:
    """Return month and day of the month of a date in words that has no year."""
    if YEAR.search(stated) or not re.search(r"[^\W\d_]{3}", stated) or not re.search(r"[0-9]", stated):
        return None
    stated = stated.rstrip(".")
    return _month_day(stated_day(f"{stated}, {_LEAP}", language) or stated_day(f"{stated} {_LEAP}", language))


def _month_day(day: date | None) -> tuple[int, int] | None:
    """Return month and day of the month."""
    return (day.month, day.day) if day else None


def _is_place(part: str, words: Words) -> bool:
    """Return whether a part can be the name of a place: words with capitals, and no word of prose."""
    if not _PLACE.fullmatch(part):
        return False
    names = _PLACE_WORD.findall(part)
    if len(names) > _MOST_WORDS or words.is_prose(names[0]):
        return False
    return all(name[0].isupper() or words.is_connector(name) or len(name) == 1 for name in names)
