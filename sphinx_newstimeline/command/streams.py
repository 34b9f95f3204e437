"""Where output goes: the standard streams, in UTF-8 whatever the machine's locale, or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from errno import EBADF
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

# A file's name can hold bytes that are no text; in JSON these become escapes of the format's own.
ERRORS = "backslashreplace"


def use_utf8(*streams: TextIO | None) -> None:
    """Make streams write UTF-8 with plain line feeds; one that was closed is ``None``."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=ERRORS, newline="\n")


def complain(lines: Iterable[str]) -> None:
    """Write lines to standard error, and nowhere if it was closed."""
    if sys.stderr is not None:
        sys.stderr.writelines(f"{line}\n" for line in lines)


def hang_up() -> None:
    """Give up standard output, whose reader has gone or whose disk is full, without a word at exit.

    See the note on SIGPIPE in the documentation of Python's :mod:`signal`.
    """
    if sys.stdout is None:
        return
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write(text: str, output: str | None) -> None:
    """Write text to a file, or to standard output where none is named.

    A file appears complete or stays as it was.

    :raises OSError: where it cannot be written.
    """
    if output in {None, "-"}:
        if sys.stdout is None:
            raise OSError(EBADF, os.strerror(EBADF))
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    path = Path(str(output)).resolve()
    data = text.encode("utf-8", ERRORS)
    if path.exists() and not path.is_file():
        # A device or a pipe cannot be replaced by a file.
        path.write_bytes(data)
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o7777)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
