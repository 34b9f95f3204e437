"""Other words for what authors write as a date, read from ``lang/<code>.toml``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..languages import data_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@lru_cache
def _rereadings(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns and what to read in their place, for a language code; ``en-GB`` is read as ``en``."""
    data = data_of(__package__, language)
    tables = data["reread"] if data else ()
    return tuple((re.compile(table["words"], re.IGNORECASE), table["with"]) for table in tables)


def reread(words: str, language: str) -> Iterator[str]:
    """Yield other words that mean the same as *words* do where they are a date of their own."""
    for pattern, other in _rereadings(language):
        changed = pattern.sub(other, words)
        if changed != words:
            yield changed
