"""The time expressions of an article whose sections have days of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..temporal import tag
from ..temporal.timex import HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ..articles.article import Article
    from ..temporal.period import Period
    from ..temporal.timex import Timex


class _Stretch(NamedTuple):
    """A stretch of text with one day to count from; *heading* states it, or is empty."""

    start: int
    end: int
    day: date | None
    heading: str


def tag_parts(
    article: Article, *, language: str, periods: tuple[Period, ...], countries: Sequence[str]
) -> list[Timex]:
    """Return the time expressions of an article, in order, each resolved from the day of its section.

    The parameters are those of :func:`~sphinx_newstimeline.temporal.tag`.

    :raises LanguageError: a language without data.
    """
    found: list[Timex] = []
    for stretch in _stretches(article):
        text = article.text[stretch.start : stretch.end]
        timexes = tag(text, stretch.day, language=language, periods=periods, countries=countries)
        found += [_placed(timex, stretch) for timex in timexes] if article.parts else timexes
    return found


def _stretches(article: Article) -> Iterator[_Stretch]:
    """Yield the stretches of an article's text, in order, without gaps."""
    place = 0
    for part in article.parts:
        if place < part.start:
            yield _Stretch(place, part.start, article.published, "")
        yield _Stretch(part.start, part.end, part.day, part.heading)
        place = part.end
    if place < len(article.text) or not article.parts:
        yield _Stretch(place, len(article.text), article.published, "")


def _placed(timex: Timex, stretch: _Stretch) -> Timex:
    """Return an expression of a stretch with its place in the whole text, and what it was counted from."""
    start, why, whole = stretch.start, timex.why, timex.range
    if stretch.heading and why.anchor == "published":
        why = replace(why, anchor=HEADING, anchor_words=stretch.heading)
    return replace(
        timex,
        start=timex.start + start,
        end=timex.end + start,
        phrase_start=timex.phrase_start + start,
        phrase_end=timex.phrase_end + start,
        why=why,
        range=whole and replace(whole, start=whole.start + start, end=whole.end + start),
    )
