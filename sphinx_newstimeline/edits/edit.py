"""The values of the edits room: what an author changes of which event, and where the file says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from ..problems import Problem
from ..temporal.period import Period

if TYPE_CHECKING:
    from collections.abc import Collection

#: What an edit can set a key to.
Value = str | bool | tuple[str, ...]
#: Events by their ids: of ``merge`` all in one, of ``split`` two that stay apart.
Group = tuple[str, ...]

#: Keys that say which event is meant, or nothing to the reader: pages do not depend on them.
SILENT = frozenset({"of", "article", "note"})


@dataclass(frozen=True, slots=True)
class Change:
    """One key of an edit.

    :param path: the file that states it, and *line* the line, counted from 1, where that is known.
    """

    key: str
    value: Value
    path: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """What an author changes of one event.

    :param id: the event's id, or that of one that was merged into it.
    :param changes: each key once.
    """

    id: str
    changes: tuple[Change, ...]

    def change(self, key: str) -> Change | None:
        """Return what is said under a key, with its place."""
        return next((change for change in self.changes if change.key == key), None)

    def text(self, key: str) -> str:
        """Return the text under a key, or an empty one."""
        change = self.change(key)
        return change.value if change is not None and isinstance(change.value, str) else ""

    def says(self, key: str) -> bool:
        """Return whether a key is set to true."""
        change = self.change(key)
        return change is not None and change.value is True

    def names(self, key: str) -> tuple[str, ...]:
        """Return the list under a key, or an empty one."""
        change = self.change(key)
        return change.value if change is not None and isinstance(change.value, tuple) else ()

    @property
    def effective(self) -> tuple[Change, ...]:
        """Return the changes that readers of a timeline can see."""
        return tuple(change for change in self.changes if change.key not in SILENT)

    @property
    def place(self) -> tuple[str, int | None]:
        """Return the file and the line of the first change."""
        return (self.changes[0].path, self.changes[0].line) if self.changes else ("", None)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An event that the author has seen and found right as it is.

    :param date: what it was dated then, as :func:`.staleness.date_form` has it.
    """

    id: str
    date: str
    path: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Edits:
    """All that a file, or several together, say.

    :param edits: in the order of the files, one for each event.
    :param reviewed: in the order of the files.
    :param together: ids of events that are one.
    :param apart: pairs of ids of events that are not.
    :param language: the code of the language that dates in words are in.
    :param periods: named periods that these dates may speak of, the nearest first.
    :param problems: what cannot be used.
    """

    edits: tuple[Edit, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()
    together: tuple[Group, ...] = ()
    apart: tuple[Group, ...] = ()
    language: str = "en"
    periods: tuple[Period, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def of(self, *ids: str) -> Edit | None:
        """Return the edit of the event that has one of these ids."""
        return next((edit for edit in self.edits if edit.id in ids), None)

    def digest(self, ids: Collection[str]) -> str:
        """Return what changes when a page that shows events of these ids would look different.

        It does not when edits move within their file, nor when the edits of other events change.
        """
        wanted = frozenset(ids)
        said = [
            (edit.id, sorted((change.key, change.value) for change in edit.effective))
            for edit in self.edits
            if edit.id in wanted and edit.effective
        ]
        groups = [
            sorted(sorted(group) for group in groups if wanted.intersection(group))
            for groups in (self.together, self.apart)
        ]
        return sha256(repr((sorted(said, key=lambda pair: pair[0]), groups)).encode()).hexdigest()
