"""Events that a format states as such, with a name and a date of their own, as entries of a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..temporal.timex import Recurrence, Why
from .event import Event, Source
from .ids import Ids

if TYPE_CHECKING:
    from ..articles.article import Article
    from ..articles.stated import StatedEvent

#: Of a description, the entry shows its beginning.
_LONGEST = 600


def stated_events(article: Article) -> list[Event]:
    """Return the events that an article's format states, in the order of the file.

    Those without a date have neither interval nor recurrence.
    """
    ids = Ids(article)
    return [
        _event(article, stated, ids.of(stated.key or f"{stated.name} {stated.words}")[0])
        for stated in article.stated
    ]


def _event(article: Article, stated: StatedEvent, id_: str) -> Event:
    """Return one event."""
    first = stated.interval.earliest if stated.interval else None
    recurrence = Recurrence(stated.rrule, first) if stated.rrule and first else None
    interval = None if recurrence else stated.interval
    return Event(
        id=id_,
        interval=interval,
        type="SET" if recurrence else "DATE" if stated.time is None else "TIME",
        value=interval.edtf if interval else recurrence.rrule if recurrence else "",
        mod="",
        granularity="day",
        deadline=False,
        words=interval.edtf if interval else stated.words or stated.name,
        sentence=_sentence(stated),
        marks=(),
        why=Why(stated.format),
        sources=(Source.of(article, article.language, stated.line),),
        time=stated.time,
        recurrence=recurrence,
        tags=(stated.status,) if stated.status else (),
    )


def _sentence(stated: StatedEvent) -> str:
    """Return what an entry shows: name, place, what became of it, and what is said of it."""
    place = "" if stated.location.casefold() in stated.name.casefold() else stated.location
    remarks = "; ".join(part for part in (place, stated.status) if part)
    head = f"{stated.name} ({remarks})" if remarks else stated.name
    words = f"{head}: {stated.description}" if stated.description else head
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rpartition(' ')[0]} …"
