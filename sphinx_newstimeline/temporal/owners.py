"""Owners: nouns that an expression belongs to, and what they say of when it is.

"The explosion on April 20" is one of the past, and so is "the April 20 rig explosion", whatever the
clause says of it; "Friday's planned march" lies ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from .tokens import WORDS

#: How many words before a noun its article may stand ("the oil rig explosion"), and how many words
#: behind a day the noun that it belongs to ("the April 20 oil rig explosion").
NOUN_PHRASE = 5
#: How many words before a day the article of its noun may stand.
NEAR = 3


class Said(NamedTuple):
    """What a word says of when something is.

    :param direction: 2 or 1 where it lies ahead, -1 or -2 where it lies behind, 0 where that is not said.
    :param word: the word, or an empty string.
    """

    direction: int
    word: str


@dataclass(frozen=True, slots=True)
class Owners:
    """Nouns that an expression may belong to, and the words beside them that tell whether it does.

    :ivar happenings: what nobody announces.
    :ivar sequels: behind which that holds from afar ("after the explosion on the rig in April").
    :ivar announced: what an expression belongs to that lies ahead ("Friday's planned march"); ``traded``
        is so right behind a bare month ("December futures").
    :ivar set_for: what lies ahead behind one of the ``indefinite`` articles: "given a Jan. 1 deadline".
    :ivar prefixes: those that make a day one that everybody knows: "pre-April 20".
    :ivar awaited: what has its day long before: "elections in November" or "the November elections" are
        the nearest ones.
    :ivar definite: the articles of a happening that has a day.
    :ivar determiners: words before a day behind which its noun may stand.
    :ivar prepositions: those that bind an expression to a noun.
    :ivar breaks: where a clause ends; ``joints`` are those behind which it goes on where no verb is known.
    """

    happenings: frozenset[str]
    sequels: frozenset[str]
    announced: frozenset[str]
    traded: frozenset[str]
    set_for: frozenset[str]
    indefinite: frozenset[str]
    prefixes: frozenset[str]
    awaited: frozenset[str]
    definite: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    breaks: frozenset[str]
    joints: frozenset[str]

    def owner(self, words: list[str], behind: str) -> Said | None:
        """Return what the noun says that an expression belongs to: "the April 20 rig explosion"."""
        possessive = behind.startswith(("'s ", "’s "))
        follower = WORDS.match(behind.lstrip())
        beside = self._beside(words, follower[0] if follower else "")
        if beside:
            return beside
        article = words and (words[-1].lower() in self.determiners)
        if not (possessive or article or self.is_definite(words, len(words), NEAR)):
            return None
        for found in islice(WORDS.finditer(behind, 2 if possessive else 0), NOUN_PHRASE):
            word = found[0]
            if word in self.happenings:
                return Said(-2, word)
            if word in self.announced:
                return Said(1, word)
            if word in self.breaks or word in self.prepositions or not word.isalnum():
                break
        return None

    def _beside(self, words: list[str], follower: str) -> Said | None:
        """Return what the word right behind says, or a prefix: "a Jan. 1 deadline", "pre-April 20 rules"."""
        before = words[-1].lower() if words else ""
        if follower in self.traded or (follower in self.set_for and before in self.indefinite):
            return Said(1, follower)
        prefix = words[-2].lower() if before == "-" and len(words) > 1 else ""
        return Said(-1, prefix) if prefix in self.prefixes else None

    def is_definite(self, words: list[str], index: int, reach: int = NOUN_PHRASE) -> bool:
        """Return whether a noun has an article that says that it is known: "the oil rig explosion"."""
        for word in reversed(words[max(0, index - reach) : index]):
            if word.lower() in self.definite:
                return True
            if not word.isalnum() or word in self.prepositions or word in self.breaks:
                return False
        return False

    def is_happening(self, words: list[str], index: int) -> bool:
        """Return whether a word names what nobody announces: "the explosion on the rig"."""
        if words[index] not in self.happenings:
            return False
        behind = words[index + 1 :]
        return behind in ([], [","]) or behind[0] in self.prepositions or behind[0] in self.joints

    def awaited_beside(self, words: list[str], behind: str) -> str:
        """Return the word beside an expression that has its day long before, or an empty string."""
        follow = islice(WORDS.finditer(behind.partition(".")[0]), NEAR)
        beside = [*words[-1:], *[word[0] for word in follow]]
        return next((word for word in beside if word in self.awaited), "")
