"""The headings of plain texts that record something: changelogs, release notes, minutes, diaries.

They are underlined, or marked by signs at their beginning as in Markdown, or are the lines by which
changelogs tell of a release: its number and its day, or, as GNU has it, the day and who made a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .headings import LONGEST, Heading, may_state_day

#: A line of one sign, as below the headings of plain texts.
RULE = re.compile(r"([-=~*_#^+])\1{2,}")
#: How changelogs head a release: at most two words, its number, and its day set apart.
RELEASE = re.compile(
    r"""(?:[^\s\d]\S*\s){0,2}
        [\[(]?v?\d{1,4}\.\d{1,4}[\w.+-]{0,30}[\])]?
        (?:\s*[-–—,:|/(]\s*|\s+(?=\d{4}-\d\d-\d\d))
        (?=[^\n]{0,30}?(?<!\d)(?:19|20)\d\d(?!\d))""",
    re.VERBOSE,
)
_CHANGE = re.compile(r"\d{4}-\d\d-\d\d  \S[^\n<>]{0,80}<[^\n<>]{1,80}>")
_MARKED = re.compile(r"(#{1,6}|={1,6})[ \t]+(\S[^\n]*)")
_LINE = re.compile(r"[^\n]+")
#: Lines without signs stand below all headings that have some.
_INNERMOST = 99


def plain_headings(text: str) -> tuple[Heading, ...]:
    """Return the headings of a plain text, in order; those that are underlined alike have one level."""
    return tuple(_headings(text))


def _headings(text: str) -> Iterator[Heading]:
    """Yield the headings of a text."""
    lines = [(match.start(), match[0].rstrip()) for match in _LINE.finditer(text) if match[0].strip()]
    levels: dict[str, int] = {}
    free = True
    for index, (start, words) in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else (len(text), "")
        touching = text.count("\n", start + len(words), below[0]) == 1
        rule = RULE.fullmatch(below[1]) if touching and free and len(words) <= LONGEST else None
        if RULE.fullmatch(words):
            free = True
            continue
        if rule and not words[0].isspace():
            yield Heading(start, start + len(words), levels.setdefault(rule[1], len(levels) + 1))
        elif free and (level := _level(words)):
            yield Heading(start, start + len(words), level)
        free = not touching


def _level(words: str) -> int:
    """Return how deep a line is that can be a heading by itself; 0 for one that is none."""
    if marked := _MARKED.fullmatch(words):
        return len(marked[1])
    if may_state_day(words) and (RELEASE.match(words) or _CHANGE.fullmatch(words)):
        return _INNERMOST
    return 0
