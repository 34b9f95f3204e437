"""Plain text: the whole file is the text, below a block of front matter if it has one."""

from __future__ import annotations

from .decoding import decode
from .front_matter import split_front_matter
from .plain_headings import plain_headings
from .reading import Reading
from .text_builder import line_starts


def read_plain(data: bytes, path: str) -> Reading:
    """Read a plain text.

    Its lines are kept as they are, and none is taken for a headline.

    :param data: the bytes of the file.
    :param path: the file's path, for problems.
    :raises ArticleError: where the file is no UTF-8 text.
    """
    front = split_front_matter(decode(data, path), path)
    return Reading(
        front.body,
        line_starts(front.body, front.line),
        front.entries,
        problems=front.problems,
        headings=plain_headings(front.body),
    )
