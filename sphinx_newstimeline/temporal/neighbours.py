"""Which words can stand side by side in an expression: runs of words are cut where none can.

"Of $29.75 in March" holds three runs that no rule reads as one.  Cut there, runs are shorter and more
often alike, and those that are alike are parsed once.
"""

from __future__ import annotations

from collections.abc import Mapping

from .grammar import Grammar
from .grammar.codes import FIRST_NAME, NAMED, bits
from .lexicon import Lexicon
from .names import NameIndex


class Neighbours(dict[str, bool]):
    """Whether a run goes on between two codes; looked up in what can stand behind each when first asked."""

    def __init__(self, behind: Mapping[str, int]) -> None:
        """Take for the code of each word those that a rule or a name can have right behind it."""
        super().__init__()
        self._behind = behind

    def __missing__(self, codes: str) -> bool:
        """Return whether the second code can stand behind the first; none stands behind the last."""
        joined = bool(codes[1:] and self._behind.get(codes[0], 0) >> ord(codes[1]) & 1)
        self[codes] = joined
        return joined


def neighbours(grammar: Grammar, lexicon: Lexicon, names: NameIndex) -> Neighbours:
    """Return which codes of words a rule or a name can have side by side."""
    found = {code: lexicon.in_texts(behind) for code, behind in grammar.neighbours.items() if code != NAMED}
    behind_names = grammar.neighbours.get(NAMED, 0)
    for number, plain in lexicon.plain.items():
        found[chr(number)] = lexicon.in_texts(grammar.neighbours.get(plain, 0) | behind_names)
    pairs = names.pairs
    after_codes = {token: bits(lexicon.codes_of_name(token)) for _, token in pairs}
    for before, after in pairs:
        for code in lexicon.codes_of_name(before):
            found[code] = found.get(code, 0) | after_codes[after]
    first_name = bits(FIRST_NAME)
    found[FIRST_NAME] = lexicon.named
    for code, behind in found.items():
        if behind & lexicon.named:
            found[code] = behind | first_name
    return Neighbours(found)
