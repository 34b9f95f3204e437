"""From a path to :class:`Article` values: the file, the manifest, the options and the file name together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from ..problems import Problem, ProblemKind
from .article import Article, ArticleError, Origin
from .dateline import Dateline, best_of, find_datelines
from .file_name import day_in_name
from .headings import day_of_heading
from .headline import headline_of
from .loading import shown_path
from .manifest import Manifest
from .metadata import Metadata, Statement, one_line, read_metadata, well_formed
from .opening import read_file
from .parts import parts_of
from .published import Candidate, Decision, decide
from .readers import uncompressed_name
from .reading import Reader, Reading


@dataclass(frozen=True, slots=True)
class Options:
    """What somebody who reads articles says of them, and how to read them.

    :param published: the publication date for want of a more certain one: the file's own metadata
        and the manifest go first, the dateline and the file name last.
    :param language: a language code, for want of one in the file or the manifest.
    :param manifest: what else is known of the articles.
    :param guess: whether the day of a web page that does not state it may be guessed.
    :param readers: the readers of further texts, by the endings of their names (``.rst``).
    """

    published: date | None = None
    language: str = ""
    manifest: Manifest | None = None
    guess: bool = True
    readers: Mapping[str, Reader] = field(default_factory=dict)


class _Given(NamedTuple):
    """What is known of an article beside its file: the options of who reads it, and its manifest's row."""

    options: Options
    row: Metadata


def read_article(
    path: str | os.PathLike[str],
    *,
    published: date | None = None,
    language: str = "",
    manifest: Manifest | None = None,
    guess: bool = True,
) -> Article:
    """Read one article; of a file that holds several, the first, with a problem that says so.

    :param path: a file; its ending says how it is read, unless its content is clearly something else,
        and one that is unknown makes it plain text.
    :param published: the publication date for want of a more certain one: the file's own metadata
        and the manifest go first, the dateline and the file name last.
    :param language: a language code, for want of one in the file or the manifest.
    :param manifest: what else is known of the article.
    :param guess: whether the day of a web page that does not state it may be guessed.
    :raises ArticleError: where there is no text to be had; its ``problem`` says why.
    """
    first, *more = _read(path, Options(published, language, manifest, guess))
    if not more:
        return first
    message = f"this file holds {len(more) + 1} articles, of which only the first is read here"
    problem = Problem(ProblemKind.UNREADABLE, message, first.path)
    return replace(first, problems=(*first.problems, problem))


def read_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    language: str = "",
    manifest: Manifest | None = None,
    guess: bool = True,
) -> tuple[list[Article], list[Problem]]:
    """Read all articles of several files; one that cannot be read never loses the others.

    The parameters are those of :func:`read_article`.

    :returns: the articles that could be read, in the order of *paths*, and the problems of all.
    """
    return read_all(paths, Options(published, language, manifest, guess))


