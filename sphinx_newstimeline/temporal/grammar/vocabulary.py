"""The codes of words: those of the same classes share one, and words that no rule speaks of have none.

A text is matched as a string of codes, one character a token.  So a rule is an ordinary regular expression
over a string a fifth as long as the text, and a class is a set of characters.  Codes are numbered so that
those which rules name together follow each other, as far as that goes: a set is then a range or two, which
regular expressions are quick to compile and to match.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from .codes import FIRST_CODE
from .grammar import Classes
from .shapes import NO_NUMBER, Value, forms, number_shape, number_shapes, shape_classes

Words = Mapping[str, Mapping[str, Value]]
#: Of how many ranges a set of codes is quick to compile, however high they are.
FEW_RANGES = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and their codes.

    :ivar words: class to (word to value), but for numbers in digits; keys in lower case, or with a capital
        where one is asked for.
    :ivar codes: every form of every word to its code; ``numbers`` the shapes of numbers in digits to theirs.
    :ivar classes: class or kind to the codes of its words, in order.
    """

    words: Words
    codes: dict[str, str]
    numbers: dict[int, str]
    classes: dict[str, str]

    @classmethod
    def of(
        cls, words: Words, literals: Iterable[str], kinds: Iterable[str], places: Counter[Classes]
    ) -> Vocabulary:
        """Return the vocabulary of these words.

        :param words: class to (word to value).
        :param literals: the words that rules quote; each is a class of its own, named ``'word'``.
        :param kinds: the names of what rules make; each gets a code of its own.
        :param places: which classes stand together in rules, and how often.
        """
        every = {name: dict(entries) for name, entries in words.items()}
        for name, entries in shape_classes().items():
            every.setdefault(name, {}).update(entries)
        every.update({f"'{literal}'": {literal: literal} for literal in literals})
        shapes = {shape: frozenset(names) for shape, names in number_shapes().items()}
        groups = _groups(_members(every), shapes)
        keys = {*groups, *shapes.values(), *[frozenset([kind]) for kind in kinds]}
        code_of = {names: chr(FIRST_CODE + number) for number, names in enumerate(_in_order(keys, places))}
        codes: dict[str, str] = {}
        for names, group in groups.items():
            codes.update(dict.fromkeys(group, code_of[names]))
        classes: dict[str, list[str]] = defaultdict(list)
        for names, code in code_of.items():
            for name in names:
                classes[name].append(code)
        numbers = {shape: code_of[names] for shape, names in shapes.items()}
        return cls(every, codes, numbers, {name: "".join(sorted(classes[name])) for name in sorted(classes)})

    def codes_of(self, classes: Classes) -> str:
        """Return the codes of the words of several classes, each once, in order."""
        return "".join(sorted({code for name in classes for code in self.classes.get(name, "")}))


def _members(words: Words) -> dict[str, set[str]]:
    """Return the classes of every form of every word."""
    members: dict[str, set[str]] = {}
    for name, entries in words.items():
        for word in entries:
            for form in forms(word):
                if form in members:
                    members[form].add(name)
                else:
                    members[form] = {name}
    return members


def _groups(
    members: Mapping[str, set[str]], shapes: Mapping[int, frozenset[str]]
) -> dict[frozenset[str], list[str]]:
    """Return the words of the same classes; numbers only where they are words of other classes, too."""
    groups: dict[frozenset[str], list[str]] = defaultdict(list)
    for form, own in members.items():
        shape = number_shape(form) if form[0].isdecimal() else NO_NUMBER
        groups[frozenset(own.union(shapes[shape]) if shape else own)].append(form)
    return groups


def _in_order(keys: Iterable[frozenset[str]], places: Counter[Classes]) -> list[frozenset[str]]:
    """Return sets of classes so that those of words which rules name together stand together.

    The sets that matter most, being large and many times used, stay whole; the others as that allows.
    """
    by_name = _by_name(places)
    those = {key: {classes for name in key for classes in by_name.get(name, ())} for key in keys}
    sizes = Counter(classes for found in those.values() for classes in found)
    ranked = sorted(places, key=lambda classes: (-places[classes] * (sizes[classes] - 1), classes))
    rank = {classes: number for number, classes in enumerate(ranked)}
    order = sorted(
        those,
        key=lambda key: ([*sorted([rank[classes] for classes in those[key]]), inf], sorted(key)),
    )
    # Sets of many ranges are slow to compile, unless their codes are all within a byte: these come first.
    scattered = _scattered(order, those)
    return sorted(order, key=lambda key: scattered.isdisjoint(those[key]))


def _scattered(order: list[frozenset[str]], those: Mapping[frozenset[str], set[Classes]]) -> set[Classes]:
    """Return the classes that rules name together whose sets of codes would have more than two ranges."""
    ranges = Counter(
        classes
        for before, key in zip([frozenset(), *order], order, strict=False)
        for classes in those[key] - those.get(before, set())
    )
    return {classes for classes, number in ranges.items() if number > FEW_RANGES}


def _by_name(places: Iterable[Classes]) -> dict[str, list[Classes]]:
    """Return for each class the places that it stands at."""
    found: dict[str, list[Classes]] = defaultdict(list)
    for classes in places:
        for name in classes:
            found[name].append(classes)
    return found
