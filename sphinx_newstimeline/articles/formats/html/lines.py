"""The line of a page that tells its readers when it was published, near the headline."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ...dateline_words import words_of
from ...day import day_of, stated_day
from ...metadata import one_line
from .page import beginning
from .stamps import elsewhere

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from .page import Page

#: How many pieces of text before and behind the headline are looked at, and how long such a line is.
_BEFORE, _BEHIND, _LONGEST = 12, 24, 120
#: A date that does not say what it is stands at once behind the headline.
_AT_ONCE = 12
#: Before the web there was no page to be published.
_FIRST_YEAR = 1990
#: What is no longer the top of an article: a paragraph of prose.
_PROSE = 200
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: Dates in the writing of East Asia, which need no names of months.
_CJK = re.compile(r"((?:19|20)[0-9]{2})\s*[年년]\s*([0-9]{1,2})\s*[月월]\s*([0-9]{1,2})\s*[日일]?")
#: Numbers with the year first, or with the day first and points between them.
_NUMBERS = re.compile(
    r"(?<![0-9./-])(?:((?:19|20)[0-9]{2})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?([0-9]{1,2})"
    r"|([0-9]{1,2})([-/.])([0-9]{1,2})\6((?:19|20)[0-9]{2}))(?![0-9-])"
)
#: A date in words: day, month, year or month, day, year, in any script.
_MONTH = r"[^\W\d_]{3,14}\.?(?:['’]?[^\W\d_]{1,6})?"
_WORDS = re.compile(
    rf"(?<![0-9])(?:[0-9]{{1,2}}(?:st|nd|rd|th|er|\.|º|ª|ος)?[-,]?\s?(?:de\s|di\s|of\s|d['’])?{_MONTH}[-,]?\s?(?:de\s|del\s|di\s)?"
    rf"|{_MONTH}\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s)(?:19|20)[0-9]{{2}}(?![0-9])"
)
#: English as written where the month goes first; elsewhere the day does.
_MONTH_FIRST = frozenset({"en", "en-us", "en-ca", "en-ph", ""})


class Line(NamedTuple):
    """A line of a page that states a day, and whether it is that of a later change."""

    day: date
    words: str
    line: int
    updated: bool
    labelled: bool


def line_of(page: Page) -> Line | None:
    """Return the line near the headline that states the day of publication, or ``None``.

    A line that says what its date is goes before one that does not, and a bare date counts only if
    there is one alone.
    """
    found = [
        (place, line)
        for place, (piece, number) in enumerate(_near(page))
        if (line := _stated(piece, number, page.language))
    ]
    labelled = [line for _, line in found if line.labelled and not line.updated]
    if labelled:
        return labelled[0]
    bare = [line for place, line in found if not line.updated and place < _AT_ONCE]
    return bare[0] if len({line.day for line in bare}) == 1 else None


def _near(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the short pieces of text around the headline, those behind it first, with their lines."""
    heading = page.heading
    if heading is None:
        return
    behind: list[tuple[str, HtmlElement]] = []
    before: deque[tuple[str, HtmlElement]] = deque(maxlen=_BEFORE)
    passed = False
    for element in page.root.iter():
        passed = passed or element is heading
        # The lines above the headline are pieces of menus; those below it are taken whole.
        for piece in _texts(element, whole=passed and element is not heading):
            (behind if passed else before).append((piece, element))
        if len(behind) >= _BEHIND or (behind and len(behind[-1][0]) > _PROSE):
            break
    for piece, element in (*behind[:_BEHIND], *reversed(before)):
        if len(piece) <= _LONGEST and not elsewhere(element):
            yield piece, element.sourceline or 1


def _texts(element: HtmlElement, *, whole: bool) -> Iterator[str]:
    """Yield the pieces of text that begin with an element and that stand behind it."""
    if not isinstance(element.tag, str) or element.tag in {"script", "style", "noscript", "option", "title"}:
        return
    if element.text and element.text.strip():
        yield beginning(element, _PROSE * 2) if whole or len(element) else one_line(element.text)
    if element.tail and element.tail.strip():
        yield one_line(element.tail)


def _stated(piece: str, number: int, language: str) -> Line | None:
    """Return what a piece of text states, if a date is most of it."""
    piece = "".join(str(unicodedata.digit(sign, sign)) if sign.isdigit() else sign for sign in piece)
    if not _YEAR.search(piece):
        return None
    words = words_of(language or "en")
    label = words.label_of(piece)
    for pattern in (_CJK, _NUMBERS, _WORDS):
        match = pattern.search(piece)
        if match and (day := _day(match, pattern, language)) and day.year >= _FIRST_YEAR:
            rest = piece[: match.start()] + piece[match.end() :]
            if len(re.sub(r"[\W\d_]", "", rest)) <= (len(piece) if label else 40):
                return Line(day, match[0], number, words.is_update(label) if label else False, bool(label))
    return None


def _day(match: re.Match[str], pattern: re.Pattern[str], language: str) -> date | None:
    """Return the day of a date that was found."""
    if pattern is _CJK:
        return day_of(int(match[1]), int(match[2]), int(match[3]))
    if pattern is _WORDS:
        return stated_day(match[0], language or "en") or stated_day(match[0], "en")
    if match[1]:
        return day_of(int(match[1]), int(match[3]), int(match[4]))
    if language.lower() not in _MONTH_FIRST:
        return day_of(int(match[8]), int(match[7]), int(match[5]))
    return stated_day(match[0], "en" if match[6] != "." else "de")
