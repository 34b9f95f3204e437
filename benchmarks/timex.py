"""Measure how well and how fast time expressions are read, beside other libraries.

    python benchmarks/timex.py FOLDER... [--systems NAME,...] [--by-kind] [--errors N] [--json]

Each FOLDER holds TimeML files (*.tml, *.xml), for accuracy and speed, or plain texts (*.txt), for
speed.  See the README beside this file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from documents import Annotation, Document, read_folder
from report import Result, as_data, kind_rows, mistakes, result_rows, table
from scoring import Scores
from speed import Job, SpeedError, halves, measure, portion
from systems import SYSTEMS, Tagger, is_installed, load


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 where nothing could be measured."""
    options = parse(arguments)
    systems = [name for name in options.systems if is_installed(name)]
    for name in options.systems:
        if name not in systems:
            print(f"not installed: {name} (pip install {SYSTEMS[name].distribution})", file=sys.stderr)
    results: list[Result] = []
    for folder in options.folders:
        documents, left_out = read_folder(folder)
        for line in left_out:
            print(f"left out: {line}", file=sys.stderr)
        chosen = documents[: options.documents]
        if not chosen:
            print(f"no documents: {folder}", file=sys.stderr)
            continue
        name = folder_name(folder, options.folders)
        results += [run(name, chosen, system, options) for system in systems]
    show(results, options)
    return 0 if results else 1


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="TimeML or plain texts")
    parser.add_argument(
        "--systems", type=system_names, default=list(SYSTEMS), help=f"of {', '.join(SYSTEMS)}; all by default"
    )
    parser.add_argument("--language", default="en", help="the texts' language (en)")
    parser.add_argument("--documents", type=int, metavar="N", help="only the first N of each folder")
    parser.add_argument("--by-kind", action="store_true", help="count by kind of expression, too")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list up to N mistakes of each sort"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON list")
    parser.add_argument("--no-speed", action="store_true", help="measure accuracy alone")
    parser.add_argument("--no-accuracy", action="store_true", help="measure speed alone")
    parser.add_argument(
        "--kilobytes",
        type=float,
        default=2048,
        metavar="N",
        help="text for speed; half of it warms up (2048)",
    )
    parser.add_argument(
        "--repeat", type=int, default=3, metavar="N", help="runs, of which the best counts (3)"
    )
    parser.add_argument(
        "--seconds", type=float, default=60, metavar="N", help="cut a pass short after so long (60)"
    )
    return parser.parse_args(arguments)


def system_names(value: str) -> list[str]:
    """Return the names of systems in a list with commas.

    :raises argparse.ArgumentTypeError: for a name that is none.
    """
    names = [name.strip() for name in value.split(",")]
    for name in names:
        if name not in SYSTEMS:
            raise argparse.ArgumentTypeError(f"“{name}” is none of {', '.join(SYSTEMS)}")
    return names


def folder_name(folder: Path, folders: Sequence[Path]) -> str:
    """Return a folder's name, with its parent's where another folder has the same."""
    path = folder.resolve()
    same = [other for other in folders if other.resolve().name == path.name]
    return path.name if len(same) < 2 else f"{path.parent.name}/{path.name}"


def run(folder: str, documents: Sequence[Document], system: str, options: argparse.Namespace) -> Result:
    """Return what a system does on the documents of a folder."""
    result = Result(folder, system, len(documents))
    marked = [document for document in documents if document.gold is not None]
    if marked and not options.no_accuracy:
        try:
            tagger = load(system, options.language)
        except (ImportError, KeyError) as error:
            result.failures.append(f"cannot be loaded: {error!r}")
        else:
            result.scores = score(tagger, marked, result.failures)
    if not options.no_speed:
        measure_speeds(result, documents, options)
    return result


def score(tagger: Tagger, documents: Sequence[Document], failures: list[str]) -> Scores:
    """Return the scores of a tagger; where it fails on a document, it has found nothing there."""
    scores = Scores()
    for document in documents:
        found: list[Annotation] = []
        try:
            found = [Annotation(*row) for row in tagger(document.text, document.day)]
        except Exception as error:  # noqa: BLE001 (whatever a library may raise)
            failures.append(f"{document.name}: {error!r}")
        scores.add(document, found)
    return scores


def measure_speeds(result: Result, documents: Sequence[Document], options: argparse.Namespace) -> None:
    """Add the speed after a warm-up and from cold, on the same half of the texts."""
    job = Job(result.system, options.language, options.seconds, max(options.repeat, 1))
    warming, measured = halves(portion(documents, options.kilobytes))
    try:
        if warming:
            result.speeds["warm"] = measure(job, warming, measured)
        result.speeds["cold"] = measure(job, [], measured)
    except SpeedError as error:
        result.failures.append(f"speed: {error}")


def show(results: Sequence[Result], options: argparse.Namespace) -> None:
    """Print the results."""
    if options.json:
        print(json.dumps([as_data(result) for result in results], indent=2, ensure_ascii=False))
        return
    if results:
        print(table(result_rows(results)))
    for result in results:
        if result.failures:
            title = f"\n{result.system} on {result.folder} failed {len(result.failures)} times, first:"
            print(title, result.failures[0])
    if options.by_kind:
        print()
        print(table(kind_rows(results)))
    for result in results:
        if options.errors and result.scores:
            print(f"\n{result.system} on {result.folder}")
            print("\n".join(mistakes(result.scores, options.errors)))


if __name__ == "__main__":
    sys.exit(main())
