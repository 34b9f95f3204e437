"""Runs of words of the same codes are read by the same steps, where these make something of them."""

from __future__ import annotations

import pytest

from sphinx_newstimeline.temporal.language import load

#: Runs that are alike, of which rules make something or nothing (there is no 30 February).
SAME_CODES = [
    ("on 30 June", "on 30 November", "on 30 February"),
    ("on 30 February", "on 30 June"),
    ("25/12/1997", "12/25/1997", "31/02/1997"),
    ("from 3 to 5 May", "from 5 to 3 May"),
    ("Christmas Eve 1998", "New Year's Eve 1999"),
    ("two days", "six days"),
]


@pytest.mark.parametrize("runs", SAME_CODES)
def test_a_run_is_read_as_if_it_were_the_first(runs: tuple[str, ...]) -> None:
    parser = load("en").parser
    for run in runs:
        parser.derivations.clear()
        alone = parser._parse(run)
        for other in runs:
            parser.derivations.clear()
            parser._parse(other)
            assert parser._parse(run) == alone


def test_the_steps_are_kept() -> None:
    parser = load("en").parser
    parser.derivations.clear()
    parser._parse("on 14 June")
    parser._parse("on 16 June")
    assert len(parser.derivations) == 1
