"""Counting as task A of TempEval-3 does (UzZaman et al., SemEval-2013 task 1).

* strict: a span that was found equals one that is right;
* relaxed: both overlap; every span is used at most once;
* type, value: both overlap, and their ``type`` or ``value`` is the same string.

Counts are summed over documents (micro-average).  The task gives type and value as relaxed F1 times
the share of right ones among the overlapping pairs; that is the F1 of the counts kept here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from documents import Annotation, Document
from kinds import kind_of

MEASURES = ("strict", "relaxed", "type", "value")
MISTAKES = ("missed", "spurious", "value", "type", "span")


class Figures(NamedTuple):
    """Precision, recall and F1, in per cent."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, found: int, gold: int) -> Figures:
        """Return the figures of counts; of nothing they are 0."""
        return cls(
            100 * right / found if found else 0.0,
            100 * right / gold if gold else 0.0,
            200 * right / (found + gold) if found + gold else 0.0,
        )


class Mistake(NamedTuple):
    """What went wrong at one place; a side is ``None`` where it has nothing there."""

    what: str
    kind: str
    document: Document
    gold: Annotation | None
    found: Annotation | None


@dataclass
class Scores:
    """Counts over documents.

    :ivar right: how many pairs are right, by measure.
    :ivar kinds: the same with ``gold`` and ``spurious``, by kind of expression and measure.
    """

    gold: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    mistakes: list[Mistake] = field(default_factory=list)

    def figures(self, measure: str) -> Figures:
        """Return the figures of a measure, one of ``MEASURES``."""
        return Figures.of(self.right[measure], self.found, self.gold)

    def add(self, document: Document, found: Sequence[Annotation]) -> None:
        """Count one document.

        :param found: what a system found in it, in any order.
        """
        gold = document.gold or ()
        pairs = pair(gold, found)
        self.gold += len(gold)
        self.found += len(found)
        for right, answer in pairs:
            self._add_pair(document, right, answer)
        paired_gold, paired_found = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
        for right in gold:
            self.kinds[kind(document, right), "gold"] += 1
        for missed in (Counter(gold) - paired_gold).elements():
            self.mistakes.append(Mistake("missed", kind(document, missed), document, missed, None))
        for spurious in (Counter(found) - paired_found).elements():
            name = kind(document, spurious)
            self.kinds[name, "spurious"] += 1
            self.mistakes.append(Mistake("spurious", name, document, None, spurious))

    def _add_pair(self, document: Document, right: Annotation, answer: Annotation) -> None:
        name = kind(document, right)
        holds = {
            "strict": right[:2] == answer[:2],
            "relaxed": True,
            "type": right.type == answer.type,
            "value": right.value == answer.value,
        }
        for measure, is_right in holds.items():
            self.right[measure] += is_right
            self.kinds[name, measure] += is_right
            if not is_right:
                what = "span" if measure == "strict" else measure
                self.mistakes.append(Mistake(what, name, document, right, answer))


def kind(document: Document, annotation: Annotation) -> str:
    """Return the kind of an expression of a document; see :mod:`kinds`."""
    return kind_of(document.text[annotation.start : annotation.end], annotation.type, annotation.value)


def overlap(one: Annotation, other: Annotation) -> int:
    """Return how many characters two spans share; none or fewer where they do not touch."""
    return min(one.end, other.end) - max(one.start, other.start)


def pair(gold: Iterable[Annotation], found: Iterable[Annotation]) -> list[tuple[Annotation, Annotation]]:
    """Pair spans one to one: equal ones first, then those that share most, then the earlier ones."""
    right, answers = sorted(gold), sorted(found)
    candidates = sorted(
        (one[:2] != other[:2], -overlap(one, other), one.start, other.start, index, number)
        for index, one in enumerate(right)
        for number, other in enumerate(answers)
        if overlap(one, other) > 0
    )
    pairs: list[tuple[Annotation, Annotation]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for *_, index, number in candidates:
        if index not in used_gold and number not in used_found:
            used_gold.add(index)
            used_found.add(number)
            pairs.append((right[index], answers[number]))
    return pairs
