"""Recognition: the time expressions in a short run of words, without any context.

A run of words ("island") that a rule could speak of is parsed level by level: each level's rules are
tried from left to right, the longest match wins (the earlier rule among equals), and what it matched
becomes one node of the rule's kind.  What a word run means without its context never changes, so each
distinct run is parsed once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .builders import Builder
from .endings import Endings
from .lexicon import UNKNOWN, Lexicon
from .names import FIRST_NAMES, HOLDER, NameIndex
from .neighbours import neighbours
from .rules import EXTENT, PART_EXTENTS, Rule, RuleFile, compile_rule
from .tokens import split

#: How many distinct runs of words are kept parsed.
CACHE_SIZE = 8_192


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression of an island: offsets into it, and the meaning, not yet resolved.

    :param start: offset of the extent; ``end`` behind it.
    :param phrase_start: offset of the phrase, which has the preposition.
    :param meaning: what it means; see :mod:`sphinx_newstimeline.temporal.meanings`.
    :param rules: the names of the rules that had a part in it, the outermost first.
    :param kind: the kind of thing that the rule makes.
    :param group: the meaning of the range or list that it is a part of, the same object for all of
        its parts, or ``None``.
    """

    start: int
    end: int
    phrase_start: int
    phrase_end: int
    meaning: Any
    rules: tuple[str, ...]
    kind: str
    group: Any = None


@dataclass(slots=True)
class Node:
    """A token, or what a rule made of several nodes: positions count tokens."""

    code: str
    first: int
    last: int
    meaning: Any = None
    kind: str = ""
    rules: tuple[str, ...] = ()
    extent: tuple[int, int] = (0, 0)
    parts: tuple[Node, ...] = ()


class _RulesByOpening(dict[str, list[Rule]]):
    """The rules of a level that can match at a place, by the two codes there; found when first asked for.

    Most rules fall out by the second code, and looking them up is cheaper than trying them.
    """

    def __init__(self, rules: list[Rule]) -> None:
        """Group the rules by the codes that they can begin with."""
        super().__init__()
        self.by_code: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for code in sorted(rule.opening.first):
                self.by_code[code].append(rule)

    def __missing__(self, codes: str) -> list[Rule]:
        """Find the rules for two codes, or for one at the end."""
        found = [
            rule
            for rule in self.by_code[codes[0]]
            if codes[0] in rule.opening.alone or codes[1:] in rule.opening.second
        ]
        self[codes] = found
        return found


@dataclass(frozen=True, slots=True)
class _Level:
    """The rules of one level, and the search for a code that one of them can begin with."""

    search: Callable[..., re.Match[str] | None]
    rules: Mapping[str, list[Rule]]

    @classmethod
    def of(cls, rules: list[Rule]) -> _Level:
        by_opening = _RulesByOpening(rules)
        return cls(re.compile(f"[{''.join(sorted(by_opening.by_code))}]").search, by_opening)


