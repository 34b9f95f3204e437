"""Which labels are shown, so that none runs into another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Label:
    """A label that begins at *x* and is *width* long, both in units of the axis.

    :param weight: of two that run into each other the heavier stays, then the one that comes first.
    """

    x: float
    width: float
    weight: int = 0


def show_labels(labels: Sequence[Label], end: float) -> frozenset[int]:
    """Return the indices of labels that can stand beside each other in one row that ends at *end*."""
    shown: list[int] = []
    for index in sorted(range(len(labels)), key=lambda index: (-labels[index].weight, labels[index].x)):
        label = labels[index]
        apart = (
            label.x + label.width <= labels[other].x or labels[other].x + labels[other].width <= label.x
            for other in shown
        )
        if label.x + label.width <= end and all(apart):
            shown.append(index)
    return frozenset(shown)
