"""From a path to an :class:`Article`: the file, the manifest, the options and the file name together."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from ..problems import Problem, ProblemKind
from .article import Article, ArticleError, Origin
from .dateline import best_of, find_datelines
from .file_name import day_in_name
from .loading import load, shown_path
from .manifest import Manifest
from .metadata import Metadata, read_metadata
from .published import Candidate, decide
from .readers import reader_for


def read_article(
    path: str | os.PathLike[str],
    *,
    published: date | None = None,
    language: str = "",
    manifest: Manifest | None = None,
) -> Article:
    """Read one article.

    :param path: a file; its ending says how it is read, and one that is unknown makes it plain text.
    :param published: the publication date for want of a more certain one: the file's own metadata
        and the manifest go first, the dateline and the file name last.
    :param language: a language code, for want of one in the file or the manifest.
    :param manifest: what else is known of the article.
    :raises ArticleError: where there is no text to be had; its ``problem`` says why.
    """
    shown = shown_path(path)
    reading = reader_for(shown)(load(path), shown)
    entry = manifest.entry_of(path) if manifest else None
    row = entry.metadata if entry else Metadata()
    own, unread = read_metadata(reading.entries, shown, language=row.language or language)
    spoken, spoken_origin = _first(
        (own.language, Origin.FRONT_MATTER), (row.language, Origin.MANIFEST), (language, Origin.OPTION)
    )
    datelines = find_datelines(reading.text, spoken or "en")
    dateline = best_of(datelines)
    title = _first(
        (own.title, Origin.FRONT_MATTER),
        (row.title, Origin.MANIFEST),
        (reading.heading, Origin.HEADING),
        (PurePosixPath(shown).stem, Origin.FILE_NAME),
    )
    url = _first((own.url, Origin.FRONT_MATTER), (row.url, Origin.MANIFEST))
    agency = next((found.agency for found in datelines if found.agency), "")
    source = _first(
        (own.source, Origin.FRONT_MATTER), (row.source, Origin.MANIFEST), (agency, Origin.DATELINE)
    )
    place = Article(shown, reading.text, line_starts=reading.line_starts)
    candidates = [*_stated(own, Origin.FRONT_MATTER), *_stated(row, Origin.MANIFEST)]
    if published:
        candidates.append(Candidate(published, Origin.OPTION))
    if named := day_in_name(PurePosixPath(shown).name):
        candidates.append(Candidate(named, Origin.FILE_NAME, PurePosixPath(shown).name))
    decision = decide(candidates, dateline, place.line_at(dateline.start) if dateline else 1, shown)
    origins = (
        ("title", title[1]),
        ("published", decision.origin),
        ("url", url[1]),
        ("source", source[1]),
        ("language", spoken_origin),
    )
    return Article(
        shown,
        reading.text,
        title[0],
        decision.day,
        url[0],
        source[0],
        spoken,
        origins,
        reading.line_starts,
        (*reading.problems, *unread, *_empty(reading.text, shown), *decision.problems),
    )


def read_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    language: str = "",
    manifest: Manifest | None = None,
) -> tuple[list[Article], list[Problem]]:
    """Read several articles; one that cannot be read never loses the others.

    :returns: the articles that could be read, in the order of *paths*, and the problems of all.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            article = read_article(path, published=published, language=language, manifest=manifest)
        except ArticleError as error:
            problems.append(error.problem)
        else:
            articles.append(article)
            problems += article.problems
    return articles, problems


def _first(*choices: tuple[str, Origin]) -> tuple[str, Origin]:
    """Return the first choice that is not empty."""
    return next((choice for choice in choices if choice[0]), ("", Origin.UNKNOWN))


def _stated(metadata: Metadata, origin: Origin) -> list[Candidate]:
    """Return what metadata state of the publication day; the line is the article's own or none."""
    own = origin is Origin.FRONT_MATTER
    return [Candidate(day, origin, words, line if own else None) for day, words, line in metadata.published]


def _empty(text: str, shown: str) -> list[Problem]:
    """Return the problem of an article without text."""
    message = "this article has no text"
    return [] if text.strip() else [Problem(ProblemKind.EMPTY, message, shown)]
