"""The words of a language and of names, with their codes.

To rules, "May" is a month, be there a Prime Minister May or not.  Only where a text is looked through for
runs of words worth reading, words of names have codes of their own; for rules, these are taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .grammar.codes import FIRST_NAME, NAMED, UNKNOWN
from .grammar.grammar import Grammar
from .grammar.shapes import NUMBERS, Value, forms, number_shape
from .names import NameIndex

#: How a name's apostrophe can be written.
APOSTROPHES = frozenset("'’‘")


class Codes(dict[str, str]):
    """The codes of words; those of numbers are found by their shape, and all other words are unknown."""

    def __init__(self, words: Mapping[str, str], numbers: Mapping[int, str]) -> None:
        """Take the codes of words, and those of the shapes of numbers."""
        super().__init__(words)
        self._numbers = numbers

    def __missing__(self, word: str) -> str:
        """Return the code of a word that is not listed."""
        if not word[:1].isdecimal():
            return UNKNOWN
        code = self._numbers.get(number_shape(word), UNKNOWN)
        if code != UNKNOWN:
            # There are some ten thousand of these, and texts have the same ones again and again.
            self[word] = code
        return code


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with their codes and values.

    :ivar codes: every form of every word to its code in a text.
    :ivar plain: the codes of words of names to those that rules see, as :meth:`str.translate` takes them.
    :ivar named: the codes of words of names, as bits; ``beginnings`` those of words that names begin with.
    :ivar values: class to (word to value); keys in lower case, or with a capital where one is asked for.
    """

    codes: Codes
    plain: dict[int, str]
    named: int
    beginnings: frozenset[str]
    values: Mapping[str, Mapping[str, Value]]
    _by_plain: dict[int, int]
    _plain_bits: int
    _of_names: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, grammar: Grammar, names: NameIndex) -> Lexicon:
        """Return the lexicon of a language, for texts that may have these names."""
        # Single words that are whole names, words that begin names and others have codes of their own.
        marks: dict[str, int] = {}
        for number, words in enumerate((names.words, names.beginnings, names.single)):
            for word in words:
                for form in forms(word):
                    marks[form] = marks.get(form, 0) | 1 << number
        codes = Codes(grammar.codes, grammar.numbers)
        known: dict[tuple[str, int], str] = {}
        for form in sorted(marks):
            key = codes[form] if form in grammar.codes else NAMED, marks[form]
            codes[form] = known.setdefault(key, chr(grammar.last_code + 1 + len(known)))
        by_plain: dict[int, int] = {}
        for (plain, _mark), code in known.items():
            bit = 1 << ord(plain)
            by_plain[bit] = by_plain.get(bit, 0) | 1 << ord(code)
        return cls(
            codes,
            {ord(code): plain for (plain, _mark), code in known.items()},
            sum(1 << ord(code) for code in known.values()),
            frozenset(code for (_plain, mark), code in known.items() if mark & 2),
            grammar.values,
            by_plain,
            sum(by_plain),
        )

    def in_texts(self, codes: int) -> int:
        """Return the codes that words have in a text where rules see these codes, all as bits."""
        found = codes | self.named if codes & NAMED_BIT else codes
        both = codes & self._plain_bits
        while both:
            plain = both & -both
            found |= self._by_plain[plain]
            both ^= plain
        return found

    def codes_of_name(self, token: str) -> frozenset[str]:
        """Return the codes that a token of a name can have in a text."""
        found = self._of_names.get(token)
        if found is None:
            capital = token[0].upper() + token[1:]
            forms = (
                APOSTROPHES if token in APOSTROPHES else {token, token.capitalize(), capital, token.upper()}
            )
            found = self._of_names[token] = frozenset([self.codes[form] for form in forms]) - {UNKNOWN}
        return found

    def value(self, name: str, word: str) -> Value | None:
        """Return what the word means to the class of that name, or ``None`` where it is not in it.

        A number in digits means itself to any class of numbers.
        """
        if name in NUMBERS and word.isdecimal():
            return int(word)
        entries = self.values.get(name)
        if entries is None:
            return None
        value = entries.get(word)
        if value is None:
            value = entries.get(word.lower())
        return entries.get(word.capitalize()) if value is None else value


NAMED_BIT = 1 << ord(NAMED)

__all__ = ["FIRST_NAME", "UNKNOWN", "Lexicon"]
