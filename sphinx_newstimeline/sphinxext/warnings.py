"""The core's problems as warnings of Sphinx: typed, located, each once a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinx.util import logging

from ..problems import folded
from ._compat import page_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

    from ..extraction import Extraction
    from ..problems import Problem

__ = get_translation("sphinx_newstimeline", "console")

#: The type of every warning; the subtype is the problem's kind, so that ``suppress_warnings`` takes
#: ``newstimeline`` or, say, ``newstimeline.unpublished``.
TYPE = "newstimeline"

_REPORTED, _SUMMARISED = "newstimeline-reported", "newstimeline-summarised"

logger = logging.getLogger(__name__)


def report(problems: Iterable[Problem], env: BuildEnvironment, place: str) -> None:
    """Warn of each problem, unless the page that is being read has warned of it already.

    What is wrong with an article is said once, however many timelines show it; what is wrong with a timeline,
    of each.

    :param place: where the directive stands, as ``path:line``.  It is the location of a problem that
        no file has, and is mentioned where the problem lies in an article.
    """
    reported: set[tuple[Problem, str]] = page_data(env).setdefault(_REPORTED, set())
    for problem in folded(problems):
        told = problem, "" if problem.path else place
        if told in reported:
            continue
        reported.add(told)
        warn(problem, place)


def warn(problem: Problem, place: str) -> None:
    """Warn of one problem at its own place, or at *place* where it has none."""
    words = f": “{problem.words}”" if problem.words else ""
    text = f"{problem.message}{words}"
    location = place
    if problem.path:
        # Sphinx takes a location without a line for the name of a document, and adds its ending.
        location = f"{problem.path}:{problem.line or 1}"
        text = __("{problem} (timeline at {place})").format(problem=text, place=place) if place else text
    logger.warning("%s", text, type=TYPE, subtype=problem.kind.value, location=location)


def summarise(path: str, extraction: Extraction, env: BuildEnvironment) -> None:
    """Say once a page, on one line, what of an article has no date; that is no fault of its author."""
    words = tuple(event.words for event in extraction.undated)
    summarised: set[tuple[str, tuple[str, ...]]] = page_data(env).setdefault(_SUMMARISED, set())
    if words and (path, words) not in summarised:
        summarised.add((path, words))
        logger.info(
            __("%s: time expressions without a date (%d): %s"),
            path,
            len(words),
            ", ".join(f"“{phrase}”" for phrase in words),
        )
