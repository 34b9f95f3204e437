"""What documents in MyST have beside Markdown, for a reader of their prose: directives and roles.

Code is left out where it says what it is of; without that, it may be copy that was pasted with a fence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

#: Directives whose content is prose of the author's; of all others nothing is read.
_PROSE = frozenset({
    "admonition", "attention", "caution", "danger", "deprecated", "epigraph", "error", "hint", "important",
    "note", "seealso", "sidebar", "tip", "topic", "versionadded", "versionchanged", "versionremoved",
    "warning",
})  # fmt: skip
_DIRECTIVE = re.compile(r"\{([\w:.+-]+)\}")
_OPTION = re.compile(r":[\w-]+:(?:\s|$)")
_COLONS = re.compile(r"^ {0,3}:{3,}[ \t]*(?:\{[\w:.+-]+\}[^\n]*)?$", re.MULTILINE)
_ROLE = re.compile(r"\{[\w:.+-]+\}$")
_TITLED = re.compile(r"(.*\S)\s*<[^<>]*>", re.DOTALL)


def without_colon_fences(body: str) -> str:
    """Return a body with an empty line for each that opens or closes a fence of colons."""
    return _COLONS.sub("", body) if ":::" in body else body


def is_left_out(info: str) -> bool:
    """Return whether the words behind a fence say that it holds no prose."""
    name = _DIRECTIVE.match(info.strip())
    return bool(info.strip()) if name is None else name[1] not in _PROSE


def prose_of(content: str) -> str:
    """Return the content of a fence with empty lines for options of its directive, so that lines stay."""
    lines = content.split("\n")
    for number, line in enumerate(lines):
        if not _OPTION.match(line):
            break
        lines[number] = ""
    return "\n".join(lines)


def without_roles(children: Sequence[Token]) -> None:
    """Reduce roles to their words: of ``{ref}`the vote <vote>``` the text is "the vote"."""
    for before, code in pairwise(children):
        if code.type == "code_inline" and before.type == "text" and (role := _ROLE.search(before.content)):
            before.content = before.content[: role.start()]
            titled = _TITLED.fullmatch(code.content)
            code.content = titled[1] if titled else code.content.lstrip("!~")
