"""From files to what their articles say, without keeping their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..articles import read_articles
from ..holidays import DEFAULT_COUNTRIES
from .extraction import Extraction, extract

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..articles import Article, Manifest
    from ..problems import Problem
    from ..temporal.period import Period


@dataclass(frozen=True, slots=True)
class Given:
    """What all files are read with.

    :param published: the publication date for want of a more certain one.
    :param language: the language for want of one that an article or the manifest states, or empty.
    :param default_language: the language of an article for which nobody states one.
    :param manifest: what else is known of the articles.
    :param periods: the named periods that the texts may speak of, the nearest first.
    :param countries: ISO codes of the countries whose holidays are meant, the nearest first.
    """

    published: date | None = None
    language: str = ""
    default_language: str = "en"
    manifest: Manifest | None = None
    periods: tuple[Period, ...] = ()
    countries: tuple[str, ...] = DEFAULT_COUNTRIES


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
        """Return the record of an article."""
        return cls(
            article.path, article.title, article.published, article.url, article.source, article.language
        )


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
    """Read one file and return what its articles say."""
    articles, problems = read_articles(
        [path], published=given.published, language=given.language, manifest=given.manifest
    )
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


def extract_files(paths: Iterable[str], given: Given) -> list[Extracted]:
    """Return what each file gives, in the order of the paths."""
    return [extract_file(path, given) for path in paths]
