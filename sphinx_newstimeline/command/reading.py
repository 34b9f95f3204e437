"""What both commands do first: the articles that the command line names, read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..articles import find_articles, read_manifest
from ..articles.nearest import nearest_name
from ..catalogues import terms_of_office
from ..catalogues.authors import parse_periods
from ..edits import Edits, join, read_edits
from ..extraction import Cache, Given, extract_files, languages
from ..languages import primary
from ..problems import Problem, ProblemKind
from .progress import progress_bar

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..extraction import Archive, Extraction, Record
    from ..temporal.period import Period

DEFAULT_LANGUAGE = "en"
# How many entries of other runs a cache keeps at least; articles by the hundred have room.
OTHERS_KEPT = 10_000
# What keeps an article out of the timeline, even where its file could be opened.
UNREAD = frozenset({ProblemKind.MISSING, ProblemKind.EMPTY, ProblemKind.LANGUAGE})
# What keeps a file from being opened.
CLOSED = frozenset({ProblemKind.MISSING, ProblemKind.UNREADABLE})
NO_ARTICLE = "there is no article to read; name a file, a folder, a glob, or a manifest"


@dataclass(frozen=True, slots=True)
class Articles:
    """What the articles of a command line say.

    :param found: each article with what was found in it.
    :param problems: what is wrong with manifest, files and articles.
    :param incomplete: whether an article could not be read, or there was none.
    """

    found: tuple[tuple[Record, Extraction], ...]
    problems: tuple[Problem, ...]
    incomplete: bool


def read(options: Namespace) -> Articles:
    """Read what the command line names; wrong usage ends the process.

    :param options: what :func:`.arguments.parser` gives.
    """
    if not options.articles and not options.manifest:
        options.usage_error(NO_ARTICLE)
    _check_language(options)
    periods = periods_of(options)
    manifest = read_manifest(options.manifest) if options.manifest else None
    paths, missing = _files(options.articles or (manifest.paths if manifest else ()), options.manifest)
    given = Given(
        published=options.published,
        language=options.language,
        default_language=DEFAULT_LANGUAGE,
        manifest=manifest,
        periods=periods,
        guess=options.guess,
    )
    archive = _extract(paths, given, options)
    extracted = archive.files
    found = tuple(pair for one in extracted for pair in one.articles)
    read = [problem for one in extracted for problem in one.problems]
    problems = (*(manifest.problems if manifest else ()), *missing, *read, *archive.problems)
    broken = any(problem.kind is ProblemKind.UNREADABLE for problem in read)
    unread = broken or any(problem.kind in UNREAD for problem in problems)
    incomplete = unread or not found or any(not one.articles for one in extracted)
    return Articles(found, problems, incomplete)


def _extract(paths: Sequence[str], given: Given, options: Namespace) -> Archive:
    """Return what the files give, or end with wrong usage where the cache cannot be."""
    cache = None
    if options.cache:
        cache = Cache(Path(options.cache))
        try:
            cache.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            options.usage_error(f"cannot keep a cache in {options.cache}: {error.strerror or error}")
    with progress_bar() as progress:
        archive = extract_files(paths, given, jobs=options.jobs, cache=cache, progress=progress)
    if cache is not None:
        cache.prune(set(archive.keys), most=OTHERS_KEPT)
    return archive


def edits_of(options: Namespace, files: Sequence[str]) -> Edits:
    """Return what edits files say; their dates have the language and the named periods of the articles."""
    periods = periods_of(options)
    return join(read_edits(path, options.language or DEFAULT_LANGUAGE, periods) for path in files)


def _check_language(options: Namespace) -> None:
    """End with wrong usage where texts cannot be in that language."""
    known = languages()
    if options.language and primary(options.language) not in known:
        there = ", ".join(known)
        options.usage_error(f"the language “{options.language}” is not supported; there is {there}")


def periods_of(options: Namespace) -> tuple[Period, ...]:
    """Return the periods of the command line and the catalogues, or end with wrong usage."""
    found, problems = parse_periods("\n".join(options.period))
    if problems:
        options.usage_error(f"--period: {problems[0].message}: “{problems[0].words}”")
    return (*found, *(terms_of_office(options.language or DEFAULT_LANGUAGE) if options.catalogues else ()))


def _files(names: Sequence[str], manifest: str | None) -> tuple[list[str], list[Problem]]:
    """Return the files that names, folders and globs stand for, each once, and the problems of the way.

    A glob may well match the manifest beside the articles, which is none.
    """
    paths: dict[str, str] = {}
    problems: list[Problem] = []
    for name in names:
        found = find_articles(name)
        for path in found.files:
            paths.setdefault(os.path.realpath(path), path)
        problems += found.problems
        if not found.files:
            problems.append(_missing(name))
    if manifest is not None:
        paths.pop(os.path.realpath(manifest), None)
    return list(paths.values()), problems


def _missing(name: str) -> Problem:
    """Return the problem of a name, folder or glob that stands for no file."""
    folder = Path(name).is_dir()
    message = "this folder holds no article" if folder else "there is no such file"
    near = "" if folder else nearest_name(Path(name).as_posix(), "")
    message += f"; did you mean “{near}”?" if near else ""
    return Problem(ProblemKind.MISSING, message, name)
