"""Languages by their names, as blogs have them in front matter: ``language: English``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def code_of(words: str) -> str:
    """Return the code of a language that is called by its name in English or its own; else the words.

    >>> code_of("English"), code_of("Deutsch"), code_of("pt-BR")
    ('en', 'de', 'pt-BR')
    """
    return _codes().get(words.casefold(), words)


@cache
def _codes() -> dict[str, str]:
    """Return the codes of languages by their names."""
    text = files(__package__).joinpath("language_names.toml").read_text(encoding="utf-8")
    return {name.casefold(): code for code, names in tomllib.loads(text).items() for name in names}
