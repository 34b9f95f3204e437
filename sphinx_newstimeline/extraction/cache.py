"""The cache of extraction: what a file gave the last time, for as long as it would give the same again.

An entry is a file of its own, named by a digest of all that its content depends on: the bytes, the path
and the metadata of the article's file, what it is read with, and the code, data and libraries that read
it.  So nothing in the cache is ever out of date; it is at most not asked for any more.

Entries are pickles, and to read a pickle is to run what it says: a cache belongs where only those write
who may run code here, as in Sphinx's folder of doctrees, which holds pickles anyway.  The checksum in an
entry tells of broken disks, not of malice.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import stat
import sys
import zlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from .files import Extracted

if TYPE_CHECKING:
    from ..articles.reading import Reader
    from .files import Given

#: What an entry begins with; the number grows with the form of the entries.
MAGIC = b"newstimeline 2\n"
PROTOCOL = 5
CHECKSUM = 4
#: How much of a file is read at once, in bytes, and how many bytes tell its content from any other.
LARGEST_PART = 1 << 18
DIGEST = 32
READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
#: How many hexadecimal digits name an entry, and how many of these its folder.
DIGITS = 40
FOLDER_DIGITS = 2

#: The rooms of the package that come behind the reading of files.
BEHIND = frozenset({"command", "sphinxext"})
#: What is given that does not count as it is: of the manifest one row counts, of readers their code.
LOOKED_AT = frozenset({"manifest", "readers"})
COMPILED = frozenset({"__pycache__"})
#: A requirement in a distribution's metadata, and the extra that it is for; and the distribution's version.
REQUIREMENT = re.compile(r"^Requires-Dist: ([\w.-]+)(?:.*extra == ['\"](\w+)['\"])?", re.MULTILINE)
VERSION = re.compile(r"^Version: (\S+)", re.MULTILINE)
#: What the folder of a distribution's metadata ends with.
DIST_INFO = ".dist-info"
#: Extras that are there for building and testing this package.
NOT_READING = frozenset({"docs", "lint", "test"})
#: The libraries that read, where this package is not installed as a distribution.
READERS = [("dateparser", ""), ("holidays", ""), ("sentencex", "")]


@dataclass(frozen=True, slots=True)
class Ticket:
    """The name of the entry for a file, and the state that the file was in.

    :param key: the name: forty hexadecimal digits.
    :param state: size and time of last change, to tell whether the file is still the same.
    """

    key: str
    state: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of extractions.  Several processes may use it at the same time.

    :param folder: where the entries are; it need not exist yet.
    """

    folder: Path

    def get(self, ticket: Ticket) -> Extracted | None:
        """Return what an entry holds; ``None`` where there is none, or what is there is damaged."""
        try:
            with open(self._path(ticket.key), "rb", buffering=0) as file:
                found = file.readall()
        except OSError:
            return None
        pickled = found[len(MAGIC) + CHECKSUM :]
        if found[: len(MAGIC) + CHECKSUM] != MAGIC + _checksum(pickled):
            return None
        try:
            extracted = pickle.loads(pickled)
        except Exception:  # noqa: BLE001 - a pickle can fail in every way; the file is then read anew
            return None
        return extracted if isinstance(extracted, Extracted) else None

    def put(self, ticket: Ticket, path: str, pickled: bytes) -> None:
        """Keep a pickled extraction, unless the file at *path* has changed in the meantime.

        An entry appears complete or not at all.  One that cannot be written is left out: the next
        build will read the file again.
        """
        entry = Path(self._path(ticket.key))
        draft = entry.with_name(f"{entry.name}.{os.getpid()}.part")
        with suppress(OSError):
            if _state(path) != ticket.state:
                return
            entry.parent.mkdir(parents=True, exist_ok=True)
            try:
                draft.write_bytes(MAGIC + _checksum(pickled) + pickled)
                draft.replace(entry)
            finally:
                draft.unlink(missing_ok=True)

    def prune(self, keep: Collection[str], most: int = 0) -> None:
        """Remove all entries but those to keep and, of the others, as many as are allowed, the newest.

        :param keep: names of entries.
        """
        others = [entry for entry in self._entries() if "".join(entry.parts[-2:]) not in keep]
        others.sort(key=_age, reverse=True)
        for entry in others[most:]:
            with suppress(OSError):
                entry.unlink()

    def _path(self, key: str) -> str:
        return f"{os.fspath(self.folder)}{os.sep}{key[:FOLDER_DIGITS]}{os.sep}{key[FOLDER_DIGITS:]}"

    def _entries(self) -> Iterator[Path]:
        """Yield the files of entries, and what writers that were killed have left."""
        with suppress(OSError):
            for folder in sorted(self.folder.iterdir()):
                if len(folder.name) == FOLDER_DIGITS and folder.is_dir():
                    yield from sorted(folder.iterdir())


