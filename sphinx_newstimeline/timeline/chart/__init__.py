"""The overview chart of a timeline: where its marks and ticks stand, in units that no format owns.

:func:`build_chart` lays a :class:`Timeline` out on a horizontal axis; whoever draws it (SVG, TikZ) only
turns units into lengths and ticks into words.  The layout depends on the timeline alone, never on today.
"""

from .chart import Chart, End, Heap, Mark, Rank, Shape, Tick, Unit
from .labels import Label, show_labels
from .layout import build_chart
from .scale import WIDTH, Piece

__all__ = [
    "WIDTH",
    "Chart",
    "End",
    "Heap",
    "Label",
    "Mark",
    "Piece",
    "Rank",
    "Shape",
    "Tick",
    "Unit",
    "build_chart",
    "show_labels",
]
