"""Quick pickles of the values that go through processes, caches and Sphinx's environment by the thousand.

The methods that :mod:`dataclasses` gives to frozen classes with slots are written in Python and cost
more than all the rest of a pickle.  With :func:`quickly_pickled` the fields of a value go into the pickle
as they are, and the value is made of them as any other.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")


def quickly_pickled(cls: type[T]) -> type[T]:
    """Have the values of a frozen dataclass with slots pickled quickly; to stand above ``@dataclass``."""
    cls.__reduce__ = _reduce  # type: ignore[assignment, method-assign]
    return cls


def _reduce(value: object) -> tuple[type, tuple[object, ...]]:
    cls: type = type(value)
    return cls, tuple([getattr(value, name) for name in _names(cls)])


@lru_cache(maxsize=64)
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@contextmanager
def no_collection() -> Iterator[None]:
    """Leave out the search for garbage while a great many values are made that all stay.

    It would look at all of them again and again, which takes as long as making them, and once more as
    soon as it may again: afterwards they count as old, which is what they are going to be.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            _grow_old()
            gc.enable()


def _grow_old() -> None:
    """Put all values into the oldest generation of the collector, where one that is frozen stays so."""
    # Not every Python has this; what is unfrozen is old.
    if hasattr(gc, "freeze") and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
