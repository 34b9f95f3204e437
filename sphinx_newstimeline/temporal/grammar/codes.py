"""Sets of codes: as bits of an integer, which are joined at once, and as regular expressions.

A code is a character.  There are hundreds of codes and of sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

#: The code of a word that no rule speaks of.
UNKNOWN = "\0"
#: The code of a first name: it belongs to a run of words, but no rule speaks of it.
FIRST_NAME = "\1"
#: The code of a word that no rule speaks of, but some name has.
NAMED = "\2"
#: The first of the codes of words that rules speak of.
FIRST_CODE = 3


def bits(codes: Iterable[str]) -> int:
    """Return the set of the codes."""
    found = 0
    for code in codes:
        found |= 1 << ord(code)
    return found


def codes_in(found: int) -> str:
    """Return the codes of a set, in order."""
    codes = []
    while found:
        lowest = found & -found
        codes.append(chr(lowest.bit_length() - 1))
        found ^= lowest
    return "".join(codes)


def set_regex(codes: str) -> str:
    """Return a regular expression for one of the codes, which come in order.

    Codes that follow each other are written as ranges: a set of many characters takes long to compile.
    """
    if len(codes) == 1:
        return re.escape(codes)
    ranges: list[list[str]] = []
    for code in codes:
        if ranges and ord(code) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join([_range(first, last) for first, last in ranges]) + "]"


def _range(first: str, last: str) -> str:
    if first == last:
        return re.escape(first)
    return f"{re.escape(first)}-{re.escape(last)}"
