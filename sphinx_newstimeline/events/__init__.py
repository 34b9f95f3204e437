"""The events stage: an article and its time expressions in, :class:`Event` values out."""

from .assembly import Events, assemble
from .editor import with_resolutions
from .event import Event, Source
from .stated import stated_events

__all__ = ["Event", "Events", "Source", "assemble", "stated_events", "with_resolutions"]
