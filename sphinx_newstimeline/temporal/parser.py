"""Recognition: the time expressions in a short run of words, without any context.

A run of words ("island") that a rule could speak of is parsed level by level: each level's rules are
tried from left to right, the longest match wins (the earlier rule among equals), and what it matched
becomes one node of the rule's kind.  What a word run means without its context never changes, so each
distinct run is parsed once, and the search for rules that match is done once for all runs of the same
codes (:mod:`.derivation`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, reduce
from itertools import count
from operator import or_
from typing import Any, NamedTuple

from .builders import Builder
from .derivation import Derivation, Derived, Expression, Run, Step
from .endings import Endings, WordsOfKinds
from .levels import Level
from .lexicon import UNKNOWN, Lexicon
from .names import FIRST_NAMES, HOLDER, HOLIDAY, PERIOD, Name, NameIndex
from .neighbours import codes_of, neighbours
from .outline import bits, codes_in
from .rules import EXTENT, PART_EXTENTS, Rule, RuleFile, compile_rule
from .tokens import split

#: How many distinct runs of words are kept parsed.
CACHE_SIZE = 8_192
#: How many derivations are kept.
DERIVATIONS_KEPT = 4_096


class Node(NamedTuple):
    """A leaf of a run, or what a rule made of several nodes: places count leaves.

    :param made: which of the meanings that were made is its own; -1 for a word.
    """

    code: str
    first: int
    last: int
    extent: tuple[int, int]
    made: int = -1
    kind: str = ""
    rules: tuple[str, ...] = ()
    parts: tuple[tuple[int, int], ...] = ()


class _State(NamedTuple):
    """A run while it is parsed: its nodes so far, the steps, and what names mean and steps have made."""

    run: Run
    nodes: list[Node]
    steps: list[Step]
    made: list[Any]


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
        self.levels = [Level.of(level) for level in compiled]
        of_all = [rule for level in compiled for rule in level]
        firsts = [rule.outline.first for rule in of_all]
        self.firsts = frozenset(codes_in(reduce(or_, firsts, bits(lexicon.classes.get("NAME", "")))))
        ends = WordsOfKinds.of([(rule.kind, rule.outline.last) for rule in of_all], lexicon)
        self.endings = Endings.of(of_all, ends, lexicon, names)
        self.neighbours = neighbours(of_all, ends, lexicon, names)
        # Names are compared with less care for capitals than words are coded with.
        self.name_firsts = {UNKNOWN}.union(*(codes_of(first, lexicon) for first in names.by_first))
        self.name_kinds = {
            lexicon.classes[kind][0]: kind for kind in (HOLIDAY, HOLDER, PERIOD) if kind in lexicon.classes
        }
        self.derivations: dict[str, Derivation] = {}
        self.parse = lru_cache(maxsize=CACHE_SIZE)(self._parse)

    def _parse(self, island: str) -> tuple[Expression, ...]:
        """Return the time expressions of a run of words, in order."""
        run, codes = self._run(island)
        derivation = self.derivations.get(codes)
        made = derivation.read(run) if derivation else None
        if derivation is None or made is None:
            derivation, made = self._derive(run, codes)
            if len(self.derivations) >= DERIVATIONS_KEPT:
                self.derivations.clear()
            self.derivations[codes] = derivation
        return derivation.expressions(run, made)

    def _run(self, island: str) -> tuple[Run, str]:
        """Return the run and the codes of its leaves: its tokens, with names merged."""
        tokens, offsets = split(island)
        get = self.lexicon.codes.get
        codes = [get(token, UNKNOWN) for token in tokens]
        firsts, lasts = list(range(len(tokens))), list(range(1, len(tokens) + 1))
        if self.name_firsts.isdisjoint(codes):
            return Run(self.lexicon, tokens, offsets, firsts, lasts, []), "".join(codes)
        run = Run(self.lexicon, tokens, offsets, [], [], [])
        return run, self._merge_names(run, codes)

    def _merge_names(self, run: Run, codes: list[str]) -> str:
        """Make leaves of the tokens, of a name one, to which the first names before a surname belong."""
        found: list[str] = []
        position = 0
        while position < len(codes):
            name = self._name_at(run.tokens, codes, position)
            first, last = position, position + (len(name.tokens) if name else 1)
            while (
                name
                and name.kind == HOLDER
                and found
                and position - first < FIRST_NAMES
                and found[-1] == UNKNOWN
                and run.tokens[run.firsts[-1]][:1].isupper()
            ):
                found.pop()
                run.lasts.pop()
                first = run.firsts.pop()
            if name:
                run.names.append(name.meaning)
            found.append(self.lexicon.classes[name.kind][0] if name else codes[position])
            run.firsts.append(first)
            run.lasts.append(last)
            position = last
        return "".join(found)

    def _name_at(self, tokens: list[str], codes: list[str], position: int) -> Name | None:
        """Return the name that begins at the token."""
        if not tokens[position] or codes[position] not in self.name_firsts:
            return None
        return self.names.match(tokens, position)

    def _derive(self, run: Run, codes: str) -> tuple[Derivation, list[Any]]:
        """Return how the rules read a run, and what they make of it."""
        nodes, names = [], count()
        for index, code in enumerate(codes):
            place = (code, index, index + 1, (index, index + 1))
            kind = self.name_kinds.get(code)
            nodes.append(Node(*place, next(names), kind, ("name",)) if kind else Node(*place))
        state = _State(run, nodes, [], list(run.names))
        for level in self.levels:
            codes = self._apply(level, codes, state)
        found = [
            Derived(node.made, (node.first, node.last), node.extent, node.rules, node.kind, node.parts)
            for node in nodes
            if node.kind and node.kind[0] != "_"
        ]
        return Derivation(tuple(state.steps), tuple(found)), state.made

    def _apply(self, level: Level, codes: str, state: _State) -> str:
        """Let the rules of one level have their turn, and return the codes of the nodes then there."""
        start = level.search(codes)
        while start:
            position = start.start()
            rules = level.rules[codes[position : position + 2]]
            made = self._best(rules, codes, position, state) if rules else None
            if made is None:
                position += 1
            else:
                node, end = made
                state.nodes[position:end] = [node]
                codes = codes[:position] + node.code + codes[end:]
            start = level.search(codes, position)
        return codes

    def _best(self, rules: list[Rule], codes: str, position: int, state: _State) -> tuple[Node, int] | None:
        """Return the node of the longest match that has a meaning, and the position behind it."""
        matches = [(match, rule) for rule in rules if (match := rule.match(codes, position))]
        if len(matches) > 1:
            matches.sort(key=lambda pair: -pair[0].end())
        for match, rule in matches:
            step = self._step(rule, match, state.nodes)
            meaning = step.meaning(state.run, state.made)
            state.steps.append(step if meaning is not None else step._replace(makes=False))
            state.made.append(meaning)
            if meaning is not None:
                return self._node(rule, match, state), match.end()
        return None

    def _step(self, rule: Rule, match: re.Match[str], nodes: list[Node]) -> Step:
        """Return the step that a rule takes where it matched."""
        builder = self.builders[rule.line.means]
        given = {"language": self.language, **dict(rule.line.constants)}
        slots = []
        for name, classes in rule.slots:
            position = match.start(name) if name in builder.wants else -1
            if position >= 0:
                node = nodes[position]
                slots.append((name, node.first, classes) if node.made < 0 else (name, node.made, None))
        return Step(
            builder.function,
            {name: value for name, value in given.items() if name in builder.wants},
            tuple(slots),
            (nodes[match.start()].first, nodes[match.end() - 1].last) if "words" in builder.wants else None,
        )

    def _node(self, rule: Rule, match: re.Match[str], state: _State) -> Node:
        """Return the node of what the last step made."""
        nodes = state.nodes
        matched = nodes[match.start() : match.end()]
        return Node(
            self.lexicon.classes[rule.kind][0],
            matched[0].first,
            matched[-1].last,
            _extent(match, EXTENT if rule.has_extent else 0, nodes),
            len(state.made) - 1,
            rule.kind,
            (rule.line.name, *[name for node in matched for name in node.rules]),
            tuple([_extent(match, part, nodes) for part in PART_EXTENTS if part in match.re.groupindex]),
        )


def _extent(match: re.Match[str], group: str | int, nodes: list[Node]) -> tuple[int, int]:
    """Return the leaves that a group of a match covers, without the prepositions at its ends."""
    start, end = match.span(group)
    return nodes[start].extent[0], nodes[end - 1].extent[1]
