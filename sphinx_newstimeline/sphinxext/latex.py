r"""Visitors for LaTeX; how it looks is the business of ``newstimeline.sty``.

::

    \begin{newstimeline}
    \newstimelinecaption{…}
    \newstimelinegroup{November 2024}
    \newstimelinerunning{November 2024}
    \newstimelineevent{day}{\newstimelinetime{November 13, 2024}}{
    The council met \newstimelinemark{on Wednesday}.
    \newstimelinesource{Agency, …}
    }
    \end{newstimeline}

Every text goes through the translator's own ``visit_Text``, which escapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from . import nodes as own
from .dates import locale_of, plain_text, write_unit
from .overview.latex import depart_chart, visit_chart

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.latex import LaTeXTranslator

    Visitor = Callable[[LaTeXTranslator, nodes.Element], None]

#: An event of more characters is set so that it can break across pages; TeX measures the others,
#: but cannot measure what is longer than five metres.
LONG_EVENT = 3000


#: What can stand in an argument.
_SIMPLE = (
    nodes.Text,
    nodes.Inline,
    nodes.paragraph,
    nodes.bullet_list,
    nodes.enumerated_list,
    nodes.list_item,
    own.newstimeline_body,
)


def _around(before: str, after: str) -> tuple[Visitor, Visitor]:
    """Return the visitors of a node that is its children between two fixed strings."""

    def visit(translator: LaTeXTranslator, _node: nodes.Element) -> None:
        translator.body.append(before)

    def depart(translator: LaTeXTranslator, _node: nodes.Element) -> None:
        translator.body.append(after)

    return visit, depart


def visit_timeline(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Open the environment, which references by name lead to."""
    close = {"newstimeline-compact", "newstimeline-schedule"}.intersection(node["classes"])
    layout = "[compact]" if close else ""
    translator.body += [
        "\n\n\\begin{newstimeline}",
        layout,
        translator.hypertarget_to(node, anchor=True),
        "\n",
    ]


def depart_timeline(translator: LaTeXTranslator, _node: nodes.Element) -> None:
    """Close the environment."""
    translator.body.append("\\end{newstimeline}\n\n")


def visit_event(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Open the event's command, with its fading edges and its kind, behind what running heads say of it."""
    if node["unit"]:
        unit = plain_text(write_unit(node["unit"], locale_of(translator.config.language)))
        translator.body += ["\\newstimelinerunning{", translator.encode(unit), "}\n"]
    fades = "[" + ",".join(node["fades"]) + "]" if node["fades"] else ""
    if is_block(node):
        translator.body += ["\\begin{newstimelineblock}", fades, "{", str(node["kind"]), "}"]
        return
    command = "newstimelinelongevent" if len(node.astext()) > LONG_EVENT else "newstimelineevent"
    translator.body += ["\\", command, fades, "{", str(node["kind"]), "}"]


def depart_event(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Close the argument that holds everything but the date."""
    translator.body.append("\\end{newstimelineblock}\n" if is_block(node) else "}\n")


def is_block(event: nodes.Node) -> bool:
    """Return whether an event's body has more than texts and lists, which no argument of TeX can hold."""
    bodies = event.findall(own.newstimeline_body) if isinstance(event, own.newstimeline_event) else ()
    return any(not isinstance(node, _SIMPLE) for body in bodies for node in body.findall())


def visit_row(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Open the row of a table, which references to the event lead to."""
    translator.visit_row(node)
    # In the line of the date: above it, the target would push the cell down.
    translator.body += ["\\leavevmode", translator.hypertarget_to(node, anchor=True)]


def depart_row(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Close the row."""
    translator.depart_row(node)


def visit_date(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Open the argument for the date, which references to the event lead to."""
    translator.body.append("{")
    if isinstance(node.parent, nodes.Element):
        translator.body.append(translator.hypertarget_to(node.parent, anchor=True))


def depart_date(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Go on to the rest: an argument, unless it is in an environment."""
    translator.body.append("}" if is_block(node.parent) else "}{")


def visit_source(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Open the command for a source below the event, or beside it in a table."""
    in_table = isinstance(node.parent, nodes.entry)
    translator.body.append("\\newstimelinecellsource{" if in_table else "\\newstimelinesource{")


def depart_source(translator: LaTeXTranslator, _node: nodes.Element) -> None:
    """Close the command."""
    translator.body.append("}\n")


def visit_telling(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Begin a paragraph that references to the merged event lead to."""
    target = translator.hypertarget_to(node, anchor=True)
    # One that says nothing of its own belongs to what stands before or behind it.
    silent = not node.children or isinstance(
        node.children[0], own.newstimeline_telling | own.newstimeline_source
    )
    translator.body += [target] if silent else ["\n\n\\leavevmode", target, "\\ignorespaces"]


def skip(_translator: LaTeXTranslator, _node: nodes.Element) -> None:
    """Leave a node out: print shows the marker."""
    raise nodes.SkipNode


def visit_break(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Write a place to break at; the line ends too, since TeX's buffer for a line is limited."""
    translator.body.append("\\newstimelinecut{}%\n" if node["cut"] else "\\newstimelinebreak{}%\n")
    raise nodes.SkipNode


def visit_standin(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Write the code of a character, or have TeX test whether the font has the character."""
    code = node.astext()
    if node["tested"]:
        character = translator.encode(node["character"])
        translator.body += ["\\newstimelinechar{", code, "}{", character, "}"]
    else:
        translator.body += ["\\newstimelinestandin{", code, "}"]
    raise nodes.SkipNode


VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    own.newstimeline: (visit_timeline, depart_timeline),
    own.newstimeline_caption: _around("\\newstimelinecaption{", "}\n"),
    own.newstimeline_chart: (visit_chart, depart_chart),
    own.newstimeline_group: _around("", ""),
    own.newstimeline_group_title: _around("\\newstimelinegroup{", "}\n"),
    own.newstimeline_events: _around("", ""),
    own.newstimeline_event: (visit_event, depart_event),
    own.newstimeline_row: (visit_row, depart_row),
    own.newstimeline_date: (visit_date, depart_date),
    own.newstimeline_time: _around("\\newstimelinetime{", "}"),
    own.newstimeline_kind: (skip, skip),
    own.newstimeline_headline: _around("\\newstimelineheadline{", "}\n"),
    own.newstimeline_body: _around("", ""),
    own.newstimeline_quoted: _around("", ""),
    own.newstimeline_mark: _around("\\newstimelinemark{", "}"),
    own.newstimeline_speaker: _around("\\newstimelinespeaker{", "}\n"),
    own.newstimeline_source: (visit_source, depart_source),
    own.newstimeline_telling: (visit_telling, lambda _translator, _node: None),
    own.newstimeline_dissent: _around("\\newstimelinedissent{", "}\n"),
    own.newstimeline_others: _around("\\begin{newstimelineothers}", "\\end{newstimelineothers}\n"),
    own.newstimeline_summary: _around("\\newstimelinesummary{", "}\n"),
    own.newstimeline_serif: _around("{\\rmfamily ", "}"),
    own.newstimeline_break: (visit_break, skip),
    own.newstimeline_standin: (visit_standin, skip),
}
