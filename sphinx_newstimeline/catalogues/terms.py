"""Terms of office, from the data file that ships with the package."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from ..languages import primary
from ..temporal.period import Period

TABLE = "terms_of_office.csv"

#: What a holder's term is called, by language; English news copy adds ``'s`` to every name.
WORDING = {"en": "{holder}'s term"}


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the table: somebody's consecutive time in an office, both ends inclusive.

    :param holder: the full usual name, such as ``Joe Biden``.
    :param office: the title as it stands before a name: ``President``, ``Prime Minister``,
        ``Chancellor`` or ``Secretary-General``.
    :param body: the country or organisation.
    :param start: the first day.
    :param end: the last day (a scheduled one only where a law or an appointment fixes it), or
        ``None`` where the term goes on.
    :param source: the key of the entry in ``SOURCES.md`` that names the pages checked.
    :param as_of: the day up to which the holder is known to be in office, or ``None`` for a term
        that is over.
    :param line: the row's line in the table, counted from 1.
    """

    holder: str
    office: str
    body: str
    start: date
    end: date | None
    source: str
    as_of: date | None
    line: int


@cache
def terms_of_office(language: str = "en") -> tuple[Period, ...]:
    """Return the terms of office as named periods, in the order of the table.

    :param language: a language code, such as ``en`` or ``en-GB``.  A language without a wording
        for a term has none, since a bare name is not a period.
    :return: periods such as ``Period("Joe Biden's term", date(2021, 1, 20), date(2025, 1, 20),
        "Joe Biden", "President", "terms_of_office.csv:22")``.
    """
    wording = WORDING.get(primary(language))
    return tuple(_period(term, wording) for term in read_terms()) if wording else ()


@cache
def read_terms() -> tuple[Term, ...]:
    """Return the rows of the table; they are read when first asked for, from a zip file too."""
    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(_term(row, rows.line_num) for row in rows)


def _term(row: dict[str, str], line: int) -> Term:
    return Term(
        holder=row["holder"],
        office=row["office"],
        body=row["body"],
        start=date.fromisoformat(row["start"]),
        end=_day(row["end"]),
        source=row["source"],
        as_of=_day(row["as_of"]),
        line=line,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _period(term: Term, wording: str) -> Period:
    return Period(
        name=wording.format(holder=term.holder),
        start=term.start,
        end=term.end,
        holder=term.holder,
        office=term.office,
        source=f"{TABLE}:{term.line}",
    )
