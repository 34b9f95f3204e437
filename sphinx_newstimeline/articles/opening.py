"""From a path to the readings of a file: its bytes, unpacked and told by their content, and their reader."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..problems import Problem, ProblemKind
from .article import ArticleError
from .compression import ENDING, decompressed
from .loading import load, shown_path
from .readers import NO_MORE, Format, content_format, format_of, too_large
from .reading import Reader, Reading
from .sniffing import GZIP, content_of


def read_file(path: str | os.PathLike[str], readers: Mapping[str, Reader] = NO_MORE) -> Sequence[Reading]:
    """Return what a file holds, at least one article.

    :param readers: as :func:`.readers.format_of` has them.
    :raises ArticleError: where there is no text to be had; its ``problem`` says why.
    """
    shown = shown_path(path)
    named = format_of(shown, readers)
    data, problems = _content(path, shown, named)
    form, misnamed = content_format(data, named, shown)
    first, *more = form.read(data, shown)
    return (replace(first, problems=(*problems, *misnamed, *first.problems)), *more)


def _content(path: str | os.PathLike[str], shown: str, named: Format) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the bytes of a file, unpacked, and what was wrong without having lost them."""
    # One byte more tells a file that is too large, whatever size the system states.
    data = load(path, named.largest + 1)
    if len(data) > named.largest:
        raise ArticleError(too_large(max(Path(path).stat().st_size, len(data)), named, shown))
    if content_of(data) == GZIP:
        unpacked, broken = decompressed(data, named.largest, shown)
        if shown.lower().endswith(ENDING):
            return unpacked, broken
        message = "this file is compressed with gzip, though its name does not end in .gz; it is unpacked"
        return unpacked, (Problem(ProblemKind.FORMAT, message, shown), *broken)
    if shown.lower().endswith(ENDING) and data:
        message = "this file is not compressed, though its name ends in .gz; it is read as it is"
        return data, (Problem(ProblemKind.FORMAT, message, shown),)
    return data, ()
