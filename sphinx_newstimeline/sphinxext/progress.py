"""How far the reading of articles is, on Sphinx's status line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinx.util.display import status_iterator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

__ = get_translation("sphinx_newstimeline", "console")

#: From so many articles on, a page shows which one it is at.
MANY = 20
#: How often the status changes at most: where it is no terminal, each time is a line.
STEPS = 50


class StatusLine:
    """Shows the progress of one timeline; to be called with each article that has been read."""

    def __init__(self, env: BuildEnvironment) -> None:
        """Show nothing yet: perhaps there are few articles to read."""
        self._verbosity: int = getattr(env.config, "verbosity", 0)
        self._path = ""
        self._shown = 0
        self._line: Iterator[str] | None = None

    def __call__(self, done: int, total: int, path: str) -> None:
        """Show that so many of all are done, and which was the last."""
        if total < MANY:
            return
        steps = min(total, STEPS)
        if self._line is None:
            summary = __("reading articles... ")
            self._line = status_iterator(self._names(steps), summary, "brown", steps, self._verbosity)
        self._path = path
        while self._shown < done * steps // total:
            self._shown += 1
            next(self._line)
        if done == total:
            next(self._line, None)  # which ends the line

    def _names(self, steps: int) -> Iterator[str]:
        """Yield at each step the name of the file that was read last."""
        for _ in range(steps):
            yield Path(self._path).name
