"""Values that are made quickly are those that their class would make."""

from __future__ import annotations

import inspect
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from sphinx_newstimeline.making import quickly_made
from sphinx_newstimeline.temporal.timex import Timex, Why


@dataclass(frozen=True, slots=True)
class Plain:
    """As dataclasses make it."""

    first: str
    second: tuple[str, ...] = ("a",)


@quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    """The same."""

    first: str
    second: tuple[str, ...] = ("a",)


@dataclass(frozen=True, slots=True)
class Derived(Quick):
    """One with a field more."""

    third: int = 0


@pytest.mark.parametrize(
    ("args", "named"), [(("x",), {}), (("x", ("b",)), {}), (("x",), {"second": ()}), ((), {"first": "y"})]
)
def test_fields_and_defaults(args, named):
    made, expected = Quick(*args, **named), Plain(*args, **named)
    assert type(made) is Quick
    assert (made.first, made.second) == (expected.first, expected.second)
    assert repr(made) == repr(expected).replace("Plain", "Quick")
    assert made == Quick(*args, **named)
    assert hash(made) == hash(expected)


def test_values_stay_frozen():
    made = Quick("x")
    with pytest.raises(FrozenInstanceError):
        made.first = "y"  # type: ignore[misc]
    assert replace(made, first="y") == Quick("y")


@pytest.mark.parametrize(("args", "named"), [((), {}), (("x", (), 1), {}), (("x",), {"third": 1})])
def test_wrong_arguments(args, named):
    with pytest.raises(TypeError):
        Quick(*args, **named)


def test_a_derived_class_is_made_as_before():
    made = Derived("x", third=3)
    assert (type(made), made.first, made.second, made.third) == (Derived, "x", ("a",), 3)


@pytest.mark.parametrize("cls", [Timex, Why])
def test_the_signature_names_the_fields(cls):
    parameters = inspect.signature(cls).parameters
    assert list(parameters) == list(cls.__slots__)
    assert parameters["start" if cls is Timex else "rule"].annotation == ("int" if cls is Timex else "str")
