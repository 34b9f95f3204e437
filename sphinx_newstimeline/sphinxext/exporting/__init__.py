"""Exports of timelines: files beside web pages with links to them, JSON-LD, and a builder of their own."""

from .head import FORMAT as IN_HEAD
from .links import newstimeline_downloads
from .registration import register
from .requests import formats_of, slug_of

__all__ = ["IN_HEAD", "formats_of", "newstimeline_downloads", "register", "slug_of"]
