"""One measurement of speed, in a process of its own: a job in JSON on standard input, seconds out.

It imports next to nothing, so that what a system imports is charged to the system.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from time import perf_counter
from typing import Any

Texts = Sequence[tuple[str, date]]
Tagger = Callable[[str, date], Iterable[object]]
WORD = re.compile(r"\w+")
TOKENISER_PASSES = 3


def tokenise(texts: Texts) -> float:
    """Return the seconds that the tokeniser takes for the texts: the least of several passes."""
    least = float("inf")
    for _ in range(TOKENISER_PASSES):
        started = perf_counter()
        for text, _day in texts:
            WORD.findall(text)
        least = min(least, perf_counter() - started)
    return least


def annotate(tagger: Tagger, texts: Texts, budget: float) -> int:
    """Have the texts tagged until they or the seconds are spent; return how many were."""
    started = perf_counter()
    for number, (text, day) in enumerate(texts, 1):
        for _row in tagger(text, day):
            pass
        if perf_counter() - started > budget:
            return number
    return len(texts)


def measure(job: dict[str, Any]) -> dict[str, float]:
    """Return how many texts were tagged, and the seconds of the system and of the tokeniser for them.

    :param job: ``system``, ``language``, ``budget`` in seconds, and ``warming`` and ``measured``, texts
        with their ISO dates.  Without warming texts the seconds are those from cold: they include
        importing the system and loading its data.
    """
    warming = [(text, date.fromisoformat(day)) for text, day in job["warming"]]
    measured = [(text, date.fromisoformat(day)) for text, day in job["measured"]]
    before = tokenise(measured)
    started = perf_counter()
    from systems import load

    tagger = load(job["system"], job["language"])
    if warming:
        annotate(tagger, warming, job["budget"])
        started = perf_counter()
    done = annotate(tagger, measured, job["budget"])
    seconds = perf_counter() - started
    after = tokenise(measured[:done])
    return {
        "documents": done,
        "seconds": seconds,
        "tokeniser": min(before, after) if done == len(measured) else after,
    }


if __name__ == "__main__":
    json.dump(measure(json.load(sys.stdin)), sys.stdout)