def read_all(
    paths: Iterable[str | os.PathLike[str]], options: Options
) -> tuple[list[Article], list[Problem]]:
    """Do the same as :func:`read_articles`."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found = _read(path, options)
        except ArticleError as error:
            problems.append(error.problem)
        else:
            articles += found
            problems += [problem for article in found for problem in article.problems]
    return articles, problems


def _read(path: str | os.PathLike[str], options: Options) -> list[Article]:
    """Return the articles of a file, at least one."""
    shown = shown_path(path)
    readings = read_file(path, options.readers)
    entry = options.manifest.entry_of(path) if options.manifest else None
    row = entry.metadata if entry else Metadata()
    if len(readings) == 1:
        return [_assembled(readings[0], shown, _Given(options, row))]
    # A row for a file of many articles cannot give all of them one title.
    shared = _Given(options, replace(row, title="", url=""))
    stem = PurePosixPath(uncompressed_name(shown)).stem
    keyed = [
        replace(reading, key=reading.key or f"{stem}#{number}") for number, reading in enumerate(readings, 1)
    ]
    return [_assembled(reading, shown, shared) for reading in keyed]


def _assembled(reading: Reading, shown: str, given: _Given) -> Article:
    """Return an article out of all that is known of it."""
    row = given.row
    own, unread = read_metadata(reading.entries, shown, language=row.language or given.options.language)
    fields = _fields(reading)
    spoken, spoken_origin = _first(
        (own.language, Origin.FRONT_MATTER),
        (row.language, Origin.MANIFEST),
        *fields["language"],
        (given.options.language, Origin.OPTION),
    )
    datelines = find_datelines(reading.text, spoken or "en")
    agency = next((found.agency for found in datelines if found.agency), "")
    title, url, source = (
        _first((getattr(own, name), Origin.FRONT_MATTER), (getattr(row, name), Origin.MANIFEST), *more)
        for name, more in (
            ("title", (*fields["title"], *_names(reading, shown, datelines, spoken))),
            ("url", fields["url"]),
            ("source", (*fields["source"], (agency, Origin.DATELINE))),
        )
    )
    article = Article(
        shown,
        reading.text,
        title[0],
        None,
        url[0],
        source[0],
        spoken,
        line_starts=reading.line_starts,
        key=reading.key,
        stated=reading.stated,
        resolved=reading.resolved,
    )
    # The bare dates of a page have been weighed by its reader, and a heading dates but its section.
    heads = {heading.start for heading in reading.headings}
    stating = [
        found
        for found in datelines
        if found.start not in heads and (not reading.guess or found.place or found.agency)
    ]
    decision = _decision(article, reading, own, given, (best_of(stating), _in_title(*title, reading, spoken)))
    origins = (
        ("title", title[1]),
        ("published", decision.origin),
        ("url", url[1]),
        ("source", source[1]),
        ("language", spoken_origin),
    )
    problems = (*reading.problems, *unread, *_empty(reading, shown), *decision.problems)
    parts = parts_of(reading.text, reading.headings, decision.day, spoken or "en")
    return replace(article, published=decision.day, origins=origins, problems=problems, parts=parts)


def _decision(
    article: Article,
    reading: Reading,
    own: Metadata,
    given: _Given,
    above: tuple[Dateline | None, Sequence[Candidate]],
) -> Decision:
    """Return the day of publication: of what is stated, else of what can be guessed.

    :param above: the dateline, and what the title states.
    """
    shown = article.path
    dateline, titled = above
    candidates = [
        *_stated(own.published, Origin.FRONT_MATTER),
        *_stated(given.row.published, Origin.MANIFEST),
        *reading.published,
        *titled,
    ]
    if given.options.published:
        candidates.append(Candidate(given.options.published, Origin.OPTION))
    if named := day_in_name(PurePosixPath(shown).name):
        candidates.append(Candidate(named, Origin.FILE_NAME, PurePosixPath(shown).name))
    decision = decide(candidates, dateline, article.line_at(dateline.start) if dateline else 1, shown)
    if decision.day is None and given.options.guess and reading.guess and (guessed := reading.guess()):
        return Decision(guessed.day, guessed.origin, (_guessed(guessed, shown),))
    return decision


def _in_title(title: str, origin: Origin, reading: Reading, language: str) -> tuple[Candidate, ...]:
    """Return the day in the title of minutes, of a release and the like; the titles of news tell of days."""
    if reading.guess or origin not in {Origin.FRONT_MATTER, Origin.HEADING}:
        return ()
    stated = day_of_heading(title, language or "en")
    return (Candidate(stated.day, Origin.HEADING, title),) if stated and stated.certain else ()


def _fields(reading: Reading) -> dict[str, list[tuple[str, Origin]]]:
    """Return the fields that a format states, by their names: those that have the form they should.

    What a stranger's file has wrong is nothing that an author could mend, and is passed over.
    """
    names = ("title", "url", "source", "author", "language")
    found: dict[str, list[tuple[str, Origin]]] = {name: [] for name in names}
    for name, value, origin in reading.fields:
        words = one_line(value)
        if name == "language":
            words = words.replace("_", "-")
        # A profile on the web is no name.
        if words and well_formed(words, name) and (name == "url" or not well_formed(words, "url")):
            found[name].append((words, origin))
    # Who wrote it is told where nothing says who published it.
    return {**found, "source": [*found["source"], *found["author"]]}


def _names(
    reading: Reading, shown: str, datelines: Sequence[Dateline], language: str
) -> tuple[tuple[str, Origin], ...]:
    """Return what an article is called where nothing states its title."""
    stem = PurePosixPath(uncompressed_name(shown)).stem
    # What has markup of its own for headlines has none above its text.
    above = (
        headline_of(reading.text, datelines, language or "en") if not reading.guess else ("", Origin.UNKNOWN)
    )
    return (reading.heading, Origin.HEADING), above, (stem, Origin.FILE_NAME)


def _first(*choices: tuple[str, Origin]) -> tuple[str, Origin]:
    """Return the first choice that is not empty."""
    return next((choice for choice in choices if choice[0]), ("", Origin.UNKNOWN))


def _stated(published: Sequence[Statement], origin: Origin) -> list[Candidate]:
    """Return what metadata state of the publication day; the line is the article's own or none."""
    own = origin is Origin.FRONT_MATTER
    return [Candidate(day, origin, words, line if own else None) for day, words, line in published]


def _empty(reading: Reading, shown: str) -> list[Problem]:
    """Return the problem of an article without text or events."""
    if reading.text.strip() or reading.stated:
        return []
    line = reading.line_starts[0][1] if reading.key else None
    return [Problem(ProblemKind.EMPTY, "this article has no text", shown, line)]


def _guessed(guess: Candidate, shown: str) -> Problem:
    """Return the problem of a day that is a guess."""
    message = (
        f"the publication date {guess.day.isoformat()} is a guess; "
        "give the right one, or this one, as published in a manifest"
    )
    return Problem(ProblemKind.PUBLISHED_GUESSED, message, shown, guess.line, guess.words)
