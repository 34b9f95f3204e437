"""From an edits file to :class:`.Edits`: what cannot be used is a problem with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..articles.article import ArticleError
from ..articles.decoding import decode
from ..articles.loading import load, shown_path
from ..articles.metadata import one_line
from ..problems import Problem, ProblemKind
from .blocks import Block, blocks
from .dating import EXPECTED, is_date
from .edit import Change, Edit, Edits, Reviewed
from .joining import gather
from .keys import BY_NAME, bare_id, meant

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from ..temporal.period import Period

EVENT, REVIEWED = "event", "reviewed"
FORM = "expected tables “[event.ID]” and one “[reviewed]”"


def read_edits(path: str | os.PathLike[str], language: str = "en", periods: tuple[Period, ...] = ()) -> Edits:
    """Read a file of edits; nothing is raised, and what is wrong is in the problems.

    :param path: a TOML file.
    :param language: the code of the language that dates in words are in.
    :param periods: named periods that these dates may speak of, the nearest first.
    """
    shown = shown_path(path)
    try:
        text = decode(load(path), shown)
    except ArticleError as error:
        return Edits(language=language, periods=periods, problems=(error.problem,))
    return parse_edits(text, shown, language, periods)


def parse_edits(text: str, path: str = "", language: str = "en", periods: tuple[Period, ...] = ()) -> Edits:
    """Return the edits that the text of a file states; as :func:`read_edits`."""
    found: list[Edit | Reviewed | Problem] = []
    for block in blocks(text, path):
        found += [block] if isinstance(block, Problem) else _Reader(block, path, language, periods).read()
    return gather(found, language, periods)


class _Reader:
    """Reads one block of a file."""

    def __init__(self, block: Block, path: str, language: str, periods: tuple[Period, ...]) -> None:
        """Keep what everything that is found is located by, and what dates are read with."""
        self.block = block
        self.path = path
        self.language = language
        self.periods = periods

    def problem(self, message: str, key: str, words: object = "") -> Problem:
        """Return a problem at the line of a key."""
        line = self.block.line_of(key)
        return Problem(ProblemKind.EDIT, message, self.path, line, one_line(str(words)))

    def read(self) -> Iterator[Edit | Reviewed | Problem]:
        """Yield the edits of the block, or what is wrong with them."""
        for name, value in self.block.values.items():
            if name == EVENT and isinstance(value, dict):
                for id_, table in value.items():
                    yield from self.edit(id_, table)
            elif name == REVIEWED and isinstance(value, dict):
                for id_, date in value.items():
                    yield self.reviewed(id_, date)
            else:
                yield self.problem(f"{FORM}, not this", name, name)

    def edit(self, id_: str, table: object) -> Iterator[Edit | Problem]:
        """Yield the edit that a table states."""
        if not isinstance(table, dict):
            yield self.problem("expected a table “[event.ID]” with keys such as “hide”", id_, id_)
            return
        changes = []
        for key, value in table.items():
            change = self.change(key, value)
            if isinstance(change, Problem):
                yield change
            else:
                changes.append(change)
        if not table:
            yield self.problem("this edit says nothing; a key such as “hide = true” is missing", id_, id_)
        yield Edit(bare_id(id_), tuple(changes))

    def change(self, key: str, value: Any) -> Change | Problem:  # noqa: ANN401 - TOML has values of any type
        """Return what a key says."""
        known = BY_NAME.get(key)
        if known is None:
            guess = meant(key)
            advice = f"did you mean “{guess}”?" if guess else f"there is {', '.join(BY_NAME)}"
            return self.problem(f"an edit has no such key; {advice}", key, key)
        try:
            read = known.read(value)
        except ValueError:
            return self.problem(f"“{key}” takes {known.takes}, not this", key, _written(value))
        if key == "date" and not is_date(str(read), self.language, self.periods):
            return self.problem(f"this date cannot be read; {EXPECTED}", key, read)
        return Change(key, read, self.path, self.block.line_of(key))

    def reviewed(self, id_: str, date: object) -> Reviewed | Problem:
        """Return an event that was reviewed."""
        if not isinstance(date, str):
            message = '“[reviewed]” has lines such as “0123456789ab = "2025-01-20"”, not this'
            return self.problem(message, id_, f"{id_} = {_written(date)}")
        return Reviewed(bare_id(id_), date, self.path, self.block.line_of(id_))


def _written(value: object) -> str:
    """Return a value much as TOML writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
