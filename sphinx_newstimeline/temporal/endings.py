"""How a run of words can end, so that what stands behind its last expression is left out.

"In 1888." and "in 1888 of" hold the same expression; runs that are alike are parsed once.  A word at the
end is left out where no rule can end with it, or none with it behind the word before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .lexicon import Lexicon
from .names import NameIndex
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
        ends = _ends_of_kinds(backwards, lexicon)
        kinds = {lexicon.classes[kind][0] for kind in ends}
        single = {get for word in names.endings if (get := lexicon.codes.get(word))}
        before: dict[str, set[str]] = defaultdict(set)
        for _, found in backwards:
            single |= found.alone - kinds
            for code in found.first - kinds:
                before[code] |= found.second - kinds
                for kind in ends:
                    if lexicon.classes[kind][0] in found.second:
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


def _ends_of_kinds(backwards: list[tuple[str, Opening]], lexicon: Lexicon) -> dict[str, set[str]]:
    """Return for each kind the codes of words that a node of it can end with."""
    ends: dict[str, set[str]] = defaultdict(set)
    code_of = {kind: lexicon.classes[kind][0] for kind, _ in backwards}
    kind_of = {code: kind for kind, code in code_of.items()}
    for name in ("HOLIDAY", "_HOLDER", "PERIOD"):
        if name in lexicon.classes:
            kind_of[lexicon.classes[name][0]] = name
            ends[name] |= set(lexicon.classes.get("NAME", ""))
    grown = True
    while grown:
        grown = False
        for kind, found in backwards:
            size = len(ends[kind])
            for code in found.first:
                ends[kind] |= ends[kind_of[code]] if code in kind_of else {code}
            grown = grown or len(ends[kind]) > size
    return dict(ends)
