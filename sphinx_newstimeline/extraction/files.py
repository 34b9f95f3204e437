"""From files to what their articles say, without keeping their texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..articles.assembly import Options, read_all
from ..holidays import DEFAULT_COUNTRIES
from ..pickling import quickly_pickled
from .extraction import Extraction, extract

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..articles import Article, Manifest
    from ..articles.reading import Reader
    from ..events.event import Event, Source
    from ..events.lead import Lead
    from ..problems import Problem
    from ..temporal.period import Period


#: The ending of a timeline document.
_DOCUMENT = ".json"


@dataclass(frozen=True, slots=True)
class Given:
    """What all files are read with.

    :param published: the publication date for want of a more certain one.
    :param language: the language for want of one that an article or the manifest states, or empty.
    :param default_language: the language of an article for which nobody states one.
    :param manifest: what else is known of the articles.
    :param periods: the named periods that the texts may speak of, the nearest first.
    :param countries: ISO codes of the countries whose holidays are meant, the nearest first.
    :param readers: readers of further texts, each behind the ending of their names.
    :param guess: whether the day of a web page that does not state it may be guessed.
    """

    published: date | None = None
    language: str = ""
    default_language: str = "en"
    manifest: Manifest | None = None
    periods: tuple[Period, ...] = ()
    countries: tuple[str, ...] = DEFAULT_COUNTRIES
    readers: tuple[tuple[str, Reader], ...] = ()
    guess: bool = True


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of an article whose text has been read; the fields are those of ``Article``."""

    path: str
    title: str
    published: date | None
    url: str
    source: str
    language: str

    @classmethod
    def of(cls, article: Article) -> Record:
        """Return the record of an article; it was published on the day of its newest section."""
        written = [part.day for part in article.parts]
        return cls(
            path=article.path,
            title=article.title,
            published=max([*written, article.published]) if article.published else max(written, default=None),
            url=article.url,
            source=article.source,
            language=article.language,
        )


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Extracted:
    """What one file gave.

    :param articles: the articles that it holds, each with what was found in it; none where it could
        not be read.
    :param problems: those of the file and of its articles, those of the extractions among them.
    """

    articles: tuple[tuple[Record, Extraction], ...] = ()
    problems: tuple[Problem, ...] = ()


def extract_file(path: str, given: Given) -> Extracted:
    """Read one file, of an article, of several or of a timeline, and return what its articles say."""
    if PurePath(path).suffix.lower() == _DOCUMENT:
        # All formats of exports come with it, which a worker would load for nothing.
        from ..exports.reading import is_document

        if is_document(path):
            return _of_document(path)
    options = Options(
        published=given.published,
        language=given.language,
        manifest=given.manifest,
        guess=given.guess,
        readers=dict(given.readers),
    )
    articles, problems = read_all([path], options)
    found = []
    for article in articles:
        extraction = extract(
            article,
            periods=given.periods,
            language=given.language or given.default_language,
            countries=given.countries,
        )
        found.append((Record.of(article), extraction))
        problems += extraction.problems
    return Extracted(tuple(found), tuple(problems))


def _of_document(path: str) -> Extracted:
    """Return what a timeline document says, article by article.

    Where nothing is wrong with a document that has no event, it stands for an article without any.
    """
    from ..exports.reading import read_document

    document = read_document(path)
    languages = dict(document.languages)
    found: dict[str, tuple[list[Event], list[Event]]] = {}
    records: dict[str, Record] = {}
    for number, events in enumerate((document.undated, document.events)):
        for event in events:
            first = event.sources[0]
            found.setdefault(first.path, ([], []))[number].append(event)
            for source in (first, *event.sources):
                records.setdefault(source.path, _record(source, languages))
    leads: dict[str, list[Lead]] = {}
    for lead in document.leads:
        records.setdefault(lead.source.path, _record(lead.source, languages))
        leads.setdefault(lead.source.path, []).append(lead)
    if not records and not document.problems:
        records[path] = Record(path, "", None, "", "", "")
    articles: list[tuple[Record, Extraction]] = []
    for place, record in records.items():
        undated, dated = found.get(place, ([], []))
        begun = leads.get(place, [])
        articles.append((record, Extraction(tuple(dated), tuple(undated), lead=begun[0] if begun else None)))
        # A file can hold many articles: each begins in its own way.
        articles += ((_record(lead.source, languages), Extraction(lead=lead)) for lead in begun[1:])
    return Extracted(tuple(articles), document.problems)


def _record(source: Source, languages: Mapping[str, str]) -> Record:
    """Return the record of an article that a timeline document names."""
    facts = source.path, source.title, source.published, source.url, source.source
    return Record(*facts, languages.get(source.path, ""))
