"""Names and globs of files, as the directive's argument has them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..articles import find_articles
from ..articles.nearest import nearest_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..problems import Problem

#: A name in double quotes may contain spaces; any other ends at a space or line end.
_NAME = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Match:
    """A name or glob of the directive, and the files that it stands for.

    :param pattern: what the author wrote.
    :param root: the folder that the pattern is relative to, absolute.
    :param files: absolute paths of files, sorted.
    :param problems: what was met on the way to them.
    """

    pattern: str
    root: str
    files: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    def expand_again(self, *, without: str = "") -> Match:
        """Return the same pattern with the files that it stands for now."""
        return expand(self.pattern, self.root, without=without)

    def complaint(self, elsewhere: str = "") -> str:
        """Return what to tell an author whose pattern stands for no file, with the one that may be meant.

        :param elsewhere: the other folder that names can be relative to: that of the page, or the source
            folder.
        """
        message = f"“{self.pattern}” matches no file in {self.root}"
        if "://" in self.pattern:
            return f"{message}: pages are not fetched from the web; save this one, and name its file"
        if Path(_absolute(self.root, self.pattern.lstrip("/"))).is_dir():
            return f"{message}: it is a folder without articles"
        meant = self._meant(elsewhere)
        return f"{message}; did you mean “{meant}”?" if meant else message

    def _meant(self, elsewhere: str) -> str:
        """Return the pattern that stands for files, or an empty text."""
        slash = "/" if self.pattern.startswith("/") else ""
        name = self.pattern.lstrip("/")
        if elsewhere and expand(name, elsewhere).files:
            return name if slash else f"/{name}"
        near = nearest_name(name, self.root)
        return f"{slash}{near}" if near else ""


def split_names(argument: str) -> tuple[str, ...]:
    """Return the names in a directive's argument: ``a.txt "b c.txt"`` is two."""
    return tuple(quoted or plain for quoted, plain in _NAME.findall(argument))


def root_of(pattern: str, document: Path, source: Path) -> Path:
    """Return the folder that *pattern* is relative to: *document*'s, or *source* with a leading ``/``."""
    return source if pattern.startswith("/") else document.parent


def expand(pattern: str, root: str, *, without: str = "") -> Match:
    """Return the files that *pattern* stands for under *root*: a name, a folder or a glob.

    :param without: the absolute path of a file to leave out: the document that asks.
    """
    found = find_articles(pattern.lstrip("/"), root)
    files = sorted({_absolute(root, path) for path in found.files} - {without})
    return Match(pattern, root, distinct(files), found.problems)


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