class Parser:
    """Parses islands of one language.

    :param language: its code.
    :param rules: the language's rules.
    :param lexicon: its words.
    :param builders: the functions that rules name behind ``=>``.
    :param names: the names of holidays and periods.
    """

    def __init__(
        self,
        language: str,
        rules: RuleFile,
        lexicon: Lexicon,
        builders: Mapping[str, Builder],
        names: NameIndex,
    ) -> None:
        """Compile the rules."""
        self.language = language
        self.names = names
        self.lexicon = lexicon
        self.builders = builders
        compiled = [[compile_rule(line, rules, lexicon) for line in level] for level in rules.levels]
        self.levels = [_Level.of(level) for level in compiled]
        of_all = [rule for level in compiled for rule in level]
        of_names = set(lexicon.classes.get("NAME", ""))
        self.firsts = frozenset(of_names.union(*(rule.opening.first for rule in of_all)))
        self.endings = Endings.of(of_all, lexicon, names)
        self.neighbours = neighbours(of_all, lexicon, names)
        self.parse = lru_cache(maxsize=CACHE_SIZE)(self._parse)

    def _parse(self, island: str) -> tuple[Expression, ...]:
        """Return the time expressions of a run of words, in order."""
        tokens, offsets = split(island)
        get = self.lexicon.codes.get
        nodes = [
            Node(get(token, UNKNOWN), index, index + 1, extent=(index, index + 1))
            for index, token in enumerate(tokens)
        ]
        nodes = self._find_names(nodes, tokens)
        codes = "".join([node.code for node in nodes])
        for level in self.levels:
            codes = self._apply(level, codes, nodes, tokens)
        found: list[Expression] = []
        for node in nodes:
            if node.kind and node.kind[0] != "_":
                found.extend(_expressions(node, offsets))
        return tuple(found)

    def _find_names(self, nodes: list[Node], tokens: list[str]) -> list[Node]:
        """Return the nodes with names merged; first names go with a holder's surname."""
        found: list[Node] = []
        position = 0
        while position < len(tokens):
            name = self.names.match(tokens, position) if tokens[position] else None
            if name is None:
                found.append(nodes[position])
                position += 1
                continue
            first, last = position, position + len(name.tokens)
            while (
                name.kind == HOLDER
                and found
                and position - first < FIRST_NAMES
                and _is_first_name(found[-1], tokens)
            ):
                first = found.pop().first
            code = self.lexicon.classes[name.kind][0]
            found.append(Node(code, first, last, name.meaning, name.kind, ("name",), (first, last)))
            position = last
        return found

    def _apply(self, level: _Level, codes: str, nodes: list[Node], tokens: list[str]) -> str:
        """Let the rules of one level have their turn, and return the codes of the nodes then there."""
        start = level.search(codes)
        while start:
            position = start.start()
            rules = level.rules[codes[position : position + 2]]
            made = self._best(rules, codes, position, nodes, tokens) if rules else None
            if made is None:
                position += 1
            else:
                node, end = made
                nodes[position:end] = [node]
                codes = codes[:position] + node.code + codes[end:]
            start = level.search(codes, position)
        return codes

    def _best(
        self, rules: list[Rule], codes: str, position: int, nodes: list[Node], tokens: list[str]
    ) -> tuple[Node, int] | None:
        """Return the node of the longest match that has a meaning, and the position behind it."""
        matches = [(match, rule) for rule in rules if (match := rule.match(codes, position))]
        if len(matches) > 1:
            matches.sort(key=lambda pair: -pair[0].end())
        for match, rule in matches:
            node = self._build(rule, match, nodes, tokens)
            if node is not None:
                return node, match.end()
        return None

    def _build(self, rule: Rule, match: re.Match[str], nodes: list[Node], tokens: list[str]) -> Node | None:
        """Return the node that a rule makes of a match, or ``None`` where it means nothing."""
        arguments: dict[str, Any] = dict(rule.line.constants)
        for name, members in rule.slots:
            position = match.start(name)
            if position >= 0:
                node = nodes[position]
                arguments[name] = node.meaning if node.kind else self._value(members, tokens[node.first])
        first, last = nodes[match.start()], nodes[match.end() - 1]
        builder = self.builders[rule.line.means]
        if "words" in builder.wants:
            arguments["words"] = " ".join(tokens[first.first : last.last])
        arguments["language"] = self.language
        meaning = builder(arguments)
        if meaning is None:
            return None
        inner = [name for node in nodes[match.start() : match.end()] for name in node.rules]
        extent = _extent(match, EXTENT if rule.has_extent else 0, nodes)
        rules = (rule.line.name, *inner)
        parts = [
            Node("", first.first, last.last, part, rule.kind, rules, _extent(match, group, nodes))
            for part, group in zip(getattr(meaning, "members", ()), PART_EXTENTS, strict=False)
        ]
        code = self.lexicon.classes[rule.kind][0]
        return Node(code, first.first, last.last, meaning, rule.kind, rules, extent, tuple(parts))

    def _value(self, members: tuple[str, ...], word: str) -> Any:
        for name in members:
            value = self.lexicon.value(name, word)
            if value is not None:
                return value
        return word


def _is_first_name(node: Node, tokens: list[str]) -> bool:
    """Return whether a word that no rule speaks of may be the first name before a surname."""
    return node.code == UNKNOWN and not node.kind and tokens[node.first][:1].isupper()


def _extent(match: re.Match[str], group: str | int, nodes: list[Node]) -> tuple[int, int]:
    """Return the tokens that a group of a match covers, without the prepositions at its ends."""
    start, end = match.span(group)
    return nodes[start].extent[0], nodes[end - 1].extent[1]


def _expressions(node: Node, offsets: list[tuple[int, int]]) -> list[Expression]:
    """Return the expressions that a node stands for: itself, or its parts."""
    group = node.meaning if node.parts else None
    phrase = offsets[node.first][0], offsets[node.last - 1][1]
    return [
        Expression(
            offsets[part.extent[0]][0],
            offsets[part.extent[1] - 1][1],
            *phrase,
            part.meaning,
            node.rules,
            part.kind,
            group,
        )
        for part in node.parts or (node,)
    ]
