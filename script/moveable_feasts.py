"""Ask the library of holidays for the days of feasts that follow the moon, and keep its answers.

    python script/moveable_feasts.py

It writes ``holidays/moveable.txt``.  A text that names Ramadan then need not wait for the library, and two
builds with two releases of it agree.  Run it where a rule of ``holidays.toml`` names a feast that is not yet
there, or where a release of the library knows better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import dropwhile
from pathlib import Path

import holidays

from sphinx_newstimeline.holidays.holiday import read_holidays
from sphinx_newstimeline.holidays.moveable import BETWEEN, TABLE, TWICE
from sphinx_newstimeline.holidays.rules import CALENDAR, named_days

PACKAGE = Path(__file__).parents[1] / "sphinx_newstimeline" / "holidays"
#: The years that are asked for.
YEARS = range(1900, 2101)

HEAD = f"""\
# Days of moveable feasts, as the library “holidays” {holidays.__version__} has them: what holidays.toml calls
# a feast, the first year, and for each year from it on month and day, “{TWICE}” between two in one year.
# Written by script/moveable_feasts.py.
"""


def feasts() -> list[str]:
    """Return the rules by which the library is asked for feasts that no rule of the calendar gives."""
    found = set()
    for holiday in read_holidays().values():
        for _country, rule in holiday.rules:
            for number, part in enumerate(rule.split("|")):
                name = re.sub(r" [+-]\d+$", "", part.strip())
                # Behind a rule by the calendar it is for years of long ago.
                if CALENDAR.fullmatch(name) and (not number or CALENDAR.match(rule)):
                    found.add(name)
    return sorted(found)


def lines() -> Iterator[str]:
    """Yield a line for each feast."""
    for rule in feasts():
        country, name = rule.split(": ", 1)
        days = [(year, named_days(country, (name.lower(),), year)) for year in YEARS]
        known = list(dropwhile(lambda pair: not pair[1], days))
        while known and not known[-1][1]:
            known.pop()
        if not all(found for _year, found in known):
            raise SystemExit(f"{rule}: the library has gaps")
        yield BETWEEN.join([rule, str(known[0][0]), " ".join([_written(found) for _, found in known])])


def _written(days: tuple[date, ...]) -> str:
    return TWICE.join([f"{day:%m%d}" for day in days])


if __name__ == "__main__":
    (PACKAGE / TABLE).write_text(HEAD + "".join([f"{line}\n" for line in lines()]), "utf-8")
