"""The language in which rules are written, and how it is read (:mod:`.patterns` has what becomes of it).

A rule is a line of ``lang/<code>/rules.txt``::

    DATE month-year: month:MONTH 'of'? year:YEAR => calendar order=my

that is: the kind of what it makes, its name, the pattern, and the meaning.  In the pattern

* ``MONTH`` is a word of that class of ``words.toml``, or something of that kind that a rule made;
* ``'of'`` is that word itself;
* ``month:`` before an item hands it to the meaning under that name;
* ``?`` ``*`` ``( | )`` are what they are in regular expressions;
* ``<`` … ``>`` is the extent, where it is not the whole match: the rest belongs to the phrase only;
* ``!X`` says that no X follows here, ``~X`` that none stands before.

``@NAME = A | B`` gives several classes one name.  ``== name`` begins a level: levels are applied in
order, each on what the ones before it made.  The meaning is the name of a function of
:mod:`sphinx_newstimeline.temporal.builders` with constants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .grammar import Classes
from .patterns import Group, Item, Look, Repeat, Tree

PATTERN_TOKEN = re.compile(r"(\w+):|'([^']+)'|(_?[A-Z][A-Z0-9_]*)|(<[abc]\b|[()|?*<>!~])|\s+")
LITERAL = re.compile(r"'([^']+)'")
RULE = re.compile(r"(?P<kind>[A-Z_]+) (?P<name>[\w-]+): (?P<pattern>.*?) => (?P<means>\w+)(?P<constants>.*)$")
COMMENT = re.compile(r"(^|\s)#.*")
CONSTANT = re.compile(r"(\w+)=(\S+)")

#: The named groups of the extent of the whole, and of the parts of a range or list.
EXTENT = "extent_"
PART_EXTENTS = ("extent_a", "extent_b", "extent_c")


class RuleError(ValueError):
    """A line of a rules file cannot be read."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as it is written; :func:`read_pattern` reads its pattern."""

    kind: str
    name: str
    pattern: str
    means: str
    constants: tuple[tuple[str, int | float | str], ...]
    line: int


@dataclass
class RuleFile:
    """What a rules file holds: levels of rules, and the names of unions of classes.

    :ivar members: the classes and kinds that names stand for, as far as they were asked for.
    """

    levels: list[list[RuleLine]] = field(default_factory=list)
    unions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    members: dict[str, Classes] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds that the rules make, each once, in order."""
        return tuple(dict.fromkeys(rule.kind for level in self.levels for rule in level))

    @property
    def literals(self) -> set[str]:
        """Return the words that the patterns quote."""
        quoted = {
            member.strip("'") for members in self.unions.values() for member in members if "'" in member
        }
        for level in self.levels:
            for rule in level:
                quoted.update(LITERAL.findall(rule.pattern))
        return quoted


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a rule matches.

    :ivar slots: names of the items that the meaning gets, each with the classes or kinds it may be.
    """

    tree: Group
    slots: tuple[tuple[str, Classes], ...]


def read_rules(lines: Iterable[str]) -> RuleFile:
    """Return what a rules file holds.

    :raises RuleError: with the line's number, where a line is no rule.
    """
    rules = RuleFile()
    for number, raw in enumerate(lines, 1):
        line = COMMENT.sub("", raw).strip() if "#" in raw else raw.strip()
        if not line:
            continue
        if line.startswith("=="):
            rules.levels.append([])
        elif line.startswith("@"):
            name, _, members = line[1:].partition("=")
            rules.unions[name.strip()] = tuple(member.strip() for member in members.split("|"))
        else:
            rules.levels[-1].append(_read_rule(line, number))
    return rules


def _read_rule(line: str, number: int) -> RuleLine:
    match = RULE.match(line)
    if match is None:
        raise RuleError(f"line {number}: not a rule: {line}")
    constants = tuple((name, _constant(value)) for name, value in CONSTANT.findall(match["constants"] or ""))
    return RuleLine(match["kind"], match["name"], match["pattern"], match["means"] or "", constants, number)


def _constant(value: str) -> int | float | str:
    """Return a constant as a number where it is one."""
    if re.fullmatch(r"-?\d+", value):
        return int(value)
    return float(value) if re.fullmatch(r"-?\d+\.\d+", value) else value


def members_of(name: str, rules: RuleFile) -> tuple[str, ...]:
    """Return the classes and kinds that a name stands for, itself where it is no union."""
    found = rules.members.get(name)
    if found is None:
        parts = rules.unions.get(name)
        inner = [member for part in parts for member in members_of(part, rules)] if parts else [name]
        found = rules.members[name] = tuple(inner)
    return found


def read_pattern(line: RuleLine, rules: RuleFile) -> Pattern:
    """Return the pattern of a rule.

    :raises RuleError: where it has a stray character.
    """
    reader = _PatternReader(line, rules)
    options = reader.options()
    if reader.rest:
        raise RuleError(f"line {line.line}: cannot read the pattern at: {line.pattern}")
    return Pattern(Group(options), tuple(reader.slots))


def _as_item(options: tuple[tuple[Tree, ...], ...]) -> Item | None:
    """Return alternatives as one item, where each is one: then the codes of their words stand together."""
    classes: list[str] = []
    for option in options:
        if len(option) != 1 or not isinstance(option[0], Item) or option[0].slot:
            return None
        classes += option[0].classes
    return Item(tuple(dict.fromkeys(classes)))


class _PatternReader:
    """Reads the pattern of one rule into a tree."""

    def __init__(self, line: RuleLine, rules: RuleFile) -> None:
        self.rules = rules
        self.rest = [match for match in PATTERN_TOKEN.finditer(line.pattern) if match[0].strip()]
        if "".join([match[0] for match in self.rest]) != "".join(line.pattern.split()):
            raise RuleError(f"line {line.line}: cannot read the pattern: {line.pattern}")
        self.slots: list[tuple[str, Classes]] = []

    def options(self) -> tuple[tuple[Tree, ...], ...]:
        """Return alternatives, up to the closing sign or the end."""
        options: list[list[Tree]] = [[]]
        while self.rest and self.rest[0][0] not in {")", ">"}:
            if self.rest[0][0] == "|":
                self.rest.pop(0)
                options.append([])
            else:
                options[-1].append(self._repeated(self._tree()))
        return tuple(tuple(option) for option in options)

    def _repeated(self, tree: Tree) -> Tree:
        if self.rest and self.rest[0][0] in {"?", "*"} and isinstance(tree, Item | Group):
            return Repeat(tree, self.rest.pop(0)[0])
        return tree

    def _tree(self) -> Tree:
        match = self.rest.pop(0)
        name, literal, item, sign = match.groups()
        if name:
            classes = self._classes(self.rest.pop(0))
            self.slots.append((name, classes))
            return Item(classes, name)
        if literal or item:
            return Item(self._classes(match))
        if sign in {"!", "~"}:
            return Look(self._classes(self.rest.pop(0)), sign)
        options = self.options()
        self.rest.pop(0)
        if sign != "(":
            return Group(options, EXTENT + sign[1:])
        return _as_item(options) or Group(options)

    def _classes(self, match: re.Match[str]) -> Classes:
        return members_of(match[3] or f"'{match[2]}'", self.rules)
