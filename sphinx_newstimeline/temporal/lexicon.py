"""The words of a language, and the codes that stand for them while rules are matched.

A text is matched as a string of codes, one character a token: words that belong to the same classes
share a code, and words that no rule speaks of have none.  So a rule is an ordinary regular expression
over a string a fifth as long as the text, and a class is a set of characters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .shapes import NUMBERS, Value, number_groups, shape_classes

#: The code of a word that no rule speaks of.
UNKNOWN = "\0"
#: The code of a first name: it belongs to a run of words, but no rule speaks of it.
FIRST_NAME = "\1"
FIRST_CODE = 0x100


@dataclass
class Lexicon:
    """Words by class, and what :meth:`compile` makes of them.

    :ivar words: class to (word to value), but for numbers in digits; keys in lower case, or with a capital
        where one is asked for.
    :ivar codes: every form of every word to its code.
    :ivar classes: class to the codes of its words.
    """

    words: dict[str, dict[str, Value]]
    codes: dict[str, str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    _joined: dict[tuple[str, ...], str] = field(default_factory=dict)

    @classmethod
    def compile(
        cls, words: Mapping[str, Mapping[str, Value]], literals: Iterable[str], kinds: Iterable[str]
    ) -> Lexicon:
        """Return the lexicon of these words.

        :param words: class to (word to value).
        :param literals: the words that rules quote; each is a class of its own, named ``'word'``.
        :param kinds: the names of what rules make; each gets a code of its own.
        """
        lexicon = cls({name: dict(entries) for name, entries in words.items()})
        for name, entries in shape_classes().items():
            lexicon.words.setdefault(name, {}).update(entries)
        for literal in literals:
            lexicon.words[f"'{literal}'"] = {literal: literal}
        members: dict[str, set[str]] = defaultdict(set)
        for name, entries in lexicon.words.items():
            for word in entries:
                for form in forms(word):
                    members[form].add(name)
        lexicon._assign_codes(members, kinds)
        return lexicon

    def _assign_codes(self, members: Mapping[str, set[str]], kinds: Iterable[str]) -> None:
        """Give words of the same classes one code, and each kind its own."""
        codes_of: dict[frozenset[str], str] = {}
        numbers: dict[str, set[str]] = {}
        for names, words in number_groups():
            if not members.keys().isdisjoint(words):
                numbers.update((word, names) for word in words if word in members)
            code = codes_of.setdefault(frozenset(names), chr(FIRST_CODE + len(codes_of)))
            self.codes.update(dict.fromkeys(words, code))
        for form, own in members.items():
            key = frozenset(own.union(numbers.get(form, ())))
            self.codes[form] = codes_of.setdefault(key, chr(FIRST_CODE + len(codes_of)))
        classes: dict[str, list[str]] = defaultdict(list)
        for key, code in codes_of.items():
            for name in key:
                classes[name].append(code)
        for number, kind in enumerate(kinds, FIRST_CODE + len(codes_of)):
            classes[kind].append(chr(number))
        self.classes = {name: "".join(codes) for name, codes in classes.items()}

    def codes_of(self, classes: tuple[str, ...]) -> str:
        """Return the codes of the words of several classes, each once, in order.

        :raises KeyError: with the name of a class that does not exist.
        """
        found = self._joined.get(classes)
        if found is None:
            codes = {code for name in classes for code in self.classes[name]}
            found = self._joined[classes] = "".join(sorted(codes))
        return found

    def value(self, name: str, word: str) -> Value | None:
        """Return what the word means to the class of that name, or ``None`` where it is not in it.

        A number in digits means itself to any class of numbers.
        """
        if name in NUMBERS and word.isdecimal():
            return int(word)
        entries = self.words.get(name)
        if entries is None:
            return None
        value = entries.get(word)
        if value is None:
            value = entries.get(word.lower())
        return entries.get(word.capitalize()) if value is None else value


def forms(word: str) -> set[str]:
    """Return the forms in which a word is found: as it is, with a capital, in capitals."""
    if word[0].isdecimal():
        return {word}
    if word[0].isupper():
        return {word, word.upper()}
    return {word, word.capitalize(), word.upper()}
