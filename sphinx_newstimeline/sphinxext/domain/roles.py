"""The roles that refer to events and timelines, and the names that they go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation
from sphinx.roles import XRefRole
from sphinx.util import logging

from ...problems import ProblemKind
from ..warnings import TYPE

if TYPE_CHECKING:
    from collections.abc import Sequence

__ = get_translation("sphinx_newstimeline", "console")

logger = logging.getLogger(__name__)


def reference_role() -> XRefRole:
    """Return a role that refers to an event or a timeline, in whatever case its name is written."""
    return XRefRole(lowercase=True, warn_dangling=True, innernodeclass=nodes.inline)


def warn_of_name(name: str, docnames: Sequence[str]) -> None:
    """Warn of a name that events on several pages have, at the last of these pages."""
    message = __("several events have the name “{name}”, on the pages {pages}; the first has it")
    text = message.format(name=name, pages=", ".join(docnames))
    kind = ProblemKind.AMBIGUOUS_TARGET
    logger.warning("%s", text, type=TYPE, subtype=kind.value, location=docnames[-1])
