"""The timeline stage: events in, one :class:`Timeline` out, selected, ordered and grouped."""

from .timeline import Group, Timeline

__all__ = ["Group", "Timeline"]
