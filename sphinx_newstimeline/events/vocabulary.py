"""The words of a language that the events stage looks at, read from ``lang/<code>.toml``.

A language without such a file gets an empty vocabulary: its sentences are then cut by
:mod:`sentencex` alone, and no speaker is named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..languages import data_of, primary

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the events stage knows of a language.

    :param language: the language's code, without a region.
    :param titles: abbreviations that never end a sentence ("Gen.").
    :param before_numbers: abbreviations that do not end one before a number ("No.").
    :param after_initials: words before which initials do not end one ("Secretary").
    :param bylines: openings of lines about the article ("Reporting by"), in lower case.
    :param verbs: verbs of attribution ("said").
    :param adverbs: what may stand between speaker and verb ("also").
    :param particles: words in lower case inside names and titles ("of").
    :param determiners: openings of a noun phrase ("the").
    :param pronouns: pronouns, each with the titles of those that it cannot stand for.
    :param breaks: words that end a noun phrase ("which").
    :param passives: words that turn a verb before them into a passive ("by").
    :param conjunctions: capitalised words before a name that are no part of it ("But").
    :param openings: capitalised words with which no name begins ("On").
    """

    language: str = "en"
    titles: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    after_initials: frozenset[str] = frozenset()
    bylines: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    pronouns: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    breaks: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()


@lru_cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary for a language code; ``en-GB`` is read as ``en``."""
    code, data = primary(language), data_of(__package__, language)
    if data is None:
        return Vocabulary(code) if code.isascii() and code.isalpha() else Vocabulary()
    tables = {**data["sentences"], **data["quotations"]}
    pronouns = {pronoun: frozenset(titles) for pronoun, titles in tables.pop("pronouns").items()}
    return Vocabulary(
        language=code,
        bylines=tuple(opening.lower() for opening in data["lines"]["bylines"]),
        pronouns=MappingProxyType(pronouns),
        **{name: frozenset(entries) for name, entries in tables.items()},
    )
