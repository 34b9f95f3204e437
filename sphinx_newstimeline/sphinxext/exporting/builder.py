"""The builder ``newstimeline``: all timelines of a project, in all formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders import Builder
from sphinx.locale import get_translation

from ...exports import EXPORTERS
from ..config import listed
from ..domain import domain_of
from .files import publish, write_index
from .places import Site

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__ = get_translation("sphinx_newstimeline", "console")


class NewsTimelineBuilder(Builder):
    """Writes every timeline of the project as files, and ``index.json``, which lists them.

    It writes from what the domain remembers and never from a doctree.  The addresses in the files are
    those of the pages that the builder ``html`` makes, where the address of the site is known.
    """

    name = "newstimeline"
    format = "newstimeline"
    epilog = __("The exports of the timelines are in %(outdir)s.")
    allow_parallel = True

    def get_outdated_docs(self) -> str:
        """Return what is to be built, in words: files that do not change are not written."""
        return "all timelines"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 - Sphinx's own
        """Return nothing: there are no pages."""
        return ""

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Prepare nothing."""

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        """Write no document."""

    def finish(self) -> None:
        """Write the files and their list."""
        site = Site.of(self.name, self.config)
        given = listed(self.config.newstimeline_builder_formats)
        names = [name for name in EXPORTERS if name in given or not given]
        records = domain_of(self.env).timelines
        folder = Path(self.outdir)
        files = publish(self.env, site, [(record, names) for record in records], folder)
        write_index(
            folder,
            [
                {
                    "page": record.docname,
                    "id": record.node_id,
                    "name": record.name,
                    "title": record.caption or self.env.titles[record.docname].astext(),
                    "events": len(record.timeline.events),
                    "undated": len(record.timeline.undated),
                    "address": site.page(record.docname),
                    "files": named,
                }
                for record, named in zip(records, files, strict=True)
            ],
        )
