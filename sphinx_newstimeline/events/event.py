"""The value that the events stage gives: what happened or is due, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..articles.article import Origin
from ..pickling import quickly_pickled
from ..temporal.interval import Interval, Side
from ..temporal.timex import ClockTime, Recurrence, Why

if TYPE_CHECKING:
    from ..articles.article import Article


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Source:
    """Where an event was read: an article, and the place in its text.

    :param start: offset of the phrase in the article's text.
    :param end: offset behind it.
    :param line: the line of the article's file, counted from 1.
    :param language: the code of the language that it was read in, or empty.
    :param guessed: whether the day of publication is a guess.
    """

    path: str
    title: str
    published: date | None
    url: str
    source: str
    start: int
    end: int
    line: int
    language: str = ""
    guessed: bool = False

    @classmethod
    def of(cls, article: Article, language: str, line: int = 1, start: int = 0, end: int = 0) -> Source:
        """Return a place of an article, or the article as such, that was read in a language."""
        guessed = article.origin_of("published") is Origin.GUESS
        return cls(
            article.path,
            article.title,
            article.published_at(start) if end else article.published,
            article.url,
            article.source,
            start,
            end,
            line,
            language,
            guessed,
        )


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Merit:
    """What speaks for an event where only some are shown.

    :param articles: how many articles name its date, or were published then.
    :param place: the place of that date among all, the one that matters most being the first.
    """

    articles: int
    place: int


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a timeline: a date and the sentence that states it.

    :param id: twelve hexadecimal digits that depend on article and sentence alone, with ``-2``,
        ``-3`` … behind them for further events of the same sentence.
    :param interval: where on the calendar it lies; ``None`` for what is undated and for what only
        recurs.
    :param type: the TIMEX3 type; with ``value``, ``mod``, ``granularity`` as in ``Timex``.
    :param deadline: whether something is due then: it sorts at its latest day.
    :param words: the date's phrase, preposition included, as the text has it.
    :param sentence: the sentence as plain text with single spaces.
    :param marks: pairs of offsets into ``sentence`` of the words to mark, ascending, not touching.
    :param speaker: who says it, where the sentence is a piece of a quotation, or empty.
    :param why: how the date was found.
    :param sources: where it was read, at least one; first the article of ``sentence``.
    :param title: the headline that the author gives it, or empty.
    :param tags: words that the author sorts it under, sorted.
    :param pinned: whether the author wants it shown whatever is selected.
    :param handwritten: whether the author wrote it: ``sentence`` is then the author's text, and the first
        source the page that it stands on.
    :param others: further events that were merged into this one, the clearest first, none of which
        has others of its own.
    :param merit: what speaks for it where events were selected by what articles name.
    :param series: what recurs, where this is one of its days.
    :param side: which side of the interval counts, as in ``Timex``.
    """

    id: str
    interval: Interval | None
    type: str
    value: str
    mod: str
    granularity: str
    deadline: bool
    words: str
    sentence: str
    marks: tuple[tuple[int, int], ...]
    why: Why
    sources: tuple[Source, ...]
    time: ClockTime | None = None
    recurrence: Recurrence | None = None
    speaker: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    pinned: bool = False
    handwritten: bool = False
    others: tuple[Event, ...] = ()
    merit: Merit | None = None
    series: Recurrence | None = None
    side: Side = ""

    @property
    def bound(self) -> Side:
        """Return the side that its date is written by: the stated one, or the end of what is due."""
        return self.side or ("by" if self.deadline else "")

    @property
    def aliases(self) -> tuple[str, ...]:
        """Return the ids of the events that were merged into this one."""
        return tuple(event.id for event in self.others)
