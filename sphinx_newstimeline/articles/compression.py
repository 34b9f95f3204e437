"""Files that are compressed with gzip, read as what they are inside, and never more than expected."""

from __future__ import annotations

import zlib

from ..problems import Problem, ProblemKind
from .article import ArticleError

ENDING = ".gz"
#: Texts shrink to a tenth, tables of numbers to a fiftieth; a bomb to a thousandth.
_MOST_RATIO = 200
#: A file smaller than this, uncompressed, may be as regular as it likes.
_HARMLESS = 1 << 20
_STEP = 1 << 18
#: zlib's code for a stream with the header of gzip.
_GZIP = 16 + zlib.MAX_WBITS


def decompressed(data: bytes, largest: int, path: str) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the content of a gzip file; of one that breaks off, what stands before that.

    :param data: the bytes of the file.
    :param largest: the number of bytes that the content may have.
    :param path: the file's path, for problems.
    :raises ArticleError: UNREADABLE for what is no gzip file, is too large or grows too fast.
    """
    pieces: list[bytes] = []
    size, rest, broken = 0, data, ""
    while rest and not broken:
        stream = zlib.decompressobj(_GZIP)
        try:
            while not stream.eof and rest:
                piece = stream.decompress(rest, _STEP)
                rest = stream.unconsumed_tail or stream.unused_data if stream.eof else stream.unconsumed_tail
                pieces.append(piece)
                size += len(piece)
                _check(size, len(data), largest, path)
            if not stream.eof:
                broken = "it breaks off"
        except zlib.error:
            broken = "it is damaged"
        # Some tapes and servers fill the end with zeros.
        rest = rest.lstrip(b"\0")
    if broken and not size:
        raise ArticleError(Problem(ProblemKind.UNREADABLE, "this is no gzip file, or it is damaged", path))
    message = f"this gzip file is not whole: {broken}; what stands before that is read"
    return b"".join(pieces), (Problem(ProblemKind.UNREADABLE, message, path),) if broken else ()


def _check(size: int, compressed: int, largest: int, path: str) -> None:
    """Stop at content that is larger than any article."""
    if size > largest:
        most = largest >> 20
        message = f"this file has more than {most} MiB when it is unpacked, the most that is read of its kind"
    elif size > _HARMLESS and size > compressed * _MOST_RATIO:
        message = (
            f"this file grows to more than {_MOST_RATIO} times its size when it is unpacked, as no text does"
        )
    else:
        return
    raise ArticleError(Problem(ProblemKind.UNREADABLE, message, path))
