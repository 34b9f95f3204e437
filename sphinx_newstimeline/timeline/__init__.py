"""The timeline stage: events in, one :class:`Timeline` out, selected, ordered and grouped."""

from .building import build_timeline
from .grouping import GroupBy
from .ordering import Order, sort_day
from .schedule import agenda
from .standing import Standing, newest, standing_of
from .timeline import Group, Timeline
from .window import Window, check_window, read_unit

__all__ = [
    "Group",
    "GroupBy",
    "Order",
    "Standing",
    "Timeline",
    "Window",
    "agenda",
    "build_timeline",
    "check_window",
    "newest",
    "read_unit",
    "sort_day",
    "standing_of",
]
