"""Measure how well and how fast time expressions are read, beside other libraries.

    python benchmarks/timex.py FOLDER... [--systems NAME,...] [--warm FOLDER...] [--by-kind] [--errors N]

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
    folders = [
        (folder_name(folder, options.folders), read(folder, options.documents)) for folder in options.folders
    ]
    if options.together:
        folders = [("together", [document for _name, documents in folders for document in documents])]
    warm = [document for folder in options.warm for document in read(folder)]
    results = [
        run(name, documents, warm, system, options)
        for name, documents in folders
        if documents
        for system in systems
    ]
    show(results, options)
    return 0 if results else 1


def read(folder: Path, most: int | None = None) -> list[Document]:
    """Return the first documents of a folder; what is left out is said, and that there are none."""
    documents, left_out = read_folder(folder)
    for line in left_out:
        print(f"left out: {line}", file=sys.stderr)
    if not documents:
        print(f"no documents: {folder}", file=sys.stderr)
    return documents[:most]


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="TimeML or plain texts")
    parser.add_argument(
        "--systems", type=system_names, default=list(SYSTEMS), help=f"of {', '.join(SYSTEMS)}; all by default"
    )
    parser.add_argument("--language", default="en", help="the texts' language (en)")
    parser.add_argument("--documents", type=int, metavar="N", help="only the first N of each folder")
    parser.add_argument(
        "--together", action="store_true", help="measure the texts of all folders as those of one"
    )
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
        "--warm",
        nargs="+",
        type=Path,
        default=[],
        metavar="FOLDER",
        help="texts that warm up, so that no half of those measured has to",
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


def run(
    folder: str,
    documents: Sequence[Document],
    warm: Sequence[Document],
    system: str,
    options: argparse.Namespace,
) -> Result:
    """Return what a system does on the documents of a folder.

    :param warm: what it tags before its speed is measured; without any, half of the documents.
    """
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
        measure_speeds(result, documents, warm, options)
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


def measure_speeds(
    result: Result, documents: Sequence[Document], warm: Sequence[Document], options: argparse.Namespace
) -> None:
    """Add the speed after a warm-up and from cold, on the same texts."""
    job = Job(result.system, options.language, options.seconds, max(options.repeat, 1))
    if warm:
        half = options.kilobytes / 2
        warming, measured = portion(warm, half), portion(documents, half)
    else:
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
