"""How a run of words can end, so that what stands behind its last expression is left out.

"In 1888." and "in 1888 of" hold the same expression; runs that are alike are parsed once.  A word at the
end is left out where no rule can end with it, or none with it behind the word before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .lexicon import Lexicon
from .names import HOLDER, HOLIDAY, PERIOD, NameIndex
from .patterns import Opening, opening
from .rules import Rule


@dataclass(frozen=True, slots=True)
class Endings:
    """What runs of words can end with.

    :ivar single: the codes that can end one whatever stands before.
    :ivar before: for other codes that can, those that must stand before.
    """

    single: frozenset[str]
    before: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, rules: Iterable[Rule], lexicon: Lexicon, names: NameIndex) -> Endings:
        """Return the endings of all rules and names."""
        backwards = [(rule.kind, opening(rule.tree, backwards=True)) for rule in rules]
        ends = words_of_kinds(backwards, lexicon)
        single = {get for word in names.endings if (get := lexicon.codes.get(word))}
        before: dict[str, set[str]] = defaultdict(set)
        for _, found in backwards:
            single |= found.alone - ends.keys()
            for code in found.first - ends.keys():
                before[code] |= found.second - ends.keys()
                for kind in found.second & ends.keys():
                    before[code] |= ends[kind]
        return cls(frozenset(single), {code: frozenset(codes) for code, codes in before.items()})

    def end(self, codes: str, start: int, end: int) -> int:
        """Return where the run ``codes[start:end]`` ends without what no expression can end with."""
        while end > start:
            last = codes[end - 1]
            if last in self.single or codes[end - 2] in self.before.get(last, ()):
                break
            end -= 1
        return end


def words_of_kinds(openings: Iterable[tuple[str, Opening]], lexicon: Lexicon) -> dict[str, set[str]]:
    """Return for the code of each kind those of the words that what a rule makes of it begins with.

    :param openings: the kind that each rule makes, and what the rule begins with; or, read backwards, what
        it ends with, and so do the words.
    """
    words: dict[str, set[str]] = defaultdict(set)
    for name in (HOLIDAY, HOLDER, PERIOD):
        if name in lexicon.classes:
            words[lexicon.classes[name][0]] |= set(lexicon.classes.get("NAME", ""))
    begin: dict[str, set[str]] = defaultdict(set)
    for kind, found in openings:
        begin[lexicon.classes[kind][0]] |= found.first
    grown = True
    while grown:
        grown = False
        for code, codes in begin.items():
            size = len(words[code])
            words[code].update(codes.difference(begin), *(words[kind] for kind in codes & words.keys()))
            grown = grown or len(words[code]) > size
    for code in words:
        words[code] -= words.keys()
    return dict(words)
