"""The roles that refer to events and timelines, and what is said of targets that there are none of."""

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

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain

    from .objects import Objects

__ = get_translation("sphinx_newstimeline", "console")

logger = logging.getLogger(__name__)

#: So many of the events that a target may stand for are named.
_NAMED = 4


def reference_role() -> XRefRole:
    """Return a role that refers to an event or a timeline, in whatever case its name is written."""
    return XRefRole(lowercase=True, warn_dangling=True, innernodeclass=nodes.inline)


def explain_missing(_app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Warn of a target that stands for nothing, or for more than one thing (``warn-missing-reference``)."""
    from .domain import NewsTimelineDomain

    if not isinstance(domain, NewsTimelineDomain):
        return None
    kind, message = complaint(domain.objects, node["reftype"], node["reftarget"])
    logger.warning("%s", message, type=TYPE, subtype=kind.value, location=node)
    return True


def warn_of_name(name: str, docnames: Sequence[str]) -> None:
    """Warn of a name that events on several pages have, at the last of these pages."""
    message = __("several events have the name “{name}”, on the pages {pages}; the first has it")
    text = message.format(name=name, pages=", ".join(docnames))
    kind = ProblemKind.AMBIGUOUS_TARGET
    logger.warning("%s", text, type=TYPE, subtype=kind.value, location=docnames[-1])


def complaint(objects: Objects, kind: str, target: str) -> tuple[ProblemKind, str]:
    """Return what is wrong with a target of the role *kind* that leads nowhere."""
    if kind == "timeline":
        candidates = [record.docname for record in objects.timeline(target)]
        ambiguous = __("timelines on several pages are called “{target}”: {candidates}")
        unknown = __("no timeline is called “{target}”")
    else:
        candidates = list(objects.event(target).candidates)
        ambiguous = __("the ids of several events begin with “{target}”: {candidates}; give one in full")
        unknown = __("no event has the id or name “{target}”")
    if len(candidates) > 1:
        listed = ", ".join(candidates[:_NAMED]) + (", …" if len(candidates) > _NAMED else "")
        return ProblemKind.AMBIGUOUS_TARGET, ambiguous.format(target=target, candidates=listed)
    message = unknown.format(target=target)
    nearest = objects.nearest(target, kind)
    if nearest:
        message += __("; did you mean “{nearest}”?").format(nearest=nearest)
    return ProblemKind.UNKNOWN_TARGET, message
