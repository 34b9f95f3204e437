"""Other words for what authors write as a date, read from ``lang/<code>.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@lru_cache
def _rereadings(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns and what to read in their place, for a language code; ``en-GB`` is read as ``en``."""
    code = language.replace("_", "-").split("-", 1)[0].lower()
    source = files(__package__) / "lang" / f"{code}.toml"
    if not code.isalpha() or not source.is_file():
        return ()
    tables = tomllib.loads(source.read_text(encoding="utf-8"))["reread"]
    return tuple((re.compile(table["words"], re.IGNORECASE), table["with"]) for table in tables)


def reread(words: str, language: str) -> Iterator[str]:
    """Yield other words that mean the same as *words* do where they are a date of their own."""
    for pattern, other in _rereadings(language):
        changed = pattern.sub(other, words)
        if changed != words:
            yield changed
