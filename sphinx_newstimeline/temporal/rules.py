"""The language in which rules are written, and their compilation to regular expressions.

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
:mod:`sphinx_newstimeline.temporal.meanings` with constants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .lexicon import Lexicon

PATTERN_TOKEN = re.compile(r"(\w+):|'([^']+)'|(_?[A-Z][A-Z0-9_]*)|(<[abc]\b|[()|?*<>!~])|\s+")
RULE = re.compile(r"(?P<kind>[A-Z_]+) (?P<name>[\w-]+): (?P<pattern>.*?) => (?P<means>\w+)(?P<constants>.*)$")
CONSTANT = re.compile(r"(\w+)=(\S+)")

#: The named groups of the extent of the whole, and of the parts of a range or list.
EXTENT = "extent_"
PART_EXTENTS = ("extent_a", "extent_b", "extent_c")


class RuleError(ValueError):
    """A line of a rules file cannot be read."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as it is written; :func:`compile_rule` makes it match."""

    kind: str
    name: str
    pattern: str
    means: str
    constants: tuple[tuple[str, int | float | str], ...]
    line: int


@dataclass
class RuleFile:
    """What a rules file holds: levels of rules, and the names of unions of classes."""

    levels: list[list[RuleLine]] = field(default_factory=list)
    unions: dict[str, tuple[str, ...]] = field(default_factory=dict)

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
                quoted.update(match[2] for match in PATTERN_TOKEN.finditer(rule.pattern) if match[2])
        return quoted


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that can be matched against a string of codes.

    :ivar slots: names of the items that the meaning gets, each with the classes or kinds it may be.
    """

    line: RuleLine
    regex: re.Pattern[str]
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    has_extent: bool

    @property
    def kind(self) -> str:
        """Return the kind of what the rule makes."""
        return self.line.kind


def read_rules(lines: Iterable[str]) -> RuleFile:
    """Return what a rules file holds.

    :raises RuleError: with the line's number, where a line is no rule.
    """
    rules = RuleFile()
    for number, raw in enumerate(lines, 1):
        line = re.sub(r"(^|\s)#.*", "", raw).strip()
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
    if name not in rules.unions:
        return (name,)
    return tuple(member for part in rules.unions[name] for member in members_of(part, rules))


def compile_rule(line: RuleLine, rules: RuleFile, lexicon: Lexicon) -> Rule:
    """Return the rule as a regular expression over the lexicon's codes.

    :raises RuleError: where the pattern names a class that does not exist or has a stray character.
    """
    parts: list[str] = []
    slots: list[tuple[str, tuple[str, ...]]] = []
    slot, position = "", 0
    while position < len(line.pattern):
        match = PATTERN_TOKEN.match(line.pattern, position)
        if match is None:
            raise RuleError(f"line {line.line}: cannot read the pattern at: {line.pattern[position:]}")
        position = match.end()
        name, literal, item, sign = match.groups()
        if name:
            slot = name
        elif literal or item:
            members = members_of(f"'{literal}'" if literal else item, rules)
            charset = _charset(members, lexicon, line)
            parts.append(f"(?P<{slot}>{charset})" if slot else charset)
            if slot:
                slots.append((slot, members))
            slot = ""
        elif sign:
            parts.append(_sign(sign))
    # A negative look-around holds just the item behind it.
    pattern = re.sub(r"(\(\?<?!)(\[[^]]*\])", r"\1\2)", "".join(parts))
    return Rule(line, re.compile(pattern), tuple(slots), f"(?P<{EXTENT}>" in pattern)


def _sign(sign: str) -> str:
    """Return the regular expression of a sign of the pattern language."""
    if len(sign) > 1:
        return f"(?P<{EXTENT}{sign[1:]}>"
    return {"<": f"(?P<{EXTENT}>", ">": ")", "(": "(?:", "!": "(?!", "~": "(?<!"}.get(sign, sign)


def _charset(members: tuple[str, ...], lexicon: Lexicon, line: RuleLine) -> str:
    codes = []
    for member in members:
        if member not in lexicon.classes:
            raise RuleError(f"line {line.line}: no class or kind is called {member}")
        codes.append(lexicon.classes[member])
    return "[" + "".join(sorted(set("".join(codes)))) + "]"
