"""Ids of events: they depend on article and sentence, not on dates, ranks or the order of files."""

from __future__ import annotations

import unicodedata
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..articles.article import Article

DIGITS = 12

# Typographic and plain marks are the same sentence: editors and converters change them freely.
FOLDED = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″「」『』", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)


def normalised(sentence: str) -> str:
    """Return a sentence with case, white space, quotation marks, dashes and accents' encoding folded."""
    folded = unicodedata.normalize("NFC", sentence.translate(FOLDED)).casefold()
    return " ".join(folded.split())


class Ids:
    """Gives out the ids of one article's events, in the order of its text."""

    def __init__(self, article: Article) -> None:
        """Start with the article's key: its url, else what its format calls it, else its file's stem."""
        self._key = article.url or article.key or article.stem
        self._given: Counter[str] = Counter()

    def of(self, sentence: str, count: int = 1) -> list[str]:
        """Return ids for so many events of a sentence: twelve hexadecimal digits, then with ``-2`` ….

        The same sentence elsewhere in the article counts on, so that no id is given twice.
        """
        digest = sha256(f"{self._key}\0{normalised(sentence)}".encode(errors="surrogatepass")).hexdigest()
        stem = digest[:DIGITS]
        first = self._given[stem] + 1
        self._given[stem] += count
        return [stem if ordinal == 1 else f"{stem}-{ordinal}" for ordinal in range(first, first + count)]
