"""Patterns for the text right before a place, as a language's ``context.toml`` has them.

They end where the place is, and a regular expression can only be searched for from the left.  Most match
a few characters at most, so that a search need not begin further back than that; and each is compiled
when it is first asked for, since most texts need few of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

#: What stands for no character in a pattern, and what for one: an escape, or a set.
NO_CHARACTER = re.compile(r"\\[bB]|[$^]")
ONE_CHARACTER = re.compile(r"\\.")
SET = re.compile(r"\[[^\]]+\]")
#: A group with no other inside: what kind it is, and its alternatives.
GROUP = re.compile(r"\((\?(?:<?[=!]|[a-z]*:)|)([^()]*)\)")
REPETITION = re.compile(r"[*+{]")
#: A character that may stand so many times.
COUNTED = re.compile(r"([^()|])\{(?:\d*,)?(\d+)\}")


@dataclass(frozen=True)
class Preceding:
    """A pattern that ends at a place.

    :ivar source: the regular expression, without the place.
    :ivar reach: how many characters before the place are looked at.
    """

    source: str
    reach: int

    @cached_property
    def _search(self) -> tuple[re.Pattern[str], int]:
        longest = longest_match(self.source)
        # One more, since "$" matches before a line's end, too.
        reach = self.reach if longest is None else min(longest + 1, self.reach)
        return re.compile(f"(?:{self.source})$"), reach

    def search(self, text: str, end: int) -> int | None:
        """Return the offset at which the pattern matches the text up to *end*, or ``None``."""
        pattern, reach = self._search
        # The text is cut at the reach, so that what stands further back never counts.
        start = max(0, end - self.reach)
        found = pattern.search(text[start:end], max(0, end - reach - start))
        return start + found.start() if found else None


def longest_match(pattern: str) -> int | None:
    """Return how many characters a match has at most, or ``None`` where that is not plain to see."""
    flat = SET.sub("x", ONE_CHARACTER.sub("x", NO_CHARACTER.sub("", pattern)))
    flat = COUNTED.sub(lambda found: found[1] * int(found[2]), flat)
    if REPETITION.search(flat):
        return None
    while GROUP.search(flat):
        flat = GROUP.sub(_longest_option, flat)
    return max(len(option.replace("?", "")) for option in flat.split("|"))


def _longest_option(group: re.Match[str]) -> str:
    """Return as many letters as the longest alternative of a group has; looking around takes none."""
    if group[1][-1:] in {"=", "!"}:
        return ""
    return "x" * max(len(option.replace("?", "")) for option in group[2].split("|"))
