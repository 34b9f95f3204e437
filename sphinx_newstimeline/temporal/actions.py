"""Actions: what a rule does where it matches.  It takes a step, which makes a meaning, and makes a node."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from .lexicon import Lexicon
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


class Values(dict[str, object]):
    """What words mean to the first of some classes that knows them, else themselves; found when asked for."""

    def __init__(self, lexicon: Lexicon, classes: tuple[str, ...]) -> None:
        """Take the classes of a slot."""
        super().__init__()
        self._lexicon, self._classes = lexicon, classes

    def __missing__(self, word: str) -> object:
        """Find what a word means."""
        values = [self._lexicon.value(name, word) for name in self._classes]
        found = self[word] = next((value for value in values if value is not None), word)
        return found


class Action(NamedTuple):
    """What a rule does where it matches.

    :param number: the rule's.
    :param constants: what its builder always gets.
    :param slots: names of the nodes that the builder gets, each with what the words mean that it may be, and
        the group of a match that it is.
    :param words: whether the builder gets the words.
    :param extent: the group of a match that is the extent; ``parts`` those of the parts.
    """

    number: int
    function: Callable[..., Any]
    constants: dict[str, Any]
    slots: tuple[tuple[str, Values, int], ...]
    words: bool
    name: str
    kind: str
    code: str
    extent: int
    parts: tuple[int, ...]

    def take(self, match: re.Match[str], state: State) -> Node | None:
        """Take the step of a match, and return the node of what it makes, or ``None`` if it makes nothing."""
        run, nodes, steps, made = state
        places: list[int | None] = []
        for slot in self.slots:
            position = match.start(slot[2])
            if position < 0:
                places.append(None)
            else:
                node = nodes[position]
                places.append(node.first if node.made < 0 else ~node.made)
        start, end = match.span()
        first, last = nodes[start].first, nodes[end - 1].last
        step = self.number, True, tuple(places), (first, last) if self.words else None
        meaning = self.meaning(step, run, made)
        made.append(meaning)
        if meaning is None:
            steps.append((self.number, False, *step[2:]))
            return None
        steps.append(step)
        return Node(
            self.code,
            first,
            last,
            _extent(match, self.extent, nodes),
            len(made) - 1,
            self.kind,
            (self.name, *[name for node in nodes[start:end] for name in node.rules]),
            tuple([_extent(match, part, nodes) for part in self.parts]) if self.parts else (),
        )

    def meaning(self, step: Step, run: Run, made: list[Any]) -> object:
        """Return what a step of the rule makes of a run.

        :param made: what its names mean, and what the steps before have made.
        """
        _number, _made, places, words = step
        arguments = self.constants.copy()
        for (name, values, _group), place in zip(self.slots, places, strict=True):
            if place is not None:
                arguments[name] = made[~place] if place < 0 else values[run.word(place)]
        if words:
            arguments["words"] = run.words(*words)
        return self.function(**arguments)


def _extent(match: re.Match[str], group: int, nodes: list[Node]) -> Leaves:
    """Return the leaves that a group of a match covers, without the prepositions at its ends."""
    start, end = match.span(group)
    return nodes[start].extent[0], nodes[end - 1].extent[1]
