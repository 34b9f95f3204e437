"""What files and screens show of an event's sentence: the words of its date in brackets, not too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events.event import Event

#: What is shown of a sentence where nothing else is said.
SHOWN = 100
#: What an excerpt has of the sentence before the words of the date.
BEFORE = 20
MORE = "…"
_BRACKETS = str.maketrans("", "", "[]")


def bracketed(event: Event) -> str:
    """Return the sentence with brackets around the words of the date: two dates can share a sentence."""
    parts, position = [], 0
    for start, end in event.marks:
        parts += [event.sentence[position:start], "[", event.sentence[start:end], "]"]
        position = end
    return "".join([*parts, event.sentence[position:]])


def unbracketed(text: str) -> str:
    """Return a text without brackets."""
    return text.translate(_BRACKETS)


def shortened(text: str, length: int = SHOWN) -> str:
    """Return the first words of a text, with an ellipsis where there are more."""
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(" ", 1)[0].rstrip(",;: ")
    return f"{cut} {MORE}"


def excerpt(event: Event, length: int = SHOWN) -> str:
    """Return the part of the sentence around the words of the date, which stand in brackets."""
    text = bracketed(event)
    place = text.find("[")
    if len(text) <= length or text.find("]") < length - len(MORE) or place < BEFORE:
        return shortened(text, length)
    start = text.rfind(" ", 0, place - BEFORE) + 1
    return f"{MORE} {shortened(text[start:], length - len(MORE) - 1)}"
