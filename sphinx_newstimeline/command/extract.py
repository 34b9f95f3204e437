"""``newstimeline extract``: from the command line to a timeline on the screen or in a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..articles import find_articles, read_manifest
from ..catalogues import terms_of_office
from ..catalogues.authors import parse_periods
from ..composition import Plan, compose
from ..exports import EXPORTERS, Meta, exporter_for
from ..extraction import Given, extract_files, languages
from ..problems import Problem, ProblemKind
from ..timeline import GroupBy, Order, Window, check_window
from .streams import complain, hang_up, write
from .table import to_table
from .terminal import terminal

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from ..extraction import Record
    from ..temporal.period import Period
    from ..timeline import Timeline


DEFAULT_LANGUAGE = "en"
TABLE = "table"
# What keeps an article out of the timeline, even where its file could be opened.
UNREAD = frozenset({ProblemKind.MISSING, ProblemKind.EMPTY, ProblemKind.LANGUAGE})
NO_ARTICLE = "there is no article to read; name a file, a folder, a glob, or a manifest"


def run(options: Namespace) -> int:
    """Read the articles, print their timeline and report problems; return the exit status.

    :param options: what :func:`.arguments.parser` gives.
    """
    if not options.articles and not options.manifest:
        options.usage_error(NO_ARTICLE)
    _check_language(options)
    window = _window(options)
    periods = _periods(options)
    manifest = read_manifest(options.manifest) if options.manifest else None
    paths, missing = _files(options.articles or (manifest.paths if manifest else ()), options.manifest)
    given = Given(
        published=options.published,
        language=options.language,
        default_language=DEFAULT_LANGUAGE,
        manifest=manifest,
        periods=tuple(periods),
    )
    found = extract_files(paths, given)
    articles = [record for one in found for record, _extraction in one.articles]
    plan = Plan(window, Order(options.order), GroupBy(options.group_by), undated=True)
    composition = compose((extraction for one in found for _record, extraction in one.articles), plan)
    read = [problem for one in found for problem in one.problems]
    problems = [*(manifest.problems if manifest else ()), *missing, *read, *composition.problems]
    # Each once: a manifest's problem can come back with every article.
    complain(dict.fromkeys(map(str, problems)))
    _write(composition.timeline, articles, options)
    unread = not articles or any(not one.articles for one in found)
    broken = any(problem.kind is ProblemKind.UNREADABLE for problem in read)
    return int(unread or broken or any(problem.kind in UNREAD for problem in problems))


def _check_language(options: Namespace) -> None:
    """End with wrong usage where texts cannot be in that language."""
    known = languages()
    if options.language and options.language.replace("_", "-").split("-")[0].lower() not in known:
        there = ", ".join(known)
        options.usage_error(f"the language “{options.language}” is not supported; there is {there}")


def _window(options: Namespace) -> Window:
    """Return the window of --from and --to, or end with wrong usage."""
    window = Window(options.from_, options.to)
    problem = check_window(window)
    if problem:
        options.usage_error(problem.message)
    return window


def _periods(options: Namespace) -> list[Period]:
    """Return the periods of the command line and the catalogues, or end with wrong usage."""
    found, problems = parse_periods("\n".join(options.period))
    if problems:
        options.usage_error(f"--period: {problems[0].message}: “{problems[0].words}”")
    return [*found, *(terms_of_office(options.language or DEFAULT_LANGUAGE) if options.catalogues else ())]


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
    return Problem(ProblemKind.MISSING, message, name)


def _format(options: Namespace) -> str:
    """Return the format that is asked for, or that the ending of the output's name is of; else a table."""
    if options.format:
        return str(options.format)
    guessed = exporter_for(options.output or "")
    return guessed.name if guessed else TABLE


def _write(timeline: Timeline, articles: Sequence[Record], options: Namespace) -> None:
    """Write the timeline in the form and to the place that were asked for, or end with wrong usage."""
    form = _format(options)
    if form != TABLE:
        stated = {record.path: record.language for record in articles if record.language}
        meta = Meta(languages=stated, undated=options.undated != "hide")
        text = EXPORTERS[form].write(timeline, meta)
    else:
        screen = terminal(None if options.output in {None, "-"} else options.output)
        text = to_table(timeline, len(articles), screen, undated=options.undated == "list")
    try:
        write(text, options.output)
    except BrokenPipeError:
        raise
    except OSError as error:
        place = options.output
        if place in {None, "-"}:
            place = "standard output"
            hang_up()
        options.usage_error(f"cannot write to {place}: {error.strerror or error}")
