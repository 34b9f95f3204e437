"""The countries whose public holidays are known, by their codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from ..problems import Problem, ProblemKind
from .holiday import DEFAULT_COUNTRIES, read_holidays

#: How like a known code or name one has to be that is meant.
LIKE = 0.6


def unknown_countries(countries: Iterable[str]) -> Iterator[Problem]:
    """Yield the problem of each code that no calendar is known of, with what may be meant by it.

    :param countries: ISO 3166 codes, upper or lower case.
    """
    for given in countries:
        if given.upper() not in DEFAULT_COUNTRIES and given.upper() not in _codes():
            message = f"newstimeline_holidays names a country whose holidays are not known; {_advice(given)}"
            yield Problem(ProblemKind.HOLIDAYS, message, words=given)


def _advice(given: str) -> str:
    """Return what to write instead."""
    from difflib import get_close_matches  # only what is wrong needs advice

    names = _names()
    folded = given.replace("_", " ").casefold()
    close = get_close_matches(folded, names, n=1, cutoff=LIKE)
    if folded.partition("-")[0].upper() in _codes():
        return f"“{folded.partition('-')[0].upper()}” stands for all of the country"
    if close:
        return f"did you mean “{names[close[0]]}” ({close[0].title()})?"
    return "expected ISO codes of countries, such as US, GB or DE"


@cache
def _codes() -> frozenset[str]:
    """Return all codes that the library and the table have."""
    import holidays

    of_table = (code.upper() for holiday in read_holidays().values() for code, _rule in holiday.rules)
    return frozenset({*holidays.list_supported_countries(include_aliases=True), *of_table} - {"ANY"})


@cache
def _names() -> Mapping[str, str]:
    """Return the codes by the names that the library gives the countries, in lower case."""
    from holidays.registry import COUNTRIES

    return MappingProxyType({name.replace("_", " "): codes[1] for name, codes in COUNTRIES.items()})
