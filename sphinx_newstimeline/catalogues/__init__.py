"""Catalogues: the stretches of time that a text may name without explaining them.

- :mod:`.terms`: terms of office from public record (data: ``terms_of_office.csv``, ``SOURCES.md``);
- :mod:`.authors`: the periods that authors write, in an option, in ``conf.py`` or in a TOML file.
"""

from __future__ import annotations

from .terms import terms_of_office

__all__ = ["terms_of_office"]
