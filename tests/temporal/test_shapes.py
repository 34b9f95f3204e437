"""Words that are known by their shape: the numbers of a shape have the same classes."""

from __future__ import annotations

from collections import defaultdict

import pytest

from sphinx_newstimeline.temporal.grammar.shapes import NUMBERS, number_classes, number_shape, number_shapes

#: All numbers of up to four digits, with and without leading zeros.
ALL = [f"{number:0{width}}" for width in (1, 2, 3, 4) for number in range(10**width)]


def test_numbers_of_a_shape_are_of_one_sort() -> None:
    shapes = number_shapes()
    found = defaultdict(set)
    for number in sorted(set(ALL)):
        shape = number_shape(number)
        beyond = number > "2199" and len(number) == 4
        found[shape].add(number)
        expected = {"NUM"} | (number_classes(number) & {"CLOCK4"}) if beyond else number_classes(number)
        assert shapes[shape] == expected, number
    assert found.keys() == shapes.keys()
    assert set().union(*shapes.values()) == NUMBERS


@pytest.mark.parametrize("word", ["", "12345", "00001", "1a", "May", "²", "٣", "-1", "1.5", " 1"])
def test_no_number(word: str) -> None:
    assert number_shape(word) == 0
