"""Derivations: the steps by which rules read a run of words, apart from what the words are.

Which rules match where depends on the classes of the words alone, but for rules that make nothing of
certain words ("February 30").  So a run whose codes were read before needs no search: the same steps are
taken with its own words, and hold as long as each makes something, or nothing, as it did then.

Derivations are plain tuples of numbers and names.  There are thousands of them, and such tuples are
nothing that the garbage collector has to look at again and again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from .actions import Action, Step
from .nodes import Leaves, Node
from .run import Run

#: An expression that a run was found to have: which of the meanings that were made is its own; the leaves
#: of its phrase and of its extent, which has no preposition; its rules and kind; the extents of its parts,
#: where it is a range or list.
Derived: TypeAlias = tuple[int, Leaves, Leaves, tuple[str, ...], str, tuple[Leaves, ...]]
#: How a run was read: the steps in order, and the expressions.
Derivation: TypeAlias = tuple[tuple[Step, ...], tuple[Derived, ...]]


class Expression(NamedTuple):
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


def derived(nodes: Iterable[Node]) -> tuple[Derived, ...]:
    """Return the expressions that the nodes of a run stand for in the end."""
    return tuple(
        [
            (node.made, (node.first, node.last), node.extent, node.rules, node.kind, node.parts)
            for node in nodes
            if node.kind and node.kind[0] != "_"
        ]
    )


def retraced(steps: Iterable[Step], run: Run, actions: Mapping[int, Action]) -> list[Any] | None:
    """Return what steps make of another run of the same codes, or ``None`` where one does otherwise.

    :param actions: what rules do, by their numbers.
    """
    made = list(run.names)
    for step in steps:
        meaning = actions[step[0]].meaning(step, run, made)
        if (meaning is not None) is not step[1]:
            return None
        made.append(meaning)
    return made


def expressions_of(found: Iterable[Derived], run: Run, made: list[Any]) -> tuple[Expression, ...]:
    """Return the expressions of a run, in order.

    :param made: what was made of it.
    """
    return tuple([item for one in found for item in _expressions(one, run, made)])


def _expressions(found: Derived, run: Run, made: list[Any]) -> list[Expression]:
    """Return what was found as an expression, or as one for each of its parts."""
    own, leaves, extent, rules, kind, parts = found
    phrase, meaning = run.span(leaves), made[own]
    members = getattr(meaning, "members", ()) if parts else ()
    if not members:
        return [Expression(*run.span(extent), *phrase, meaning, rules, kind)]
    return [
        Expression(*run.span(part), *phrase, member, rules, kind, meaning)
        for member, part in zip(members, parts, strict=False)
    ]
