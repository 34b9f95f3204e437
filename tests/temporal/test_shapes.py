"""Words that are known by their shape: the numbers of a group have the same classes."""

from __future__ import annotations

import pytest

from sphinx_newstimeline.temporal.grammar.shapes import NUMBERS, number_classes, number_groups

GROUPS = [(classes, words) for classes, words in number_groups() if classes != {"NUM"}]


@pytest.mark.parametrize(("classes", "words"), GROUPS, ids=[words[0] for _, words in GROUPS])
def test_groups_are_of_one_sort(classes: set[str], words: list[str]) -> None:
    assert classes <= NUMBERS
    assert {word: number_classes(word) for word in words} == dict.fromkeys(words, classes)


def test_each_number_is_in_one_group() -> None:
    words = [word for _, group in number_groups() for word in group]
    assert len(words) == len(set(words))
    assert {"0", "00", "000", "0000", "7", "07", "1999", "2199", "2200", "9999"} <= set(words)
