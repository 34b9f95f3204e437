"""Intervals whose ends say more than their EDTF form: days within a unit, decades within an interval."""

from __future__ import annotations

from datetime import date

from ..temporal.interval import Edge, Interval, Precision

#: What is known of an end besides its EDTF form: its day and unit, each ``None`` where it is not.
End = tuple[date | None, str | None]


def refine(stated: Interval, start: End, end: End) -> Interval | None:
    """Return the interval with what is known of its ends, or ``None`` where that contradicts its EDTF form.

    :param stated: the interval as its EDTF form has it.
    """
    try:
        found = Interval(_refined(stated.start, *start), _refined(stated.end, *end))
    except ValueError:
        return None
    return found if found.edtf == stated.edtf else None


def _refined(edge: Edge | None, day: date | None, unit: str | None) -> Edge | None:
    """Return an edge with another day or unit; one where the form has none will not fit."""
    if edge is None:
        return Edge(day) if day else None
    precision = Precision[unit.upper()] if unit else edge.precision
    return Edge(day or edge.day, precision, edge.approximate)
