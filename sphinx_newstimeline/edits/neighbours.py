"""The event that an edit was most likely made for, among those that there are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from heapq import nsmallest
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..events.ids import normalised
from .excerpts import unbracketed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .edit import Edit

#: Sentences less alike than this are not taken for the nearest: they are others …
ALIKE = 0.5
#: … unless they stand in the article that the edit names.
ALIKE_AT_HOME = 0.3
#: So many sentences that share most words are compared closely …
CLOSEST = 12
#: … and so many words, the rarest, are looked for at all.
RAREST = 6
_ELLIPSIS = re.compile(r"\s*(?:…|\.{3})\s*$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Seen:
    """An event as far as it matters to edits of others: which there are, where, and what they say.

    :param article: the article's web address, else its path.
    :param date: as :func:`date_form` has it.
    """

    id: str
    article: str
    sentence: str
    date: str


class Neighbours:
    """The events that there are, by their articles and words; made once for all edits."""

    def __init__(self, events: Iterable[Seen]) -> None:
        """Sort the events."""
        self._events = tuple(events)
        self._articles: dict[str, list[int]] = {}
        self._words: dict[str, list[int]] | None = None
        for index, event in enumerate(self._events):
            path = PurePosixPath(event.article)
            for key in {event.article} if "://" in event.article else {event.article, path.name, path.stem}:
                self._articles.setdefault(key, []).append(index)

    def of_article(self, article: str) -> tuple[Seen, ...]:
        """Return the events of an article, named by its address, path, file name or stem."""
        found = self._articles.get(article)
        if found is None and "://" not in article:
            found = self._articles.get(PurePosixPath(article).name)
        return tuple(self._events[index] for index in found or ())

    def nearest(self, edit: Edit) -> Seen | None:
        """Return the event that an edit was most likely made for, or ``None`` where none is like it.

        By the words that the edit keeps, in its own article first; by its id where it keeps none.
        """
        words = normalised(_ELLIPSIS.sub("", unbracketed(edit.text("of"))))
        if not words:
            close = get_close_matches(edit.id, [event.id for event in self._events], n=1, cutoff=0.8)
            return next((event for event in self._events if close and event.id == close[0]), None)
        at_home = self.of_article(edit.text("article")) if edit.text("article") else ()
        return _most_alike(words, at_home, ALIKE_AT_HOME) or _most_alike(words, self._sharing(words), ALIKE)

    def _sharing(self, words: str) -> list[Seen]:
        """Return the events that share most of the rarest words."""
        if self._words is None:
            self._words = {}
            for index, event in enumerate(self._events):
                for word in set(_WORD.findall(normalised(event.sentence))):
                    self._words.setdefault(word, []).append(index)
        places = [self._words[word] for word in sorted(set(_WORD.findall(words))) if word in self._words]
        rarest = sorted(places, key=len)[:RAREST]
        counts = Counter(index for indexes in rarest for index in indexes)
        best = nsmallest(CLOSEST, counts, key=lambda index: (-counts[index], index))
        return [self._events[index] for index in best]


def _most_alike(words: str, events: Sequence[Seen], least: float) -> Seen | None:
    """Return the event whose sentence, or its beginning, is most like some words, if more than *least*."""
    wanted = _WORD.findall(words)
    best, most = None, least
    for event in events:
        there = _WORD.findall(normalised(event.sentence))
        alike = max(_alike(wanted, there), _alike(wanted, there[: len(wanted)]))
        if alike > most:
            best, most = event, alike
    return best


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two texts are word by word, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
