"""Grammars: what the data of a language says, compiled for reading texts.

``lang/<code>`` has the rules and words as people write them; :class:`Grammar` has them as the parser asks
for them.  Nothing here knows of an author's periods, or imports anything that is not of Python or this
package: a grammar is compiled where a distribution is built, too.  What compiles is imported only for that.
"""

from .grammar import HOLDER, HOLIDAY, NAME_KINDS, PERIOD, Grammar
from .keeping import grammar_of, kept_in

__all__ = ["HOLDER", "HOLIDAY", "NAME_KINDS", "PERIOD", "Grammar", "grammar_of", "kept_in"]
