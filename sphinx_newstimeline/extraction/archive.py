"""The files of an archive: each from the cache if it can be, the others read here and by workers."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..pickling import no_collection
from ..problems import Problem, ProblemKind
from ..temporal.grammar import kept_in
from .cache import Tickets
from .files import Extracted, extract_file
from .pool import Pool, workers_for
from .worker import PROTOCOL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .cache import Cache, Ticket
    from .files import Given

#: So many files are few.
FEW = 20
#: Is told how many files have been read, of how many that are to be, and the path of the last one.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Archive:
    """What many files gave.

    :param files: what each of them gave, in the order of the paths.
    :param keys: the names of their entries in the cache, sorted; none without a cache.
    :param problems: what was wrong with the machine, not with a file.
    """

    files: tuple[Extracted, ...]
    keys: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def extract_files(
    paths: Sequence[str],
    given: Given,
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Archive:
    """Return what each file gives; the same, whatever the number of jobs and the state of the cache.

    :param jobs: in how many processes to extract at most; where there is little to do, it is one.
    :param cache: where extractions are kept for the next time.
    :param progress: is told of each file that is read, and not of what comes from the cache.
    """
    run = _Run(paths, given, cache, progress)
    run.look_up()
    with kept_in(os.fspath(cache.folder)) if cache else nullcontext():
        lost = run.extract(jobs)
    problems = [_lost(lost)] if lost else []
    return Archive(tuple(run.files()), run.keys(), tuple(problems))


class _Run:
    """One reading of an archive: what is known by now of each file, by its number."""

    def __init__(
        self, paths: Sequence[str], given: Given, cache: Cache | None, progress: Progress | None
    ) -> None:
        self.paths = paths
        self.given = given
        self.cache = cache
        self.progress = progress
        self.found: dict[int, Extracted] = {}
        self.tickets: dict[int, Ticket] = {}
        self.to_read = 0

    def look_up(self) -> None:
        """Take from the cache what is there."""
        if self.cache is None or not self.paths:
            return
        tickets = Tickets.of(self.given)
        with no_collection():
            for number, path in enumerate(self.paths):
                ticket = tickets.of_file(path)
                if ticket is None:
                    continue
                self.tickets[number] = ticket
                extracted = self.cache.get(ticket)
                if extracted is not None:
                    self.found[number] = extracted

    def extract(self, jobs: int) -> int:
        """Read what is not found yet; return how many workers were lost."""
        missing = [number for number in range(len(self.paths)) if number not in self.found]
        self.to_read = len(missing)
        workers = workers_for(len(missing), jobs)
        if not workers:
            # A few make little garbage; to look for it among all that the cache gave costs more than they do.
            with no_collection() if len(missing) < FEW else nullcontext():
                for number in missing:
                    self._extract_here(number)
            return 0
        paths = [self.paths[number] for number in missing]
        with Pool(paths, _without_idle_readers(self.given, paths), workers) as pool:
            while (place := pool.take()) is not None:
                self._extract_here(missing[place])
                for answer in pool.answers():
                    self._accept(missing[answer.number], answer.pickled)
            for answer in pool.answers(wait=True):
                self._accept(missing[answer.number], answer.pickled)
            return pool.lost

    def _extract_here(self, number: int) -> None:
        extracted = extract_file(self.paths[number], self.given)
        self._keep(number, extracted, None)

    def _accept(self, number: int, pickled: bytes | None) -> None:
        """Take the answer of a worker, or do its work."""
        if pickled is None:
            self._extract_here(number)
        else:
            with no_collection():
                self._keep(number, pickle.loads(pickled), pickled)

    def _keep(self, number: int, extracted: Extracted, pickled: bytes | None) -> None:
        self.found[number] = extracted
        path = self.paths[number]
        if self.cache is not None and number in self.tickets:
            self.cache.put(self.tickets[number], path, pickled or pickle.dumps(extracted, PROTOCOL))
        if self.progress is not None:
            done = len(self.found) - (len(self.paths) - self.to_read)
            self.progress(done, self.to_read, path)

    def files(self) -> Iterator[Extracted]:
        """Yield what each file gave, in their order."""
        for number in range(len(self.paths)):
            yield self.found[number]

    def keys(self) -> tuple[str, ...]:
        """Return the names of the entries that were read or written."""
        return tuple(sorted({ticket.key for ticket in self.tickets.values()}))


def _without_idle_readers(given: Given, paths: Sequence[str]) -> Given:
    """Return what is given without readers that no file needs: a worker would load their libraries."""
    endings = {ending.lower() for path in paths for ending in PurePath(path).suffixes}
    readers = tuple(pair for pair in given.readers if pair[0] in endings)
    return replace(given, readers=readers)


def _lost(count: int) -> Problem:
    """Return the problem of workers that were killed or could not be started."""
    who = "one process that reads articles" if count == 1 else f"{count} processes that read articles"
    message = (
        f"{who} ended before its time, or could not be started; its articles were read by the main process; "
        "expected enough memory for each, or a smaller number of jobs"
    )
    return Problem(ProblemKind.PROCESS, message)
