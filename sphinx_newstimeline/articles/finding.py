"""From names, folders and globs to the files of articles that they stand for.

Folders are walked in a fixed order, and each once, however symbolic links lead round in them.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..problems import Problem, ProblemKind
from .loading import shown_path
from .readers import has_reader

#: Where browsers put the parts of a page that they save beside it, in some languages.
_PARTS = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos", "_pliki")
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Found:
    """The files that a name stands for.

    :param files: paths as they follow from the name, with forward slashes, sorted.
    :param problems: what was met on the way: links that lead round.
    """

    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Walk:
    """One search: the folders that it has been in."""

    problems: dict[str, Problem] = field(default_factory=dict)

    def folders(self, top: str) -> Iterator[str]:
        """Yield a folder and all below it, sorted; hidden ones, and those met before, are left out."""
        waiting = [(top, frozenset({os.path.realpath(top)}))]
        seen: set[str] = set()
        while waiting:
            folder, above = waiting.pop()
            place = os.path.realpath(folder)
            if place in seen:
                continue
            seen.add(place)
            yield folder
            below = []
            for entry in _entries(folder):
                if _is_folder(entry) and not entry.name.startswith("."):
                    path = str(Path(folder) / entry.name)
                    if os.path.realpath(path) in above:
                        self._lead_round(path)
                    else:
                        below.append((path, above | {os.path.realpath(path)}))
            waiting += reversed(below)

    def _lead_round(self, path: str) -> None:
        shown = shown_path(path)
        message = "this symbolic link leads back to a folder that it lies in; what is there is read once"
        self.problems[shown] = Problem(ProblemKind.UNREADABLE, message, shown)


def find_articles(name: str, root: str = "") -> Found:
    """Return the files that a name, a folder or a glob stands for.

    A name that exists as it stands is taken literally, whatever brackets it has.  A folder stands for
    all files in it and below it whose ending is that of articles, without those that browsers save
    beside a page.  Of a glob (``*``, ``?``, ``[…]``, and ``**`` for any folders) folders are left out,
    unless one is named like an article.

    :param name: the name, with forward slashes or the system's own.
    :param root: the folder that it is relative to; the current one by default.
    """
    literal = str(Path(root) / name)
    walk = _Walk()
    if Path(literal).is_dir():
        files = [
            path for folder in walk.folders(literal) if not _is_part(folder) for path in _articles_in(folder)
        ]
    elif os.path.lexists(literal):
        files = [literal]
    else:
        matches = dict.fromkeys(_expanded(name.replace(os.sep, "/"), root, walk))
        files = sorted(path for path in matches if has_reader(path) or not Path(path).is_dir())
    return Found(
        tuple(Path(path).as_posix() for path in files),
        tuple(walk.problems[path] for path in sorted(walk.problems)),
    )


def _expanded(pattern: str, root: str, walk: _Walk) -> Iterator[str]:
    """Yield what a glob matches; ``**`` is walked here, where links cannot lead round."""
    parts = pattern.split("/")
    if "**" not in parts:
        for match in glob.glob(pattern, root_dir=root or None):
            yield str(Path(root) / match)
        return
    place = parts.index("**")
    before, after = "/".join(parts[:place]), "/".join(parts[place + 1 :]) or "*"
    if place and not before:
        before = "/"
    tops = [root or "."]
    if before:
        tops = [str(Path(root) / match) for match in sorted(glob.glob(before, root_dir=root or None))]
    for top in tops:
        if Path(top).is_dir():
            for folder in walk.folders(top):
                base = "" if folder == "." and not root else folder
                yield from _expanded(after, base, walk)


def _articles_in(folder: str) -> list[str]:
    """Return the files in a folder whose ending is that of articles, sorted."""
    return [
        str(Path(folder) / entry.name)
        for entry in _entries(folder)
        if has_reader(entry.name) and not entry.name.startswith(".") and not _is_folder(entry)
    ]


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what a folder holds, sorted; one that may not be looked into holds nothing."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder or leads to one."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_part(folder: str) -> bool:
    """Return whether a folder holds the parts of a page that a browser saved beside it."""
    path = Path(folder)
    for ending in _PARTS:
        if path.name.endswith(ending) and len(path.name) > len(ending):
            stem = path.name[: -len(ending)]
            return any((path.parent / f"{stem}{page}").is_file() for page in _PAGES)
    return False
