"""Which exports a timeline has, and what its files are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from ...exports import EXPORTERS
from ...problems import Problem, ProblemKind
from ..config import listed
from ..warnings import warn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: What a timeline without a name is called, with a number from the second on.
UNNAMED = "timeline"
_LIKE_UNNAMED = re.compile(rf"{UNNAMED}(?:-\d+)?")


def formats_of(option: Sequence[str] | None, config: Config) -> tuple[str, ...]:
    """Return the formats that the option asks for, in its order, else those of ``newstimeline_export``.

    Names in ``conf.py`` that are no formats are left out; :func:`check_formats` warns of them.
    """
    names = listed(config.newstimeline_export) if option is None else option
    return tuple(dict.fromkeys(name for name in names if name in EXPORTERS))


def check_formats(_app: Sphinx, config: Config) -> None:
    """Warn of formats in ``conf.py`` that there are not (event ``config-inited``)."""
    for value in ("newstimeline_export", "newstimeline_builder_formats"):
        for name in listed(config[value]):
            if name not in EXPORTERS:
                message = f"{value} names a format that there is not; there is {', '.join(EXPORTERS)}"
                warn(Problem(ProblemKind.EXPORT, message, words=name), "")


def slug_of(name: str, env: BuildEnvironment) -> str:
    """Return what a timeline is called in the names of its files; each page has each of them once.

    :param name: the timeline's ``:name:``, or empty.
    """
    if not name:
        number = env.new_serialno("newstimeline-slug") + 1
        return UNNAMED if number == 1 else f"{UNNAMED}-{number}"
    slug = nodes.make_id(name)
    if slug and not _LIKE_UNNAMED.fullmatch(slug):
        return slug
    # A name without letters of ASCII, or the one that timelines without a name have.
    return f"named-{name.encode().hex()[:_HEX]}"


_HEX = 24
