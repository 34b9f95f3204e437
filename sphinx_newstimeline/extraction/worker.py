"""A process that extracts: it is told what to read, and says what it found, by its standard streams.

It is a fresh interpreter, and not a fork: it inherits neither threads nor a parent's memory, works on
every system, and in a process that :mod:`multiprocessing` forbids to have children.  Both ends are of one
installation, and nobody else has the pipes: that is why pickles will do.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from .files import extract_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .files import Given

#: What a worker says first: anything else is no worker.
GREETING = b"sphinx-newstimeline worker\n"
PROTOCOL = 5

#: The program of the process.  It finds the package, and everything else, where its parent does.
PROGRAM = """\
import json, sys
sys.path[:] = json.loads(sys.stdin.buffer.readline())
from sphinx_newstimeline.extraction.worker import main
main()
"""


def main() -> None:
    """Answer until there are no more questions, or nobody is there any more to ask or to listen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not stand among the answers.
    elsewhere = sys.stderr.fileno() if sys.stderr else os.open(os.devnull, os.O_WRONLY)
    os.dup2(elsewhere, sys.stdout.fileno())
    with suppress(BrokenPipeError, EOFError):
        serve(sys.stdin.buffer, answers)


def serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer each list of paths with a list of pickles, one a path; ``None`` where extraction failed.

    :raises EOFError: when there are no more questions.
    """
    answers.write(GREETING)
    answers.flush()
    given: Given = pickle.load(questions)
    while True:
        paths: Sequence[str] = pickle.load(questions)
        pickle.dump([_answer(path, given) for path in paths], answers, PROTOCOL)
        answers.flush()


def _answer(path: str, given: Given) -> bytes | None:
    """Return what a file gives, pickled; an error is left to the parent, which will meet it again."""
    try:
        return pickle.dumps(extract_file(path, given), PROTOCOL)
    except Exception:  # noqa: BLE001
        return None
