"""The manifest: a table of metadata for a folder of bare texts."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ..problems import Problem, ProblemKind
from .article import ArticleError
from .decoding import decode
from .loading import load, shown_path
from .manifest_csv import read_csv
from .manifest_toml import read_toml
from .metadata import Metadata, one_line, read_metadata
from .table import COLUMNS, Row


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What a manifest says of one article.

    :param path: the article's file, with the manifest's folder before it where it is relative.
    :param line: the line of the manifest, counted from 1, where that is known.
    """

    path: str
    line: int | None
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that has been read.

    :param path: its own path, as it was given, with forward slashes.
    :param entries: one for each article whose file is there.
    :param problems: what was wrong, by line.
    :param missing: the files that it names and that are not there.
    :param places: which entry belongs to the file at which place.
    """

    path: str
    entries: tuple[ManifestEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the files that it names, in its order."""
        return tuple(entry.path for entry in self.entries)

    def entry_of(self, path: str | os.PathLike[str]) -> ManifestEntry | None:
        """Return what it says of an article, whichever way its path is written."""
        index = self.places.get(_place(path))
        return None if index is None else self.entries[index]


def read_manifest(path: str | os.PathLike[str]) -> Manifest:
    """Read a manifest; what is wrong with it is in its problems, and the rest of it holds.

    :param path: a table with a head line (``.csv``, ``.tsv``; ``,``, ``;`` or tab between the fields) or
        a ``.toml`` file with ``[[article]]`` tables.  The columns are file, title, published, url,
        source and language; only the file is needed, and is relative to the manifest.
    """
    shown = shown_path(path)
    ending = PurePosixPath(shown).suffix.lower()
    if ending not in {".csv", ".tsv", ".toml"}:
        message = "a manifest is a .csv, .tsv or .toml file"
        return Manifest(shown, problems=(Problem(ProblemKind.MANIFEST, message, shown),))
    try:
        text = decode(load(path), shown)
    except ArticleError as error:
        return Manifest(shown, problems=(error.problem,))
    rows, problems = (read_toml if ending == ".toml" else read_csv)(text, shown)
    return _checked(rows, problems, shown, Path(path).parent)


def _checked(rows: Sequence[Row], problems: list[Problem], shown: str, folder: Path) -> Manifest:
    """Return the manifest of rows, each of which must name a file that is there, and just once."""
    entries: list[ManifestEntry] = []
    missing: list[str] = []
    seen: dict[str, int | None] = {}
    places: dict[str, int] = {}
    for row in rows:
        name = next((entry.value for entry in row.entries if entry.key == "file"), "")
        if not isinstance(name, str) or not name.strip():
            problems.append(Problem(ProblemKind.MANIFEST, "this row names no file", shown, row.line))
            continue
        file = folder / name.strip()
        place = _place(file)
        if place in seen:
            message = f"this file has a row already, on line {seen[place]}, which holds"
            problems.append(Problem(ProblemKind.MANIFEST, message, shown, row.line, one_line(name)))
            continue
        seen[place] = row.line
        if not _is_file(file):
            missing.append(shown_path(file))
            message = "there is no such file beside the manifest"
            problems.append(Problem(ProblemKind.MISSING, message, shown, row.line, one_line(name)))
            continue
        stated = [entry for entry in row.entries if entry.key in COLUMNS]
        metadata, unread = read_metadata(stated, shown, ProblemKind.MANIFEST)
        problems += unread
        places[place] = len(entries)
        entries.append(ManifestEntry(shown_path(file), row.line, metadata))
    problems.sort(key=lambda problem: problem.line or 0)
    return Manifest(shown, tuple(entries), tuple(problems), tuple(missing), places)


def _place(path: str | os.PathLike[str]) -> str:
    """Return where a path leads, so that two ways to write it are the same."""
    try:
        return os.path.normcase(Path(path).resolve())
    except (OSError, RuntimeError, ValueError):
        return os.fspath(path)


def _is_file(path: Path) -> bool:
    """Return whether there is a file; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
