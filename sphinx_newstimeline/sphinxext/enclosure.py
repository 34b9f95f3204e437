"""What a timeline and the events in its content tell each other while a page is read."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from ..problems import Problem, ProblemKind
from ._compat import page_data
from .config import PREFIX
from .options import read_publication_day
from .warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from ..events.event import Event
    from ..temporal.period import Period
    from . import nodes as own
    from .references import Phrasing

_ENCLOSURE = "newstimeline-enclosure"

#: The field of a page, in its field list or its front matter, that says from which day it is told.
FIELD = "published"


@dataclass(frozen=True, slots=True)
class Handwritten:
    """An event of a timeline's content, with what cannot be part of a value.

    :param body: what the author wrote, or ``None`` where there is but a title.
    :param name: a name for references, or empty.
    :param classes: further classes of its element.
    :param phrasing: its text, where that has titles of other pages in it.
    """

    event: Event
    body: own.newstimeline_body | None
    name: str
    classes: tuple[str, ...] = ()
    phrasing: Phrasing | None = None


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A timeline, seen by the events in its content.

    :param published: the day that they are told from, if the timeline says it.
    :param language: the language of their dates, or empty.
    :param periods: the named periods that their dates may speak of.
    :param written: the events, which they add themselves to.
    """

    published: date | None
    language: str
    periods: tuple[Period, ...]
    written: list[Handwritten] = field(default_factory=list)


@contextmanager
def enclosed(env: BuildEnvironment, enclosure: Enclosure | None) -> Iterator[None]:
    """Have the events that are read inside belong to a timeline, or to none."""
    data = page_data(env)
    before = data.get(_ENCLOSURE)
    data[_ENCLOSURE] = enclosure
    try:
        yield
    finally:
        data[_ENCLOSURE] = before


def enclosure_at(env: BuildEnvironment) -> Enclosure | None:
    """Return the timeline whose content is being read, if any."""
    found: Enclosure | None = page_data(env).get(_ENCLOSURE)
    return found


def check_day(_app: Sphinx, config: Config) -> None:
    """Warn of a ``newstimeline_published`` that is no day (event ``config-inited``)."""
    given = str(config.newstimeline_published or "")
    try:
        if given:
            read_publication_day(given, config.newstimeline_language)
    except ValueError:
        message = "newstimeline_published takes a date such as “2024-11-13” or “Nov. 13, 2024”, not this"
        warn(Problem(ProblemKind.EVENT_DATE, message, words=given), "")


def day_of_page(document: nodes.document, env: BuildEnvironment, language: str) -> date | None:
    """Return the day that a page is told from: by its field ``published``, else by ``conf.py``."""
    configured = str(env.config[f"{PREFIX}published"] or "")
    stated = (node[1].astext() for node in document.findall(nodes.field) if node[0].astext().lower() == FIELD)
    for text in (*stated, configured):
        try:
            return read_publication_day(text, language)
        except ValueError:
            continue
    return None
