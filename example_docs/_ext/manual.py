"""Directives of the manual's own, which show what the code says of itself.

Options, configuration values, warnings, catalogues and the command's output are rendered from the
code, so that the manual cannot fall behind it.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import shlex
import tomllib
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_newstimeline import command
from sphinx_newstimeline.catalogues.terms import read_terms
from sphinx_newstimeline.command.review.commands import ENTRY
from sphinx_newstimeline.edits import KEYS
from sphinx_newstimeline.problems import DESCRIPTIONS, ProblemKind
from sphinx_newstimeline.sphinxext.config import VALUES
from sphinx_newstimeline.sphinxext.event_options import EVENT_OPTIONS
from sphinx_newstimeline.sphinxext.options import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


class WarningExample(SphinxDirective):
    """``.. newstimeline-warning:: missing`` shows a page with that fault, and what the build prints.

    The examples are in ``reference/warnings.toml``; a test builds each of them.
    """

    required_arguments = 1

    def run(self) -> list[Node]:
        """Return a literal block for each file that is needed and for the page, and the message."""
        file = Path(self.env.srcdir) / "reference" / "warnings.toml"
        self.env.note_dependency(str(file))
        example = tomllib.loads(file.read_text(encoding="utf-8"))[self.arguments[0]]
        shown = [(text, "text", name) for name, text in example.get("files", {}).items()]
        shown.append((example["page"], "rst", ""))
        if "conf" in example:
            shown.insert(0, (example["conf"], "python", "conf.py"))
        blocks: list[Node] = []
        for text, language, name in shown:
            if name:
                blocks.append(nodes.paragraph("", "", nodes.literal("", name), nodes.Text(":")))
            blocks.append(_literal_block(text, language))
        blocks.append(nodes.paragraph("", "The build says:"))
        message = nodes.paragraph("", "", nodes.literal("", example["message"].strip()))
        blocks.append(nodes.block_quote("", message))
        return blocks


def _literal_block(text: str, language: str) -> nodes.literal_block:
    """Return a literal block without empty lines at its ends."""
    text = text.strip("\n")
    return nodes.literal_block(text, text, language=language)


class Declared(SphinxDirective):
    """A list of what the code declares, one definition each: what it takes, its default, what it does."""

    def definition(self, name: str, takes: str, default: object, text: str, anchor: str) -> Node:
        """Return the definition of one name."""
        term = nodes.term("", "", nodes.literal("", name), ids=[nodes.make_id(anchor)])
        inline, messages = self.parse_inline(text, lineno=self.lineno)
        facts = [f"Takes {takes}."]
        if default is not None:
            facts.append(f"Default: {default}.")
        body = [
            nodes.paragraph(text, "", *inline),
            nodes.paragraph("", "", nodes.emphasis("", " ".join(facts))),
        ]
        return nodes.definition_list_item("", term, nodes.definition("", *body, *messages))


def _shown(default: object) -> object:
    """Return a default for people, or ``None`` where it goes without saying."""
    if isinstance(default, Enum):
        return f"“{default.value}”"
    return None if default in ("", None, [], (), {}, False) else default


class DirectiveOptions(Declared):
    """``.. directive-options::`` lists the options of the directive."""

    def run(self) -> list[Node]:
        """Return one definition list."""
        items = [
            self.definition(f":{o.name}:", o.takes, _shown(o.default), o.help, f"option-{o.name}")
            for o in OPTIONS
        ]
        return [nodes.definition_list("", *items)]


class EventOptions(Declared):
    """``.. event-options::`` lists the options of the directive for hand-written events."""

    def run(self) -> list[Node]:
        """Return one definition list."""
        items = [
            self.definition(f":{o.name}:", o.takes, _shown(o.default), o.help, f"event-option-{o.name}")
            for o in EVENT_OPTIONS
        ]
        return [nodes.definition_list("", *items)]


class ConfigValues(Declared):
    """``.. config-values::`` lists the values of conf.py."""

    def run(self) -> list[Node]:
        """Return one definition list."""
        items = [
            self.definition(v.full_name, v.takes, repr(v.default), v.help, v.full_name.replace("_", "-"))
            for v in VALUES
        ]
        return [nodes.definition_list("", *items)]


class EditKeys(Declared):
    """``.. edit-keys::`` lists the keys that an edit can have, each with an example."""

    def run(self) -> list[Node]:
        """Return one definition list."""
        items = []
        for key in KEYS:
            item = self.definition(key.name, key.takes, None, key.help, f"edit-{key.name}")
            example = f"{key.name} = {key.example}"
            item[1] += nodes.literal_block(example, example, language="toml")
            items.append(item)
        return [nodes.definition_list("", *items)]


class ReviewCommands(Declared):
    """``.. review-commands::`` lists what can be answered in a review."""

    def run(self) -> list[Node]:
        """Return one definition list."""
        items = []
        for one in ENTRY:
            name = f"{one.key} {one.asks}".strip()
            term = nodes.term("", "", nodes.literal("", name), nodes.Text(f" ({one.name})"))
            body = nodes.definition("", nodes.paragraph("", f"{one.help[0].upper()}{one.help[1:]}."))
            items.append(nodes.definition_list_item("", term, body))
        return [nodes.definition_list("", *items)]


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
        return [nodes.literal_block(text, text, language="text", classes=["command"])]


class TermsOfOffice(SphinxDirective):
    """``.. terms-of-office::`` lists the terms of office that come with the package, office by office."""

    def run(self) -> list[Node]:
        """Return one definition list."""
        items = []
        for (office, body), terms in itertools.groupby(
            read_terms(), key=lambda term: (term.office, term.body)
        ):
            rows = [nodes.line("", f"{term.holder}, {term.start} to {term.end or 'now'}") for term in terms]
            definition = nodes.definition("", nodes.line_block("", *rows))
            items.append(nodes.definition_list_item("", nodes.term("", f"{office}, {body}"), definition))
        return [nodes.definition_list("", *items)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("problem", ProblemDescription)
    app.add_directive("newstimeline-warning", WarningExample)
    app.add_directive("directive-options", DirectiveOptions)
    app.add_directive("event-options", EventOptions)
    app.add_directive("config-values", ConfigValues)
    app.add_directive("edit-keys", EditKeys)
    app.add_directive("review-commands", ReviewCommands)
    app.add_directive("newstimeline-command", CommandOutput)
    app.add_directive("terms-of-office", TermsOfOffice)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
