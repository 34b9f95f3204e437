"""Front matter: the block of metadata at the top of a file, in YAML (``---``) or TOML (``+++``).

The convention is that of python-frontmatter, whose handler reads the YAML; the block is found here,
since the library forgets on which line the body begins.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..problems import Problem, ProblemKind
from .metadata import Entry, field_of

#: The longest block that is looked for, in characters: a rule above a long text is no block.
_LONGEST = 32_768

_CLOSERS: Mapping[str, re.Pattern[str]] = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_KEY = re.compile(r"^[\"']?([\w-]+(?: [\w-]+)?)[\"']?[ \t]*[:=]", re.MULTILINE)
#: The YAML library takes seconds over a thousand open brackets before it gives up.
_TOO_DEEP = re.compile(r"[\[{](?:[ \t\n]{0,9}[\[{]){50}")
_TOML_LINE = re.compile(r"at line ([0-9]+)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file's text, taken apart.

    :param entries: the keys of the block with their values and lines.
    :param body: the text below the block; the whole text where there is none.
    :param line: the line of the file, counted from 1, on which the body begins.
    :param problems: what was wrong with the block.
    """

    entries: tuple[Entry, ...]
    body: str
    line: int
    problems: tuple[Problem, ...] = ()


class _MalformedError(Exception):
    """A block that is no YAML or TOML: the line in the block, counted from 0, and the reason."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Return the metadata and the body of a text.

    A block is front matter only if it states keys with values: a text that merely begins with a
    dashed line keeps it.  A block that cannot be read is a problem, and the body is read all the
    same; of one that is never closed, nothing is taken for metadata.
    """
    whole = FrontMatter((), text, 1)
    fence = text[: text.find("\n") + 1].rstrip()
    if fence not in _CLOSERS:
        return whole
    begin = text.index("\n") + 1
    closer = _CLOSERS[fence].search(text, begin, _LONGEST)
    if closer is None:
        unclosed = _stated_fields(text[begin : begin + 400].split("\n\n", 1)[0])
        message = f"the front matter is not closed; expected a line “{fence}” below it"
        return _with_problem(whole, message, path, 1) if unclosed else whole
    block = text[begin : closer.start()]
    end = min(closer.end() + 1, len(text))
    below = FrontMatter((), text[end:], text.count("\n", 0, end) + 1)
    try:
        values = _LOADERS[fence](block)
    except _MalformedError as error:
        message = f"the front matter cannot be read ({error}); expected {_EXPECTED[fence]}"
        return _with_problem(below, message, path, 2 + error.line) if _stated_fields(block) else whole
    if not isinstance(values, dict) or not _is_metadata(values):
        return whole
    lines = _lines_of(block)
    entries = tuple(Entry(str(key), value, lines.get(str(key), 2)) for key, value in values.items())
    return FrontMatter(entries, below.body, below.line)


def _with_problem(found: FrontMatter, message: str, path: str, line: int) -> FrontMatter:
    """Return front matter that could not be read."""
    return FrontMatter((), found.body, found.line, (Problem(ProblemKind.METADATA, message, path, line),))


def _stated_fields(block: str) -> bool:
    """Return whether a line of the block begins with a key that means something here."""
    return any(field_of(match[1]) for match in _KEY.finditer(block))


def _is_metadata(values: Mapping[object, object]) -> bool:
    """Return whether the block states keys: one that is known here, or keys that look like keys."""
    return any(field_of(str(key)) for key in values) or (
        bool(values) and all(re.fullmatch(r"[\w.-]+", str(key)) for key in values)
    )


def _lines_of(block: str) -> dict[str, int]:
    """Return the line of the file on which each key of the block stands; the fence is line 1."""
    lines: dict[str, int] = {}
    line, position = 2, 0
    for match in _KEY.finditer(block):
        line += block.count("\n", position, match.start())
        position = match.start()
        lines.setdefault(match[1], line)
    return lines


def _load_yaml(block: str) -> object:
    """Return the value of a YAML block, with every scalar as the string that was written.

    YAML's own types would make ``language: no`` false, and one impossible date would lose all the
    other fields.
    """
    from frontmatter.default_handlers import YAMLHandler
    from yaml import BaseLoader, MarkedYAMLError, YAMLError

    if _TOO_DEEP.search(block):
        raise _MalformedError("nested too deeply")
    try:
        return YAMLHandler().load(block, Loader=BaseLoader)
    except MarkedYAMLError as error:
        line = min(error.problem_mark.line, block.count("\n") - 1) if error.problem_mark else 0
        raise _MalformedError(error.problem or "no YAML", line) from None
    except (YAMLError, ValueError):
        raise _MalformedError("no YAML") from None
    except RecursionError:
        raise _MalformedError("nested too deeply") from None


def _load_toml(block: str) -> object:
    """Return the table of a TOML block."""
    try:
        return tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        raise _MalformedError(str(error), toml_error_line(error) - 1) from None
    except RecursionError:
        raise _MalformedError("nested too deeply") from None


def toml_error_line(error: tomllib.TOMLDecodeError) -> int:
    """Return the line, counted from 1, on which reading TOML stopped."""
    found = _TOML_LINE.search(str(error))
    return int(found[1]) if found else 1


_LOADERS: Mapping[str, Callable[[str], object]] = {"---": _load_yaml, "+++": _load_toml}
_EXPECTED: Mapping[str, str] = {
    "---": "lines of YAML such as “title: Talks in Brussels”",
    "+++": 'lines of TOML such as “title = "Talks in Brussels"”',
}
