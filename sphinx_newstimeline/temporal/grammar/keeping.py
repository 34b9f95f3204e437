"""Grammars that are kept in files, as Python keeps what it makes of modules.

To make a grammar takes a tenth of a second, to read it a hundredth.  An installed package has those of all
languages.  One that is made is kept in ``__pycache__`` beside the data, where Python would keep a module, or
in a folder that the caller names (:func:`kept_in`).  What is kept tells the files that it was made of: where
any of these has changed, or what is kept is damaged, the grammar is made anew.
"""

from __future__ import annotations

import os
import pickle
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import lru_cache
from importlib.util import cache_from_source

from .grammar import Grammar
from .sources import fingerprint, folder_of

MAGIC = b"newstimeline grammar\n"
PROTOCOL = 5
CHECKSUM = 4
#: The file of a grammar, in a distribution in the language's folder; and what it ends with elsewhere.
FILE = "grammar.pickle"
ENDING = ".pickle"

_FOLDER: ContextVar[str | None] = ContextVar("folder", default=None)


@contextmanager
def kept_in(folder: str) -> Iterator[None]:
    """Have grammars that are made in the meantime kept in a folder, where Python itself keeps nothing."""
    token = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(token)


def find_grammar(code: str) -> Grammar:
    """Return the grammar of a language that has data, a kept one if there is one of these data.

    :raises RuleError: where a rule cannot be read.
    """
    current = fingerprint(code)
    if not current:
        return make_grammar(code)
    own = _own_places(code)
    for path in [os.path.join(folder_of(code), FILE), *own]:
        with suppress(OSError), open(path, "rb", buffering=0) as file:
            kept = unpacked(file.readall(), current)
            if kept is not None:
                return kept
    grammar = make_grammar(code)
    for path in own:
        with suppress(OSError):
            _write(packed(grammar, current), path)
            break
    return grammar


@lru_cache(maxsize=8)
def grammar_of(code: str) -> Grammar:
    """Return the grammar of a language that has data, found when it is first asked for.

    :raises RuleError: where a rule cannot be read.
    """
    return find_grammar(code)


def make_grammar(code: str) -> Grammar:
    """Return the grammar of a language that has data, made from these.

    :raises RuleError: where a rule cannot be read.
    """
    from .reading import read_grammar  # what compiles is loaded only here

    return read_grammar(code)


def write_grammar(code: str, path: str) -> None:
    """Write the file that a distribution has of a language's grammar.

    :raises OSError: where it cannot be written.
    """
    with open(path, "wb") as file:
        file.write(packed(make_grammar(code), fingerprint(code)))


def packed(grammar: Grammar, current: bytes) -> bytes:
    """Return a grammar as a file has it; the same bytes for the same grammar.

    :param current: the fingerprint of what it was made of.
    """
    pickled = pickle.dumps(tuple(grammar), PROTOCOL)
    return MAGIC + current + _checksum(pickled) + pickled


def unpacked(content: bytes, current: bytes) -> Grammar | None:
    """Return the grammar that a file has; ``None`` where it is another one, or the file is damaged.

    :param current: the fingerprint of what it must have been made of.
    """
    behind = len(MAGIC + current) + CHECKSUM
    pickled = content[behind:]
    if content[:behind] != MAGIC + current + _checksum(pickled):
        return None
    return Grammar(*pickle.loads(pickled))


def _own_places(code: str) -> list[str]:
    """Return the files in which this process may keep the grammar of a language, the best first."""
    places = []
    if not sys.dont_write_bytecode:
        with suppress(NotImplementedError):  # a Python that keeps nothing
            module = cache_from_source(os.path.join(folder_of(code), FILE))
            places.append(os.path.splitext(module)[0] + ENDING)
    folder = _FOLDER.get()
    if folder is not None:
        places.append(os.path.join(folder, f"{code}-{FILE}"))
    return places


def _write(content: bytes, path: str) -> None:
    """Write a file that appears complete or not at all.

    :raises OSError: where it cannot be written.
    """
    draft = f"{path}.{os.getpid()}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        with open(draft, "wb") as file:
            file.write(content)
        os.replace(draft, path)
    finally:
        with suppress(FileNotFoundError):
            os.remove(draft)


def _checksum(pickled: bytes) -> bytes:
    return zlib.crc32(pickled).to_bytes(CHECKSUM, "big")
