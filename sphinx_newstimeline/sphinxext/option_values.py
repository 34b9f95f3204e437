"""What the options of a directive are given, read: one that cannot be read keeps its default."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..problems import Problem, ProblemKind
from .options import PartlyError
from .unknown_options import most_like

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .options import Option

#: What authors, and other programs, call a value.
_SYNONYMS: Mapping[str, str] = {
    "agenda": "schedule", "asc": "ascending", "chronological": "ascending", "desc": "descending",
    "false": "hide", "forward": "ascending", "list": "compact", "newest": "descending",
    "newest-first": "descending", "no": "hide", "none": "hide", "off": "hide", "oldest": "ascending",
    "oldest-first": "ascending", "on": "show", "reverse": "descending", "reversed": "descending",
    "true": "show", "yes": "show",
}  # fmt: skip
_QUOTED = re.compile("“([^“”]+)”")


@dataclass(frozen=True, slots=True)
class Given:
    """The value of every option, and what is wrong with those that could not be read.

    :param values: by the option's name; the default where none is given, or none that can be read.
    :param problems: by the option's name, for its line.
    """

    values: dict[str, Any]
    problems: tuple[tuple[str, Problem], ...] = ()


def read_options(given: Mapping[str, str | None], language: str, options: Sequence[Option]) -> Given:
    """Return the value of every option, and a problem for each that cannot be read.

    :param given: the options as they are written, by name.
    :param language: the language of articles by configuration; ``:language:`` goes before it.
    :param options: those that the directive has.
    """
    language = (given.get("language") or language).strip()
    values: dict[str, Any] = {}
    problems: list[tuple[str, Problem]] = []
    for option in options:
        values[option.name] = option.default
        if option.name not in given:
            continue
        text = given[option.name] or ""
        try:
            values[option.name] = option.read(text, language)
        except PartlyError as error:
            values[option.name] = error.value
            message = (
                f"option “{option.name}” takes {option.takes}, not “{error.words}”. The rest of it holds"
            )
            problems.append((option.name, Problem(ProblemKind.OPTION_VALUE, message)))
        except (ValueError, LookupError, TypeError):
            problems.append((option.name, Problem(ProblemKind.OPTION_VALUE, _complaint(option, text))))
    return Given(values, tuple(problems))


def _complaint(option: Option, text: str) -> str:
    """Return what is said of a value that cannot be read."""
    shown = " ".join(text.split())
    instead = f"not “{shown}”" if shown else "and is given nothing"
    meant = nearest_value(shown, _QUOTED.findall(option.takes))
    asked = f"; did you mean “{meant}”?" if meant else "."
    return f"option “{option.name}” takes {option.takes}, {instead}{asked} It is left out"


def nearest_value(text: str, values: Sequence[str]) -> str:
    """Return which of some values a text most likely stands for, or nothing.

    Numbers and dates are no such values: of them, none is meant more than any other.

    >>> nearest_value("newest", ["ascending", "descending"]), nearest_value("tabel", ["timeline", "table"])
    ('descending', 'table')
    >>> nearest_value("2024-13", ["2024-11"])
    ''
    """
    plain = text.lower().replace("_", "-").replace(" ", "-")
    if not re.fullmatch("[a-z-]+", plain):
        return ""
    return most_like(plain, [value for value in values if value.isalpha()], _SYNONYMS)
