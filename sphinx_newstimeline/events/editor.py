"""What an editor stated of words in markup goes before what the tagger reads in them.

``<time datetime="2024-11-13">Wednesday</time>`` and NITF's ``<chron norm="20241113">`` are the
newsroom's own resolution.  It says which day is meant; the words still say how exactly, and whether it
is a deadline.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from ..temporal.interval import Interval
from ..temporal.timex import Range, Timex, Why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..articles.article import Article
    from ..articles.stated import Resolved

RULE = "editor"
#: A date in words is no longer; what is, encloses a sentence and dates the whole of it.
_LONGEST = 80
#: What names a single day or less; the day that stands for a week or a season is any of it.
_OF_A_DAY = frozenset({"", "day", "part of day", "hour", "minute", "second"})


def with_resolutions(article: Article, timexes: Sequence[Timex]) -> list[Timex]:
    """Return the time expressions of an article, those resolved that its editor resolved.

    Words that an editor dated and the tagger read nothing in become an expression.

    :param timexes: the expressions of ``article.text``, in order.
    """
    found = list(timexes)
    starts, added = [timex.start for timex in found], list[Timex]()
    for resolved in article.resolved:
        if not 0 < resolved.end - resolved.start <= _LONGEST:
            continue
        first = max(bisect_right(starts, resolved.start) - 1, 0)
        last = bisect_left(starts, resolved.end)
        over = [index for index in range(first, last) if found[index].end > resolved.start]
        for index in over:
            found[index] = _resolved(found[index], resolved)
        if not over:
            added.append(_of_words(article.text, resolved))
    return sorted(_joined(found) + added, key=lambda timex: (timex.start, timex.end))


def _resolved(timex: Timex, resolved: Resolved) -> Timex:
    """Return an expression with the editor's date, unless it means no day on the calendar."""
    if timex.type not in {"DATE", "TIME"} or timex.recurrence is not None:
        return timex
    stated = _interval(resolved.iso, timex)
    if stated is None:
        return timex
    if timex.interval is not None and timex.interval.start is None:
        stated = stated.until()
    elif timex.interval is not None and timex.interval.end is None:
        stated = stated.since()
    written = resolved.iso[:10]
    clock = timex.value.partition("T")[2] if timex.type == "TIME" else ""
    value = {"month": written[:7], "year": written[:4]}.get(timex.granularity, written)
    return replace(
        timex, interval=stated, value=f"{value}T{clock}" if clock else value, why=_why(timex.why.stated)
    )


def _interval(iso: str, timex: Timex) -> Interval | None:
    """Return the days that the editor's date means for words of that grain; ``None`` to keep theirs."""
    day = _day(iso)
    match timex.granularity:
        case "month":
            return Interval.of_month(day.year, day.month)
        case "year":
            return Interval.of_year(day.year)
        case grain if grain in _OF_A_DAY or timex.interval is None:
            return Interval.of_day(day)
    return None


def _day(iso: str) -> date:
    """Return the day of a date in ISO 8601, which may have a clock time behind it."""
    from datetime import date

    return date.fromisoformat(iso[:10])


def _joined(timexes: Sequence[Timex]) -> list[Timex]:
    """Return expressions with the ranges that they form together brought up to date."""
    members: dict[Range, list[Timex]] = {}
    for timex in timexes:
        if timex.range is not None:
            members.setdefault(timex.range, []).append(timex)
    ranges = {whole: _range(whole, parts) for whole, parts in members.items()}
    return [replace(timex, range=ranges[timex.range]) if timex.range else timex for timex in timexes]


def _range(whole: Range, parts: Sequence[Timex]) -> Range:
    """Return a range with the ends of its parts, if the editor resolved any of these."""
    first, last = parts[0].interval, parts[-1].interval
    if not any(part.why.rule == RULE for part in parts) or first is None or last is None:
        return whole
    try:
        return replace(whole, interval=first.spanning(last))
    except ValueError:
        return whole


def _of_words(text: str, resolved: Resolved) -> Timex:
    """Return the expression of words that only the editor's markup makes one."""
    start, end, iso = resolved
    words = text[start:end]
    day = _day(iso)
    return Timex(
        start=start,
        end=end,
        text=words,
        type="DATE",
        value=day.isoformat(),
        mod="",
        interval=Interval.of_day(day),
        granularity="day",
        phrase_start=start,
        phrase_end=end,
        phrase=words,
        why=_why(()),
    )


def _why(stated: tuple[str, ...]) -> Why:
    """Return that an editor said so."""
    return Why(RULE, stated=stated)
