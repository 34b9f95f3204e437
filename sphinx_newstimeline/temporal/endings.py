"""How a run of words can end, so that what stands behind its last expression is left out.

"In 1888." and "in 1888 of" hold the same expression; runs that are alike are parsed once.  A word at the
end is left out where no rule can end with it, or none with it behind the word before.
"""

from __future__ import annotations

from collections.abc import Mapping

from .grammar import Grammar
from .grammar.codes import UNKNOWN, bits
from .lexicon import Lexicon
from .names import NameIndex


class Endings(dict[str, bool]):
    """Whether a run can end with the second of two codes behind the first; looked up when first asked.

    :ivar single: the codes that can end one whatever stands before, as a set of bits.
    :ivar before: for other codes that can, those that must stand before.
    """

    def __init__(self, single: int, before: Mapping[str, int]) -> None:
        """Take what runs can end with."""
        super().__init__()
        self.single, self.before = single, before

    @classmethod
    def of(cls, grammar: Grammar, lexicon: Lexicon, names: NameIndex) -> Endings:
        """Return the endings of all rules and names."""
        of_names = bits({lexicon.codes[word] for word in names.endings} - {UNKNOWN})
        before = {code: lexicon.in_texts(codes) for code, codes in grammar.before.items()}
        for number, plain in lexicon.plain.items():
            if plain in before:
                before[chr(number)] = before[plain]
        return cls(lexicon.in_texts(grammar.endings) | of_names, before)

    def __missing__(self, codes: str) -> bool:
        """Return whether a run can end with these two codes."""
        last = codes[1]
        can = bool(self.single >> ord(last) & 1 or self.before.get(last, 0) >> ord(codes[0]) & 1)
        self[codes] = can
        return can
