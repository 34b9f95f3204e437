"""How a run of words can end, so that what stands behind its last expression is left out.

"In 1888." and "in 1888 of" hold the same expression; runs that are alike are parsed once.  A word at the
end is left out where no rule can end with it, or none with it behind the word before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import or_

from .lexicon import Lexicon
from .names import HOLDER, HOLIDAY, PERIOD, NameIndex
from .outline import bits, codes_in
from .rules import Rule


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
    def of(cls, rules: Iterable[Rule], ends: WordsOfKinds, lexicon: Lexicon, names: NameIndex) -> Endings:
        """Return the endings of all rules and names.

        :param ends: what kinds end with.
        """
        single = bits("".join(sorted(get for word in names.endings if (get := lexicon.codes.get(word)))))
        before: dict[str, int] = defaultdict(int)
        for outline in [rule.outline for rule in rules]:
            single |= outline.alone & ~ends.kinds
            second = ends.instead(outline.last_but_one)
            for code in codes_in(outline.last & ~ends.kinds):
                before[code] |= second
        return cls(single, dict(before))

    def __missing__(self, codes: str) -> bool:
        """Return whether a run can end with these two codes."""
        last = codes[1]
        can = bool(self.single >> ord(last) & 1 or self.before.get(last, 0) >> ord(codes[0]) & 1)
        self[codes] = can
        return can


class WordsOfKinds(dict[str, int]):
    """For the code of each kind, the codes of the words that what rules make of it begins or ends with."""

    @classmethod
    def of(cls, sides: Iterable[tuple[str, int]], lexicon: Lexicon) -> WordsOfKinds:
        """Return them for the kind that each rule makes, and what the rule begins with (or ends with)."""
        words: dict[int, int] = defaultdict(int)
        of_names = bits(lexicon.classes.get("NAME", ""))
        for name in (HOLIDAY, HOLDER, PERIOD):
            if name in lexicon.classes:
                words[bits(lexicon.classes[name][0])] |= of_names
        for name, codes in sides:
            words[bits(lexicon.classes[name][0])] |= codes
        kinds = reduce(or_, words)
        grown = True
        while grown:
            grown = False
            for kind, found in words.items():
                inner = reduce(or_, [codes for other, codes in words.items() if found & other], found)
                grown = grown or inner != found
                words[kind] = inner
        return cls({codes_in(kind): found & ~kinds for kind, found in words.items()})

    @cached_property
    def kinds(self) -> int:
        """Return the codes of the kinds."""
        return bits("".join(self))

    def instead(self, codes: int) -> int:
        """Return the codes of words among *codes*, and those for which the kinds among them stand."""
        kinds = codes & self.kinds
        return reduce(or_, [self[kind] for kind in codes_in(kinds)], codes & ~kinds)