@dataclass(frozen=True, slots=True)
class Tickets:
    """Gives out the tickets of files that are read with the same things given."""

    given: Given
    _shared: bytes

    @classmethod
    def of(cls, given: Given) -> Tickets:
        """Return the tickets for files that are read with these things given."""
        plain = [(one.name, getattr(given, one.name)) for one in fields(given) if one.name not in LOOKED_AT]
        readers = [(ending, _code(reader)) for ending, reader in given.readers]
        shared = repr((plain, readers, sys.version_info[:3], libraries()))
        return cls(given, hashlib.sha256(shared.encode(errors="surrogatepass") + rules()).digest())

    def of_file(self, path: str) -> Ticket | None:
        """Return the ticket of a file; ``None`` for what is no file that could be read twice."""
        try:
            state = _state(path)
            content = _digest(path, state[0])
        except (OSError, ValueError):
            return None
        about = repr((path, self._row(path))).encode(errors="surrogatepass")
        return Ticket(hashlib.sha256(self._shared + content + about).hexdigest()[:DIGITS], state)

    def _row(self, path: str) -> tuple[object, ...]:
        """Return what the manifest says of a file, on whatever line it says so."""
        entry = self.given.manifest.entry_of(path) if self.given.manifest else None
        if entry is None:
            return ()
        stated = asdict(entry.metadata)
        stated["published"] = [(day, words) for day, words, _line in entry.metadata.published]
        return tuple(stated.items())


@lru_cache(maxsize=1)
def rules() -> bytes:
    """Return a digest of the code and the data that read articles: whoever changes these reads anew."""
    package = Path(__file__).parents[1]
    digest = hashlib.blake2b(digest_size=DIGEST)
    for path in _sources(os.fspath(package)):
        with open(path, "rb") as file:
            content = file.read()
        digest.update(f"{path[len(os.fspath(package)) :]} {len(content)}\n".encode())
        digest.update(content)
    return digest.digest()


def _sources(package: str) -> Iterator[str]:
    """Yield the files of the package that take part in reading, in the order of their paths."""
    for folder, folders, names in os.walk(package):
        left_out = BEHIND if folder == package else COMPILED
        folders[:] = sorted(name for name in folders if name not in left_out)
        yield from (os.path.join(folder, name) for name in sorted(names))


def _code(reader: Reader) -> tuple[str, str]:
    """Return the name of a reader and a digest of its module, which need not be of this package's rooms."""
    import inspect  # what a worker need not load

    file = inspect.getsourcefile(reader)
    content = Path(file).read_bytes() if file else b""
    return f"{reader.__module__}.{reader.__qualname__}", hashlib.sha256(content).hexdigest()


@lru_cache(maxsize=1)
def libraries() -> tuple[tuple[str, str], ...]:
    """Return the libraries that may take part in reading, with their versions.

    A version is empty for one that is not there: to install it changes what can be read.
    """
    needed = REQUIREMENT.findall(_metadata("sphinx-newstimeline")) or READERS
    names = {name for name, extra in needed if extra not in NOT_READING}
    return tuple((name, "".join(VERSION.findall(_metadata(name))[:1])) for name in sorted(names))


def _metadata(name: str) -> str:
    """Return the metadata of a distribution as text, which is read quickly; empty where there is none."""
    folder = _installed(tuple(sys.path)).get(_normalised(name))
    if folder is not None:
        with suppress(OSError):
            return Path(folder, "METADATA").read_text(encoding="utf-8", errors="replace")
    # What is slow to load finds what is installed otherwise.
    from importlib import metadata

    try:
        return metadata.distribution(name).read_text("METADATA") or ""
    except metadata.PackageNotFoundError:
        return ""


@lru_cache(maxsize=1)
def _installed(places: tuple[str, ...]) -> dict[str, str]:
    """Return the folders of the metadata of distributions, by their names, the first in the search path."""
    found: dict[str, str] = {}
    for place in places:
        with suppress(OSError):
            for name in sorted(os.listdir(place or os.curdir)):
                if name.endswith(DIST_INFO):
                    folder = os.path.join(place, name)
                    found.setdefault(_normalised(name.removesuffix(DIST_INFO).rpartition("-")[0]), folder)
    return found


def _normalised(name: str) -> str:
    """Return a distribution's name in the form that names are compared in (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(CHECKSUM, "big")


def _digest(path: str, size: int) -> bytes:
    """Return a digest of a file of about that size, which never is in memory as a whole if it is large.

    :raises OSError: where it cannot be read.
    """
    digest = hashlib.blake2b(digest_size=DIGEST)
    # What open() gives would cost more than to read an article.
    file = os.open(path, READING)
    try:
        while part := os.read(file, min(size + 1, LARGEST_PART)):
            digest.update(part)
    finally:
        os.close(file)
    return digest.digest()


def _state(path: str) -> tuple[int, int]:
    """Return size and time of change of a file.

    :raises OSError: where it is no regular file; to open a pipe would wait for ever.
    """
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        raise OSError
    return found.st_size, found.st_mtime_ns


def _age(path: Path) -> tuple[int, str]:
    """Return when a file was written, and its name for those of one moment."""
    try:
        return path.stat().st_mtime_ns, path.as_posix()
    except OSError:
        return 0, path.as_posix()
