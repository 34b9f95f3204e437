"""Derivations: the steps by which rules read a run of words, apart from what the words are.

Which rules match where depends on the classes of the words alone, but for rules that make nothing of
certain words ("February 30").  So a run whose codes were read before needs no search: the same steps are
taken with its own words, and hold as long as each makes something, or nothing, as it did then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .lexicon import Lexicon


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


class Run(NamedTuple):
    """A run of words as rules see it: *leaves*, each a token or a name of several.

    :param tokens: its tokens, with their ``offsets``.
    :param firsts: the first token of each leaf; ``lasts`` the one behind its last.
    :param names: what those that are names mean, in order.
    """

    lexicon: Lexicon
    tokens: list[str]
    offsets: list[tuple[int, int]]
    firsts: list[int]
    lasts: list[int]
    names: list[Any]

    def value(self, leaf: int, classes: tuple[str, ...]) -> object:
        """Return what a leaf means to the first of the classes that know it, else its word."""
        word = self.tokens[self.firsts[leaf]]
        for name in classes:
            value = self.lexicon.value(name, word)
            if value is not None:
                return value
        return word

    def words(self, first: int, last: int) -> str:
        """Return the words of the leaves from *first* to before *last*, joined by single spaces."""
        return " ".join(self.tokens[self.firsts[first] : self.lasts[last - 1]])

    def span(self, leaves: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of the leaves from the first to before the last."""
        return self.offsets[self.firsts[leaves[0]]][0], self.offsets[self.lasts[leaves[1] - 1] - 1][1]


class Step(NamedTuple):
    """A rule at a place of a run.

    :param constants: what its builder always gets.
    :param slots: names of what it gets of the run: a leaf, as one of certain classes, or, without
        classes, the meaning of a name or step before.
    :param words: the leaves whose words it gets, or ``None``.
    :param makes: whether it made something.
    """

    function: Callable[..., Any]
    constants: Mapping[str, Any]
    slots: tuple[tuple[str, int, tuple[str, ...] | None], ...]
    words: tuple[int, int] | None
    makes: bool = True

    def meaning(self, run: Run, made: list[Any]) -> object:
        """Return what the rule makes of the run.

        :param made: what its names mean, and what the steps before have made.
        """
        arguments = dict(self.constants)
        for name, index, classes in self.slots:
            arguments[name] = made[index] if classes is None else run.value(index, classes)
        if self.words:
            arguments["words"] = run.words(*self.words)
        return self.function(**arguments)


class Derived(NamedTuple):
    """An expression that a run was found to have: places in leaves.

    :param made: which of the meanings that were made is its own.
    :param leaves: its phrase.
    :param extent: the words without their preposition.
    :param parts: the extents of the parts, where it is a range or list.
    """

    made: int
    leaves: tuple[int, int]
    extent: tuple[int, int]
    rules: tuple[str, ...]
    kind: str
    parts: tuple[tuple[int, int], ...]

    def expressions(self, run: Run, meaning: object) -> list[Expression]:
        """Return what it stands for: an expression, or one for each part."""
        phrase = run.span(self.leaves)
        members = getattr(meaning, "members", ()) if self.parts else ()
        if not members:
            return [Expression(*run.span(self.extent), *phrase, meaning, self.rules, self.kind)]
        return [
            Expression(*run.span(extent), *phrase, member, self.rules, self.kind, meaning)
            for member, extent in zip(members, self.parts, strict=False)
        ]


class Derivation(NamedTuple):
    """How a run was read: the steps in order, and the expressions."""

    steps: tuple[Step, ...]
    found: tuple[Derived, ...]

    def read(self, run: Run) -> list[Any] | None:
        """Return what is made of a run of the same codes, or ``None`` where a step does otherwise."""
        made = list(run.names)
        for step in self.steps:
            meaning = step.meaning(run, made)
            if (meaning is not None) is not step.makes:
                return None
            made.append(meaning)
        return made

    def expressions(self, run: Run, made: list[Any]) -> tuple[Expression, ...]:
        """Return the expressions of a run, in order.

        :param made: what was made of it.
        """
        return tuple(
            [item for derived in self.found for item in derived.expressions(run, made[derived.made])]
        )
