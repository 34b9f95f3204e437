"""From the data of a language to its grammar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import Any, NamedTuple

from ..tokens import split_name
from . import sides
from .codes import bits, set_regex
from .context import spelled_out
from .grammar import NAME_KINDS, Classes, Grammar, LevelTable, Rule
from .outline import Outline, chain, needs, outline
from .patterns import Writer, classes_in
from .rules import EXTENT, PART_EXTENTS, Pattern, RuleError, RuleFile, RuleLine, members_of, read_pattern
from .vocabulary import Vocabulary, Words

#: The groups of words that are names of months.
MONTHS = ("MONTH", "MONTH_ABBR")
#: The classes of words that named periods are called by: without such periods they say nothing.
HEADS = ("HEAD", "HEAD_OF_PEOPLE")
#: Words of time, which are no name of a person without another.
TIMES = ("MONTH", "WEEKDAY", "SEASON")
#: The union of what makes a run of words worth parsing, its member for names, and what joins words there.
TRIGGER = "TRIGGER"
NAME_TRIGGER = "NAME_BEGINNING"
BEHIND = "+"
#: The words behind which a bare number may be an hour.
HOUR_LEAD = "HOUR_LEAD"


def compile_grammar(
    rules: RuleFile, words: Words, context: Mapping[str, Any], holidays: Mapping[str, str]
) -> Grammar:
    """Return the grammar that the data of a language makes.

    :param rules: what its ``rules.txt`` holds.
    :param words: its ``words.toml``: class to (word to value).
    :param context: its ``context.toml``.
    :param holidays: the names of holidays, and their keys.
    :raises RuleError: where a rule cannot be read, or what it or the context names does not exist.
    """
    read = _Read.of(rules, words)
    classes = read.vocabulary.classes
    single, before = sides.endings(read.outlines, read.ends)
    months = [pair for group in MONTHS for pair in words.get(group, {}).items()]
    return Grammar(
        codes=read.vocabulary.codes,
        numbers=read.vocabulary.numbers,
        last_code=max(ord(codes[-1]) for codes in classes.values()),
        values=read.values(),
        kinds={kind: classes[kind] for kind in read.kinds},
        rules=tuple(map(tuple, read.rules())),
        levels=tuple(map(tuple, read.levels())),
        firsts=reduce(or_, [one.first for one in read.outlines]),
        endings=single,
        before=before,
        neighbours=read.neighbours(),
        triggers=read.codes(read.triggers.single),
        heads=read.codes(read.triggers.heads),
        trigger_runs=tuple([tuple([read.codes((name,)) for name in run]) for run in read.triggers.runs]),
        hour_leads=read.codes(members_of(HOUR_LEAD, rules)),
        months={name: number for name, number in months if isinstance(number, int)},
        head_words=tuple([word for group in HEADS for word in words.get(group, {})]),
        time_words=tuple([word.casefold() for group in TIMES for word in words.get(group, {})]),
        holidays=tuple([(split_name(name), key) for name, key in holidays.items()]),
        context=spelled_out(context),
    )


class _Triggers(NamedTuple):
    """What makes a run of words worth parsing.

    :param single: classes of words that do; ``heads`` of those that do where there are named periods.
    :param runs: classes of words that do behind each other.
    """

    single: Classes
    heads: Classes
    runs: tuple[Classes, ...]

    @classmethod
    def of(cls, members: Sequence[str]) -> _Triggers:
        """Return them from the members of the union; ``A+B`` is a word of class B behind one of class A."""
        alone = dict.fromkeys(name for name in members if BEHIND not in name and name != NAME_TRIGGER)
        return cls(
            tuple([name for name in alone if name not in HEADS]),
            tuple([name for name in alone if name in HEADS]),
            tuple([tuple(name.split(BEHIND)) for name in members if BEHIND in name]),
        )


class _Read(NamedTuple):
    """The rules and words of a language once they are read, with the codes that the words have.

    :param lines: all rules as they are written; ``patterns`` what they match, ``outlines`` how that begins.
    :param bits: the codes of the classes at each place of a pattern.
    :param ends: what the kinds end with.
    """

    rule_file: RuleFile
    lines: list[RuleLine]
    patterns: list[Pattern]
    kinds: tuple[str, ...]
    triggers: _Triggers
    vocabulary: Vocabulary
    bits: dict[Classes, int]
    outlines: list[Outline]
    ends: sides.WordsOfKinds

    @classmethod
    def of(cls, rules: RuleFile, words: Words) -> _Read:
        """Return what the data say.

        :raises RuleError: where a rule cannot be read or names what does not exist.
        """
        lines = [line for level in rules.levels for line in level]
        patterns = [read_pattern(line, rules) for line in lines]
        kinds = tuple(dict.fromkeys([*rules.kinds, *NAME_KINDS]))
        if ambiguous := words.keys() & set(kinds):
            raise RuleError(f"a class of words and a kind have the same name: {', '.join(sorted(ambiguous))}")
        triggers = _Triggers.of(members_of(TRIGGER, rules))
        places = Counter(classes for pattern in patterns for classes in classes_in(pattern.tree))
        places.update([triggers.single, triggers.heads])
        vocabulary = Vocabulary.of(words, sorted(rules.literals), kinds, places)
        _check(lines, patterns, vocabulary)
        codes = {classes: bits(vocabulary.codes_of(classes)) for classes in places}
        outlines = [outline(pattern.tree, codes) for pattern in patterns]
        ends = _words_of_kinds(lines, [one.last for one in outlines], vocabulary)
        return cls(rules, lines, patterns, kinds, triggers, vocabulary, codes, outlines, ends)

    def codes(self, classes: Classes) -> str:
        """Return the codes of the words of several classes."""
        return self.vocabulary.codes_of(classes)

    def values(self) -> dict[str, dict[str, Any]]:
        """Return the words of the classes that rules hand over, with their values."""
        handed = {name for pattern in self.patterns for _slot, classes in pattern.slots for name in classes}
        words = self.vocabulary.words
        return {name: dict(words[name]) for name in sorted(handed & words.keys())}

    def rules(self) -> list[Rule]:
        """Return the rules."""
        sets = {classes: set_regex(self.codes(classes)) for classes in self.bits}
        return [_rule(*both, sets, self.bits) for both in zip(self.lines, self.patterns, strict=True)]

    def levels(self) -> list[LevelTable]:
        """Return the levels."""
        starts = [0]
        for level in self.rule_file.levels:
            starts.append(starts[-1] + len(level))
        return [_level(start, self.outlines[start:end]) for start, end in pairwise(starts)]

    def neighbours(self) -> dict[str, int]:
        """Return what can stand behind a code."""
        firsts = _words_of_kinds(self.lines, [one.first for one in self.outlines], self.vocabulary)
        chains = [chain(pattern.tree, self.bits) for pattern in self.patterns]
        return sides.neighbours(chains, firsts, self.ends, self.vocabulary.codes)


def _check(lines: Iterable[RuleLine], patterns: Iterable[Pattern], vocabulary: Vocabulary) -> None:
    """Make sure that there are words or things of all classes that patterns name.

    :raises RuleError: where there are none.
    """
    for line, pattern in zip(lines, patterns, strict=True):
        for classes in classes_in(pattern.tree):
            for name in classes:
                if name not in vocabulary.classes:
                    raise RuleError(f"line {line.line}: no class or kind is called {name}")


def _words_of_kinds(
    lines: Sequence[RuleLine], codes: Iterable[int], vocabulary: Vocabulary
) -> sides.WordsOfKinds:
    """Return the words of kinds on one side, from the codes that each rule can have there."""
    own = [bits(vocabulary.classes[line.kind]) for line in lines]
    names = [bits(vocabulary.classes[kind]) for kind in NAME_KINDS]
    return sides.WordsOfKinds.of(zip(own, codes, strict=True), names)


def _rule(
    line: RuleLine, pattern: Pattern, sets: Mapping[Classes, str], bits_of: Mapping[Classes, int]
) -> Rule:
    """Return a rule with its regular expression.

    :param sets: regular expressions for classes; ``bits_of`` their codes.
    """
    writer = Writer(sets)
    try:
        regex = writer.write(pattern.tree)
    except ValueError as error:
        raise RuleError(f"line {line.line}: {error}") from None
    groups = writer.groups
    return Rule(
        line.kind,
        line.name,
        line.means,
        line.constants,
        tuple([(name, classes, groups[name]) for name, classes in pattern.slots]),
        regex,
        needs(pattern.tree, bits_of),
        groups.get(EXTENT, 0),
        tuple([groups[part] for part in PART_EXTENTS if part in groups]),
    )


def _level(start: int, outlines: Sequence[Outline]) -> LevelTable:
    """Return the table of a level from the outlines of its rules.

    :param start: the number of the first rule.
    """
    firsts = reduce(or_, [one.first for one in outlines])
    return LevelTable(
        start,
        firsts,
        _by_codes(one.first for one in outlines),
        _by_codes(one.second for one in outlines),
        _by_codes(one.alone for one in outlines),
    )


def _by_codes(places: Iterable[int]) -> dict[int, int]:
    """Return sets of codes to sets of rules, both as bits, from the codes that each rule can have there."""
    found: dict[int, int] = defaultdict(int)
    for number, codes in enumerate(places):
        found[codes] |= 1 << number
    return dict(found)
