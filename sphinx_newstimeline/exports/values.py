"""The values inside of an event, made of members of JSON that are as the schema has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from ..temporal.rrules import read_rule
from ..temporal.timex import ClockTime, Recurrence, Why

_CLOCK = re.compile(r"([0-9]{2})(?::([0-9]{2}))?")


def why_of(members: Mapping[str, Any]) -> Why:
    """Return how a date was found."""
    stated, filled = (tuple(members.get(name, ())) for name in ("stated", "filled"))
    rule, anchor, value, words, cue = (
        members.get(name, "") for name in ("rule", "anchor", "anchor_value", "anchor_words", "cue")
    )
    return Why(rule, anchor, value, words, stated, filled, cue)


def time_of(members: Mapping[str, Any] | None) -> ClockTime | None:
    """Return a time of day."""
    if members is None:
        return None
    iso, zone, part = members.get("iso", ""), members.get("zone", ""), members.get("part", "")
    clock = _CLOCK.fullmatch(iso)
    if clock is None:
        return ClockTime(None, None, part or iso, zone)
    return ClockTime(int(clock[1]), int(clock[2]) if clock[2] else None, part, zone)


def recurrence_of(members: Mapping[str, Any] | None) -> Recurrence | None:
    """Return what recurs; the rule may be empty.

    :raises ValueError: where it is no rule that days can be found by.
    """
    if members is None:
        return None
    stated = members["rrule"]
    return Recurrence(read_rule(stated) if stated else "", day_of(members.get("first")))


def day_of(text: str | None) -> date | None:
    """Return the day that a text in ISO 8601 states."""
    return date.fromisoformat(text) if text else None
