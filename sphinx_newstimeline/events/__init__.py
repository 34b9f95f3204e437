"""The events stage: an article and its time expressions in, :class:`Event` values out."""

from .event import Event, Source

__all__ = ["Event", "Source"]
