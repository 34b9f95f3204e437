"""Walking an author through what is to be reviewed, one event at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...edits.dating import EXPECTED, read_dating
from ...edits.keys import read_names
from ..terminal import safe, wrap
from .commands import ENTRY, STALE, bar, command_of
from .findings import Stale, State
from .page import page, stale_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ...edits.edit import Value
    from ...edits.notebook import Notebook
    from ..terminal import Terminal
    from .commands import Command
    from .findings import Findings
    from .session import Session

    #: Asks for a line; ``None`` where there are no more.
    Ask = Callable[[str], str | None]
    Show = Callable[[str], None]

PROMPT = "> "
UNSURE = frozenset({State.UNCERTAIN, State.CONFLICT, State.CHANGED})


class Dialogue:
    """A review in a terminal."""

    def __init__(self, findings: Findings, session: Session, screen: Terminal, ask: Ask, show: Show) -> None:
        """Begin at the first thing to look at."""
        self.items = list(findings.items)
        self.dates = dict(findings.dates)
        self.session = session
        self.screen = screen
        self.ask = ask
        self.show = show
        self.steps: list[Stale | int] = []
        self.place = 0
        self.ended = False

    def walk(self, steps: Sequence[Stale | int]) -> None:
        """Go through stale edits, and entries by their index, until the author ends it or all are seen."""
        self.steps = list(steps)
        while self.place < len(self.steps) and not self.ended:
            step = self.steps[self.place]
            self._show_step(step)
            known = STALE if isinstance(step, Stale) else ENTRY
            for line in bar(known, self.screen.width):
                self.show(self.screen.style("dim", line))
            self._listen(step, known)

    def _listen(self, step: Stale | int, known: tuple[Command, ...]) -> None:
        """Take commands on one step until one of them leaves it."""
        staying = True
        while staying and not self.ended:
            line = self.ask(PROMPT)
            if line is None:
                self.ended = True
                return
            command, rest = command_of(line, known)
            if command is None:
                self._say(f"there is no “{line.strip()}”; ? says what there is")
                continue
            staying = self._do(command, rest, step)

    def _do(self, command: Command, rest: str, step: Stale | int) -> bool:
        """Carry a command out; return whether to stay where we are."""
        try:
            if command.name in {"skip", "undo", "back", "quit", "help"}:
                return self._move(command, step)
            if isinstance(step, Stale):
                return self._mend(command, step)
            return self._decide(command, rest, step)
        except OSError as error:
            self._say(
                f"{self.session.path} cannot be written: {error.strerror or error}; nothing has changed"
            )
            return True

    def _move(self, command: Command, step: Stale | int) -> bool:
        """Go somewhere else."""
        if command.name == "help":
            for one in STALE if isinstance(step, Stale) else ENTRY:
                self._print(f"  {one.key}  {one.name:8}{one.help}")
            return True
        if command.name == "undo":
            return self._undo()
        if command.name == "back" and not self.place:
            self._say("this is the first")
            return True
        self.place += {"skip": 1, "back": -1}.get(command.name, 0)
        self.ended = command.name == "quit"
        return False

    def _undo(self) -> bool:
        """Take the last decision back, and go where it was taken."""
        undone = self.session.undo()
        if undone is None:
            self._say("there is nothing to undo")
            return True
        self.place, name = undone
        self._refresh()
        self._say(f"taken back: {name}")
        return False

    def _mend(self, command: Command, stale: Stale) -> bool:
        """Move or delete an edit whose event is gone."""
        if command.name == "move":
            if stale.nearest is None:
                self._say("there is no event like it to move it to")
                return True
            book = self.session.with_moved(stale.edit.id, stale.nearest)
        else:
            book = self.session.book.without(stale.edit.id)
        return self._take(book, command.done)

    def _decide(self, command: Command, rest: str, index: int) -> bool:
        """Write what the author decides about an entry."""
        event = self.items[index].event
        if command.name == "keep":
            return self._take(self.session.with_reviewed(event, self.dates), command.done)
        if command.name == "certain":
            return self._keep_certain()
        value = self._value(command, rest, index)
        if value is None:
            return True
        self._take(self.session.with_edit(event, command.edit, value), command.done, leave=not command.asks)
        return bool(command.asks) and self._show_change(index)

    def _keep_certain(self) -> bool:
        """Keep this entry and all behind it that are new and nothing more."""
        kept = 0
        start = self.place
        for place in range(start, len(self.steps)):
            step = self.steps[place]
            if isinstance(step, Stale) or UNSURE.intersection(self.items[step].states):
                continue
            kept += 1
            self.session.decide(self.session.with_reviewed(self.items[step].event, self.dates), place, "kept")
        unsure = [place for place in range(start, len(self.steps)) if self._is_unsure(self.steps[place])]
        self._say(f"kept {kept}; {len(unsure)} left to look at")
        self.steps = [*self.steps[:start], *(self.steps[place] for place in unsure)]
        return False

    def _is_unsure(self, step: Stale | int) -> bool:
        return isinstance(step, Stale) or bool(UNSURE.intersection(self.items[step].states))

    def _value(self, command: Command, rest: str, index: int) -> Value | None:
        """Return what a command sets its key to, or ``None`` where that cannot be."""
        event = self.items[index].event
        if command.name == "merge":
            before = self._before(index)
            if before is None:
                self._say("there is no entry before it")
            return (before,) if before else None
        if command.name == "split":
            if not event.others:
                self._say("nothing was merged into it")
            return event.aliases or None
        if not command.asks:
            return True
        text = rest or (self.ask(f"{command.asks}: ") or "").strip()
        if not text:
            self._say("nothing said, nothing changed")
            return None
        return self._checked(command, text, index)

    def _checked(self, command: Command, text: str, index: int) -> Value | None:
        """Return what was said as a value, or ``None`` where it cannot be meant."""
        if command.name == "tags":
            return read_names([word.strip() for word in text.split(",") if word.strip()] or [text])
        if command.name == "date":
            published = self.items[index].event.sources[0].published
            if read_dating(text, published, self.session.language, self.session.periods) is None:
                self._say(f"“{text}” cannot be read as a date; {EXPECTED}")
                return None
        return " ".join(text.split())

    def _before(self, index: int) -> str | None:
        """Return the id of the entry before this one that the author has not hidden."""
        before = next((item for item in reversed(self.items[:index]) if not item.hidden), None)
        return before.base.id if before else None

    def _take(self, book: Notebook, name: str, *, leave: bool = True) -> bool:
        """Take a decision; return whether to stay."""
        self.session.decide(book, self.place, name)
        self._refresh()
        self.place += leave
        return not leave

    def _show_change(self, index: int) -> bool:
        """Show an entry as it is now, and stay with it."""
        self._show_step(index)
        self._say("changed; an empty line goes on")
        return True

    def _refresh(self) -> None:
        """Have entries look as the file says now."""
        edits = self.session.edits
        self.items = [item.edited(edits) for item in self.items]

    def _show_step(self, step: Stale | int) -> None:
        """Show a stale edit or an entry, under a rule."""
        place = f"{self.place + 1} of {len(self.steps)}"
        self.show("")
        if isinstance(step, Stale):
            lines = stale_page(step, place, self.screen)
        else:
            lines = page(self.items, step, place, self.screen)
        for line in lines:
            self.show(line)

    def _say(self, text: str) -> None:
        self._print(text, "bold")

    def _print(self, text: str, style: str = "") -> None:
        for line in self._wrapped(safe(text)):
            self.show(self.screen.style(style, line) if style else line)

    def _wrapped(self, text: str) -> Iterator[str]:
        indent = text[: len(text) - len(text.lstrip())]
        for start, end in wrap(text, self.screen.width - len(indent)):
            yield indent + text[start:end]
