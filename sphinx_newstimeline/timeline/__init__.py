"""The timeline stage: events in, one :class:`Timeline` out, selected, ordered and grouped."""

from .building import build_timeline
from .grouping import GroupBy
from .ordering import Order, sort_day
from .timeline import Group, Timeline
from .window import Window, check_window

__all__ = ["Group", "GroupBy", "Order", "Timeline", "Window", "build_timeline", "check_window", "sort_day"]
