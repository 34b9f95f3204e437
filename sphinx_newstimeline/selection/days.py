"""How much a date matters: by the distinct articles that name it.

Ranking by articles and not by mentions, and by sentences about the topic, follows what Gholipour Ghalandari
and Ifrim ("Examining the State-of-the-Art in News Timeline Summarization", 2020) found to work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from ..merging.storytelling import article_of
from ..temporal.language import LanguageError, load

if TYPE_CHECKING:
    from datetime import date

    from ..events.event import Event
    from ..merging.bundles import When
    from .topic import Topic

#: What an article's word for a date counts: naming it in a sentence with a word of the query, in another
#: sentence, or being published then with a word of the query at its beginning.  See
#: ``benchmarks/README.md`` for how little the outcome depends on the two lesser ones.
ASKED, OTHER, PUBLISHED = 1.0, 0.25, 0.25
#: Articles of weeks later name what everybody knows, as background, and count a little less.
LATE, LATER = timedelta(days=14), 0.9
#: So does what is only announced: what was to happen, or to have happened, need not have.
ANNOUNCED = 0.8
#: So many sentences, and the title, are the beginning of an article.
BEGINNING = 2
#: What a date counts that is not a day: one of a month at most, and one that is longer or recurs.
SHORT, LONG, MONTH = 0.5, 0.25, timedelta(days=31)
#: What lies further ahead of the newest article is hardly ever what the story is about.
AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Named:
    """A date, and what speaks for it.

    :param articles: how many articles name it, or were published then and begin with the topic.
    :param weight: what these count, the more the more it matters.
    """

    moment: When
    articles: int
    weight: float


def rank(topic: Topic) -> list[Named]:
    """Return the dates of a topic, the one that matters most first, else the more precise and earlier one."""
    newest = max((lead.source.published for lead in topic.leads if lead.source.published), default=None)
    newest = newest or max(
        (event.sources[0].published for event in topic.events if event.sources[0].published), default=None
    )
    found = []
    for moment in topic.moments:
        events = topic.events_at(moment)
        if newest is None or not _is_beyond(events[0], newest + AHEAD):
            votes = _votes(topic, moment, events)
            weight = sum(votes.values()) * _precision(moment, events[0])
            found.append(Named(moment, len(votes), round(weight, 6)))
    return sorted(found, key=lambda named: (-named.weight, not named.moment.is_day, named.moment))


def _votes(topic: Topic, moment: When, events: list[Event]) -> dict[str, float]:
    """Return what each article's word for a date counts, by the article."""
    votes: dict[str, float] = {}
    for event in events:
        weight = ASKED if not topic.is_asked or topic.asks_for(event) else OTHER
        if _is_late(event):
            weight *= LATER
        elif _is_announced(event):
            weight *= ANNOUNCED
        key = article_of(event.sources[0])
        votes[key] = max(votes.get(key, 0.0), weight)
    interval = events[0].interval
    if moment.is_day and not moment.deadline and interval is not None and interval.latest is not None:
        for lead in topic.leads_of(interval.latest):
            beginning = (lead.source.title, *lead.sentences[:BEGINNING])
            if not topic.is_asked or any(topic.has_asked(text, lead.source.language) for text in beginning):
                votes.setdefault(article_of(lead.source), PUBLISHED)
    return votes


def _precision(moment: When, event: Event) -> float:
    """Return what a date counts for its precision."""
    if moment.is_day:
        return 1.0
    interval = event.interval
    if interval is None or interval.earliest is None or interval.latest is None:
        return LONG
    return SHORT if interval.latest - interval.earliest < MONTH else LONG


def _is_late(event: Event) -> bool:
    """Return whether an article was published long after what it tells."""
    published = event.sources[0].published
    last = event.interval.latest if event.interval else None
    return published is not None and last is not None and published - last > LATE


def _is_announced(event: Event) -> bool:
    """Return whether an article was published before what it tells begins, or tells of it as of a plan."""
    published = event.sources[0].published
    if published is not None and _is_beyond(event, published):
        return True
    return bool(event.why.cue) and _looks_ahead(event.why.cue, event.sources[0].language)


@lru_cache(maxsize=256)
def _looks_ahead(word: str, language: str) -> bool:
    """Return whether a word looks ahead: "was due to begin"; none does in a language without data."""
    try:
        return load(language).cues.looks_ahead(word)
    except LanguageError:
        return False


def _is_beyond(event: Event, last: date) -> bool:
    """Return whether an event begins after a day."""
    interval = event.interval
    first = (interval.earliest or interval.latest) if interval else None
    return first is not None and first > last
