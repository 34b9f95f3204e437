"""Where the files of exports stand beside the pages of a build, and their addresses on the web."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from ...exports import EXPORTERS

if TYPE_CHECKING:
    from sphinx.config import Config

    from ..domain import TimelineRecord

#: The builders whose pages have exports; those of other formats have no place for them.
BUILDERS = frozenset({"html", "dirhtml", "singlehtml"})


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of a build.

    :param builder: the name of the builder: one of :data:`BUILDERS`.
    :param root: the root document.
    :param base: the address under which the site will be found, with a slash at its end, or empty.
    :param suffix: the ending of addresses of pages.
    """

    builder: str
    root: str
    base: str
    suffix: str = ".html"

    @classmethod
    def of(cls, builder: str, config: Config) -> Site:
        """Return the site that a builder makes; any other than those of pages counts as ``html``."""
        base = config.newstimeline_baseurl or config.html_baseurl
        suffix = config.html_link_suffix or config.html_file_suffix or ".html"
        name = builder if builder in BUILDERS else "html"
        return cls(name, config.root_doc, f"{base.rstrip('/')}/" if base else "", suffix)

    def folder(self, docname: str) -> str:
        """Return the folder of a page's file, relative to the output folder; empty for that itself."""
        if self.builder == "singlehtml":
            return ""
        if self.builder == "dirhtml":
            return docname.removesuffix("index").rstrip("/") if _is_index(docname) else docname
        return posixpath.dirname(docname)

    def file(self, record: TimelineRecord, name: str) -> str:
        """Return the file of a timeline in the format of that name, relative to the output folder."""
        stem = (
            record.docname.replace("/", ".")
            if self.builder == "singlehtml"
            else posixpath.basename(record.docname)
        )
        file = f"{stem}.{record.slug}{EXPORTERS[name].ending}"
        return posixpath.join(self.folder(record.docname), file)

    def link(self, record: TimelineRecord, name: str) -> str:
        """Return the address of that file relative to the page, as a part of HTML."""
        return quote(posixpath.relpath(self.file(record, name), self.folder(record.docname) or "."))

    def address(self, record: TimelineRecord, name: str) -> str:
        """Return the absolute address of that file, or an empty text where that of the site is unknown."""
        return self.base + quote(self.file(record, name)) if self.base else ""

    def page(self, docname: str) -> str:
        """Return the absolute address of a page, or an empty text."""
        if not self.base:
            return ""
        if self.builder == "singlehtml":
            return f"{self.base}{quote(self.root)}{self.suffix}"
        if self.builder == "dirhtml":
            folder = self.folder(docname)
            return self.base + (f"{quote(folder)}/" if folder else "")
        return f"{self.base}{quote(docname)}{self.suffix}"


def _is_index(docname: str) -> bool:
    """Return whether a page is the one that a folder shows."""
    return docname == "index" or docname.endswith("/index")
