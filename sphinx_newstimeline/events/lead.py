"""How an article begins: agency copy says first what matters most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..pickling import quickly_pickled
from .event import Source
from .paragraphs import Span, paragraphs
from .sentences import sentences
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from ..articles.article import Article

#: So many sentences are the lead, of no more than so many characters of text and each of so many.
SENTENCES, TEXT, LONGEST = 5, 4000, 600


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Lead:
    """The first sentences of an article, with single spaces.

    :param source: the article; its offsets mean nothing.
    """

    source: Source
    sentences: tuple[str, ...]


def lead_of(article: Article, language: str) -> Lead:
    """Return the lead of an article that is in a language."""
    words = vocabulary(language)
    text = article.text[:TEXT]
    found: list[str] = []
    for start, end, prose in paragraphs(text, words, article.title):
        if len(found) >= SENTENCES:
            break
        if prose:
            cut = sentences(text, Span(start, end), words, (), ())
            found += (" ".join(text[span.start : span.end].split()) for span in cut)
    source = Source.of(article, words.language)
    return Lead(source, tuple(sentence[:LONGEST] for sentence in found[:SENTENCES]))
