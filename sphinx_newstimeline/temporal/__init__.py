"""The temporal stage: a text and a reference date in, :class:`Timex` values out."""

from .interval import Edge, Interval, Precision
from .period import Period
from .timex import ClockTime, Range, Recurrence, Timex, Why

__all__ = ["ClockTime", "Edge", "Interval", "Period", "Precision", "Range", "Recurrence", "Timex", "Why"]
