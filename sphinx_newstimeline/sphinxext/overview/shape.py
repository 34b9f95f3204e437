"""How high the parts of a chart are, in pixels; its width is that of the column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes

#: The height of a lane, of the tallest heap, and of a row of labels.
LANE = 17.0
HEAP = 46.0
ROW = 17.0
MARGIN = 6.0


@dataclass(frozen=True, slots=True)
class Heights:
    """The heights of one chart, counted from its upper edge.

    :param axis: where the line of the axis is.
    :param rows: how many rows of labels are below it.
    """

    axis: float
    heaps: float
    rows: int

    @classmethod
    def of(cls, node: nodes.Element) -> Heights:
        """Return the heights of a chart."""
        heaps = HEAP if node["heaps"] else 0.0
        rows = 2 if any(tick.rank in {"context", "lead"} for tick in node["ticks"]) else 1
        return cls(MARGIN + node["lanes"] * LANE + heaps + MARGIN, heaps, rows)

    @property
    def total(self) -> float:
        """Return the height of the whole chart."""
        return self.axis + self.rows * ROW + MARGIN

    def lane(self, number: int) -> float:
        """Return the middle of a lane; the first stands nearest to the axis."""
        return self.axis - self.heaps - MARGIN - (number + 0.5) * LANE

    def heap(self, count: int, most: int) -> float:
        """Return how high a heap is; the smallest can still be seen."""
        return round(max((self.heaps - MARGIN) * count / most, 3.0), 1)
