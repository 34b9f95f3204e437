"""What a reader of one format gives: the texts of a file and what the file says of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..problems import Problem
from .article import Origin
from .headings import Heading
from .metadata import Entry
from .published import Candidate
from .stated import Resolved, StatedEvent


class Field(NamedTuple):
    """One field as a format states it: its name, its words, and where they stood.

    The name is that in ``Article``, or ``author`` for what is its source where no better is known.
    """

    name: str
    value: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading one article, before it is put beside manifest, options and file name.

    :param text: the article's text, without markup.
    :param line_starts: as in ``Article``.
    :param entries: what the author states of it in front matter, key by key.
    :param heading: the headline that stands in the body, if it is kept out of the text.
    :param problems: what was wrong, without having lost the text.
    :param fields: title, url, source and language as the format states them, the most certain first.
    :param published: what the format states of the day of publication.
    :param key: the identifier that the format gives the article, or empty.
    :param stated: as in ``Article``.
    :param resolved: as in ``Article``.
    :param headings: the headings of a document in ``text``, in order, but for the headline.
    :param guess: gives the most likely day of publication, for want of anything certain.
    """

    text: str
    line_starts: tuple[tuple[int, int], ...] = ((0, 1),)
    entries: tuple[Entry, ...] = ()
    heading: str = ""
    problems: tuple[Problem, ...] = ()
    fields: tuple[Field, ...] = ()
    published: tuple[Candidate, ...] = ()
    key: str = ""
    stated: tuple[StatedEvent, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    headings: tuple[Heading, ...] = ()
    guess: Callable[[], Candidate | None] | None = None


#: Takes a file's bytes and its path as it is shown; raises ``ArticleError`` where there is no article.
#: A file can hold several, in the order in which they stand there.
Reader = Callable[[bytes, str], Sequence[Reading]]
