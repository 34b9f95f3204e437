"""Directives of the manual's own, which show what the code says of itself.

Options, configuration values, warnings, catalogues and the command's output are rendered from the
code, so that the manual cannot fall behind it.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_newstimeline import catalogues, command
from sphinx_newstimeline.problems import DESCRIPTIONS, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class ProblemDescription(SphinxDirective):
    """``.. problem:: missing`` shows the sentence that the code has for that kind of problem."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Return one paragraph."""
        kind = ProblemKind(self.arguments[0])
        return [nodes.paragraph("", "", nodes.strong("", DESCRIPTIONS[kind]))]


@contextlib.contextmanager
def _surroundings(folder: Path) -> Iterator[None]:
    """Run what is inside in *folder* and 80 columns, as a reader's terminal has."""
    columns = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        with contextlib.chdir(folder):
            yield
    finally:
        del os.environ["COLUMNS"]
        if columns is not None:
            os.environ["COLUMNS"] = columns


def command_output(arguments: Sequence[str], folder: Path) -> str:
    """Return what the command prints to standard output when it is called in *folder*."""
    output = io.StringIO()
    with (
        _surroundings(folder),
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(io.StringIO()),
        contextlib.suppress(SystemExit),
    ):
        command.main(list(arguments))
    return output.getvalue()


class CommandOutput(SphinxDirective):
    """``.. newstimeline-command:: extract FILE`` shows the call and what it prints."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {"lines": directives.positive_int}

    def run(self) -> list[Node]:
        """Return one literal block."""
        folder = Path(self.env.srcdir)
        arguments = shlex.split(self.arguments[0])
        for argument in arguments:
            if (folder / argument).is_file():
                self.env.note_dependency(str(folder / argument))
        lines = command_output(arguments, folder).rstrip("\n").split("\n")
        if "lines" in self.options and len(lines) > self.options["lines"]:
            lines = [*lines[: self.options["lines"]], "..."]
        text = "\n".join([f"$ newstimeline {self.arguments[0]}", *lines])
        return [nodes.literal_block(text, text, language="console", classes=["command"])]


def table(header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> nodes.table:
    """Return a table of plain text."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(widths))
    group += nodes.thead("", _row(header))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group, classes=["colwidths-given"])


def _row(cells: Sequence[str]) -> nodes.row:
    """Return one row of a table, each cell a paragraph."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))


class TermsOfOffice(SphinxDirective):
    """``.. terms-of-office::`` lists the terms of office that come with the package."""

    def run(self) -> list[Node]:
        """Return one table."""
        terms = catalogues.terms_of_office()
        rows = [
            (term.name, term.office, term.start.isoformat(), term.end.isoformat() if term.end else "")
            for term in terms
        ]
        return [table(("Name", "Office", "From", "To"), rows, (34, 34, 16, 16))]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("problem", ProblemDescription)
    app.add_directive("newstimeline-command", CommandOutput)
    app.add_directive("terms-of-office", TermsOfOffice)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
