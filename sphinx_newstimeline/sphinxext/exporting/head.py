"""JSON-LD in the head of a page, for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...exports.jsonld import script_text
from ..domain import domain_of
from .documents import meta_of, timeline_of
from .languages import languages_of
from .places import BUILDERS, Site
from .records import records_of

if TYPE_CHECKING:
    from typing import Any

    from docutils import nodes
    from sphinx.application import Sphinx

FORMAT = "jsonld"

_BEFORE, _AFTER = '<script type="application/ld+json">', "</script>\n"


def add_jsonld(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Put the timelines of a page that ask for it into its head (event ``html-page-context``).

    A document in one page has those of all pages.
    """
    builder = app.builder
    if doctree is None or builder.name not in BUILDERS:
        return
    single = builder.name == "singlehtml"
    candidates = domain_of(app.env).timelines if single else records_of(page, app.env)
    records = [record for record in candidates if FORMAT in record.formats]
    if not records:
        return
    site = Site.of(builder.name, app.config)
    languages = languages_of(app.env)
    scripts = [
        script_text(timeline_of(record, app.env), meta_of(record, app.env, site, languages))
        for record in records
    ]
    elements = "".join(f"{_BEFORE}{script}{_AFTER}" for script in scripts)
    context["metatags"] = context.get("metatags", "") + elements
