"""Runs of words are cut where no rule and no name reads on, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from sphinx_newstimeline import Period
from sphinx_newstimeline.temporal.finding import islands
from sphinx_newstimeline.temporal.language import load

PERIODS = (Period("Okafor's term", date(2021, 1, 20), date(2025, 1, 20), holder="Ada Okafor"),)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Shares sold at 29.75 after a day of trading.", ["after a day of"]),
        ("Built in the 1980s band by band.", ["in the 1980s"]),
        ("It ran from 3 to 5 May but on Dec. 7 it closed.", ["from 3 to 5 May", "on Dec. 7"]),
        ("They met on St. Patrick's Day, 2009.", ["on St. Patrick's Day, 2009"]),
        ("It was New Year’s Day again.", ["New Year’s Day"]),
        ("The New Deal had a name.", []),
        (
            "In the last year of President Ada Okafor's term, they left.",
            ["In the last year of President Ada Okafor's term"],
        ),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    language = load("en", PERIODS)
    assert [text[start:end].strip() for start, end in islands(text, language)] == runs
