"""What the rules name behind ``=>``: functions that make a meaning of what a rule caught.

A function gets, by name, what it asks for: the rule's slots and constants, ``words`` (the matched words,
joined by single spaces) and ``language`` (its code).  It gives a meaning, a number for the silent
kinds, or ``None`` where the words mean nothing after all ("February 30"): then the next best rule has
its turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import isfunction, signature
from typing import Any

from . import amounts, dates, numbers, relative, sets, sides, times


@dataclass(frozen=True, slots=True)
class Builder:
    """A function and the names of what it asks for."""

    function: Callable[..., Any]
    wants: frozenset[str]

    def __call__(self, arguments: dict[str, Any]) -> Any:
        """Return what the function makes of those arguments that it asks for."""
        return self.function(**{name: value for name, value in arguments.items() if name in self.wants})


BUILDERS: dict[str, Builder] = {
    name: Builder(value, frozenset(signature(value).parameters))
    for module in (numbers, dates, relative, times, amounts, sets, sides)
    for name, value in vars(module).items()
    if isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
}
