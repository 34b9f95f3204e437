"""The publication date: who goes first, and what contradicts it."""

from __future__ import annotations

from datetime import date

import pytest

from sphinx_newstimeline.articles import Origin
from sphinx_newstimeline.articles.dateline import Dateline
from sphinx_newstimeline.articles.published import Candidate, decide
from sphinx_newstimeline.problems import ProblemKind

D12, D13, D14, D20 = (date(2024, 11, day) for day in (12, 13, 14, 20))
FRONT, ROW, OPTION, NAME = Origin.FRONT_MATTER, Origin.MANIFEST, Origin.OPTION, Origin.FILE_NAME


def line_of(day: date | None, month_day: tuple[int, int] | None = None, *, updated: bool = False) -> Dateline:
    return Dateline(0, 9, "words", day, month_day or (day and (day.month, day.day)), updated=updated)


#: statements, dateline, day taken, its origin, days that contradict it
CASES = [
    ([], None, None, Origin.UNKNOWN, []),
    ([(D13, NAME)], None, D13, NAME, []),
    ([(D13, NAME), (D13, OPTION), (D13, ROW), (D13, FRONT)], line_of(D13), D13, FRONT, []),
    ([(D14, NAME), (D13, FRONT)], None, D13, FRONT, [NAME]),
    ([(D14, NAME), (D13, ROW)], None, D13, ROW, [NAME]),
    ([(D14, ROW), (D13, FRONT)], None, D13, FRONT, [ROW]),
    ([(D14, OPTION), (D13, ROW)], None, D13, ROW, [OPTION]),
    ([(D14, FRONT), (D13, FRONT)], None, D14, FRONT, [FRONT]),
    ([(D14, OPTION), (D13, ROW), (D12, NAME)], None, D13, ROW, [OPTION, NAME]),
    ([], line_of(D13), D13, Origin.DATELINE, []),
    ([(D20, NAME)], line_of(D13), D13, Origin.DATELINE, [NAME]),
    ([(D14, NAME)], line_of(D13), D13, Origin.DATELINE, []),
    ([(D14, FRONT)], line_of(D13), D14, FRONT, []),
    ([(D12, FRONT)], line_of(D13), D12, FRONT, []),
    ([(D12, FRONT)], line_of(D14), D12, FRONT, [Origin.DATELINE]),
    ([(D12, OPTION)], line_of(D20), D12, OPTION, [Origin.DATELINE]),
    ([(D12, FRONT)], line_of(D20, updated=True), D12, FRONT, []),
    ([(D20, FRONT)], line_of(D12, updated=True), D20, FRONT, [Origin.DATELINE]),
    ([(D12, NAME)], line_of(D20, updated=True), D20, Origin.DATELINE, []),
    ([], line_of(None, (11, 13)), None, Origin.UNKNOWN, []),
    ([(D13, FRONT)], line_of(None, (11, 13)), D13, FRONT, []),
    ([(D14, FRONT)], line_of(None, (11, 13)), D14, FRONT, []),
    ([(D20, FRONT)], line_of(None, (11, 13)), D20, FRONT, [Origin.DATELINE]),
    ([(date(2025, 1, 1), FRONT)], line_of(None, (12, 31)), date(2025, 1, 1), FRONT, []),
    ([(date(2023, 3, 1), FRONT)], line_of(None, (2, 29)), date(2023, 3, 1), FRONT, [Origin.DATELINE]),
    ([(date(2024, 3, 1), FRONT)], line_of(None, (2, 29)), date(2024, 3, 1), FRONT, []),
    ([(date(1, 1, 1), FRONT)], line_of(None, (1, 1)), date(1, 1, 1), FRONT, []),
    ([(date(9999, 12, 31), FRONT)], line_of(None, (12, 30)), date(9999, 12, 31), FRONT, []),
    ([(D13, FRONT)], line_of(None, None), D13, FRONT, []),
]


@pytest.mark.parametrize(("stated", "dateline", "day", "origin", "against"), CASES)
def test_the_most_certain_goes_first(stated, dateline, day, origin, against) -> None:
    decision = decide([Candidate(*one) for one in stated], dateline, 3, "a.txt")
    assert (decision.day, decision.origin) == (day, origin)
    assert [problem.kind for problem in decision.problems] == [ProblemKind.PUBLISHED_CONFLICT] * len(against)
    for problem, other in zip(decision.problems, against, strict=True):
        assert f"by the {origin}, but" in problem.message
        assert f"by the {other};" in problem.message
        assert problem.message.endswith(f"{day} is taken")


def test_a_conflict_has_its_place_and_words() -> None:
    decision = decide(
        [Candidate(D13, FRONT, "13 Nov 2024", 2), Candidate(D20, NAME, "2024-11-20.txt")], None, 1, "a.txt"
    )
    (problem,) = decision.problems
    assert (problem.path, problem.words) == ("a.txt", "2024-11-20.txt")
    assert "2024-11-13" in problem.message
    assert "2024-11-20" in problem.message
    (problem,) = decide([Candidate(D20, FRONT)], line_of(D13), 7, "a.txt").problems
    assert (problem.line, problem.words) == (7, "words")
