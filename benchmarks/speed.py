"""Speed: a system's pass over texts beside a word tokeniser's pass over the same texts.

Each measurement has a process of its own, since a system may remember the texts that it has seen.  On a
machine that does other things too the least of several measurements is the one that was disturbed
least, and the ratio to the tokeniser says more than the seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from documents import Document

KILOBYTE = 1024
WORKER = Path(__file__).with_name("speed_worker.py")


class SpeedError(RuntimeError):
    """A measurement failed; the message is what the process said last."""


class Speed(NamedTuple):
    """How fast a pass was: kilobytes a second, and how many times as long as the tokeniser's pass."""

    kilobytes_per_second: float
    ratio: float
    kilobytes: float


class Job(NamedTuple):
    """What to measure; ``budget`` is how many seconds a pass may take before it is cut short."""

    system: str
    language: str
    budget: float
    repeat: int


def portion(documents: Sequence[Document], kilobytes: float) -> list[Document]:
    """Return the first documents that together have so many kilobytes, or all where they have fewer."""
    found: list[Document] = []
    size = 0
    for document in documents:
        if size >= kilobytes * KILOBYTE:
            break
        found.append(document)
        size += document.size
    return found


def halves(documents: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    """Return the documents in two parts of about the same size; a single one is in the second."""
    total, size = sum(document.size for document in documents), 0
    for index, document in enumerate(documents):
        if index and size + document.size > total / 2:
            return list(documents[:index]), list(documents[index:])
        size += document.size
    return [], list(documents)


def measure(job: Job, warming: Sequence[Document], measured: Sequence[Document]) -> Speed:
    """Return the speed on the measured documents, after a pass over the warming ones; none: from cold.

    :raises SpeedError: where the system cannot be loaded or fails.
    """
    order = {
        "system": job.system,
        "language": job.language,
        "budget": job.budget,
        "warming": [(document.text, document.day.isoformat()) for document in warming],
        "measured": [(document.text, document.day.isoformat()) for document in measured],
    }
    results = [_run(json.dumps(order)) for _ in range(job.repeat)]
    # Where a pass was cut short, different runs got differently far.
    done = int(min(result["documents"] for result in results))
    same = [result for result in results if result["documents"] == done]
    seconds = min(result["seconds"] for result in same)
    tokeniser = min(result["tokeniser"] for result in same)
    size = sum(document.size for document in measured[:done]) / KILOBYTE
    return Speed(size / seconds, seconds / tokeniser if tokeniser else 0.0, size)


def _run(order: str) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, WORKER], input=order, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if ran.returncode:
        raise SpeedError((ran.stderr.strip().splitlines() or ["it ended without a word"])[-1])
    # A library may print; the result is the last line.
    result: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return result
