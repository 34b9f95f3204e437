"""What stands right before a place: how far a pattern can reach, and where it matches."""

from __future__ import annotations

import pytest

from sphinx_newstimeline.temporal.preceding import Preceding, longest_match

LONGEST = [
    ("", 0),
    ("ab", 2),
    ("a|bcd", 3),
    (r"[Rr]oom |No\. ?", 5),
    (r"(?:a|bc)d", 3),
    (r"(?:a(?:b|cd)|e)f?", 4),
    (r"\b(?i:off|out-of)-", 7),
    (r"(?<!\d)ab(?=c)", 2),
    (r"[^\]]x", 2),
    (r"\w+ ", None),
    (r"(?:ab)*", None),
    (r"a{2,3}", 3),
    (r"[A-Z][\w’-]{0,20} ", 22),
    (r"\d{4}-", 5),
    (r"(?:ab){2,3}", None),
    (r"a{2,}", None),
]


@pytest.mark.parametrize(("pattern", "longest"), LONGEST)
def test_longest_match(pattern: str, longest: int | None) -> None:
    assert longest_match(pattern) == longest


FOUND = [
    ("[Rr]oom |flight ", "to Room 2025", 8, 3),
    ("[Rr]oom |flight ", "to Room in 2025", 11, None),
    ("[Rr]oom |flight ", "Room ", 5, 0),
    (r"\bact ", "pact 1989", 5, None),
    (r"\w+ of ", "the start of 1989", 13, 4),
    ("act ", "act \n1989", 5, 0),
    (r"a.*", "a" + "b" * 20, 21, None),
]


@pytest.mark.parametrize(("pattern", "text", "end", "start"), FOUND)
def test_search(pattern: str, text: str, end: int, start: int | None) -> None:
    assert Preceding(pattern, 20).search(text, end) == start
