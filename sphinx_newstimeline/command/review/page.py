"""One event on the screen: its sentence with the words of its date, why it has that date, its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...edits.excerpts import bracketed, shortened
from ...edits.notebook import literal
from ...temporal.timex import AUTHOR
from ..explaining import explain
from ..table import MEASURE, marked, source_line
from ..terminal import safe, wrap
from ..wording import word_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...events.event import Event
    from ..terminal import Terminal
    from .findings import Item, Stale

#: What a neighbour shows of its sentence.
NEIGHBOUR = 60
#: What a line has room for beside its label, however narrow the screen is.
LEAST = 20


def page(items: Sequence[Item], index: int, place: str, screen: Terminal) -> Iterator[str]:
    """Yield the lines of an entry.

    :param items: all entries; neighbours are those before and behind.
    :param place: how far the review is, such as ``2 of 9``.
    """
    item = items[index]
    event = item.event
    width = min(screen.width, MEASURE)
    heading = " · ".join([place, ", ".join(["hidden"] if item.hidden else item.states) or "reviewed"])
    yield screen.style("heading", heading)
    before = next((item.event for item in reversed(items[:index]) if not item.hidden), None)
    if before:
        yield from _neighbour("before", before, width, screen)
    words, edtf = word_date(event)
    date = safe(" ".join(words))
    yield screen.style("date", date) + (screen.style("dim", f"  {edtf}") if edtf not in {"", date} else "")
    yield from _body(event, width - 2, screen)
    remarks = () if event.why.anchor == AUTHOR else item.remarks
    for label, text in [("why", explain(event)), *(("look", remark) for remark in remarks)]:
        yield from _labelled(label, text, width, screen, "dim" if label == "why" else "mark")
    after = next((item.event for item in items[index + 1 :] if not item.hidden), None)
    if after:
        yield from _neighbour("after", after, width, screen)


def stale_page(stale: Stale, place: str, screen: Terminal) -> Iterator[str]:
    """Yield the lines of an edit whose event is gone."""
    width = min(screen.width, MEASURE)
    edit = stale.edit
    path, line = edit.place
    yield screen.style("heading", f"{place} · stale")
    where = f"{path}:{line}" if line else path
    yield from _labelled("edit", f"{edit.id} ({where})", width, screen, "date")
    for change in edit.changes:
        yield from _labelled(change.key, literal(change.value), width, screen, "")
    found = stale.nearest
    if found is None:
        yield from _labelled(
            "look", "no event has this id, and none has words like these", width, screen, "mark"
        )
        return
    yield from _labelled("look", "no event has this id; the nearest is", width, screen, "mark")
    yield from _labelled("event", f"{found.id} ({found.date}, {found.article})", width, screen, "date")
    yield from _labelled("", found.sentence, width, screen, "")


def _body(event: Event, width: int, screen: Terminal) -> Iterator[str]:
    """Yield title, sentence, speaker, tags and sources."""
    if event.title:
        yield from _lines(event.title, width, screen, "bold")
    text, marks = (safe(event.sentence), event.marks) if screen.colour else (safe(bracketed(event)), ())
    for start, end in wrap(text, width):
        yield "  " + marked(text, start, end, marks, screen)
    facts = [f"— {event.speaker}"] if event.speaker else []
    facts += [f"tags: {', '.join(event.tags)}"] if event.tags else []
    facts += ["pinned"] if event.pinned else []
    for fact in [*facts, *map(source_line, event.sources)]:
        yield from _lines(fact, width, screen, "dim")


def _lines(text: str, width: int, screen: Terminal, style: str) -> Iterator[str]:
    text = safe(text)
    yield from (f"  {screen.style(style, text[start:end])}" for start, end in wrap(text, width))


def _neighbour(label: str, event: Event, width: int, screen: Terminal) -> Iterator[str]:
    """Yield the line of the entry before or behind."""
    words, _edtf = word_date(event)
    text = f"{' '.join(words)} · {shortened(event.title or event.sentence, NEIGHBOUR)}"
    yield from _labelled(label, text, width, screen, "dim")


def _labelled(label: str, text: str, width: int, screen: Terminal, style: str) -> Iterator[str]:
    """Yield a text with a label before its first line."""
    text = safe(text)
    label = f"{label}:" if label else ""
    margin = len("article: ")  # the longest of them
    for start, end in wrap(text, max(width - margin - 2, LEAST)):
        line = screen.style(style, text[start:end]) if style else text[start:end]
        yield f"  {screen.style('dim', label)}{' ' * (margin - len(label))}{line}"
        label = ""
