"""What ``context.toml`` says, with the lists of words in its patterns that have a name there.

``[words]`` names lists; in a pattern, ``{game}`` stands for the alternatives of the list ``game``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .rules import RuleError

#: The table of the lists.
LISTS = "words"
#: A name in a pattern; ``{0,60}`` is a repetition.
NAME = re.compile(r"\{([a-z_]+)\}")


def spelled_out(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables of a ``context.toml`` but for the lists, whose names are spelled out in patterns.

    :raises RuleError: where a pattern names a list that there is not.
    """
    lists = {name: "|".join(words) for name, words in context.get(LISTS, {}).items()}
    return {name: _spelled_out(value, lists) for name, value in context.items() if name != LISTS}


def _spelled_out(value: Any, lists: Mapping[str, str]) -> Any:  # noqa: ANN401
    """Return a value of a table, with the names in all patterns in it spelled out."""
    if isinstance(value, str):
        return NAME.sub(lambda found: _list(found[1], lists), value)
    if isinstance(value, Mapping):
        return {name: _spelled_out(inner, lists) for name, inner in value.items()}
    if isinstance(value, Sequence):
        return [_spelled_out(inner, lists) for inner in value]
    return value


def _list(name: str, lists: Mapping[str, str]) -> str:
    if name not in lists:
        raise RuleError(f"context: no list is called {name}; there is {', '.join(sorted(lists))}")
    return lists[name]
