"""The file that an author may mean whose name or glob stands for none."""

from __future__ import annotations

from difflib import get_close_matches
from glob import has_magic
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How alike two names have to be, from 0 to 1.
_CLOSE = 0.65
#: A folder of more entries is not looked through for names that are alike.
_MANY = 5000


def nearest_name(pattern: str, root: str) -> str:
    """Return the name of a file or folder, or a glob, that differs little from *pattern* and is there.

    The parts of the path are looked up one by one: each as it is, else in other letters, with another
    ending, or spelled alike.  What has wildcards is left as it is.

    :param pattern: with forward slashes, relative to *root* or absolute.
    :return: the name in the form of *pattern*, or an empty text.
    """
    parts = pattern.split("/")
    place = Path("/" if pattern.startswith("/") else root)
    found: list[str] = []
    for part in parts:
        if has_magic(part):
            break
        there = part in {"", ".", ".."} or (place / part).exists()
        known = part if there else _alike(part, _names(place))
        if part and not known:
            return ""
        found.append(known)
        place = place / known
    name = "/".join([*found, *parts[len(found) :]])
    return name if name != pattern else ""


def _names(folder: Path) -> Sequence[str]:
    """Return the names in a folder, sorted; none of one that cannot be read, or is large."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()
    return names if len(names) <= _MANY else ()


def _alike(part: str, names: Sequence[str]) -> str:
    """Return which of some names is most like one that is not among them, or an empty text."""
    folded = {name.casefold(): name for name in reversed(names)}
    stems = {PurePath(name).stem: name for name in reversed(folded)}
    low = part.casefold()
    stem = PurePath(low).stem
    if low in folded:
        return folded[low]
    if stem in stems:
        return folded[stems[stem]]
    # Endings are alike in most names of a folder, and say nothing.
    close = get_close_matches(stem, stems, n=1, cutoff=_CLOSE)
    return folded[stems[close[0]]] if close else ""
