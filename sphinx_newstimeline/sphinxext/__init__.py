"""The Sphinx layer: everything that imports Sphinx or docutils.

:func:`setup` registers

- the directives ``newstimeline`` (:mod:`.directive`, its options in :mod:`.options`) and
  ``newstimeline-event`` (:mod:`.event_directive`, :mod:`.event_options`),
- the values of ``conf.py`` that begin with ``newstimeline_`` (:mod:`.config`),
- the processes and the cache that articles are read with (:mod:`.machine`),
- the domain ``newstimeline``, which remembers the files that each page shows (:mod:`.domain`),
- the nodes of a timeline (:mod:`.nodes`) with their visitors for HTML (:mod:`.html`) and LaTeX
  (:mod:`.latex`),
- the transform that gives translated sentences their marks (:mod:`.translations`), and the
  post-transforms that make a timeline plain for other formats (:mod:`.plain`), its tables fit for HTML
  (:mod:`.layouts`), its sources few (:mod:`.echoes`) and its text fit for LaTeX (:mod:`.latex_text`),
- the style sheet, the script, the LaTeX package and the message catalogue (:mod:`.assets`),
- the builder ``newstimeline``, the files that timelines are exported to and the links to them
  (:mod:`.exporting`),
- what looks after the edits files of a project (:mod:`.editing`),
- handlers of ``config-inited``, ``env-get-outdated``, ``html-page-context`` and ``write-started``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Grows with every change of the rules or of what the environment keeps: old environments are read anew.
ENVIRONMENT_VERSION = 9


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    from .. import __version__
    from . import assets, config, exporting, html, latex, machine
    from .collecting import EmptyShelves, FillTimelines, compose_again
    from .directive import NewsTimelineDirective
    from .domain import NewsTimelineDomain, explain_missing, outdated_pages
    from .echoes import FewerEchoes
    from .editing import Teller, outdated_by_edits
    from .enclosure import check_day
    from .event_directive import NewsTimelineEventDirective
    from .latex_text import FitForLatex
    from .layouts import TablesForPages, TablesForScreens
    from .nodes import NODES
    from .own_pages import LinkOwnPages
    from .plain import PlainTimeline, WithoutExplanations
    from .reading import check_countries
    from .translations import MarkTranslations

    config.register(app)
    exporting.register(app)
    machine.register(app)
    app.add_domain(NewsTimelineDomain)
    app.add_directive("newstimeline", NewsTimelineDirective)
    app.add_directive("newstimeline-event", NewsTimelineEventDirective)
    for node in NODES:
        # A node without visitors for a format is written there as the class that it is derived from.
        writers = (("html", html.VISITORS), ("latex", latex.VISITORS))
        visitors: dict[str, Any] = {name: table[node] for name, table in writers if node in table}
        app.add_node(node, **visitors)
    app.add_transform(MarkTranslations)
    for_writers = (
        WithoutExplanations,
        PlainTimeline,
        FewerEchoes,
        TablesForPages,
        TablesForScreens,
        FitForLatex,
    )
    for transform in (EmptyShelves, FillTimelines, LinkOwnPages, *for_writers):
        app.add_post_transform(transform)
    app.add_message_catalog("sphinx_newstimeline", str(assets.LOCALES))
    app.add_latex_package(assets.LATEX_PACKAGE)
    app.connect("config-inited", config.exclude_articles)
    app.connect("config-inited", assets.publish_style_sheet)
    app.connect("config-inited", check_day)
    app.connect("config-inited", check_countries)
    app.connect("builder-inited", assets.list_for_data)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("warn-missing-reference", explain_missing)
    app.connect("env-get-outdated", outdated_by_edits)
    app.connect("env-updated", compose_again)
    teller = Teller()
    # Behind those who collect: only then is known which events there are.
    app.connect("env-updated", teller.tell_changed, priority=900)
    app.connect("env-check-consistency", teller.tell)
    app.connect("html-page-context", assets.link_style_sheet)
    app.connect("write-started", assets.copy_latex_package)
    return {
        "version": __version__,
        "env_version": ENVIRONMENT_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
