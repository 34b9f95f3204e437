"""Show that memory stays flat while much text is tagged in one process.

    python benchmarks/memory.py FOLDER... [--megabytes 20] [--tracemalloc]

The texts of the folders are tagged a megabyte at a time.  Where they are fewer than asked for they are
read again with every digit moved on by one, so that no megabyte is one that was seen before.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import sys
import tracemalloc
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from documents import Document, read_folder
from report import table
from systems import load

MEGABYTE = 1 << 20
STATM = Path("/proc/self/statm")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 where there is no text."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="TimeML or plain texts")
    parser.add_argument("--megabytes", type=int, default=20, metavar="N", help="how much to tag (20)")
    parser.add_argument("--language", default="en", help="the texts' language (en)")
    parser.add_argument("--tracemalloc", action="store_true", help="count allocated bytes, too; much slower")
    options = parser.parse_args(arguments)
    documents = [document for folder in options.folders for document in read_folder(folder)[0]]
    if not any(document.size for document in documents):
        print("no texts there", file=sys.stderr)
        return 1
    if options.tracemalloc:
        tracemalloc.start()
    tagger = load("newstimeline", options.language)
    rows = [["MB", "expressions", "resident MB", "peak MB", "allocated MB", "peak MB"]]
    for number, part in zip(range(1, options.megabytes + 1), megabytes(documents), strict=False):
        found = sum(1 for document in part for _ in tagger(document.text, document.day))
        del part
        gc.collect()
        rows.append([str(number), str(found), *(f"{size / MEGABYTE:.1f}" for size in sizes())])
    print(table(rows))
    return 0


def megabytes(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """Yield the documents a megabyte at a time, endlessly, and never the same text twice."""
    part: list[Document] = []
    size = 0
    for lap in count():
        for document in documents:
            part.append(Document(document.name, turned(document.text, lap), document.day))
            size += document.size
            if size >= MEGABYTE:
                yield part
                part, size = [], 0


def turned(text: str, lap: int) -> str:
    """Return the text with every digit moved on so many times, 9 to 0, which keeps its length."""
    digits = "0123456789"
    lap %= len(digits)
    return text.translate(str.maketrans(digits, digits[lap:] + digits[:lap])) if lap else text


def sizes() -> tuple[float, float, float, float]:
    """Return bytes resident now and at most, and allocated now and at most; 0 where nobody knows."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    pages = int(STATM.read_text(encoding="ascii").split()[1]) if STATM.exists() else 0
    allocated = tracemalloc.get_traced_memory() if tracemalloc.is_tracing() else (0, 0)
    return pages * os.sysconf("SC_PAGE_SIZE"), peak, *allocated


if __name__ == "__main__":
    sys.exit(main())
