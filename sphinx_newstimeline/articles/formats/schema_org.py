"""schema.org in JSON-LD: articles and events, in files of their own and in web pages.

https://schema.org/Article and its kin, https://schema.org/Event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...problems import Problem, ProblemKind
from ..article import Origin
from ..reading import Field, Reading
from ..stated import StatedEvent
from .dates import BACKWARDS, event_dates, published_by
from .fragment import looks_like_html, read_fragment, read_text
from .values import DEEPEST, listed, names, words

Table = Mapping[str, object]

ARTICLES = frozenset({
    "AdvertiserContentArticle", "AnalysisNewsArticle", "Article", "AskPublicNewsArticle",
    "BackgroundNewsArticle", "BlogPosting", "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle",
    "Report", "ReportageNewsArticle", "ReviewNewsArticle", "SatiricalArticle", "ScholarlyArticle",
    "SocialMediaPosting", "TechArticle",
})  # fmt: skip
#: What a page is about where it is no article; it says when it was published all the same.
WORKS = frozenset({
    "CreativeWork", "DiscussionForumPosting", "ItemPage", "PodcastEpisode", "QAPage", "Recipe", "Review",
    "VideoObject", "WebPage",
})  # fmt: skip
EVENTS = frozenset({
    "BusinessEvent", "ChildrensEvent", "ComedyEvent", "ConferenceEvent", "CourseInstance", "DanceEvent",
    "DeliveryEvent", "EducationEvent", "Event", "EventSeries", "ExhibitionEvent", "Festival", "FoodEvent",
    "Hackathon", "LiteraryEvent", "MusicEvent", "PerformingArtsEvent", "PublicationEvent", "SaleEvent",
    "ScreeningEvent", "SocialEvent", "SportsEvent", "TheaterEvent", "VisualArtsEvent",
})  # fmt: skip
#: Where other works stand than the one that the page is about.
_ELSEWHERE = frozenset({
    "associatedMedia", "author", "citation", "comment", "image", "isPartOf", "itemListElement",
    "liveBlogUpdate", "logo", "publisher", "relatedLink", "review", "significantLink", "suggestedAnswer",
})  # fmt: skip
_MOST_NODES = 5_000


class Found(NamedTuple):
    """An object of JSON-LD: its types without their vocabulary, the keys that lead to it, and a line."""

    table: Table
    types: frozenset[str]
    way: tuple[str, ...]
    line: int = 1


def nodes(value: object) -> Iterator[Found]:
    """Yield the objects that have a type, from the outside in, without those of other works."""
    waiting: list[tuple[object, tuple[str, ...]]] = [(value, ())]
    for number, (item, way) in enumerate(waiting):
        if number >= _MOST_NODES:
            return
        if isinstance(item, dict):
            types = frozenset(
                words(one).rpartition("/")[2].rpartition(":")[2] for one in listed(item.get("@type"))
            )
            if types:
                yield Found(item, types, way)
            if len(way) < DEEPEST:
                waiting += [
                    (part, (*way, key))
                    for key, part in item.items()
                    if key not in _ELSEWHERE and isinstance(part, dict | list)
                ]
        elif isinstance(item, list) and len(way) < DEEPEST:
            waiting += [(part, (*way, "")) for part in item if isinstance(part, dict | list)]


def fields(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the fields of an article, the one to prefer first."""
    for key in ("headline", "name", "alternativeHeadline"):
        yield "title", plain(words(table.get(key)))
    for key in ("url", "mainEntityOfPage", "@id"):
        for one in listed(table.get(key)):
            yield "url", words(one.get("@id") or one.get("url")) if isinstance(one, dict) else words(one)
    for key in ("publisher", "sourceOrganization"):
        yield "source", plain(names(table.get(key)))
    for key in ("author", "creator"):
        yield "author", plain(names(table.get(key)))
    for one in listed(table.get("inLanguage")):
        yield (
            "language",
            words(one.get("alternateName") or one.get("name")) if isinstance(one, dict) else words(one),
        )


def plain(value: str) -> str:
    """Return a line without tags and names of characters, which programs leave in."""
    return read_fragment(value).text.replace("\n", " ") if looks_like_html(value) else value


def read_schema_org(value: object, line: int, path: str) -> tuple[Reading, ...]:
    """Return the articles of a JSON-LD document, each with its events; or its events alone."""
    found = list(nodes(value))
    articles = [node for node in found if node.types & ARTICLES]
    if not articles:
        articles = [node for node in found if node.types & WORKS and words(node.table.get("text"))]
    if not articles:
        events, problems = stated_events(value, line, path)
        return (Reading("", ((0, line),), stated=events, problems=problems),) if events or problems else ()
    return tuple(_article(node.table, line, path) for node in articles)


def _article(table: Table, line: int, path: str) -> Reading:
    """Return one article."""
    body = read_text(
        words(table.get("articleBody")) or words(table.get("text")) or words(table.get("description")), line
    )
    events, problems = stated_events(table, line, path)
    return Reading(
        body.text,
        body.line_starts,
        problems=problems,
        fields=tuple(Field(name, value, Origin.JSON_LD) for name, value in fields(table)),
        published=published_by(*published_values(table), origin=Origin.JSON_LD, line=line),
        key=words(table.get("identifier")) or words(table.get("@id")),
        stated=events,
        resolved=body.resolved,
    )


def published_values(table: Table) -> tuple[str, ...]:
    """Return the time stamps of an article's publication, the one to prefer first."""
    return tuple(words(table.get(key)) for key in ("datePublished", "uploadDate", "dateCreated"))


def stated_events(value: object, line: int, path: str) -> tuple[tuple[StatedEvent, ...], tuple[Problem, ...]]:
    """Return the events among the objects of a value, and what is wrong with their dates."""
    events: list[StatedEvent] = []
    problems: list[Problem] = []
    for node in nodes(value):
        if node.types & EVENTS and words(node.table.get("name")):
            event, backwards = _event(node.table, line)
            events.append(event)
            if backwards:
                problems.append(Problem(ProblemKind.METADATA, BACKWARDS, path, line, event.words))
    return tuple(events), tuple(problems)


def _event(table: Table, line: int) -> tuple[StatedEvent, bool]:
    """Return one event, and whether its dates run backwards."""
    start, end, duration = (words(table.get(key)) for key in ("startDate", "endDate", "duration"))
    dates = event_dates(start, end, duration)
    status = words(table.get("eventStatus")).rpartition("/")[2].removeprefix("Event").lower()
    event = StatedEvent(
        name=plain(words(table.get("name"))),
        interval=dates.interval,
        words="/".join(part for part in (start, end or duration) if part),
        time=dates.time,
        description=" ".join(plain(words(table.get("description"))).split()),
        location=place_of(table.get("location")),
        status=status if status in {"cancelled", "postponed", "rescheduled"} else "",
        key=words(table.get("@id")) or words(table.get("identifier")) or words(table.get("url")),
        line=line,
        format="schema.org",
    )
    return event, dates.reversed


def place_of(value: object) -> str:
    """Return a place: its name, and the town and country of its address."""
    parts: list[str] = []
    for one in listed(value)[:1]:
        if not isinstance(one, dict):
            return words(one)
        address = one.get("address")
        parts = [words(one.get("name"))]
        if isinstance(address, dict):
            parts += [
                words(address.get(key))
                for key in ("addressLocality", "addressCountry")
                if not isinstance(address.get(key), dict)
            ]
        else:
            parts.append(words(address))
    return ", ".join(dict.fromkeys(part for part in parts if part))
