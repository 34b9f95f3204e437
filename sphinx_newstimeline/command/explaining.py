"""Why an event has its date, as the command says it, in English whatever the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..temporal.timex import AUTHOR, HEADING

if TYPE_CHECKING:
    from ..events.event import Event

#: Parts that say no more than where to count to; every other part needs only what it leaves out.
_COUNTED = frozenset({"weekday"})


def explain(event: Event) -> str:
    """Return the sentence that says where an event's date came from, and the rule that read it."""
    why = event.why
    verb = "completed" if why.filled and set(why.stated) - _COUNTED else "counted"
    anchor = f"“{why.anchor_words}” ({why.anchor_value})"
    sentences = {
        "published": f"{verb} from the day of publication, {why.anchor_value}",
        "text": f"{verb} from {anchor}, earlier in the text",
        HEADING: f"{verb} from the heading {anchor}",
        "period": f"{verb} from the period {anchor}",
        "unknown": "it would be counted from the day of publication, which is not known",
        "out of range": "it lies outside the years 1 to 9999",
        AUTHOR: f"the author set “{why.anchor_words}”; the words were read as {why.anchor_value}",
    }
    sentence = sentences.get(why.anchor, "the words state the date")
    filled = f"; filled in: {', '.join(why.filled)}" if verb == "completed" else ""
    cue = f"; direction from “{why.cue}”" if why.cue else ""
    return f"{sentence}{filled}{cue} [{why.rule}]"
