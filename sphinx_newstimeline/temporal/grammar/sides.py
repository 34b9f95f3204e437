"""What runs of words can end with, and which words can stand side by side in one, as far as rules say.

What names add to that is looked at when they are known (:mod:`..endings`, :mod:`..neighbours`): until then
the code :data:`NAMED` stands for their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import or_

from ..tokens import LOOSE
from .codes import NAMED, UNKNOWN, bits, codes_in
from .outline import Chain, Outline

#: A kind's code, as bits, and what the rules that make it begin with, or end with.
Side = tuple[int, int]


class WordsOfKinds(dict[str, int]):
    """For the code of each kind, the codes of the words that what rules make of it begins or ends with."""

    @classmethod
    def of(cls, sides: Iterable[Side], names: Iterable[int]) -> WordsOfKinds:
        """Return them for the sides of all rules.

        :param names: the kinds that names are of, as bits.
        """
        words: dict[int, int] = defaultdict(int)
        for kind in names:
            words[kind] |= bits(NAMED)
        for kind, codes in sides:
            words[kind] |= codes
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
        return bits(self)

    def instead(self, codes: int) -> int:
        """Return the codes of words among *codes*, and those for which the kinds among them stand."""
        kinds = codes & self.kinds
        return reduce(or_, [self[kind] for kind in codes_in(kinds)], codes & ~kinds)


def endings(outlines: Iterable[Outline], ends: WordsOfKinds) -> tuple[int, dict[str, int]]:
    """Return the codes that can end a run whatever stands before, and for others what must stand before.

    :param ends: what kinds end with.
    """
    single = 0
    before: dict[str, int] = defaultdict(int)
    for outline in outlines:
        single |= outline.alone & ~ends.kinds
        second = ends.instead(outline.last_but_one)
        for code in codes_in(outline.last & ~ends.kinds):
            before[code] |= second
    return single, dict(before)


def neighbours(
    chains: Iterable[Chain], firsts: WordsOfKinds, ends: WordsOfKinds, codes: Mapping[str, str]
) -> dict[str, int]:
    """Return for the codes of words those that a rule can have right behind them.

    What a rule forbids there counts, too: it has to see it.

    :param firsts: what kinds begin with; ``ends`` what they end with.
    :param codes: those of the words.
    """
    rights: dict[int, int] = defaultdict(int)
    for left, right in {pair for one in chains for pair in one.pairs}:
        rights[left] |= right
    loose = [(bits(codes.get(sign, "")), bits(codes.get(tight, UNKNOWN))) for tight, sign in LOOSE.items()]
    found: dict[str, int] = defaultdict(int)
    for left in sorted(rights):
        behind = _tight(firsts.instead(rights[left]), loose)
        for code in codes_in(_tight(ends.instead(left), loose)):
            found[code] |= behind
    return dict(found)


def _tight(codes: int, loose: Iterable[tuple[int, int]]) -> int:
    """Return the codes without loose signs, which a text is cut before they are told."""
    for sign, tight in loose:
        if codes & sign:
            codes = codes & ~sign | tight
    return codes
