"""Several statements of edits as one, and those that contradict each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..problems import Problem, ProblemKind
from .edit import SILENT, Change, Edit, Edits, Group, Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..temporal.period import Period

#: What says nothing of an event that is hidden, but asks for it all the same.
ASKS_FOR = ("pin", "merge")
#: Keys whose lists add up.
LISTS = frozenset({"tags", "merge", "split"})


def join(files: Iterable[Edits]) -> Edits:
    """Return what several files say together; of two that contradict each other the first holds."""
    found = tuple(files)
    statements: list[Edit | Reviewed | Problem] = []
    for edits in found:
        statements += [*edits.edits, *edits.reviewed]
    language = found[0].language if found else "en"
    periods = found[0].periods if found else ()
    joined = gather(statements, language, periods)
    problems = dict.fromkeys(problem for edits in (*found, joined) for problem in edits.problems)
    return replace(joined, problems=tuple(problems))


def gather(
    found: Iterable[Edit | Reviewed | Problem], language: str, periods: tuple[Period, ...] = ()
) -> Edits:
    """Return edits, each event's in one, from statements in the order of the files.

    :param language: what dates in words are in; *periods*, what they may speak of.
    """
    edits: dict[str, dict[str, Change]] = {}
    reviewed: dict[str, Reviewed] = {}
    problems: list[Problem] = []
    for item in found:
        match item:
            case Problem():
                problems.append(item)
            case Reviewed():
                # Whoever reviewed an event again did so later, hence below.
                reviewed[item.id] = item
            case Edit():
                problems += _add(edits.setdefault(item.id, {}), item)
    for id_, changes in edits.items():
        problems += _asked_for_and_hidden(id_, changes)
    whole = tuple(Edit(id_, tuple(changes.values())) for id_, changes in edits.items())
    together, apart, wrong = _groups(whole)
    return Edits(whole, tuple(reviewed.values()), together, apart, language, periods, (*problems, *wrong))


def _add(changes: dict[str, Change], edit: Edit) -> Iterator[Problem]:
    """Add an edit to what is known of its event; what contradicts that is left out."""
    for change in edit.changes:
        before = changes.setdefault(change.key, change)
        if before.value == change.value or change.key in SILENT:
            continue
        if change.key in LISTS and isinstance(before.value, tuple) and isinstance(change.value, tuple):
            value = tuple(dict.fromkeys(before.value + change.value))
            changes[change.key] = Change(change.key, value, before.path, before.line)
        else:
            said = f"is “{before.value}” {_place(before, change)}, which holds"
            message = f"“{change.key}” of the event “{edit.id}” {said}"
            yield _conflict(message, change, str(change.value))


def _asked_for_and_hidden(id_: str, changes: dict[str, Change]) -> Iterator[Problem]:
    """Take away what asks for an event that is hidden."""
    hidden = changes.get("hide")
    if hidden is None:
        return
    for key in ASKS_FOR:
        change = changes.pop(key, None)
        if change is not None:
            place = _place(hidden, change)
            yield _conflict(f"“{key}” asks for the event “{id_}”, which is hidden {place}", change)


def _groups(edits: Iterable[Edit]) -> tuple[tuple[Group, ...], tuple[Group, ...], list[Problem]]:
    """Return which events are one, which pairs stay apart, and what of it contradicts the rest."""
    asked = [
        (edit.id, other, change)
        for edit in edits
        for change in edit.changes
        if change.key in {"merge", "split"} and isinstance(change.value, tuple)
        for other in change.value
    ]
    # What contradicts is decided in favour of apart: two events that are one would hide each other.
    asked.sort(key=lambda item: item[2].key == "merge")
    groups: dict[str, frozenset[str]] = {}
    apart: dict[frozenset[str], Change] = {}
    problems = []
    for one, other, change in asked:
        if one == other:
            message = f"an event cannot be in its own “{change.key}”"
            problems.append(Problem(ProblemKind.EDIT, message, change.path, change.line, other))
            continue
        if change.key == "split":
            apart[frozenset((one, other))] = change
            continue
        union = groups.get(one, frozenset((one,))) | groups.get(other, frozenset((other,)))
        against = next((split for pair, split in apart.items() if pair <= union), None)
        if against is not None:
            message = (
                f"“merge” makes one of events that “split” keeps apart {_place(against, change)}, which holds"
            )
            problems.append(_conflict(message, change, f"{one}, {other}"))
        else:
            groups.update(dict.fromkeys(union, union))
    together = {tuple(sorted(group)) for group in groups.values()}
    pairs = {tuple(sorted(pair)) for pair in apart}
    return tuple(sorted(together)), tuple(sorted(pairs)), problems


def _conflict(message: str, change: Change, words: str = "") -> Problem:
    return Problem(ProblemKind.EDIT_CONFLICT, message, change.path, change.line, words)


def _place(of: Change, seen_from: Change) -> str:
    """Return where a change stands, as seen from another."""
    line = f"on line {of.line}" if of.line else "above"
    return line if of.path == seen_from.path else f"{line} of {of.path}"
