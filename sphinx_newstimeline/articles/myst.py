"""What documents in MyST have beside Markdown, for a reader of their prose: directives and roles.

Code is left out where it says what it is of; without that, it may be copy that was pasted with a fence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from .directives import PROSE, PROSE_WITHIN, words_of_role

if TYPE_CHECKING:
    from markdown_it.token import Token

_DIRECTIVE = re.compile(r"\s*\{(?P<name>[\w:.+-]+)\}(?P<argument>[^\n]*)")
_OPTION = re.compile(r":[\w-]+:(?:\s|$)")
_COLONS = re.compile(r"(\A|\n) {0,3}:{3,}(?:[ \t]*|(?P<directive>[ \t]*\{[\w:.+-]+\}[^\n]*))(?=\n|\Z)")
_ROLE = re.compile(r"\{[\w:.+-]+\}$")


def without_colon_fences(body: str) -> str:
    """Return a body without its fences of colons: of what opens one, its prose is left, else an empty line.

    The lines of the body stay where they are.
    """
    return _COLONS.sub(_opening, body) if ":::" in body else body


def _opening(fence: re.Match[str]) -> str:
    """Return what a fence of colons leaves; two spaces at the end of a line keep it apart from the next."""
    words = _argument(fence["directive"] or "")
    apart = "  " if words else ""
    return f"{apart}{fence[1]}{words}{apart}"


def is_left_out(info: str) -> bool:
    """Return whether the words behind a fence say that it holds no prose."""
    directive = _DIRECTIVE.match(info)
    return bool(info.strip()) if directive is None else directive["name"] not in PROSE | PROSE_WITHIN


def prose_of(info: str, content: str) -> str:
    """Return the prose of a directive that has some, line by line as in its source, from its first line on.

    :param info: what stands behind the fence; ``content`` what stands in it.
    """
    lines = content.split("\n")
    for number, line in enumerate(lines):
        if not _OPTION.match(line):
            break
        lines[number] = ""
    return "\n".join([_argument(info), *lines])


def _argument(info: str) -> str:
    """Return the words behind the name of a directive if they are prose, as of ``{note} It ended.``."""
    directive = _DIRECTIVE.match(info)
    return directive["argument"].strip() if directive and directive["name"] in PROSE else ""


def without_roles(children: Sequence[Token]) -> None:
    """Reduce roles to their words: of ``{ref}`the vote <vote>``` the text is "the vote"."""
    for before, code in pairwise(children):
        if code.type == "code_inline" and before.type == "text" and (role := _ROLE.search(before.content)):
            before.content = before.content[: role.start()]
            code.content = words_of_role(code.content)
