"""The events stage: an article and its time expressions in, :class:`Event` values out."""

from .assembly import Events, assemble
from .event import Event, Source

__all__ = ["Event", "Events", "Source", "assemble"]
