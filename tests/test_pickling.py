"""Quick pickles: they are small, they come back equal, and the collector is let be for a moment only."""

from __future__ import annotations

import copy
import gc
import pickle
from contextlib import suppress
from dataclasses import FrozenInstanceError, dataclass
from datetime import date

import pytest
from factory import article

from sphinx_newstimeline.extraction import extract
from sphinx_newstimeline.pickling import no_collection, quickly_pickled
from sphinx_newstimeline.temporal.interval import Edge, Interval, Precision

FOUND = extract(
    article("They met on Wednesday at 5 p.m., will meet every Friday, and must end by January 20.")
)


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Place:
    name: str
    height: int = 0


@dataclass(frozen=True, slots=True)
class Summit(Place):
    snow: bool = False


@pytest.mark.parametrize("value", [Place("a"), Summit("b", 4478, snow=True), FOUND, FOUND.events[0]])
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_value_comes_back_equal(value, protocol):
    assert pickle.loads(pickle.dumps(value, protocol)) == value
    assert copy.deepcopy(value) == value


def test_no_code_of_dataclasses_takes_part(monkeypatch):
    import dataclasses

    def fail(*_):
        raise AssertionError("slow")

    for name in ("_dataclass_getstate", "_dataclass_setstate"):
        monkeypatch.setattr(dataclasses, name, fail)
    assert pickle.loads(pickle.dumps(FOUND)) == FOUND


def test_collection_goes_on_afterwards():
    assert gc.isenabled()
    with suppress(KeyError), no_collection():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.skipif(not hasattr(gc, "freeze"), reason="this Python has other generations")
def test_what_was_made_counts_as_old_and_what_is_frozen_stays_so():
    with no_collection():
        made = [[number] for number in range(3)]
    assert any(value is made for value in gc.get_objects(generation=2))
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with no_collection():
            pass
        assert gc.get_freeze_count() > frozen // 2  # a few may have died of themselves
    finally:
        gc.unfreeze()


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Checked:
    """A value that is checked when it is made, with fields by unlucky names."""

    value: int

    def __post_init__(self):
        """Refuse what is no number."""
        if not isinstance(self.value, int):
            raise TypeError


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Unlucky:
    new: int
    cls: int
    made: tuple[Checked, ...]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_names_of_fields_and_single_fields_do_no_harm(protocol):
    value = Unlucky(1, 2, (Checked(3), Checked(4)))
    assert pickle.loads(pickle.dumps(value, protocol)) == value


def test_a_value_is_not_checked_twice(monkeypatch):
    pickled = pickle.dumps(Checked(5))
    monkeypatch.setattr(Checked, "__post_init__", None)
    assert pickle.loads(pickled).value == 5


def test_what_comes_out_of_a_pickle_is_frozen_too():
    with pytest.raises(FrozenInstanceError):
        pickle.loads(pickle.dumps(FOUND)).events = ()


@pytest.mark.parametrize(
    "interval",
    [
        Interval.of_day(date(1, 1, 1)),
        Interval.of_day(date(9999, 12, 31)),
        Interval.of_century(18),
        Interval(None, Edge(date(2024, 8, 31), Precision.MONTH, approximate=True)),
        Interval(Edge(date(2020, 1, 1), Precision.DECADE), None),
        Interval(Edge(date(2024, 2, 29), approximate=True), Edge(date(2025, 12, 31), Precision.YEAR)),
    ],
    ids=lambda interval: interval.edtf,
)
def test_an_interval_comes_back_equal_and_is_small(interval):
    pickled = pickle.dumps(interval)
    assert pickle.loads(pickled) == interval == copy.deepcopy(interval)
    assert pickle.loads(pickled) is pickle.loads(pickled)
    assert len(pickled) < 90
