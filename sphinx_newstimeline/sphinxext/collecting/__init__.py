"""Timelines that collect events of other pages: composed when all are read, filled when they are written."""

from .composing import compose_again
from .filling import EmptyShelves, FillTimelines

__all__ = ["EmptyShelves", "FillTimelines", "compose_again"]
