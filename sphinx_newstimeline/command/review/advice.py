"""What to do after a review: the lines to paste."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from .session import Session


def advice(options: Namespace, session: Session) -> list[str]:
    """Return the lines that say how a page and the command use the edits; none without edits.

    :param options: the command line; what it says of reading is said in the directive too.
    """
    if not session.book.text:
        return []
    names = [_quoted(name) for name in patterns(options.articles)]
    directive = [f".. newstimeline:: {' '.join(names)}".rstrip()]
    given = (
        ("manifest", options.manifest),
        ("published", options.published),
        ("period", "; ".join(options.period)),
        ("language", options.language),
        ("edits", _quoted(options.edits)),
    )
    directive += [f"   :{name}: {value}" for name, value in given if value]
    return [
        "",
        "A page shows them with (paths are relative to it):",
        "",
        *(f"   {line}" for line in directive),
        "",
        "or all timelines do, with this in conf.py:",
        "",
        f'   newstimeline_edits = ["{session.path}"]',
    ]


def patterns(names: Sequence[str]) -> list[str]:
    """Return names as an author would write them: several of a folder and an ending as one glob.

    The shell has made names of the globs that were typed.
    """
    alike: dict[tuple[str, str], list[str]] = {}
    for name in names:
        path = PurePath(name)
        alike.setdefault((path.parent.as_posix(), path.suffix), []).append(name)
    globs = []
    for (folder, ending), members in alike.items():
        glob = f"*{ending}" if folder == "." else f"{folder}/*{ending}"
        globs += [glob] if len(members) > 1 else members
    return globs


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
