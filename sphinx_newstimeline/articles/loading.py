"""From a path to a file's bytes, with a clear word for each way in which that can fail."""

from __future__ import annotations

import os
import re
from errno import ELOOP
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from ..problems import Problem, ProblemKind
from .article import ArticleError

_STAND_INS = re.compile("[\ud800-\udfff]")


def shown_path(path: str | os.PathLike[str]) -> str:
    """Return a path as it is shown: with forward slashes, and as Unicode that can be printed.

    A file name that is not UTF-8 comes from the system with stand-ins that no output can encode.
    """
    return _STAND_INS.sub("\ufffd", Path(path).as_posix())


def load(path: str | os.PathLike[str], largest: int | None = None) -> bytes:
    """Return the bytes of a regular file.

    :param largest: the number of bytes to read at most, where the file may have more.
    :raises ArticleError: MISSING where there is no such file, UNREADABLE where it cannot be opened
        or is a folder, a pipe or a device.
    """
    shown = shown_path(path)
    try:
        # Opening a pipe would wait for ever, and reading a device need never end.
        mode = Path(path).stat().st_mode
        if S_ISDIR(mode):
            raise ArticleError(_unreadable("this is a folder; expected a file", shown))
        if not S_ISREG(mode):
            raise ArticleError(_unreadable("this is a pipe or a device; expected a file", shown))
        with Path(path).open("rb") as file:
            return file.read(-1 if largest is None else largest)
    except (FileNotFoundError, NotADirectoryError):
        message = "there is no such file"
        if Path(path).is_symlink():
            message = "this symbolic link leads to no file"
        raise ArticleError(Problem(ProblemKind.MISSING, message, shown)) from None
    except PermissionError:
        raise ArticleError(_unreadable("the permission to read this file is missing", shown)) from None
    except OSError as error:
        if error.errno == ELOOP:
            raise ArticleError(_unreadable("this symbolic link leads back to itself", shown)) from None
        raise ArticleError(_unreadable(f"this file cannot be read: {error.strerror}", shown)) from None
    except ValueError:
        raise ArticleError(_unreadable("this is no name that a file can have", shown)) from None


def _unreadable(message: str, shown: str) -> Problem:
    """Return the problem of a path that leads to nothing that can be read."""
    return Problem(ProblemKind.UNREADABLE, message, shown)
