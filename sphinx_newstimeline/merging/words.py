"""The words of a language that the comparison of sentences looks at, read from ``lang/<code>.toml``.

A language without such a file is compared by its words as they are: frequent ones weigh little in any
language, and what six letters begin alike is taken for one word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..languages import data_of, primary

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What is left of a word: long enough to tell words apart, short enough to join their forms.
STEM = 6
#: No ending is cut off that would leave less of a word.
SHORTEST_STEM = 3


# Two are equal if they are one: what is known of a word is looked up by them, thousands of times.
@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What the comparison of sentences knows of a language.

    :param language: its code, without a region.
    :param stop: words that say nothing of what happened, in lower case.
    :param suffixes: endings that are cut off, the longest first.
    :param leaning: words with which a sentence begins that leans on the one before it.
    :param common: capitalised words that do not tell one event from another (weekdays, titles).
    :param numbers: words for numbers.
    :param capitalised_nouns: whether every noun is capitalised, so that a capital makes no name.
    """

    language: str = ""
    stop: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
    leaning: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    capitalised_nouns: bool = False

    def stem(self, word: str) -> str:
        """Return what the forms of a word, given in lower case, have in common."""
        return _stem(word, self.suffixes)


@lru_cache(maxsize=1 << 16)
def _stem(word: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if len(word) - len(suffix) >= SHORTEST_STEM and word.endswith(suffix):
            word = word[: -len(suffix)]
            break
    return word[:STEM]


@lru_cache
def words_of(language: str) -> Words:
    """Return the words for a language code; ``en-GB`` is read as ``en``."""
    data = data_of(__package__, language)
    if data is None:
        return Words(primary(language))
    return Words(
        language=primary(language),
        stop=frozenset(data["stop"].split()),
        suffixes=tuple(data["suffixes"]),
        leaning=frozenset(data["leaning"].split()),
        common=frozenset(data["common"].split()),
        numbers=MappingProxyType(data["numbers"]),
        capitalised_nouns=data.get("capitalised_nouns", False),
    )
