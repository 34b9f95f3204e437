"""Names that a text may call a time by: holidays, named periods and those who held an office.

Names are matched as sequences of tokens before any rule: the longest first, written with a capital.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from .grammar.grammar import HOLDER, HOLIDAY, PERIOD
from .meanings import Holiday, NamedPeriod
from .period import Period
from .tokens import fold, split_name

#: How many capitalised words before a surname belong to the name: "Joe", "Joseph R.".
FIRST_NAMES = 2
#: How many letters the particle of a name has: "de", "al".
LONGEST_PARTICLE = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tokens in lower case, what a node made of it is, and whether it is written with a capital."""

    tokens: tuple[str, ...]
    kind: str
    meaning: Any
    capital: bool = True


@dataclass
class NameIndex:
    """Names by their first token, the longest first."""

    by_first: dict[str, list[Name]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[Name]) -> NameIndex:
        """Return the index of the names."""
        by_first: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            by_first[name.tokens[0]].append(name)
        return cls(
            {first: sorted(found, key=lambda name: -len(name.tokens)) for first, found in by_first.items()}
        )

    @property
    def words(self) -> set[str]:
        """Return all words of all names as the lexicon takes them, with a capital where they need one.

        A short word inside a name may be a particle, which has none: "Eid al-Fitr".
        """
        return {
            token[0].upper() + token[1:]
            if name.capital and (len(token) > LONGEST_PARTICLE or not at)
            else token
            for names in self.by_first.values()
            for name in names
            for at, token in enumerate(name.tokens)
            if token[0].isalpha()
        }

    @property
    def beginnings(self) -> set[str]:
        """Return the words that names begin with, as :attr:`words` has them."""
        return self._beginnings(whole=False)

    @property
    def single(self) -> set[str]:
        """Return the words that are whole names, as :attr:`words` has them."""
        return self._beginnings(whole=True)

    def _beginnings(self, *, whole: bool) -> set[str]:
        return {
            first[0].upper() + first[1:] if name.capital else first
            for first, names in self.by_first.items()
            for name in names
            if first[0].isalpha() and (len(name.tokens) == 1 or not whole)
        }

    @property
    def pairs(self) -> set[tuple[str, str]]:
        """Return the tokens that stand side by side in names, folded."""
        return {pair for names in self.by_first.values() for name in names for pair in pairwise(name.tokens)}

    @property
    def endings(self) -> set[str]:
        """Return the words that names end with, in both of their forms."""
        lasts = {name.tokens[-1] for names in self.by_first.values() for name in names}
        return lasts | {last[0].upper() + last[1:] for last in lasts}

    @property
    def holders(self) -> set[str]:
        """Return the first words of holders' names."""
        return {first for first, names in self.by_first.items() if any(name.kind == HOLDER for name in names)}

    def match(self, tokens: list[str], position: int) -> Name | None:
        """Return the longest name at that token, if it is written with a capital."""
        candidates = self.by_first.get(tokens[position].casefold())
        if not candidates:
            return None
        for name in candidates:
            if name.capital and not tokens[position][0].isupper():
                continue
            if len(tokens) - position >= len(name.tokens) and all(
                fold(tokens[position + index]) == token for index, token in enumerate(name.tokens[1:], 1)
            ):
                return name
        return None


def holiday_names(names: Iterable[tuple[tuple[str, ...], str]]) -> list[Name]:
    """Return the names of holidays, from their tokens and keys."""
    return [Name(tokens, HOLIDAY, Holiday(key)) for tokens, key in names]


def period_names(periods: tuple[Period, ...], heads: Iterable[str], words: Collection[str]) -> list[Name]:
    """Return the names that the periods go by.

    A surname that is a word of time itself ("May") counts only together with a first name.

    "Biden's term", whose last word is a head such as term, goes by its holder, "Biden": a text then
    calls it "the Biden administration" just as well.  Any other name goes by itself.
    """
    indexes: dict[tuple[tuple[str, ...], str, bool], list[int]] = defaultdict(list)
    known = set(heads)
    for index, period in enumerate(periods):
        tokens = split_name(period.name)
        holder = holder_tokens(period, tokens, known)
        if holder:
            for form in surname_forms(holder):
                if len(form) > 1 or form[0] not in words:
                    indexes[form, HOLDER, True].append(index)
        else:
            plain = tokens[1:] if tokens[0] == "the" and len(tokens) > 1 else tokens
            capital = period.name.strip().removeprefix("the ")[0].isupper()
            indexes[plain, PERIOD, capital].append(index)
    return [
        Name(tokens, kind, tuple(found) if kind == HOLDER else NamedPeriod(tuple(found)), capital)
        for (tokens, kind, capital), found in indexes.items()
    ]


def holder_tokens(period: Period, tokens: tuple[str, ...], heads: set[str]) -> tuple[str, ...]:
    """Return the tokens of the holder's name, or nothing where the period is not called by one."""
    if period.holder:
        return split_name(period.holder)
    if tokens[-1] in heads:
        rest = tokens[:-1]
        for ending in (("'", "s"), ("'",)):
            if rest[-len(ending) :] == ending:
                return rest[: -len(ending)]
    return ()


def surname_forms(tokens: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the forms of a person's name: in full, the surname, the surname's last word.

    "Ursula von der Leyen" goes by "Ursula von der Leyen", "von der Leyen" and "Leyen".
    """
    forms = {tokens, tokens[-1:]}
    particles = {"von", "van", "de", "der", "den", "del", "della", "di", "da", "la", "le", "ban"}
    for start in range(1, len(tokens) - 1):
        if tokens[start] in particles:
            forms.add(tokens[start:])
            break
    return {form for form in forms if form and form[0][0].isalpha()}
