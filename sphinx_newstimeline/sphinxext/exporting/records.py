"""The timelines of one page, without a look at those of all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain import domain_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from ..domain import TimelineRecord


def records_of(docname: str, env: BuildEnvironment) -> list[TimelineRecord]:
    """Return the timelines of a page in their order."""
    found: list[TimelineRecord] = domain_of(env).data["timelines"].get(docname, [])
    return found
