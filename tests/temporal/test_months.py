"""The months in a language's data are those that dateparser reads."""

from __future__ import annotations

import pytest

from sphinx_newstimeline.temporal.calendar import DateParts, read_parts
from sphinx_newstimeline.temporal.grammar import grammar_of
from sphinx_newstimeline.temporal.language import available


@pytest.mark.parametrize("language", available())
def test_months_are_those_of_dateparser(language):
    known = grammar_of(language).months
    assert set(known.values()) == set(range(1, 13))
    for name, number in known.items():
        assert read_parts(name, language) == DateParts(month=number), name
