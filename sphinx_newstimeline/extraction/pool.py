"""Extraction in several processes: this one, and workers that take work from the same list.

The process that asks does its share, so that two jobs are this process and one worker, and a worker
that fails to start, hangs up or is killed costs nothing but the files that it had in hand.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import starmap
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import IO, TYPE_CHECKING, Self

from .worker import GREETING, PROGRAM, PROTOCOL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from .files import Given

#: A worker is started for so many files: with fewer, it would be ready when they are done.
FILES_A_WORKER = 64
#: How many files a worker is given at a time, at most: enough to be busy while its answer is on the way.
MOST_AT_A_TIME = 16
#: How many lists of files a worker has at a time, so that it need not wait for the next.
AHEAD = 2


def workers_for(files: int, jobs: int) -> int:
    """Return how many workers are worth it for so many files and jobs, this process being one of these."""
    if not sys.executable or getattr(sys, "frozen", False):
        return 0  # there is no interpreter to start
    return max(0, min(jobs - 1, files // FILES_A_WORKER))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says of one file: its number in the list, and the pickle of its extraction.

    :param pickled: ``None`` where it has to be extracted once more, here.
    """

    number: int
    pickled: bytes | None


class Pool:
    """Workers, and the list of files that they and this process take from.  A context manager."""

    def __init__(self, paths: Sequence[str], given: Given, workers: int) -> None:
        """Start so many workers.

        :param given: what the files are to be read with.
        """
        self._list = _List(paths, workers + 1)
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._workers = [_Worker(self._list, given, self._answers) for _ in range(workers)]

    def __enter__(self) -> Self:
        """Set the workers to work."""
        try:
            for worker in self._workers:
                worker.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers."""
        self.close()

    def close(self) -> None:
        """End the workers, whatever they are doing: all is done, or this process gives up, as at Ctrl-C."""
        self._list.clear()
        for worker in self._workers:
            worker.end()

    @property
    def lost(self) -> int:
        """Return how many workers ended before their time."""
        return sum(worker.lost for worker in self._workers)

    def take(self) -> int | None:
        """Return the number of a file that this process is to extract, or ``None`` if all are given out."""
        taken = self._list.take(1)
        return taken[0] if taken else None

    def answers(self, *, wait: bool = False) -> Iterator[Answer]:
        """Yield what workers have said by now; with *wait*, what they will say of all that they have."""
        while self._list.lent:
            try:
                answer = self._answers.get(block=wait)
            except Empty:
                return
            self._list.give_back()
            yield answer


class _List:
    """The files that nobody has taken yet, by their numbers.

    :ivar lent: how many a worker has taken whose answer has not been looked at yet.
    """

    def __init__(self, paths: Sequence[str], takers: int) -> None:
        self.paths = paths
        self.lent = 0
        self._left = deque(range(len(paths)))
        self._takers = takers
        self._lock = Lock()

    def take(self, most: int) -> list[int]:
        """Return the next files, up to so many; fewer towards the end, so that all takers end together."""
        with self._lock:
            fair = len(self._left) // (2 * AHEAD * self._takers)
            count = min(max(1, min(most, fair)), len(self._left))
            return [self._left.popleft() for _ in range(count)]

    def lend(self, most: int) -> list[int]:
        """Return the next files for a worker, which is to answer for each."""
        taken = self.take(most)
        with self._lock:
            self.lent += len(taken)
        return taken

    def give_back(self) -> None:
        """Take note of an answer."""
        with self._lock:
            self.lent -= 1

    def clear(self) -> None:
        """Leave nothing to take."""
        with self._lock:
            self._left.clear()


@dataclass(eq=False, slots=True)
class _Worker:
    """A process that extracts, and the thread here that asks it and passes its answers on.

    Whatever becomes of it, there is an answer for each file that it has taken.
    """

    files: _List
    given: Given
    answers: SimpleQueue[Answer]
    lost: bool = False
    process: subprocess.Popen[bytes] | None = None
    thread: Thread | None = None
    asked: deque[list[int]] = field(default_factory=deque)

    def start(self) -> None:
        with suppress(OSError, ValueError):
            self.process = subprocess.Popen(
                # Without -P the working folder could stand in for a module of the standard library.
                [sys.executable, "-P", "-c", PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                process_group=0 if os.name == "posix" else None,  # Ctrl-C is for this process
            )
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def end(self) -> None:
        """End process and thread."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        if self.thread is not None:
            self.thread.join()

    def _run(self) -> None:
        """Ask until all files are taken or the process is gone; then give back what it had in hand."""
        try:
            self._ask()
        except Exception:  # noqa: BLE001 - whatever a dying process has left in the pipe
            self.lost = True
        for numbers in self.asked:
            for number in numbers:
                self.answers.put(Answer(number, None))

    def _ask(self) -> None:
        """Ask and pass on.

        :raises Exception: of any kind, where the process does not answer.
        """
        if self.process is None:
            raise EOFError
        questions, replies = self.process.stdin, self.process.stdout
        if questions is None or replies is None:
            raise EOFError
        with questions, replies:
            questions.write(json.dumps([path for path in sys.path if isinstance(path, str)]).encode() + b"\n")
            pickle.dump(self.given, questions, PROTOCOL)
            questions.flush()
            if replies.readline(len(GREETING)) != GREETING:
                raise EOFError
            while self._next(questions):
                self._pass_on(replies)

    def _next(self, questions: IO[bytes]) -> bool:
        """Ask for the next files; return whether there are answers to wait for."""
        while len(self.asked) < AHEAD:
            numbers = self.files.lend(MOST_AT_A_TIME)
            if not numbers:
                break
            self.asked.append(numbers)
            pickle.dump([self.files.paths[number] for number in numbers], questions, PROTOCOL)
            questions.flush()
        return bool(self.asked)

    def _pass_on(self, replies: IO[bytes]) -> None:
        answers = list(starmap(Answer, zip(self.asked[0], pickle.load(replies), strict=True)))
        self.asked.popleft()
        for answer in answers:
            self.answers.put(answer)
