"""The file that a review writes, and every step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ...articles.decoding import decode
from ...articles.loading import load
from ...edits.excerpts import bracketed, excerpt, shortened
from ...edits.notebook import Notebook
from ...edits.reading import parse_edits
from ..streams import write

if TYPE_CHECKING:
    from ...edits import Edits, Seen
    from ...edits.edit import Value
    from ...events.event import Event
    from ...temporal.period import Period

#: What an edit remembers of the sentence that it was made for.
REMEMBERED = 200
#: What the comment of a reviewed event says of its sentence.
SAID = 60


@dataclass(slots=True)
class Session:
    """What is decided, written at once and taken back on request.

    :param path: the edits file.
    :param language: the code of the language that its dates in words are in.
    :param book: its text now.
    :param periods: named periods that these dates may speak of.
    :param before: its text before each step, with the place in the review at which it was taken.
    :param crlf: whether its lines end as on Windows.
    """

    path: str
    language: str
    book: Notebook
    periods: tuple[Period, ...] = ()
    before: list[tuple[Notebook, int, str]] = field(default_factory=list)
    crlf: bool = False

    @classmethod
    def open(cls, path: str, language: str, periods: tuple[Period, ...] = ()) -> Session:
        """Return the session of a file, which need not be there yet.

        :raises ArticleError: where it is there and cannot be read.
        """
        if not Path(path).exists():
            return cls(path, language, Notebook(), periods)
        data = load(path)
        return cls(path, language, Notebook(decode(data, path)), periods, crlf=b"\r\n" in data)

    @property
    def edits(self) -> Edits:
        """Return what the file says now."""
        return parse_edits(self.book.text, self.path, self.language, self.periods)

    @property
    def tally(self) -> dict[str, int]:
        """Return how often each sort of decision was taken."""
        counts: dict[str, int] = {}
        for _book, _place, name in self.before:
            counts[name] = counts.get(name, 0) + 1
        return counts

    def decide(self, book: Notebook, place: int, name: str) -> None:
        """Take a decision: write the file, and remember how it was before.

        :param place: where in the review it is taken.
        :param name: what sort of decision it is.
        :raises OSError: where the file cannot be written; nothing is decided then.
        """
        self._write(book)
        self.before.append((self.book, place, name))
        self.book = book

    def undo(self) -> tuple[int, str] | None:
        """Take the last decision back; return where it was taken and its sort, or ``None``."""
        if not self.before:
            return None
        book, place, name = self.before[-1]
        self._write(book)
        self.before.pop()
        self.book = book
        return place, name

    def _write(self, book: Notebook) -> None:
        """Write the file, whole or not at all; one that was made and taken back altogether goes."""
        if not book.text:
            Path(self.path).unlink(missing_ok=True)
            return
        write(book.text.replace("\n", "\r\n") if self.crlf else book.text, self.path)

    def with_edit(self, event: Event, key: str, value: Value) -> Notebook:
        """Return the file with a key of an entry's edit, which says what the event is.

        An entry is hidden with all that was merged into it.  One of another date still has it: who sets
        the date of an entry does not want its parts to fall asunder.
        """
        if key == "hide":
            book = self.book
            for one in (event, *event.others):
                book = self._named(book, one).with_key(one.id, key, value)
            return book
        book = self._named(self.book, event).with_key(event.id, key, value)
        if key == "date" and event.others:
            known = self.edits.of(event.id)
            merged = dict.fromkeys([*(known.names("merge") if known else ()), *event.aliases])
            book = book.with_key(event.id, "merge", tuple(merged))
        return book

    def _named(self, book: Notebook, event: Event) -> Notebook:
        """Return the file with an event's edit that says what it stands for."""
        known = self.edits.of(event.id)
        if known is not None and known.change("of") is not None:
            return book
        source = event.sources[0]
        book = book.with_key(event.id, "of", shortened(bracketed(event), REMEMBERED))
        return book.with_key(event.id, "article", source.url or Path(source.path).name)

    def with_reviewed(self, event: Event, dates: dict[str, str]) -> Notebook:
        """Return the file with an entry, and all that was merged into it, noted as reviewed."""
        book = self.book
        for one in (event, *event.others):
            book = book.with_reviewed(one.id, dates[one.id], excerpt(one, SAID))
        return book

    def with_moved(self, id_: str, event: Seen) -> Notebook:
        """Return the file with a stale edit made that of the event that is there now."""
        book = self.book.renamed(id_, event.id)
        book = book.with_key(event.id, "of", shortened(event.sentence, REMEMBERED))
        name = event.article if "://" in event.article else Path(event.article).name
        return book.with_key(event.id, "article", name)
