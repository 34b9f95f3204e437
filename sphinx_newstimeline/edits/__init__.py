"""The author's edits: a TOML file of corrections in, corrected events out.

:func:`read_edits` reads a file, :func:`join` makes one of several, :func:`apply` does what they say,
:func:`stale` finds those whose event is gone, and :mod:`.notebook` writes them.
"""

from .applying import Edited, apply
from .edit import Change, Edit, Edits, Reviewed
from .joining import join
from .keys import KEYS, EditKey
from .neighbours import Seen
from .reading import read_edits
from .staleness import date_form, seen, stale

__all__ = [
    "KEYS",
    "Change",
    "Edit",
    "EditKey",
    "Edited",
    "Edits",
    "Reviewed",
    "Seen",
    "apply",
    "date_form",
    "join",
    "read_edits",
    "seen",
    "stale",
]
