"""Which words can stand side by side in an expression: runs of words are cut where none can.

"Of $29.75 in March" holds three runs that no rule reads as one.  Cut there, runs are shorter and more
often alike, and those that are alike are parsed once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .endings import words_of_kinds
from .lexicon import FIRST_NAME, UNKNOWN, Lexicon
from .names import NameIndex
from .patterns import chain, opening
from .rules import Rule
from .tokens import LOOSE

#: How a name's apostrophe can be written.
APOSTROPHES = {"'", "’", "‘"}


def neighbours(rules: Iterable[Rule], lexicon: Lexicon, names: NameIndex) -> Mapping[str, frozenset[str]]:
    """Return for the code of each word those that a rule or a name can have right behind it.

    What a rule forbids there counts, too: it has to see it.
    """
    known = list(rules)
    first = words_of_kinds([(rule.kind, rule.opening) for rule in known], lexicon)
    last = words_of_kinds([(rule.kind, opening(rule.tree, backwards=True)) for rule in known], lexicon)
    get = lexicon.codes.get
    loose = {get(sign, UNKNOWN): get(tight, UNKNOWN) for tight, sign in LOOSE.items()}
    rights: dict[str, set[str]] = defaultdict(set)
    for left, right in {pair for rule in known for pair in chain(rule.tree).pairs}:
        rights[left].add(right)
    found: dict[str, set[str]] = defaultdict(set)
    for left, all_right in rights.items():
        behind = _words("".join(all_right), first, loose)
        for code in _words(left, last, loose):
            found[code] |= behind
    for before, after in names.pairs:
        for code in codes_of(before, lexicon):
            found[code] |= codes_of(after, lexicon)
    found[FIRST_NAME] = {*lexicon.classes.get("NAME", "")}
    for behind in found.values():
        if not behind.isdisjoint(found[FIRST_NAME]):
            behind.add(FIRST_NAME)
    return {code: frozenset(behind) for code, behind in found.items()}


def _words(codes: str, of_kinds: Mapping[str, set[str]], loose: Mapping[str, str]) -> set[str]:
    """Return the codes of words for those of words and kinds; a text is cut before loose signs are told."""
    words = set(codes).union(*(of_kinds[code] for code in codes if code in of_kinds))
    return {loose.get(code, code) for code in words.difference(of_kinds)}


def codes_of(token: str, lexicon: Lexicon) -> set[str]:
    """Return the codes that a token of a name can have in a text."""
    forms = {token, token.capitalize(), token[0].upper() + token[1:], token.upper()}
    found = (lexicon.codes.get(form) for form in (APOSTROPHES if token in APOSTROPHES else forms))
    return {code for code in found if code}
