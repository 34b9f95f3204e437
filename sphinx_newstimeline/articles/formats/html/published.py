"""The day on which a web page was published, the certain before the likely.

Pages state it in several vocabularies at once, mostly made by one program, and so mostly alike.
Where all have it in UTC, the day is that of the page's own readers: their offset is taken from
another stamp of the page, or their day from the page's address or its visible date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from ...article import Origin
from ...day import day_of
from ...published import Candidate
from . import lines, stamps

if TYPE_CHECKING:
    from ...stamp import Stamp
    from .page import Page
    from .stamps import Stated

#: A day in an address: ``/2024/11/13/``, ``/2024-11-13-title``, ``/20241113/``.
_IN_ADDRESS = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})([-/_]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])"
)
#: A day that differs by one is the same, in another zone.
_FAR_APART = 1
#: So long is a day without separators.
_DIGITS = 8
#: A page that is changed after so many days is another text.
_REWORKED = 30
#: Until then in UTC it is still the day before from Halifax to Honolulu.
_SMALL_HOURS = 5
#: Where English, Spanish and Portuguese are spoken east of the Atlantic.
_ELSEWHERE = frozenset({"au", "es", "gb", "ie", "in", "ke", "ng", "nz", "ph", "pk", "pt", "sg", "za"})


class Published(NamedTuple):
    """What a page states of its publication.

    :param certain: the day to take, if all that the page states agrees, and what contradicts it.
    :param likely: the day that is most likely where the page contradicts itself.
    """

    certain: tuple[Candidate, ...] = ()
    likely: Candidate | None = None


def published_of(page: Page) -> Published:
    """Return the day on which a page was published.

    A page whose visible date is another than the one it states to programs, or that was changed more
    than a month later, is not certain to be of either day.
    """
    stated = list(_stated(page))
    address, line = day_in_address(page.canonical), lines.line_of(page)
    if not stated:
        return _visible(address, line, page)
    taken = stated[0]
    known = [*(one.stamp for one in stated), *stamps.offsets(page)]
    day = _local_day(taken.stamp, known, [address, line.day if line else None])
    first = Candidate(day or taken.stamp.day, taken.origin, taken.words, taken.line)
    if line and abs((line.day - first.day).days) > _FAR_APART:
        return Published(likely=Candidate(line.day, Origin.GUESS, line.words, line.line))
    if day is None and _is_american(page.language):
        return Published(likely=first._replace(day=first.day - timedelta(days=1), origin=Origin.GUESS))
    others = (
        Candidate(other.stamp.day, other.origin, other.words, other.line)
        for other in stated
        if other.origin is not taken.origin and abs((other.stamp.day - first.day).days) > _FAR_APART
    )
    certain = (first, *islice(others, 1))
    if address and abs((address - first.day).days) <= _FAR_APART:
        return Published(certain)
    changed = max((one.stamp.day for one in stamps.of_changes(page)), default=first.day)
    if (changed - first.day).days > _REWORKED:
        return Published(likely=first._replace(origin=Origin.GUESS))
    return Published(certain)


def _stated(page: Page) -> Iterator[Stated]:
    """Yield the stamps of the publication, the most certain first."""
    yield from stamps.of_json_ld(page)
    yield from stamps.of_meta(page, stamps.PUBLISHED)
    yield from stamps.of_microdata(page)
    yield from stamps.of_time_elements(page)


def _visible(address: date | None, line: lines.Line | None, page: Page) -> Published:
    """Return the day of a page that states none to programs, or only one that may be any."""
    if address:
        return Published((Candidate(address, Origin.ADDRESS, page.canonical),))
    if line:
        return Published((Candidate(line.day, Origin.PAGE_LINE, line.words, line.line),))
    for found in (list(stamps.of_meta(page, stamps.DATED)), list(stamps.of_any_time_element(page))):
        if len({one.stamp.day for one in found}) == 1:
            only = found[0]
            return Published(likely=Candidate(only.stamp.day, Origin.GUESS, only.words, only.line))
    return Published()


def day_in_address(address: str) -> date | None:
    """Return the day in the path of an address, or ``None``; two that differ are none.

    >>> day_in_address("https://news.example/2024/11/13/talks.html")
    datetime.date(2024, 11, 13)
    """
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    found = {
        day_of(int(match[1]), int(match[3]), int(match[4]))
        for match in _IN_ADDRESS.finditer(path)
        if match[2] or (match[0].isdigit() and len(match[0]) == _DIGITS)
    }
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _local_day(taken: Stamp, known: Sequence[Stamp], visible: Sequence[date | None]) -> date | None:
    """Return the day of a stamp where its page is read; ``None`` where that may be the day before.

    :param taken: the stamp; if it is in UTC or without a zone, the page's own day is looked for.
    :param known: the other stamps of the page, which may state the same moment in its own zone.
    :param visible: the days in its address and in its visible line.
    """
    if taken.offset or taken.clock is None:
        return taken.day
    moment = taken.moment
    if moment is not None:
        same = [other for other in known if other.offset and other.moment == moment]
        if same:
            return same[0].day
        counted = Counter(other.offset for other in known if other.offset)
        if counted:
            return taken.at(counted.most_common(1)[0][0] or 0).day
    near = [day for day in visible if day and abs((day - taken.day).days) <= _FAR_APART]
    if near:
        return near[0]
    return None if moment is not None and taken.clock.hour < _SMALL_HOURS else taken.day


def _is_american(language: str) -> bool:
    """Return whether a language is that of papers where the small hours of UTC are the evening before."""
    code, _, region = language.lower().partition("-")
    return code in {"en", "es", "pt"} and region not in _ELSEWHERE
