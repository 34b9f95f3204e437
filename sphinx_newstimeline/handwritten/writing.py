"""From what an author writes to an :class:`.Event` value like any other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from ..events.event import Event, Source
from ..events.ids import DIGITS, normalised
from ..events.paragraphs import Span
from ..events.sentences import sentences
from ..events.vocabulary import vocabulary
from ..temporal.timex import Why
from .when import When

if TYPE_CHECKING:
    from collections.abc import MutableMapping


@dataclass(frozen=True, slots=True)
class Draft:
    """What an author writes of an event, besides its date.

    :param words: the words of the date.
    :param text: the body as plain text with single spaces, or empty.
    :param title: a headline, or empty; one of both is there.
    :param tags: words to sort it under, sorted.
    :param language: the code of the language that it is in.
    :param source: where it stands: the page.
    """

    words: str
    text: str
    title: str
    tags: tuple[str, ...]
    language: str
    source: Source

    @property
    def first_sentence(self) -> str:
        """Return the first sentence of the text, else the title."""
        return first_sentence(self.text, self.language) or self.title


def first_sentence(text: str, language: str) -> str:
    """Return the first sentence of a text in the language of that code; empty where there is no text."""
    cut = sentences(text, Span(0, len(text)), vocabulary(language), (), ()) if text else []
    return text[cut[0].start : cut[0].end] if cut else text


@dataclass(frozen=True, slots=True)
class HandwrittenIds:
    """Gives out the ids of the events that are written by hand on one page, in its order.

    :param page: the page's name.
    :param given: how often each id was given, which the page keeps while it is read.
    """

    page: str
    given: MutableMapping[str, int]

    @classmethod
    def of(cls, page: str) -> HandwrittenIds:
        """Return ids for a page of which nothing has been read."""
        return cls(page, Counter())

    def of_draft(self, draft: Draft, name: str = "") -> str:
        """Return an id for an event: twelve hexadecimal digits, with ``-2`` … for the same once more.

        With a name it depends on that alone, else on the page, the words of the date and the first
        sentence.
        """
        key = (name,) if name else (self.page, normalised(draft.words), normalised(draft.first_sentence))
        digest = sha256("\0".join(key).encode(errors="surrogatepass")).hexdigest()[:DIGITS]
        number = self.given[digest] = self.given.get(digest, 0) + 1
        return digest if number == 1 else f"{digest}-{number}"


def write_event(draft: Draft, when: When | None, id_: str) -> Event:
    """Return the event that an author has written; one without a date, where *when* is ``None``."""
    undated = Event(
        id=id_,
        interval=None,
        type="DATE",
        value="",
        mod="",
        granularity="",
        deadline=False,
        words=draft.words,
        sentence=draft.text or draft.title,
        marks=(),
        why=Why("", "unknown"),
        sources=(draft.source,),
        title=draft.title,
        tags=draft.tags,
        handwritten=True,
    )
    return when.dating.given_to(undated, when.why) if when else undated
