"""Quick making of the values that a text gives by the thousand.

A frozen dataclass keeps its fields from being set, and so its own ``__init__`` sets each by a call, which
takes as long as all that was found out about the fields.  A value begun as a *draft*, one of a class that
has the same slots and is not frozen, is filled as any other, and is given its own class last, which Python
allows between classes of the same slots.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def draft_of(cls: type) -> type:
    """Return a class with the slots of a dataclass, whose values are not frozen."""
    return type(f"{cls.__name__}Draft", (), {"__slots__": tuple(field.name for field in fields(cls))})


def compiled(name: str, parameters: str, lines: list[str], known: dict[str, Any]) -> Callable[..., Any]:
    """Return a function that is written as a text, as those of dataclasses are.

    :param lines: its body.
    :param known: its globals.
    """
    exec("\n    ".join([f"def {name}({parameters}):", *lines]), known)  # noqa: S102 - names of fields
    made: Callable[..., Any] = known[name]
    return made


def quickly_made(cls: type[T]) -> type[T]:
    """Have the values of a frozen dataclass with slots made quickly; to stand above ``@dataclass``.

    For classes whose fields have no ``default_factory``, and that have no ``__post_init__``.
    """
    its: Any = cls
    slow = its.__init__
    known: dict[str, Any] = {"_Draft": draft_of(cls), "_cls": cls, "_set": object.__setattr__, "_slow": slow}
    names = [field.name for field in fields(its)]
    parameters = ["self"]
    for field in fields(its):
        if field.default is MISSING:
            parameters.append(field.name)
        else:
            known[f"_{field.name}"] = field.default
            parameters.append(f"{field.name}=_{field.name}")
    made = compiled(
        "__init__",
        ", ".join(parameters),
        [
            # One of a class derived from it may have other slots.
            f"if self.__class__ is not _cls: return _slow(self, {', '.join(names)})",
            "_set(self, '__class__', _Draft)",
            *[f"self.{name} = {name}" for name in names],
            "self.__class__ = _cls",
        ],
        known,
    )
    made.__module__, made.__qualname__, made.__annotations__ = (
        slow.__module__,
        slow.__qualname__,
        slow.__annotations__,
    )
    its.__init__ = made
    return cls
