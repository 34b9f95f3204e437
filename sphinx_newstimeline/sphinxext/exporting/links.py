"""The line of links below a timeline: what it can be downloaded as, and where to subscribe to it.

::

    <newstimeline_downloads formats="ics json" home="guide/plan" place="0">

On web pages that is ``<p class="newstimeline-downloads">Download: <a …>iCalendar</a> · …</p>``;
everywhere else, nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...exports import EXPORTERS
from .._compat import builder_class
from ..html import direction
from .places import BUILDERS, Site
from .records import records_of

if TYPE_CHECKING:
    from typing import Any

    from sphinx.writers.html5 import HTML5Translator

    from ..domain import TimelineRecord

_ = get_translation("sphinx_newstimeline")

SEPARATOR = " · "
CALENDAR = "ics"


class newstimeline_downloads(nodes.General, nodes.Element):  # noqa: N801
    """The links of the timeline at a ``place`` of the page ``home``, in the order of its ``formats``."""


class DownloadsForPages(SphinxPostTransform):
    """Take the links away where there are no files: everywhere but on web pages."""

    default_priority = 600

    def is_supported(self) -> bool:
        """Return whether the builder makes other things than web pages."""
        return builder_class(self.env).name not in BUILDERS

    def run(self, **_kwargs: object) -> None:
        """Remove them."""
        for node in list(self.document.findall(newstimeline_downloads)):
            node.parent.remove(node)


def visit_downloads(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the links, each with the type of its file and a name that says what it is of."""
    builder = translator.builder
    records = records_of(node["home"], builder.env)
    record = next((one for one in records if one.place == node["place"]), None)
    site = Site.of(builder.name, builder.config)
    if record is None:
        raise nodes.SkipNode
    given: dict[str, Any] = {"CLASS": "newstimeline-downloads", **direction(translator.config.language)}
    translator.body.append(translator.starttag(node, "p", "", **given))
    translator.body += [translator.encode(str(_("Download:"))), " "]
    for number, name in enumerate(node["formats"]):
        translator.body.append(SEPARATOR if number else "")
        _link(translator, EXPORTERS[name].title, site.link(record, name), EXPORTERS[name].media_type)
    _subscription(translator, record, site)
    translator.body.append("</p>\n")


def depart_downloads(_translator: HTML5Translator, _node: nodes.Element) -> None:
    """Write nothing more."""


def _subscription(translator: HTML5Translator, record: TimelineRecord, site: Site) -> None:
    """Write the link by which a calendar subscribes, where the address of the site is known."""
    address = site.address(record, CALENDAR)
    scheme, mark, rest = address.partition("://")
    if CALENDAR in record.formats and mark and scheme in {"http", "https"}:
        translator.body.append(SEPARATOR)
        title = str(_("Subscribe to the calendar"))
        _link(translator, title, f"webcal://{rest}", EXPORTERS[CALENDAR].media_type, download=False)


def _link(
    translator: HTML5Translator, text: str, target: str, media_type: str, *, download: bool = True
) -> None:
    """Write one link."""
    attributes: dict[str, Any] = {"CLASS": "newstimeline-download", "href": target, "type": media_type}
    if download:
        attributes["download"] = ""
    translator.body.append(translator.starttag(nodes.Element(), "a", "", **attributes))
    translator.body += [translator.encode(text), "</a>"]
