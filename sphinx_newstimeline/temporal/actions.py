"""Actions: what a rule does where it matches.  It takes a step, which makes a meaning, and makes a node."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from .nodes import Leaves, Node
from .run import Run

#: A rule at a place of a run: its number; whether it made something; for each of its slots the leaf that it
#: gets, or, as its complement (``~index``), a meaning that was made before, or ``None`` where it gets
#: nothing; the leaves whose words it gets, if any.
Step: TypeAlias = tuple[int, bool, tuple[int | None, ...], Leaves | None]


class State(NamedTuple):
    """A run while it is parsed: its nodes so far, the steps, and what names mean and steps have made."""

    run: Run
    nodes: list[Node]
    steps: list[Step]
    made: list[Any]


class Action(NamedTuple):
    """What a rule does where it matches.

    :param number: the rule's.
    :param constants: what its builder always gets.
    :param slots: names of the nodes that the builder gets, each with the classes it may be a word of and the
        group of a match that it is.
    :param words: whether the builder gets the words.
    :param extent: the group of a match that is the extent; ``parts`` those of the parts.
    """

    number: int
    function: Callable[..., Any]
    constants: Mapping[str, Any]
    slots: tuple[tuple[str, tuple[str, ...], int], ...]
    words: bool
    name: str
    kind: str
    code: str
    extent: int
    parts: tuple[int, ...]

    def take(self, match: re.Match[str], state: State) -> Node | None:
        """Take the step of a match, and return the node of what it makes, or ``None`` if it makes nothing."""
        nodes = state.nodes
        places: list[int | None] = []
        for _name, _classes, group in self.slots:
            position = match.start(group)
            if position < 0:
                places.append(None)
            else:
                node = nodes[position]
                places.append(node.first if node.made < 0 else ~node.made)
        matched = nodes[match.start() : match.end()]
        words = (matched[0].first, matched[-1].last) if self.words else None
        step = self.number, True, tuple(places), words
        meaning = self.meaning(step, state.run, state.made)
        state.made.append(meaning)
        if meaning is None:
            state.steps.append((self.number, False, step[2], words))
            return None
        state.steps.append(step)
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

    def meaning(self, step: Step, run: Run, made: list[Any]) -> object:
        """Return what a step of the rule makes of a run.

        :param made: what its names mean, and what the steps before have made.
        """
        arguments = dict(self.constants)
        for (name, classes, _group), place in zip(self.slots, step[2], strict=True):
            if place is not None:
                arguments[name] = made[~place] if place < 0 else run.value(place, classes)
        if step[3]:
            arguments["words"] = run.words(*step[3])
        return self.function(**arguments)


def _extent(match: re.Match[str], group: int, nodes: list[Node]) -> Leaves:
    """Return the leaves that a group of a match covers, without the prepositions at its ends."""
    start, end = match.span(group)
    return nodes[start].extent[0], nodes[end - 1].extent[1]
