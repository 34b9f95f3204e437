"""What Sphinx has to know of exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .builder import NewsTimelineBuilder
from .files import write_files
from .head import add_jsonld
from .links import DownloadsForPages, depart_downloads, newstimeline_downloads, visit_downloads
from .requests import check_formats

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Add the builder, the node of the links with its visitor, and the handlers."""
    app.add_builder(NewsTimelineBuilder)
    app.add_node(newstimeline_downloads, html=(visit_downloads, depart_downloads))
    app.add_post_transform(DownloadsForPages)
    app.connect("config-inited", check_formats)
    app.connect("html-page-context", add_jsonld)
    app.connect("build-finished", write_files)
