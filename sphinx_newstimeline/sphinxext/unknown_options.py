"""Options that a directive does not have: left out, and told of with the one that may be meant."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from docutils.parsers.rst import directives

from ..problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from .options import Option

#: What other programs call them.
_SYNONYMS: Mapping[str, str] = {
    "align": "layout", "begin": "from", "date": "published", "description": "caption", "end": "to",
    "filter": "query", "format": "export", "id": "name", "label": "name", "lang": "language",
    "limit": "max-events", "max": "max-events", "number": "max-events", "search": "query", "since": "from",
    "sort": "order", "start": "from", "style": "layout", "title": "caption", "until": "to", "view": "layout",
}  # fmt: skip
_CLOSE = 0.6


class Spec(dict[str, "Callable[[str], Any]"]):
    """The options of a directive, as parsers ask for them.

    One that it does not have is handed over like the others.  Else docutils would leave out the whole
    directive with an error of its own, and MyST the option, with the names of all others.
    """

    def __init__(self, options: Iterable[Option]) -> None:
        """Take every option as it is written: values are read where the directive runs."""
        super().__init__((option.name, directives.unchanged) for option in options)

    def __missing__(self, _name: str) -> Callable[[str], Any]:
        """Return the same for what is no option."""
        return directives.unchanged


def unknown_options(
    given: Collection[str], options: Sequence[Option], directive: str
) -> Iterator[tuple[str, Problem]]:
    """Yield each given name that is no option, with its problem.

    :param options: those that the directive has.
    :param directive: the name of the directive.
    """
    names = [option.name for option in options]
    for name in given:
        if name not in names:
            meant = nearest(name, names)
            told = f"did you mean “{meant}”?" if meant else f"there are {', '.join(sorted(names))}."
            message = (
                f"“{directive}” has no option “{name}”; {told} It is left out. "
                "The manual's page “The directives” tells of all options"
            )
            yield name, Problem(ProblemKind.OPTION, message)


def nearest(name: str, names: Sequence[str]) -> str:
    """Return the option that a name most likely stands for, or nothing.

    >>> nearest("group_by", ["order", "group-by"]), nearest("until", ["from", "to"])
    ('group-by', 'to')
    """
    plain = name.lower().replace("_", "-")
    parts = (one for one in names if plain in one.split("-"))
    return most_like(plain, names, _SYNONYMS) or next(parts, "")


def most_like(plain: str, known: Sequence[str], synonyms: Mapping[str, str]) -> str:
    """Return which known word another stands for elsewhere, or is spelled like, or nothing.

    :param plain: the word in small letters, with hyphens.
    """
    meant = synonyms.get(plain, "")
    if meant in known:
        return meant
    return next(iter(get_close_matches(plain, known, n=1, cutoff=_CLOSE)), "")


def line_within(name: str, block: str, directive: str) -> int:
    """Return how many lines below its first one a directive has an option.

    :param block: the directive as it is written; older parsers leave its first line out.
    """
    lines = block.splitlines()
    first = 0 if lines and directive in lines[0] else 1
    option = re.compile(rf"\s*(?::{re.escape(name)}:|{re.escape(name)}\s*:)")
    return next((first + number for number, line in enumerate(lines) if option.match(line)), 0)
