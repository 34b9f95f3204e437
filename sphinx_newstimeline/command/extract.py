"""``newstimeline extract``: from the command line to a timeline on the screen or in a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..composition import Plan, compose
from ..exports import EXPORTERS, Meta, exporter_for
from ..exports.paths import leads_with_paths, with_paths
from ..problems import folded
from ..selection import Selection, words_in
from ..timeline import GroupBy, Order, Window, check_window
from .reading import CLOSED, edits_of, read
from .streams import complain, hang_up, write
from .table import to_table
from .terminal import terminal

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from ..extraction import Extraction, Record
    from ..timeline import Timeline


TABLE = "table"
#: The format that is read back: its paths are those of articles as seen from the document.
JSON = "json"
#: The endings of the names of tables.
TABLE_ENDINGS = {"", ".txt"}


def run(options: Namespace) -> int:
    """Read the articles, print their timeline and report problems; return the exit status.

    :param options: what :func:`.arguments.parser` gives.
    """
    form, window = _format(options), _window(options)
    articles = read(options)
    edits = edits_of(options, options.edits)
    plan = Plan(
        window,
        Order(options.order),
        _grouping(options),
        undated=True,
        edits=edits,
        as_of=options.as_of,
        schedule=options.ahead,
        newest=max((record.published for record, _found in articles.found if record.published), default=None),
        merging=options.merge == "events",
        selection=Selection(words_in(options.query), options.max_events),
    )
    composition = compose((extraction for _record, extraction in articles.found), plan)
    problems = folded([*articles.problems, *edits.problems, *composition.problems])
    # Each once: a manifest's problem can come back with every article.
    complain(dict.fromkeys(map(str, problems)))
    _keep_inputs(articles.found, options)
    _write(composition.timeline, articles.found, form, options)
    return int(articles.incomplete or any(problem.kind in CLOSED for problem in edits.problems))


def _keep_inputs(found: Sequence[tuple[Record, Extraction]], options: Namespace) -> None:
    """End with wrong usage where the output would take the place of what was read.

    A timeline document may be written over: it is the same, in the form that is asked for.
    """
    if options.output in {None, "-"}:
        return
    inputs = [*(record.path for record, _extraction in found), *options.edits, options.manifest or ""]
    if os.path.realpath(options.output) in {os.path.realpath(path) for path in inputs if path}:
        options.usage_error(f"{options.output} is an input; writing to it would lose what it says")


def _grouping(options: Namespace) -> GroupBy:
    """Return the unit to group by: of what is ahead, months where none is asked for."""
    return GroupBy(options.group_by or (GroupBy.MONTH if options.ahead else GroupBy.NONE))


def _window(options: Namespace) -> Window:
    """Return the window of --from and --to, or end with wrong usage."""
    first, last = options.from_, options.to
    window = Window(first.earliest if first else None, last.latest if last else None)
    problem = check_window(window)
    if problem:
        options.usage_error(problem.message)
    return window


def _format(options: Namespace) -> str:
    """Return the format that is asked for, or that the ending of the output's name is of; else a table.

    It ends with wrong usage where the ending is that of no format.
    """
    if options.format:
        return str(options.format)
    output = options.output or ""
    guessed = exporter_for(output)
    if guessed is None and Path(output).suffix not in TABLE_ENDINGS:
        endings = ", ".join(sorted(exporter.ending for exporter in EXPORTERS.values()))
        options.usage_error(f"{output} has the ending of no format; give --format, or one of .txt, {endings}")
    return guessed.name if guessed else TABLE


def _seen_from(output: str | None) -> Callable[[str], str]:
    """Return what a path is called in a file of that name; absolute ones stay, and so does the rest."""
    folder = Path(output).parent if output and output != "-" else Path()
    if folder == Path():
        return lambda path: path

    def rename(path: str) -> str:
        if not path or Path(path).is_absolute():
            return path
        try:
            return Path(os.path.relpath(path, folder)).as_posix()
        except ValueError:  # on another drive
            return path

    return rename


def _write(
    timeline: Timeline, found: Sequence[tuple[Record, Extraction]], form: str, options: Namespace
) -> None:
    """Write the timeline in the form and to the place that were asked for, or end with wrong usage."""
    if form != TABLE:
        stated = {record.path: record.language for record, _extraction in found if record.language}
        leads = tuple(extraction.lead for _record, extraction in found if extraction.lead)
        if form == JSON:
            rename = _seen_from(options.output)
            timeline = with_paths(timeline, rename)
            leads = leads_with_paths(leads, rename)
            stated = {rename(path): language for path, language in stated.items()}
        meta = Meta(languages=stated, undated=options.undated != "hide", leads=leads)
        text = EXPORTERS[form].write(timeline, meta)
    else:
        screen = terminal(None if options.output in {None, "-"} else options.output)
        text = to_table(timeline, len(found), screen, undated=options.undated == "list", why=options.why)
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
