"""What there is to review as a text, for who has no terminal or wants no dialogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...edits.excerpts import bracketed, shortened
from ..table import MEASURE
from ..terminal import safe, wrap
from ..wording import word_date
from .findings import Stale, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..terminal import Terminal
    from .findings import Findings, Item

#: Under which heading an entry stands: that of the first of its states in this order.
ORDER = (State.CONFLICT, State.CHANGED, State.UNCERTAIN, State.NEW)
TITLES = {
    State.STALE: "Stale: edits whose event is gone",
    State.CONFLICT: "In conflict: articles that give different dates",
    State.CHANGED: "Changed: the date is another than when it was reviewed",
    State.UNCERTAIN: "Uncertain: dates that say less than they seem to",
    State.NEW: "New",
}


def to_report(findings: Findings, steps: Sequence[Stale | int], screen: Terminal) -> str:
    """Return the text.

    :param steps: what of the findings is asked for: stale edits, and entries by their index.
    """
    width = min(screen.width, MEASURE)
    lines: list[str] = []
    stale = [step for step in steps if isinstance(step, Stale)]
    items = [findings.items[step] for step in steps if not isinstance(step, Stale)]
    if stale:
        lines += [screen.style("heading", TITLES[State.STALE]), ""]
        for one in stale:
            lines += [*_stale(one, width, screen), ""]
    for state in ORDER:
        under = [item for item in items if _heading(item) is state]
        if under:
            lines += [screen.style("heading", TITLES[state]), ""]
        for item in under:
            lines += [*_item(item, width, screen), ""]
    return "\n".join([*lines, summary(findings, steps)]) + "\n"


def summary(findings: Findings, steps: Sequence[Stale | int]) -> str:
    """Return the line that counts what is left to review."""
    states = [State.STALE if isinstance(step, Stale) else _heading(findings.items[step]) for step in steps]
    counts = [(states.count(state), state) for state in (State.STALE, *ORDER)]
    parts = ", ".join(f"{count} {state}" for count, state in counts if count)
    elsewhere = findings.elsewhere
    others = (
        f"; {elsewhere} {'edit is' if elsewhere == 1 else 'edits are'} of other articles" if elsewhere else ""
    )
    left = f"{len(steps)} to review: {parts}" if steps else "nothing to review"
    return left + others


def _heading(item: Item) -> State:
    return next(state for state in ORDER if state in item.states)


def _stale(stale: Stale, width: int, screen: Terminal) -> Iterator[str]:
    """Yield the lines of an edit whose event is gone."""
    path, line = stale.edit.place
    place = f"{path}:{line}" if line else path
    keys = ", ".join(change.key for change in stale.edit.effective)
    yield f"{screen.style('date', stale.edit.id)}  {keys} ({place})"
    found = stale.nearest
    if found:
        yield from _wrapped(f"nearest: {found.id}, {found.date}, {found.article}", width)
        yield from _wrapped(shortened(found.sentence), width)


def _item(item: Item, width: int, screen: Terminal) -> Iterator[str]:
    """Yield the lines of an entry."""
    words, _edtf = word_date(item.event)
    source = item.event.sources[0]
    yield f"{screen.style('date', item.event.id)}  {safe(' '.join(words))}"
    yield from _wrapped(bracketed(item.event), width)
    for remark in item.remarks:
        yield from _wrapped(f"look: {remark}", width)
    yield from _wrapped(f"{source.path}:{source.line}", width)


def _wrapped(text: str, width: int) -> Iterator[str]:
    text = safe(text)
    yield from (f"  {text[start:end]}" for start, end in wrap(text, width - 2))
