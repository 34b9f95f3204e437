"""The style sheet, the script and the LaTeX package, each where it is needed and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.fileutil import copy_asset_file

from ..timeline import Standing
from . import nodes as own
from ._compat import add_static_dir
from .overview import latex as overview

if TYPE_CHECKING:
    from typing import Any

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

_HERE = Path(__file__).parent

STATIC = _HERE / "static"
LOCALES = _HERE / "locales"

STYLE_SHEET = "newstimeline.css"
STYLE_SHEET_OF_CHARTS = "newstimeline-chart.css"
STYLE_SHEET_OF_SCHEDULES = "newstimeline-schedule.css"
STYLE_SHEET_OF_CONTROLS = "newstimeline-controls.css"
SCRIPT = "newstimeline.js"

#: The classes of events of which a page says how they stood on a day.
_STANDINGS = frozenset(f"newstimeline-{standing}" for standing in Standing if standing)

#: The name of the LaTeX package; its file has the ending ``.sty``.
LATEX_PACKAGE = "newstimeline"

#: Documents that have a chart load this one too.
LATEX_PACKAGE_OF_CHARTS = overview.PACKAGE


def publish_style_sheet(app: Sphinx, config: Config) -> None:
    """Have the static files copied into HTML output (event ``config-inited``)."""
    add_static_dir(app, config, STATIC)
    config.epub_exclude_files = [
        *config.epub_exclude_files,
        f"_static/{SCRIPT}",
        f"_static/{STYLE_SHEET_OF_CONTROLS}",
    ]


def list_for_data(app: Sphinx) -> None:
    """Name every file to the builders of JSON and pickles (event ``builder-inited``).

    They have one list of files for all pages, which would otherwise depend on the pages that each of
    several processes has written.
    """
    if _writes_data(app.builder):
        for name in (STYLE_SHEET, STYLE_SHEET_OF_CHARTS, STYLE_SHEET_OF_SCHEDULES, STYLE_SHEET_OF_CONTROLS):
            app.add_css_file(name)
        app.add_js_file(SCRIPT, loading_method="defer")


def _writes_data(builder: Builder) -> bool:
    return hasattr(builder, "globalcontext_filename")


def link_style_sheet(
    app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Link the style sheets and the script from a page that has a timeline (event ``html-page-context``)."""
    if _writes_data(app.builder):
        return
    timelines = [] if doctree is None else list(doctree.findall(own.newstimeline))
    if timelines:
        app.add_css_file(STYLE_SHEET)
        if any(isinstance(child, own.newstimeline_chart) for node in timelines for child in node.children):
            app.add_css_file(STYLE_SHEET_OF_CHARTS)
        if any(map(_looks_ahead, timelines)):
            app.add_css_file(STYLE_SHEET_OF_SCHEDULES)
        if app.builder.name != "epub":
            app.add_css_file(STYLE_SHEET_OF_CONTROLS)
            app.add_js_file(SCRIPT, loading_method="defer")


def _looks_ahead(timeline: own.newstimeline) -> bool:
    """Return whether a timeline is a schedule, or says what was expected."""
    if "newstimeline-schedule" in timeline["classes"]:
        return True
    return any(_STANDINGS.intersection(event["classes"]) for event in own.events_of(timeline))


def copy_latex_package(_app: Sphinx, builder: Builder) -> None:
    """Put the LaTeX packages beside the document (event ``write-started``)."""
    if builder.format == "latex":
        for name in (LATEX_PACKAGE, LATEX_PACKAGE_OF_CHARTS):
            copy_asset_file(_HERE / "latex" / f"{name}.sty", builder.outdir, force=True)
