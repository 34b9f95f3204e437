"""Which words can stand side by side in an expression: runs of words are cut where none can.

"Of $29.75 in March" holds three runs that no rule reads as one.  Cut there, runs are shorter and more
often alike, and those that are alike are parsed once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .endings import WordsOfKinds
from .lexicon import FIRST_NAME, UNKNOWN, Lexicon
from .names import NameIndex
from .outline import bits, chain, codes_in
from .rules import Rule
from .tokens import LOOSE

#: How a name's apostrophe can be written.
APOSTROPHES = {"'", "’", "‘"}


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


def neighbours(rules: Iterable[Rule], ends: WordsOfKinds, lexicon: Lexicon, names: NameIndex) -> Neighbours:
    """Return which codes of words a rule or a name can have side by side.

    What a rule forbids there counts, too: it has to see it.

    :param ends: what kinds end with.
    """
    known = list(rules)
    first = WordsOfKinds.of([(rule.kind, rule.outline.first) for rule in known], lexicon)
    rights: dict[int, int] = defaultdict(int)
    for left, right in {pair for rule in known for pair in chain(rule.tree).pairs}:
        rights[left] |= right
    get = lexicon.codes.get
    loose = [(bits(get(sign, "")), bits(get(tight, UNKNOWN))) for tight, sign in LOOSE.items()]
    found: dict[str, int] = defaultdict(int)
    for left, right in rights.items():
        behind = _tight(first.instead(right), loose)
        for code in codes_in(_tight(ends.instead(left), loose)):
            found[code] |= behind
    for before, after in names.pairs:
        after_codes = bits("".join(sorted(codes_of(after, lexicon))))
        for code in codes_of(before, lexicon):
            found[code] |= after_codes
    of_names = bits(lexicon.classes.get("NAME", ""))
    found[FIRST_NAME] = of_names
    for code, behind in found.items():
        if behind & of_names:
            found[code] = behind | bits(FIRST_NAME)
    return Neighbours(found)


def _tight(codes: int, loose: Iterable[tuple[int, int]]) -> int:
    """Return the codes without loose signs, which a text is cut before they are told."""
    for sign, tight in loose:
        if codes & sign:
            codes = codes & ~sign | tight
    return codes


def codes_of(token: str, lexicon: Lexicon) -> set[str]:
    """Return the codes that a token of a name can have in a text."""
    forms = {token, token.capitalize(), token[0].upper() + token[1:], token.upper()}
    found = (lexicon.codes.get(form) for form in (APOSTROPHES if token in APOSTROPHES else forms))
    return {code for code in found if code}
