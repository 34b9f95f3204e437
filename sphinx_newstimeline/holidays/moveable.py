"""Feasts that follow the moon: the answers of the library of holidays, kept as a table.

Importing the library takes longer than reading a hundred articles, and its answers for years to come are
estimates that change from release to release.  It is asked only where the table says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

TABLE = "moveable.txt"
#: What stands between a feast, its first year and its days, and between two days of one year.
BETWEEN = " | "
TWICE = "/"


class Feast(NamedTuple):
    """The days of a feast, one item a year from the first on: ``0310`` or, twice in a year, ``0106/1226``."""

    first: int
    days: tuple[str, ...]


def kept_days(rule: str, year: int) -> tuple[date, ...]:
    """Return the days in *year* on which a feast begins, in order; none where the table has no answer.

    :param rule: the country and what the library calls the feast there, such as ``IL: Hanukkah``.
    """
    feast = _feasts().get(rule)
    if feast is None or not 0 <= year - feast.first < len(feast.days):
        return ()
    days = feast.days[year - feast.first].split(TWICE)
    return tuple([date(year, int(day[:2]), int(day[2:])) for day in days])


@cache
def _feasts() -> Mapping[str, Feast]:
    """Return the table, by rule; it is read when first asked for."""
    from importlib.resources import files  # most texts name no such feast

    found = {}
    for line in files(__package__).joinpath(TABLE).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            rule, first, days = line.split(BETWEEN)
            found[rule] = Feast(int(first), tuple(days.split()))
    return found
