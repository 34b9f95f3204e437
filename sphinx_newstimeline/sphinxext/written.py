"""What an author wrote of an event, as nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes

    from . import nodes as own


@dataclass(frozen=True, slots=True)
class Written:
    """What an author wrote of an event, as nodes.

    :param body: the body, ready to be put in its place, or ``None`` where there is but a title.
    :param text: the event's ``sentence`` as the body has it: an edit may have another.
    :param origin: a link to the page that it stands on, where it is shown on another one.
    """

    body: own.newstimeline_body | None
    text: str
    origin: nodes.Element | None = None
