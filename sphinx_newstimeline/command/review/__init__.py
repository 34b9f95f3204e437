"""``newstimeline review``: what is new, uncertain, in conflict or stale, one event at a time.

:mod:`.findings` says what there is to look at, :mod:`.report` prints it, :mod:`.dialogue` walks an author
through it, and :mod:`.entry` is the command.
"""

from .entry import run

__all__ = ["run"]
