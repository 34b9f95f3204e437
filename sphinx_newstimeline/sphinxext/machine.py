"""What the reading of pages may use of the machine: processes, and the cache in the folder of doctrees.

Sphinx reads pages in processes of its own, one for some pages each (``-j``).  A page with a thousand
articles is read by one of these, so its articles are extracted by workers.  All pages that are read at
the same time share as many workers as there are jobs, less one.
"""

from __future__ import annotations

import multiprocessing
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..extraction import Cache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from multiprocessing.synchronize import BoundedSemaphore
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

#: The event that is answered by the :class:`Machine` of the application.
EVENT = "newstimeline-machine"
#: Where the cache is, in the folder of doctrees.
FOLDER = "newstimeline"
#: The attribute of the environment with the names of the cache's entries that each page needs.
ENTRIES = "newstimeline_entries"


class Machine:
    """The processes and the cache of one application."""

    def __init__(self) -> None:
        """Have no more than the process itself, until the build begins."""
        self._workers: BoundedSemaphore | None = None
        self._most = 0

    def begin(self, app: Sphinx) -> None:
        """Learn what the command line says (event ``builder-inited``)."""
        if app.fresh_env_used:  # with -E above all: nothing of what was known counts
            self.cache(app.env).prune(())
        self._most = max(app.parallel - 1, 0)
        if self._most:
            try:
                # Sphinx's processes are forks of this one and share it.
                self._workers = multiprocessing.BoundedSemaphore(self._most)
            except (ImportError, OSError):  # a system without semaphores
                self._most = 0

    @contextmanager
    def jobs(self) -> Iterator[int]:
        """Lend what workers are idle, and say how many jobs these and the process itself make."""
        lent = 0
        while lent < self._most and self._workers is not None and self._workers.acquire(block=False):
            lent += 1
        try:
            yield 1 + lent
        finally:
            for _ in range(lent):
                if self._workers is not None:
                    self._workers.release()

    def cache(self, env: BuildEnvironment) -> Cache:
        """Return the cache."""
        return Cache(Path(env.doctreedir, FOLDER))

    def end(self, app: Sphinx, exception: Exception | None) -> None:
        """Remove from the cache what no page needs any more (event ``build-finished``)."""
        if exception is None and app.env is not None:
            needed = entries_of(app.env).values()
            self.cache(app.env).prune({key for keys in needed for key in keys})


def machine_of(env: BuildEnvironment) -> Machine:
    """Return the machine of the application that is at work."""
    found: Machine = env.events.emit_firstresult(EVENT)
    return found


def entries_of(env: BuildEnvironment) -> dict[str, set[str]]:
    """Return the names of the cache's entries that each page needs."""
    if not hasattr(env, ENTRIES):
        setattr(env, ENTRIES, {})
    found: dict[str, set[str]] = getattr(env, ENTRIES)
    return found


def note_entries(env: BuildEnvironment, keys: Iterable[str]) -> None:
    """Remember the entries that the page which is being read needs."""
    entries_of(env).setdefault(env.docname, set()).update(keys)


def forget_entries(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget what a page needed that is gone or read again (event ``env-purge-doc``)."""
    entries_of(env).pop(docname, None)


def merge_entries(
    _app: Sphinx, env: BuildEnvironment, docnames: AbstractSet[str], other: BuildEnvironment
) -> None:
    """Take over what pages need that another process has read (event ``env-merge-info``)."""
    there = entries_of(other)
    entries_of(env).update({docname: there[docname] for docname in docnames if docname in there})


def keep_out_of_books(app: Sphinx, builder: Builder) -> None:
    """Have no book ask what the cache is (event ``write-started``).

    The folder of doctrees lies in that of the book unless another one is named, and the builder looks at all
    that is there.
    """
    folder = Path(app.doctreedir, FOLDER)
    if builder.name != "epub" or not folder.is_relative_to(app.outdir):
        return
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    known = [str(path.relative_to(app.outdir)) for path in files]
    app.config.epub_exclude_files = [*app.config.epub_exclude_files, *known]


def register(app: Sphinx) -> None:
    """Add the machine to an application."""
    machine = Machine()
    handlers: dict[str, Any] = {
        EVENT: lambda _app: machine,
        "builder-inited": machine.begin,
        "env-purge-doc": forget_entries,
        "env-merge-info": merge_entries,
        "write-started": keep_out_of_books,
        "build-finished": machine.end,
    }
    app.add_event(EVENT)
    for event, handler in handlers.items():
        app.connect(event, handler)
