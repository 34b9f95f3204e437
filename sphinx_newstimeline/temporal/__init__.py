"""The temporal stage: a text and a reference date in, :class:`Timex` values out."""

from .interval import Edge, Interval, Precision
from .language import LanguageError
from .period import Period
from .tagger import tag
from .timex import ClockTime, Range, Recurrence, Timex, Why

__all__ = [
    "ClockTime",
    "Edge",
    "Interval",
    "LanguageError",
    "Period",
    "Precision",
    "Range",
    "Recurrence",
    "Timex",
    "Why",
    "tag",
]
