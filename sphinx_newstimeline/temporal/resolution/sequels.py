"""What came after something that was told of: "two days later", "the following year".

What a clause of the past tells of as later was news by publication.  So it goes on from what the text
spoke of last only where that leads to no later day; else from the last date before publication:
"He fell on May 3. Today he is well, but two days later he could not walk."
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..units import CalendarUnit, Grain
from .calendar import is_coarser
from .context import Context
from .story import Anchor

#: Where a unit lies, and what it was counted from.
Counted: TypeAlias = tuple[CalendarUnit, Anchor]


def what_followed(shift: Callable[[Anchor], CalendarUnit], grain: Grain, context: Context) -> Counted | None:
    """Return where something later lies, and what it is counted from; ``None`` where that was not told.

    :param shift: says where it lies, counted from an anchor.
    :param grain: of the unit that is counted in; what is coarser than it cannot be counted from.
    """
    story = context.story
    if story.last is None:
        # What was later than something is not later than the news of it.
        return None
    for anchor in (context.spoken_of, story.earlier):
        if anchor is None or is_coarser(anchor.unit.grain, grain):
            return None
        unit = shift(anchor)
        if not _is_too_late(unit, anchor, context):
            return unit, anchor
    return None


def _is_too_late(unit: CalendarUnit, anchor: Anchor, context: Context) -> bool:
    """Return whether news of the past would be later than its publication."""
    published = context.published
    if published is None or context.narrative or not anchor.day <= published < unit.first:
        return False
    return context.direction() <= 0
