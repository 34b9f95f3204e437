"""Groups of a timeline: the unit of the calendar that the days of its events share."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ..temporal.interval import Edge, Precision

if TYPE_CHECKING:
    from datetime import date


class GroupBy(StrEnum):
    """The unit of the calendar under whose heading events stand together."""

    NONE = "none"
    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


PRECISIONS = {
    GroupBy.DECADE: Precision.DECADE,
    GroupBy.YEAR: Precision.YEAR,
    GroupBy.MONTH: Precision.MONTH,
    GroupBy.DAY: Precision.DAY,
}


def group_key(day: date | None, group_by: GroupBy) -> str:
    """Return the EDTF form of the unit that a day lies in (``202X``, ``2024-11``), or nothing."""
    if day is None or group_by is GroupBy.NONE:
        return ""
    return Edge(day, PRECISIONS[group_by]).edtf()
