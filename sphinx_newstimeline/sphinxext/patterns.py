"""Names and globs of files, as the directive's argument has them."""

from __future__ import annotations

import glob
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A name in double quotes may contain spaces; any other ends at a space or line end.
_NAME = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Match:
    """A name or glob of the directive, and the files that it stands for.

    :param pattern: what the author wrote.
    :param root: the folder that the pattern is relative to, absolute.
    :param files: absolute paths of files, sorted.
    """

    pattern: str
    root: str
    files: tuple[str, ...]

    def expand_again(self, *, without: str = "") -> Match:
        """Return the same pattern with the files that it stands for now."""
        return expand(self.pattern, self.root, without=without)

    def complaint(self) -> str:
        """Return what to tell an author whose pattern stands for no file."""
        message = f"“{self.pattern}” matches no file in {self.root}"
        if Path(_absolute(self.root, self.pattern.lstrip("/"))).is_dir():
            message += f": it is a folder; name the files in it, such as {self.pattern.rstrip('/')}/*.txt"
        return message


def split_names(argument: str) -> tuple[str, ...]:
    """Return the names in a directive's argument: ``a.txt "b c.txt"`` is two."""
    return tuple(quoted or plain for quoted, plain in _NAME.findall(argument))


def root_of(pattern: str, document: Path, source: Path) -> Path:
    """Return the folder that *pattern* is relative to: *document*'s, or *source* with a leading ``/``."""
    return source if pattern.startswith("/") else document.parent


def expand(pattern: str, root: str, *, without: str = "") -> Match:
    """Return the files that *pattern* (``*``, ``?``, ``[…]``, ``**``) stands for under *root*.

    A name that exists as it stands is taken literally, whatever brackets it has.

    :param without: the absolute path of a file to leave out: the document that asks.
    """
    relative = pattern.lstrip("/")
    literal = _absolute(root, relative)
    if Path(literal).is_file():
        return Match(pattern, root, (literal,))
    found = (_absolute(root, name) for name in glob.glob(relative, root_dir=root, recursive=True))
    files = sorted(path for path in found if path != without and Path(path).is_file())
    return Match(pattern, root, distinct(files))


def distinct(paths: Iterable[str], *, without: str = "") -> tuple[str, ...]:
    """Return each file once, by its shortest name, however many links lead to it; the order stays.

    :param without: a file to leave out.
    """
    shortest: dict[str, str] = {}
    for path in paths:
        file = os.path.realpath(path)
        shortest[file] = min(shortest.get(file, path), path, key=len)
    if without:
        shortest.pop(os.path.realpath(without), None)
    return tuple(shortest.values())


def _absolute(root: str, name: str) -> str:
    """Return a normalised absolute path with forward slashes."""
    return Path(os.path.normpath(Path(root) / name)).as_posix()
