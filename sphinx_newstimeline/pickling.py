"""Quick pickles of the values that go through processes, caches and Sphinx's environment by the thousand.

The methods that :mod:`dataclasses` gives to frozen classes with slots are written in Python and cost
more than all the rest of a pickle.  With :func:`quickly_pickled` the fields of a value go into the pickle
as they are, and come out of it into the slots (:mod:`.making` says how).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from .making import compiled, draft_of

T = TypeVar("T")

#: Python 3.12 has frozen some hundred values when it begins; a program that means it freezes far more.
_FROZEN_AT_START = 5_000


def quickly_pickled(cls: type[T]) -> type[T]:
    """Have the values of a frozen dataclass with slots pickled quickly; to stand above ``@dataclass``.

    What comes out of a pickle was checked before it went in: ``__post_init__`` is not called again.
    """
    its: Any = cls
    names = _names(its)
    take = attrgetter(*names) if len(names) > 1 else _only(*names)
    restored = _restorer(cls, names)
    its.restored = staticmethod(restored)

    def reduce(value: object) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Return what makes the value again, and its fields."""
        own: type = type(value)
        if own is not cls:  # one derived from it, with fields of its own
            return own, tuple([getattr(value, name) for name in _names(own)])
        return restored, take(value)

    its.__reduce__ = reduce
    return cls


def _only(name: str) -> Callable[[object], tuple[object, ...]]:
    """Return what takes the one field of a value, as a tuple."""
    return lambda value: (getattr(value, name),)


def _restorer(cls: type, names: tuple[str, ...]) -> Callable[..., object]:
    """Return a function that takes the fields of a value in their order and returns the value."""
    known: dict[str, Any] = {"_Draft": draft_of(cls), "_cls": cls}
    steps = [f"_made.{name} = {name}" for name in names]
    lines = ["_made = _Draft()", *steps, "_made.__class__ = _cls", "return _made"]
    restored = compiled("restored", ", ".join(names), lines, known)
    restored.__module__, restored.__qualname__ = cls.__module__, f"{cls.__qualname__}.restored"
    return restored


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
    if hasattr(gc, "freeze") and gc.get_freeze_count() <= _FROZEN_AT_START:
        gc.freeze()
        gc.unfreeze()
