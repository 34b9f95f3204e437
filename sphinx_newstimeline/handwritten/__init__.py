"""Events that authors write by hand: a date in the words of articles, and a text of their own."""

from .recurring import Bounds, bounded
from .when import NotADateError, When, read_when
from .writing import Draft, HandwrittenIds, first_sentence, write_event

__all__ = [
    "Bounds",
    "Draft",
    "HandwrittenIds",
    "NotADateError",
    "When",
    "bounded",
    "first_sentence",
    "read_when",
    "write_event",
]
