"""What a reader of one format gives: the text of a file and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..problems import Problem
from .metadata import Entry


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading one file, before it is put beside manifest, options and file name.

    :param text: the article's text, without markup.
    :param line_starts: as in ``Article``.
    :param entries: what the file states of itself, key by key.
    :param heading: the headline that stands in the body, if it is kept out of the text.
    :param problems: what was wrong, without having lost the text.
    """

    text: str
    line_starts: tuple[tuple[int, int], ...] = ((0, 1),)
    entries: tuple[Entry, ...] = ()
    heading: str = ""
    problems: tuple[Problem, ...] = ()


#: Takes a file's bytes and its path as it is shown, and raises ``ArticleError`` where there is no text.
Reader = Callable[[bytes, str], Reading]
