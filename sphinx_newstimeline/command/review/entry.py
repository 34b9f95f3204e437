"""``newstimeline review``: from the command line to a dialogue or a report."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from ...articles import ArticleError
from ...problems import ProblemKind
from ..reading import DEFAULT_LANGUAGE, periods_of, read
from ..streams import complain
from ..terminal import terminal, wrap
from .advice import advice
from .dialogue import Dialogue
from .findings import Stale, find
from .report import summary, to_report
from .session import Session

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from .findings import Findings


def run(options: Namespace) -> int:
    """Review articles; return the exit status: 1 where something is left to review.

    :param options: what :func:`..arguments.parser` gives.
    """
    articles = read(options)
    session = _session(options)
    edits = session.edits
    complain(dict.fromkeys(map(str, [*articles.problems, *edits.problems])))
    findings = find(articles.found, edits)
    steps = steps_of(findings, options.only)
    screen = terminal()
    if options.report or not steps or not _is_terminal():
        print(to_report(findings, steps, screen), end="")  # noqa: T201 - it is what the command is for
        return int(articles.incomplete or bool(steps))
    dialogue = Dialogue(findings, session, screen, ask, show)
    dialogue.walk(steps)
    show("")
    left = find(articles.found, session.edits)
    for line in closing(session, left, steps_of(left, options.only)):
        for start, end in wrap(line, screen.width):
            show(line[start:end])
    for line in advice(options, session):
        show(line)
    return int(articles.incomplete or bool(steps_of(left, options.only)))


def steps_of(findings: Findings, only: Sequence[str] | None) -> list[Stale | int]:
    """Return what is to be looked at: stale edits first, then entries by their index, in order.

    :param only: the states asked for, or nothing for all.
    """
    wanted = frozenset(only or ())
    stale = list(findings.stale) if not wanted or "stale" in wanted else []
    return [
        *stale,
        *(
            index
            for index, item in enumerate(findings.items)
            if item.states and (not wanted or wanted.intersection(item.states))
        ),
    ]


def closing(session: Session, left: Findings, steps: Sequence[Stale | int]) -> list[str]:
    """Return the lines that say what was decided, and what is left."""
    tally = ", ".join(f"{count} {name}" for name, count in session.tally.items())
    said = f"decided: {tally}; written to {session.path}" if tally else "nothing decided"
    return [said, summary(left, steps)]


def ask(prompt: str) -> str | None:
    """Return a line that the author types; ``None`` at the end of input, and where they break off."""
    with suppress(ImportError):
        import readline  # noqa: F401 - gives input() a line that can be edited
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        show("")
        return None


def show(line: str) -> None:
    """Show a line."""
    print(line.rstrip())  # noqa: T201 - the same


def _session(options: Namespace) -> Session:
    """Return the session of the edits file, or end with wrong usage where that could only be lost."""
    try:
        session = Session.open(options.edits, options.language or DEFAULT_LANGUAGE, periods_of(options))
    except ArticleError as error:
        options.usage_error(str(error.problem))
        raise
    broken = [
        problem
        for problem in session.edits.problems
        if problem.kind is ProblemKind.EDIT and problem.message.startswith("this is no TOML")
    ]
    if broken:
        options.usage_error(f"{broken[0]}; mend it first, so that nothing of it is lost")
    return session


def _is_terminal() -> bool:
    """Return whether somebody is there to answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
