"""Nodes: what a run consists of while it is read, and what rules that match put in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .derivation import Run, Step


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


class Leaves(dict[tuple[int, str], Node]):
    """The leaves of runs, by their place and code: most are alike."""

    def __missing__(self, place: tuple[int, str]) -> Node:
        """Make a leaf."""
        index, code = place
        leaf = self[place] = Node(code, index, index + 1, (index, index + 1))
        return leaf


class State(NamedTuple):
    """A run while it is parsed: its nodes so far, the steps, and what names mean and steps have made."""

    run: Run
    nodes: list[Node]
    steps: list[Step]
    made: list[Any]


class Action(NamedTuple):
    """What a rule does where it matches: it takes a step, and makes a node.

    :param constants: what its builder always gets.
    :param slots: names of the nodes that the builder gets, each with the classes it may be a word of and the
        group of a match that it is.
    :param words: whether the builder gets the words.
    :param extent: the group of a match that is the extent; ``parts`` those of the parts.
    """

    function: Callable[..., Any]
    constants: Mapping[str, Any]
    slots: tuple[tuple[str, tuple[str, ...], int], ...]
    words: bool
    name: str
    kind: str
    code: str
    extent: int
    parts: tuple[int, ...]

    def step(self, match: re.Match[str], nodes: list[Node]) -> Step:
        """Return the step that the rule takes where it matched."""
        slots: list[tuple[str, int, tuple[str, ...] | None]] = []
        for name, classes, group in self.slots:
            position = match.start(group)
            if position >= 0:
                node = nodes[position]
                slots.append((name, node.first, classes) if node.made < 0 else (name, node.made, None))
        words = (nodes[match.start()].first, nodes[match.end() - 1].last) if self.words else None
        return Step(self.function, self.constants, tuple(slots), words)

    def node(self, match: re.Match[str], state: State) -> Node:
        """Return the node of what the last step made."""
        nodes = state.nodes
        matched = nodes[match.start() : match.end()]
        return Node(
            self.code,
            matched[0].first,
            matched[-1].last,
            _extent(match, self.extent, nodes),
            len(state.made) - 1,
            self.kind,
            (self.name, *[name for node in matched for name in node.rules]),
            tuple([_extent(match, part, nodes) for part in self.parts]) if self.parts else (),
        )


def _extent(match: re.Match[str], group: int, nodes: list[Node]) -> tuple[int, int]:
    """Return the leaves that a group of a match covers, without the prepositions at its ends."""
    start, end = match.span(group)
    return nodes[start].extent[0], nodes[end - 1].extent[1]
