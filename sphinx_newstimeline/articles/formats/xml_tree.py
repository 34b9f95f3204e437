"""XML from strangers as a small tree that keeps the order of text and elements, and their lines.

defusedxml refuses entities that a file declares itself, which is how a few bytes are made to fill the
memory, and whatever lies outside of the file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.entities import name2codepoint
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from ...problems import Problem, ProblemKind
from ..article import ArticleError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: No article is nested deeper; what walks the tree can therefore call itself.
DEEPEST = 200
#: How far into a file its declaration of an encoding can stand.
_DECLARATION = re.compile(rb"""\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
#: XML has five names for characters; those of HTML are what feeds write without declaring them.
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,7});")
_OWN_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})


class _RefusedError(Exception):
    """A tree that is not built."""


@dataclass(slots=True)
class Node:
    """An element.

    :param tag: its name without the namespace.
    :param attributes: its attributes, by their names without the namespace.
    :param line: the line of the file, counted from 1, on which its start tag ends.
    :param content: elements, and pieces of text with their lines, in order.
    """

    tag: str
    attributes: Mapping[str, str]
    line: int
    content: list[Node | tuple[str, int]] = field(default_factory=list)

    def children(self, *tags: str) -> Iterator[Node]:
        """Yield the elements directly inside, of these names or of any."""
        for part in self.content:
            if isinstance(part, Node) and (not tags or part.tag in tags):
                yield part

    def all(self, *tags: str) -> Iterator[Node]:
        """Yield the elements of these names at any depth, in the order of the file."""
        for part in self.children():
            if part.tag in tags:
                yield part
            yield from part.all(*tags)

    def child(self, *path: str) -> Node | None:
        """Return the first element at the end of a path of names, or ``None``."""
        for found in self.children(path[0]):
            below = found.child(*path[1:]) if path[1:] else found
            if below is not None:
                return below
        return None

    def words(self, *path: str) -> str:
        """Return the text of the element at the end of a path, or of this one, on one line."""
        node = self.child(*path) if path else self
        return " ".join("".join(text for text, _ in node.pieces()).split()) if node else ""

    def pieces(self) -> Iterator[tuple[str, int]]:
        """Yield all text inside, with its lines."""
        for part in self.content:
            if isinstance(part, Node):
                yield from part.pieces()
            else:
                yield part

    def attribute(self, name: str) -> str:
        """Return an attribute without the space around it, or nothing."""
        return self.attributes.get(name, "").strip()


class _Builder:
    """Builds the tree while the parser reads."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []
        self.line: Callable[[], int] = int

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        if len(self.open) >= DEEPEST:
            raise _RefusedError(f"its elements are nested deeper than {DEEPEST}")
        node = Node(_local(tag), {_local(name): value for name, value in attributes.items()}, self.line())
        if self.open:
            self.open[-1].content.append(node)
        else:
            self.root = node
        self.open.append(node)

    def end(self, _tag: str) -> None:
        """Close an element."""
        self.open.pop()

    def data(self, text: str) -> None:
        """Add text line by line; the parser collects it, and then stands at its end."""
        if self.open:
            first = self.line() - text.count("\n")
            lines = enumerate(re.split(r"(?<=\n)", text), first)
            self.open[-1].content += [(words, line) for line, words in lines]

    def close(self) -> Node | None:
        """Return the root."""
        return self.root


def _local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]


def read_tree(data: bytes, path: str) -> tuple[Node, tuple[Problem, ...]]:
    """Return the root of a file's elements, and what was wrong without having lost it.

    :param data: the bytes of the file.
    :param path: the file's path, for problems.
    :raises ArticleError: UNREADABLE for what is no well-formed XML or declares entities of its own.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import XMLParser

    encoding, problems = _encoding(data, path)
    builder = _Builder()
    parser = XMLParser(target=builder, encoding=encoding)
    builder.line = lambda: int(parser.parser.CurrentLineNumber)
    line: int | None = None
    try:
        parser.feed(_without_names(data))
        parser.close()
    except ParseError as error:
        line = error.position[0]
        reason = f"this XML is not well-formed ({_reason(error)})"
    except DefusedXmlException:
        reason = "this XML declares entities of its own, which can fill the memory, or refers to other files"
    except _RefusedError as error:
        reason = f"this XML cannot be read: {error}"
    except (LookupError, ValueError):
        reason = "this XML declares an encoding that is not known"
    else:
        if builder.root is not None:
            return builder.root, problems
        reason = "this XML has no element"
    raise ArticleError(Problem(ProblemKind.UNREADABLE, reason, path, line))


def _reason(error: ParseError) -> str:
    """Return what the parser says, without its own count of lines."""
    return str(error).partition(":")[0]


def _encoding(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the encoding to read a file in where it is not the declared one, with its problem."""
    declared = _DECLARATION.match(data)
    if not declared or data.isascii():
        return None, ()
    name = declared[1].decode("ascii")
    try:
        if codecs.lookup(name).name in {"utf-8", "ascii"}:
            return None, ()
        data.decode("utf-8")
    except (LookupError, ValueError):
        return None, ()
    message = f"this file declares the encoding {name}, but is UTF-8; it is read as UTF-8"
    return "utf-8", (Problem(ProblemKind.ENCODING, message, path, 1),)


def _without_names(data: bytes) -> bytes:
    """Return XML with characters for HTML's names of them, as numbers: the same in every encoding."""
    return _NAMED.sub(_numbered, data)


def _numbered(match: re.Match[bytes]) -> bytes:
    """Return the number of a named character; XML's own names stay."""
    name = match[1].decode("ascii")
    code = None if name in _OWN_NAMES else name2codepoint.get(name)
    return match[0] if code is None else b"&#%d;" % code
