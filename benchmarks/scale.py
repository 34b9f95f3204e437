"""Measure what many articles cost: extraction, what the cache saves, a whole build, memory.

    python benchmarks/scale.py --data FOLDER [--articles 1000] [--repeat 3] [--no-build] [--json]

Every step has processes of its own.  A row says how long it took by the clock, how much work that was
for all processors together, and how that compares with another row.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from report import table

HERE = Path(__file__).parent
STEPS = HERE / "scale_steps.py"
#: How many articles more the second measurement of memory has.
MORE = 2


@dataclass(frozen=True)
class Cost:
    """What a step took, the best of several times.

    :param wall: seconds by the clock.
    :param cpu: seconds of work, of all processes.
    :param facts: what else the step says: numbers of articles and events, bytes of memory.
    """

    wall: float
    cpu: float
    facts: dict[str, float]


@dataclass(frozen=True)
class Row:
    """One line of the table: a step, and its relation to another."""

    name: str
    cost: Cost
    relation: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 where there is no article."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--data", type=Path, required=True, metavar="FOLDER", help="articles, searched in depth"
    )
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="how many to take (1000)")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="the best of so many counts (3)")
    parser.add_argument(
        "--jobs", type=int, default=2, metavar="N", help="processes of the parallel steps (2)"
    )
    parser.add_argument("--no-build", dest="build", action="store_false", help="leave whole builds out")
    parser.add_argument("--json", action="store_true", help="print figures for programs")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        copied = gather(options.data, place / "articles", options.articles)
        if not copied:
            print("no articles there", file=sys.stderr)
            return 1
        rows = [*extraction(place, copied, options)]
        if options.build:
            rows += builds(place, rows[0].cost, options)
    print(as_json(rows) if options.json else as_table(rows))
    return 0


def gather(data: Path, folder: Path, most: int) -> int:
    """Copy articles from all parts of a folder into a flat one; return how many there are now."""
    found = sorted(path for path in data.rglob("*.txt") if path.is_file())
    step = max(len(found) / most, 1) if most else 1
    folder.mkdir(parents=True)
    chosen = [found[int(number * step)] for number in range(min(most, len(found)))]
    for number, path in enumerate(chosen):
        # The name goes first: a date in it is that of the article.
        shutil.copyfile(path, folder / f"{path.stem}-{number}.txt")
    return len(chosen)


def step(name: str, place: Path, repeat: int = 1, **given: str | int) -> Cost:
    """Run a step of :mod:`scale_steps` so many times, each in a process of its own; return the best."""
    costs = []
    for _ in range(repeat):
        job = json.dumps({"step": name, "place": str(place), **given})
        done = subprocess.run(
            [sys.executable, str(STEPS)], input=job, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stderr}")
        facts = json.loads(done.stdout)
        costs.append(Cost(facts.pop("wall"), facts.pop("cpu"), facts))
    return Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs), costs[0].facts)


def extraction(place: Path, articles: int, options: argparse.Namespace) -> Iterator[Row]:
    """Yield the rows of extraction alone."""
    repeat, jobs = options.repeat, options.jobs
    cold = step("extract", place, repeat)
    found = f"{articles} articles, {cold.facts['events']:.0f} events"
    yield Row("extraction, one process", cold, found)
    several = step("extract", place, repeat, jobs=jobs)
    yield Row(f"extraction, {jobs} processes", several, f"{cold.wall / several.wall:.2f} times as fast")
    kept = step("extract", place, cache="cache")
    yield Row("extraction, filling the cache", kept, percent(kept.cpu, cold.cpu))
    warm = step("extract", place, repeat, cache="cache")
    yield Row("extraction, nothing changed", warm, percent(warm.cpu, cold.cpu))
    touched = step("extract", place, repeat, cache="cache", touch=1)
    yield Row("extraction, one article changed", touched, percent(touched.cpu, cold.cpu))
    half = step("extract", place, most=articles // MORE)
    grown = cold.facts["resident"] - half.facts["resident"]
    events = cold.facts["events"] - half.facts["events"]
    each = f"{grown / events:.0f} bytes an event" if events else ""
    yield Row("memory: the other half of the articles", half, each)


def builds(place: Path, cold: Cost, options: argparse.Namespace) -> Iterator[Row]:
    """Yield the rows of whole builds: the page, and its twin in plain reStructuredText."""
    repeat = options.repeat
    for why in ("show", "hide"):
        named = "" if why == "show" else ", without reasons"
        first = step("build", place, repeat, why=why, fresh=True)
        step("write_twin", place, why=why)
        twin = step("build_twin", place, repeat, why=why)
        ratio = (first.cpu - cold.cpu) / twin.cpu
        yield Row(f"plain page{named}", twin, "the same words")
        yield Row(f"build{named}", first, f"{ratio:.2f} times the plain page, extraction apart")
    again = step("build", place, repeat, why="hide", touch=1)
    yield Row("build, one article changed", again, f"{again.cpu / twin.cpu:.2f} times the plain page")
    several = step("build", place, repeat, why="hide", fresh=True, jobs=options.jobs)
    yield Row(f"build, -j {options.jobs}", several, f"{first.wall / several.wall:.2f} times as fast")


def percent(part: float, whole: float) -> str:
    """Return a part of the work of one process, in per cent."""
    return f"{100 * part / whole:.1f} % of the first"


def as_table(rows: Sequence[Row]) -> str:
    """Return the rows as a table."""
    cells = [["step", "seconds", "work", "MB", ""]]
    for row in rows:
        size = f"{row.cost.facts['resident'] / 2**20:.0f}"
        cells.append([row.name, f"{row.cost.wall:.2f}", f"{row.cost.cpu:.2f}", size, row.relation])
    return table(cells)


def as_json(rows: Sequence[Row]) -> str:
    """Return the rows for programs."""
    return json.dumps(
        [
            {
                "step": row.name,
                "wall": row.cost.wall,
                "cpu": row.cost.cpu,
                **row.cost.facts,
                "is": row.relation,
            }
            for row in rows
        ],
        indent=1,
    )


if __name__ == "__main__":
    sys.exit(main())
