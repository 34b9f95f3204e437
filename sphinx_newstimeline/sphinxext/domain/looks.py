"""What entries look like besides their values: bodies and translations, as digests."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from .. import nodes as own

if TYPE_CHECKING:
    from docutils import nodes


def looks_of(document: nodes.document) -> dict[str, str]:
    """Return a digest for each event of a page that has a body, a headline or a translation.

    What other events look like depends on their values alone.
    """
    found: dict[str, str] = {}
    for event in own.events_of(document):
        said = list(own.parts_of(event))
        parts = [node.pformat() for node in said if isinstance(node, own.newstimeline_body)]
        for kind in (own.newstimeline_sentence, own.newstimeline_headline):
            parts += [node.astext() for node in said if isinstance(node, kind) and node.get("translated")]
        if parts:
            found.setdefault(event["event"], sha256("\0".join(parts).encode()).hexdigest())
    return found
