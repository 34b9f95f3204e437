"""From one article to its events, what stays undated, and what its author can mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..events import assemble, stated_events, with_resolutions
from ..events.lead import Lead, lead_of
from ..holidays import DEFAULT_COUNTRIES
from ..pickling import quickly_pickled
from ..problems import Problem, ProblemKind
from ..temporal import LanguageError
from ..temporal.language import available
from .parts import tag_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..articles.article import Article
    from ..events.event import Event
    from ..temporal.period import Period
    from ..temporal.timex import Timex

HOW_TO_PUBLISH = (
    "give it as published: in the front matter, in a manifest, by the option :published: or --published, "
    "or at the start of the file's name (2024-11-13-title.txt)"
)
# A value on the calendar, as against PRESENT_REF and what has its year left open.
CALENDAR_VALUE = re.compile(r"(?:BC|-|\+)?\d")


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says.

    :param events: its events, in the order of the text: those on the calendar, and those that recur.
    :param undated: those whose date could not be resolved, for want of an anchor.
    :param problems: what an author can mend so that more is found; not the article's own problems.
    :param lead: how it begins, for the selection of what matters; ``None`` where there is no text of prose.
    """

    events: tuple[Event, ...] = ()
    undated: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    lead: Lead | None = None


def extract(
    article: Article,
    *,
    periods: Sequence[Period] = (),
    language: str = "en",
    countries: Sequence[str] = DEFAULT_COUNTRIES,
) -> Extraction:
    """Return the events of an article.

    :param periods: the named periods that the text may speak of, the nearest first.
    :param language: the code of the language to read an article in that states none.
    :param countries: ISO codes of the countries whose holidays are meant, the nearest first.

    An article in a language without data gives no events but those that its format states as such,
    and a problem; nothing is raised.
    """
    stated = stated_events(article)
    dated = [event for event in stated if event.interval or event.recurrence]
    undated = [event for event in stated if not (event.interval or event.recurrence)]
    code = article.language or language
    try:
        timexes = tag_parts(article, language=code, periods=tuple(periods), countries=countries)
    except LanguageError:
        message = f"the language “{code}” is not supported; there is {', '.join(languages())}"
        unread = (Problem(ProblemKind.LANGUAGE, message, article.path),) if article.text.strip() else ()
        return Extraction(tuple(dated), tuple(undated), unread)
    found = assemble(article, with_resolutions(article, timexes), code)
    problems = (*_unpublished(article, found.undated), *_out_of_range(article, timexes))
    return Extraction((*dated, *found.dated), (*undated, *found.undated), problems, lead_of(article, code))


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that texts can be in, sorted."""
    return available()


def _unpublished(article: Article, undated: Sequence[Event]) -> list[Problem]:
    """Return the problem of an article whose date is unknown and was needed; one for all its events."""
    undated = [event for event in undated if event.sources[0].published is None]
    if not undated:
        return []
    first = undated[0]
    count = "one time expression" if len(undated) == 1 else f"{len(undated)} time expressions"
    message = (
        f"the publication date is unknown, so that {count} cannot be resolved; {HOW_TO_PUBLISH}; the first is"
    )
    return [Problem(ProblemKind.UNPUBLISHED, message, article.path, first.sources[0].line, first.words)]


def _out_of_range(article: Article, timexes: Sequence[Timex]) -> list[Problem]:
    """Return a problem for each date that the calendar of this package does not reach."""
    message = "a time expression lies outside of the years 1 to 9999 and is left out"
    return [
        Problem(ProblemKind.OUT_OF_RANGE, message, article.path, article.line_at(timex.start), timex.text)
        for timex in timexes
        if timex.type in {"DATE", "TIME"}
        and timex.interval is None
        and not timex.unresolved
        and CALENDAR_VALUE.match(timex.value)
    ]
