"""What of an event's date a careful author looks at: where the reader of dates had to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..articles.article import Origin

if TYPE_CHECKING:
    from ..events.event import Event
    from ..temporal.timex import Why

#: Where a publication date stands that nobody has stated as one.
GUESSED = frozenset({Origin.DATELINE, Origin.FILE_NAME})


def doubts(event: Event, published_by: Origin = Origin.FRONT_MATTER) -> tuple[str, ...]:
    """Return what is uncertain about an event's date, as short phrases; none where nothing is.

    :param published_by: where its article's publication date came from.
    """
    why = event.why
    found = [
        ("no date: it would be counted from the day of publication, which is not known", _undated(event)),
        ("the year is not stated", "year" in why.filled and "month" in why.stated),
        ("no word says whether it is past or ahead", _undirected(why)),
        ("an approximate date", event.interval is not None and event.interval.approximate),
        (f"counted from “{why.anchor_words}”, earlier in the text", why.anchor == "text"),
        (
            f"counted from a publication date that was taken from the {published_by}",
            why.anchor == "published" and published_by in GUESSED,
        ),
    ]
    return tuple(phrase for phrase, holds in found if holds)


def _undated(event: Event) -> bool:
    return event.interval is None and event.recurrence is None


def _undirected(why: Why) -> bool:
    """Return whether a bare weekday was placed by what is usual in news alone."""
    bare = why.rule.endswith((":weekday", "/weekday"))
    return bare and why.stated == ("weekday",) and why.anchor == "published" and not why.cue
