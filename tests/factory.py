"""Values for tests of the stages behind the tagger: articles, and time expressions by their words."""

from __future__ import annotations

from datetime import date

from sphinx_newstimeline.articles.article import Article
from sphinx_newstimeline.events.event import Event, Source
from sphinx_newstimeline.temporal.interval import Edge, Interval
from sphinx_newstimeline.temporal.timex import Timex, Why

PUBLISHED = date(2024, 11, 13)


def interval(edtf):
    """Return the interval of a simple EDTF form: days, months, years, open and approximate ends."""
    start, _, end = edtf.partition("/")
    first = None if start == ".." else _interval(start)
    last = first if not end else None if end == ".." else _interval(end)
    return Interval(first.start if first else None, last.end if last else None)


def _interval(form):
    if form.endswith("XX"):
        return Interval.of_century(int(form[:-2]))
    if form.endswith("X"):
        return Interval.of_decade(int(form[:-1]))
    parts = [int(part) for part in form.rstrip("~").split("-")]
    make = (Interval.of_year, Interval.of_month, lambda *ymd: Interval.of_day(date(*ymd)))[len(parts) - 1]
    whole = make(*parts)
    fuzzy = form.endswith("~")
    return Interval(
        Edge(whole.start.day, whole.start.precision, fuzzy), Edge(whole.end.day, whole.end.precision, fuzzy)
    )


def timex(text, words, edtf="2024-11-13", **fields):
    """Return the time expression of these words in a text.

    Beside fields of Timex: *prep* is the preposition before the words, *nth* which of several places
    is meant, *anchor* that of its ``why``.
    """
    prep, nth, anchor = fields.pop("prep", ""), fields.pop("nth", 1), fields.pop("anchor", "published")
    start = -1
    for _ in range(nth):
        start = text.index(prep + words, start + 1)
    phrase_start, start = start, start + len(prep)
    end = start + len(words)
    given = interval(edtf) if edtf else None
    defaults = {"type": "DATE", "value": edtf or "", "mod": "", "granularity": "day"}
    return Timex(
        start=start,
        end=end,
        text=words,
        interval=given,
        phrase_start=phrase_start,
        phrase_end=end,
        phrase=text[phrase_start:end],
        why=Why("test", anchor),
        **(defaults | fields),
    )


def article(text, **fields):
    """Return an article of that text, published on Wednesday 13 November 2024."""
    return Article(**({"path": "news/talks.txt", "text": text, "published": PUBLISHED} | fields))


def event(edtf, *, id="0", path="a.txt", published=PUBLISHED, start=0, **fields):  # noqa: A002
    """Return an event that lies at an EDTF form."""
    source = Source(path, "A", published, "", "", start, start + 5, 1)
    defaults = {
        "type": "DATE",
        "value": edtf or "",
        "mod": "",
        "granularity": "day",
        "deadline": False,
        "words": "words",
        "sentence": f"Sentence {id}.",
        "marks": ((0, 8),),
        "why": Why("test"),
    }
    given = interval(edtf) if edtf else None
    return Event(id=id, interval=given, sources=(source,), **(defaults | fields))
