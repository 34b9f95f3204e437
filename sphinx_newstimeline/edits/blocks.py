"""A TOML file in blocks, one for each table, so that a slip in one edit does not undo the others.

A file that is read as a whole is lost as a whole: with it, what an author hides would be published.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..articles.front_matter import toml_error_line
from ..problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONG_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'', re.DOTALL)
#: The head of a table; no list of an edits file has lists in it, so that no other line begins so.
_HEAD = re.compile(r"^[ \t]*\[", re.MULTILINE)
_PLACE = re.compile(r" \(at (?:line \d+, column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A table with its head, or what stands above the first one.

    :param values: what TOML has there, from the root of the document.
    :param text: its text, with nothing in strings of several lines.
    :param line: the line that it begins on, counted from 1.
    """

    values: dict[str, Any]
    text: str
    line: int

    def line_of(self, key: str) -> int:
        """Return the line of a key, or that of the block."""
        found = re.search(rf"(?:^|[{{,.])[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", self.text, re.MULTILINE)
        return self.line + (self.text.count("\n", 0, found.end()) if found else 0)


def blocks(text: str, path: str) -> Iterator[Block | Problem]:
    r"""Yield the blocks of a TOML text, and a problem for each that cannot be read.

    :param text: with ``\n`` line ends.
    :param path: its file, for problems.
    """
    masked = _masked(text)
    starts = heads(text)
    line, position = 1, 0
    for start, end in pairwise([0, *starts, len(text)]):
        line += text.count("\n", position, start)
        position = start
        yield _block(text[start:end], masked[start:end], line, path)


def heads(text: str) -> list[int]:
    """Return the offsets of the lines that begin a table."""
    return [match.start() for match in _HEAD.finditer(_masked(text))]


def _masked(text: str) -> str:
    """Return a text, as long as it was, with spaces in its strings of several lines."""
    return _LONG_STRING.sub(_mask, text)


def _mask(match: re.Match[str]) -> str:
    """Return a string of several lines with spaces in it, as long as it was."""
    return re.sub(r"[^\n]", " ", match[0])


def _block(text: str, masked: str, line: int, path: str) -> Block | Problem:
    """Return a block, or the problem of one that is no TOML."""
    try:
        return Block(tomllib.loads(text), masked, line)
    except tomllib.TOMLDecodeError as error:
        place = line + (
            text.rstrip().count("\n") if "end of document" in str(error) else toml_error_line(error) - 1
        )
        reason = _PLACE.sub("", str(error))
        message = f"this is no TOML ({reason}), and the table it stands in is left out"
    except RecursionError:
        place, message = line, "this is no TOML: nested too deeply"
    words = " ".join(text.split("\n")[min(place - line, text.count("\n"))].split())
    return Problem(ProblemKind.EDIT, message, path, place, words)
