"""Groups of a timeline: the unit of the calendar that the days of its events share."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from ..temporal.interval import Edge, Interval, Precision


class GroupBy(StrEnum):
    """The unit of the calendar under whose heading events stand together."""

    NONE = "none"
    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


PRECISIONS = {
    GroupBy.DECADE: Precision.DECADE,
    GroupBy.YEAR: Precision.YEAR,
    GroupBy.MONTH: Precision.MONTH,
    GroupBy.DAY: Precision.DAY,
}


def group_key(day: date | None, group_by: GroupBy) -> str:
    """Return the EDTF form of the unit that a day lies in (``202X``, ``2024-11``), or nothing.

    Weeks are those of ISO 8601, from Monday on, and have the form of a stretch of days.
    """
    if day is None or group_by is GroupBy.NONE:
        return ""
    if group_by is GroupBy.WEEK:
        monday = day - timedelta(days=day.weekday())
        sunday = monday + min(timedelta(days=6), date.max - monday)
        return Interval.of_days(monday, sunday).edtf
    return Edge(day, PRECISIONS[group_by]).edtf()
