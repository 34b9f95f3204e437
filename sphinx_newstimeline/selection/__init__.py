"""The selection stage: the days and sentences that tell a story, chosen by what its articles name."""

from .digest import Day, digest
from .selection import Selection, select, words_in

__all__ = ["Day", "Selection", "digest", "select", "words_in"]
