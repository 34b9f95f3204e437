"""The merging stage: what is told several times becomes one entry with its sources.

It compares words, names and numbers; no model is asked, and the same events give the same entries.
"""

from .conflicts import dissenters
from .merging import Merged, entry_of, merge

__all__ = ["Merged", "dissenters", "entry_of", "merge"]
