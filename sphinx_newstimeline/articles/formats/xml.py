"""XML: which of the formats a file is in, by its outermost element."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...problems import Problem, ProblemKind
from ..article import ArticleError
from ..reading import Reading
from . import feed, newsml_g2
from .newsml_1 import read_newsml_1
from .nitf import read_nitf
from .xml_tree import read_tree

KNOWN = "NITF, NewsML 1.2, NewsML-G2, RSS, Atom"


def read_xml(data: bytes, path: str) -> Sequence[Reading]:
    """Read the articles of a file in XML.

    :raises ArticleError: UNREADABLE for what is no XML, for a format that is not known, and for a
        package without an item.
    """
    root, problems = read_tree(data, path)
    if root.tag == "nitf":
        found: tuple[Reading, ...] = (read_nitf(root),)
    elif root.tag == "NewsML":
        found = read_newsml_1(root)
    elif root.tag in newsml_g2.ROOTS:
        found = newsml_g2.read_newsml_g2(root, path)
    elif root.tag in feed.ROOTS:
        found = feed.read_feed(root)
    else:
        message = f"this XML is none of the formats that are read ({KNOWN}); its outermost element is"
        raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path, root.line, root.tag))
    if not found:
        raise ArticleError(Problem(ProblemKind.EMPTY, "this file holds no article", path, root.line))
    return (replace(found[0], problems=(*problems, *found[0].problems)), *found[1:])
