"""Measure what an import costs beside an interpreter that does nothing.

    python benchmarks/import_time.py [STATEMENT] [--pairs 20]

Both are started in turn, so that a busy machine disturbs both; the least time of each counts, and the
difference of the two is the import's.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from statistics import median
from time import perf_counter

NOTHING = "pass"
#: What the import of the package itself must not load.
HEAVY = ("babel", "dateparser", "dateutil", "docutils", "holidays", "sentencex", "sphinx")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("statement", nargs="?", default="import sphinx_newstimeline", metavar="STATEMENT")
    parser.add_argument("--pairs", type=int, default=20, metavar="N", help="how often both are started (20)")
    options = parser.parse_args(arguments)
    python(options.statement)  # compiles what is not compiled yet
    pairs = [(seconds(NOTHING), seconds(options.statement)) for _ in range(options.pairs)]
    nothing, statement = (min(column) for column in zip(*pairs, strict=True))
    typical = median(other - one for one, other in pairs)
    print(f"{NOTHING}: {1000 * nothing:.1f} ms")
    print(f"{options.statement}: {1000 * statement:.1f} ms")
    print(
        f"difference: {1000 * (statement - nothing):.1f} ms, {statement / nothing:.2f} times as long; "
        f"median of the pairs' differences: {1000 * typical:.1f} ms"
    )
    print(f"loaded with it: {', '.join(heavy_modules(options.statement)) or 'none'} of {', '.join(HEAVY)}")
    return 0


def python(code: str) -> str:
    """Return what Python prints when it runs some code in a process of its own."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def seconds(code: str) -> float:
    """Return how long a new process takes for some code."""
    started = perf_counter()
    python(code)
    return perf_counter() - started


def heavy_modules(statement: str) -> list[str]:
    """Return which of the heavy modules a statement loads."""
    report = f"{statement}\nimport sys; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    return python(report).split()


if __name__ == "__main__":
    sys.exit(main())
