"""The tagger of this project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from . import Row, Tagger


def load(language: str) -> Tagger:
    """Return the tagger for a language."""
    from sphinx_newstimeline import tag

    def annotate(text: str, day: date) -> Iterator[Row]:
        for timex in tag(text, day, language=language):
            yield timex.start, timex.end, timex.type, timex.value

    return annotate
