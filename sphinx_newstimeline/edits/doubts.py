"""What of an event's date a careful author looks at: where the reader of dates had to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events.event import Event
    from ..temporal.timex import Why


def doubts(event: Event) -> tuple[str, ...]:
    """Return what is uncertain about an event's date, as short phrases; none where nothing is."""
    why = event.why
    found = [
        ("no date: it would be counted from the day of publication, which is not known", _undated(event)),
        ("the year is not stated", "year" in why.filled and "month" in why.stated),
        ("no word says whether it is past or ahead", _undirected(why)),
        ("an approximate date", event.interval is not None and event.interval.approximate),
        (f"counted from “{why.anchor_words}”, earlier in the text", why.anchor == "text"),
        (
            "counted from a publication date that is guessed",
            why.anchor == "published" and event.sources[0].guessed,
        ),
    ]
    return tuple(phrase for phrase, holds in found if holds)


def _undated(event: Event) -> bool:
    return event.interval is None and event.recurrence is None


def _undirected(why: Why) -> bool:
    """Return whether a bare weekday was placed by what is usual in news alone."""
    bare = why.rule.endswith((":weekday", "/weekday"))
    return bare and why.stated == ("weekday",) and why.from_writing and not why.cue
