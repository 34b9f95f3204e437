"""What events and timelines are called in references, indexes and search."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx.locale import get_translation

from ...handwritten import first_sentence
from ..dates import plain_text
from ..event_dates import date_of

if TYPE_CHECKING:
    from babel import Locale

    from ...events.event import Event

_ = get_translation("sphinx_newstimeline")

#: After so many characters a text ends, with the word that is begun.
_LENGTH = 60
_FIRST_WORDS = re.compile(rf"(?s).{{{_LENGTH}}}\w*")
#: What no word is as long as.
_LONGEST = _LENGTH + 30


def first_words(event: Event) -> str:
    """Return the title of an event, or the first words of what it says, to stand within a sentence."""
    text = event.sentence if not event.handwritten else first_sentence(event.sentence, "en")
    text = " ".join((event.title or text).split()).removesuffix(".").rstrip()
    match = _FIRST_WORDS.match(text)
    short = match[0][:_LONGEST] if match else text
    return f"{short.rstrip(' ,;:–—-')} …" if len(short) < len(text) else text


def name_of(event: Event, locale: Locale) -> str:
    """Return the date of an event and its first words, such as ``January 20, 2025: The money is due``."""
    if event.interval is None and event.recurrence is None:
        return first_words(event)
    date = plain_text(date_of(event, locale))
    return str(_("{date}: {words}")).format(date=date, words=first_words(event))
