"""Sources that are pages of the project: their titles lead there, to the section that the words stand in.

Pages and their sections are known when all have been read, so such a title is at first

::

    <newstimeline_to_page docname="changelog" line="12" classes="newstimeline-title"> Changelog
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from ._compat import builder_of
from .documents import ENDING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from ..timeline import Timeline

    #: Where a section begins, and its id.
    Section = tuple[int, str]


class newstimeline_to_page(nodes.Inline, nodes.TextElement):  # noqa: N801
    """The title of a source that is the page ``docname``, with the ``line`` of the words in its file."""


def pages_of(timeline: Timeline, env: BuildEnvironment) -> dict[str, str]:
    """Return the names of the project's pages that sources of a timeline are, by the paths of these."""
    pages = {}
    for path in _paths(timeline):
        docname = env.path2doc(os.path.abspath(path))  # noqa: PTH100 - a path of text stays text
        if docname in env.found_docs:
            pages[path] = docname
    return pages


def _paths(timeline: Timeline) -> dict[str, None]:
    """Return the paths of all sources, each once."""
    return {
        source.path: None
        for event in (*timeline.events, *timeline.undated)
        for one in (event, *event.others)
        for source in one.sources
    }


class LinkOwnPages(SphinxPostTransform):
    """Turn the titles of sources that are pages into links."""

    default_priority = 8  # when collected entries are there, and before references are resolved

    def run(self, **_kwargs: object) -> None:
        """Link all of a page."""
        sections: dict[str, tuple[Section, ...]] = {}
        for node in list(self.document.findall(newstimeline_to_page)):
            docname, line = node["docname"], node["line"]
            if docname not in sections and docname in self.env.all_docs:
                sections[docname] = tuple(_sections(docname, self.env))
            text = nodes.inline("", node.astext(), classes=node["classes"])
            node.replace_self(self._link(docname, _around(line, sections.get(docname, ())), text))

    def _link(self, docname: str, section: str, text: nodes.inline) -> nodes.Element:
        """Return a link to a section of a page; the text alone where the format has none."""
        if docname not in self.env.all_docs:
            return text
        try:
            return make_refnode(builder_of(self.env), self.env.docname, docname, section, text)
        except NoUri:
            return text


def _sections(docname: str, env: BuildEnvironment) -> Iterator[Section]:
    """Yield the sections of a page below its title, in order, without those of included files."""
    path = env.doc2path(docname)
    # The line of a heading is, for docutils, the one below its words.
    below = int(str(path).endswith(ENDING))
    for section in env.get_doctree(docname).findall(nodes.section):
        inner = isinstance(section.parent, nodes.section)
        if inner and section.line and section["ids"] and str(section.source) == str(path):
            yield section.line - below, section["ids"][0]


def _around(line: int, sections: tuple[Section, ...]) -> str:
    """Return the id of the innermost section that a line stands in, or nothing where that is the page."""
    return next((name for start, name in reversed(sections) if start <= line), "")
