"""The day in a file's name."""

from __future__ import annotations

from datetime import date

import pytest

from sphinx_newstimeline.articles.file_name import day_in_name

DAY = date(2024, 11, 13)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-11-13-title.txt", DAY),
        ("2024-11-13.txt", DAY),
        ("20241113_title.txt", DAY),
        ("20241113.txt", DAY),
        ("2024_11_13.txt", DAY),
        ("2024_11_13_title.md", DAY),
        ("2024.11.13-title.md", DAY),
        ("2024.11.13", DAY),
        ("title-2024-11-13.md", DAY),
        ("title_20241113.md", DAY),
        ("20241113T0930-title.txt", DAY),
        ("2024-11-13T09-30.txt", DAY),
        ("2024-11-13-on-the-war-of-1914-08-04.txt", DAY),
        ("2024-11-13-again-2024-11-13.txt", DAY),
        ("1492-10-12-landfall.txt", date(1492, 10, 12)),
        ("a-2024-11-13-b-2024-11-14.txt", None),
        ("2024-11_13.txt", None),
        ("2024-02-30-title.txt", None),
        ("12345678.txt", None),
        ("20241399.txt", None),
        ("120241113.txt", None),
        ("202411130.txt", None),
        ("20241113093000.txt", None),
        ("2024-11-131.txt", None),
        ("12024-11-13.txt", None),
        ("img20241113.txt", None),
        ("20241113b.txt", None),
        ("1399-01-01.txt", None),
        ("2200-01-01.txt", None),
        ("2024-11.txt", None),
        ("24-11-13.txt", None),
        ("13-11-2024.txt", None),
        ("２０２４-11-13.txt", None),
        ("title.txt", None),
        ("", None),
    ],
)
def test_only_a_whole_and_valid_day_counts(name: str, day: date | None) -> None:
    assert day_in_name(name) == day
