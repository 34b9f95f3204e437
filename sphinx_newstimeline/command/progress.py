"""How far the reading of articles is, on a terminal and nowhere else."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from .terminal import columns, safe

if TYPE_CHECKING:
    from ..extraction import Progress

#: From so many articles on there is something to wait for.
MANY = 20
BAR = 24
#: Back to the start of the line, and remove what stands there (ECMA-48, EL).
START_OF_LINE = "\r\x1b[K"


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Give what shows progress on standard error, or ``None`` where that is no terminal.

    Nothing is left of it behind.
    """
    screen = sys.stderr
    if screen is None or not screen.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    bar = _Bar(screen)
    try:
        yield bar
    finally:
        bar.clear()


class _Bar:
    """A line with a bar, a count and the name of the last article."""

    def __init__(self, screen: TextIO) -> None:
        self.screen = screen
        self.shown = ""

    def __call__(self, done: int, total: int, path: str) -> None:
        """Show that so many of all are done."""
        if total < MANY:
            return
        full = BAR * done // total
        width = shutil.get_terminal_size().columns
        head = f"reading articles [{'#' * full}{'.' * (BAR - full)}] {done}/{total} "
        # A line that is as wide as the terminal would be broken.
        room = width - len(head) - 1
        name = safe(Path(path).name)
        line = head[: width - 1] + (name if columns(name) <= room else "")
        self.screen.write(f"{START_OF_LINE}{line}")
        self.screen.flush()
        self.shown = line

    def clear(self) -> None:
        """Remove the line."""
        if self.shown:
            self.screen.write(START_OF_LINE)
            self.screen.flush()
