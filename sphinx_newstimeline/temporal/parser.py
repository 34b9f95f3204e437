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
from functools import cache, lru_cache, partial
from itertools import count
from typing import Any

from .actions import Action, State, Values
from .builders import Builder
from .derivation import Derivation, Expression, derived, expressions_of, retraced
from .endings import Endings
from .grammar import HOLDER, NAME_KINDS, Grammar
from .grammar.codes import bits, codes_in
from .levels import Level, Matching, levels_of, matches_at
from .lexicon import UNKNOWN, Lexicon
from .names import FIRST_NAMES, Name, NameIndex
from .neighbours import neighbours
from .nodes import Node, Words
from .run import Run
from .tokens import split

#: How many distinct runs of words are kept parsed.
CACHE_SIZE = 8_192
#: How many derivations are kept.
DERIVATIONS_KEPT = 4_096


class Parser:
    """Parses islands of one language.

    :param language: its code.
    :param grammar: what its rules and words say.
    :param builders: the functions that rules name behind ``=>``.
    :param names: the names of holidays and periods.
    """

    def __init__(
        self, language: str, grammar: Grammar, builders: Mapping[str, Builder], names: NameIndex
    ) -> None:
        """Join the grammar and the names."""
        self.language = language
        self.names = names
        self.kinds = grammar.kinds
        self.lexicon = lexicon = Lexicon.of(grammar, names)
        self.builders = builders
        self.levels = levels_of(grammar)
        self.firsts = frozenset(codes_in(lexicon.in_texts(grammar.firsts) | lexicon.named))
        self.endings = Endings.of(grammar, lexicon, names)
        self.neighbours = neighbours(grammar, lexicon, names)
        # Names are compared with less care for capitals than words are coded with.
        self.name_firsts = {UNKNOWN}.union(*map(lexicon.codes_of_name, names.by_first))
        self.name_kinds = {grammar.kinds[kind]: kind for kind in NAME_KINDS}
        self.words = Words()
        self.actions: dict[int, Action] = {}
        self._values = cache(partial(Values, self.lexicon))
        self.derivations: dict[str, Derivation] = {}
        self.parse = lru_cache(maxsize=CACHE_SIZE)(self._parse)

    def _parse(self, island: str) -> tuple[Expression, ...]:
        """Return the time expressions of a run of words, in order."""
        run, codes = self._run(island)
        derivation = self.derivations.get(codes)
        made = retraced(derivation[0], run, self.actions) if derivation else None
        if derivation is None or made is None:
            derivation, made = self._derive(run, codes)
            if len(self.derivations) >= DERIVATIONS_KEPT:
                self.derivations.clear()
            self.derivations[codes] = derivation
        return expressions_of(derivation[1], run, made)

    def _run(self, island: str) -> tuple[Run, str]:
        """Return the run and the codes of its leaves: its tokens, with names merged."""
        tokens, offsets = split(island)
        codes = list(map(self.lexicon.codes.__getitem__, tokens))
        firsts, lasts = list(range(len(tokens))), list(range(1, len(tokens) + 1))
        if self.name_firsts.isdisjoint(codes):
            return Run(tokens, offsets, firsts, lasts, []), self._plain(codes)
        run = Run(tokens, offsets, [], [], [])
        return run, self._merge_names(run, codes)

    def _plain(self, codes: list[str]) -> str:
        """Return codes of words as rules see them."""
        return "".join(codes).translate(self.lexicon.plain)

    def _merge_names(self, run: Run, codes: list[str]) -> str:
        """Make leaves of the tokens, of a name one, to which the first names before a surname belong."""
        found: list[str] = []
        plain = self._plain(codes)
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
            found.append(self.kinds[name.kind] if name else plain[position])
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
        for place in enumerate(codes):
            kind = self.name_kinds.get(place[1])
            word = self.words[place]
            nodes.append(word._replace(made=next(names), kind=kind, rules=("name",)) if kind else word)
        state, present = State(run, nodes, [], list(run.names)), bits(codes)
        for level in self.levels:
            if level.openings & present:
                codes, present = self._apply(level, codes, present, state)
        return (tuple(state.steps), derived(nodes)), state.made

    def _apply(self, level: Level, codes: str, present: int, state: State) -> tuple[str, int]:
        """Let the rules of one level have their turn, and return the codes of the nodes then there.

        :param present: all codes that were ever there, as bits, which is returned, too.
        """
        firsts, position = level.firsts, 0
        while position < len(codes):
            rules = level.rules[codes[position : position + 2]] if codes[position] in firsts else ()
            matches = matches_at(rules, codes, position, present) if rules else ()
            made = self._best(matches, state) if matches else None
            if made is None:
                position += 1
            else:
                node, end = made
                state.nodes[position:end] = [node]
                codes = codes[:position] + node.code + codes[end:]
                present |= bits(node.code)
        return codes, present

    def _best(self, matches: list[tuple[re.Match[str], Matching]], state: State) -> tuple[Node, int] | None:
        """Return the node of the longest match that has a meaning, and the position behind it."""
        if len(matches) > 1:
            matches.sort(key=lambda pair: -pair[0].end())
        for match, rule in matches:
            node = (self.actions.get(rule.number) or self._act(rule)).take(match, state)
            if node is not None:
                return node, match.end()
        return None

    def _act(self, matching: Matching) -> Action:
        """Return what a rule does where it matches; kept, since most runs are read by the same few rules."""
        rule = matching.rule
        builder = self.builders[rule.means]
        given = {"language": self.language, **dict(rule.constants)}
        action = self.actions[matching.number] = Action(
            matching.number,
            builder.function,
            {name: value for name, value in given.items() if name in builder.wants},
            tuple(
                [
                    (name, self._values(classes), group)
                    for name, classes, group in rule.slots
                    if name in builder.wants
                ]
            ),
            "words" in builder.wants,
            rule.name,
            rule.kind,
            self.kinds[rule.kind],
            rule.extent,
            rule.parts,
        )
        return action
