"""The articles stage: files in, :class:`Article` values out.

It knows nothing of the dates inside a text beyond its dateline, and nothing of Sphinx.
"""

from .article import Article, ArticleError, Origin
from .assembly import read_article, read_articles
from .dateline import Dateline, find_dateline, find_datelines
from .finding import Found, find_articles
from .manifest import Manifest, ManifestEntry, read_manifest
from .stated import Resolved, StatedEvent

__all__ = [
    "Article",
    "ArticleError",
    "Dateline",
    "Found",
    "Manifest",
    "ManifestEntry",
    "Origin",
    "Resolved",
    "StatedEvent",
    "find_articles",
    "find_dateline",
    "find_datelines",
    "read_article",
    "read_articles",
    "read_manifest",
]
