"""What is said of references to events and timelines that there are none of, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinx.util import logging

from ...problems import ProblemKind
from ..warnings import TYPE
from .domain import NewsTimelineDomain

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain

    from .objects import Objects

__ = get_translation("sphinx_newstimeline", "console")

logger = logging.getLogger(__name__)

#: So many of the events that a target may stand for are named.
_NAMED = 4


def explain_missing(_app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Warn of a target that stands for nothing, or for more than one thing (``warn-missing-reference``)."""
    if not isinstance(domain, NewsTimelineDomain):
        return None
    kind, message = complaint(domain.objects, node["reftype"], node["reftarget"])
    logger.warning("%s", message, type=TYPE, subtype=kind.value, location=node)
    return True


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
