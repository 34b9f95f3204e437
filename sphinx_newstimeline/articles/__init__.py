"""The articles stage: files in, :class:`Article` values out."""

from .article import Article, Origin

__all__ = ["Article", "Origin"]
