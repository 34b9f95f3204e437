r"""The chart in LaTeX; how it looks is the business of ``newstimelinechart.sty``, which draws with TikZ.

::

    \begin{newstimelinechart}{3}{0}{2}
    \newstimelinecharttick{major}{129.4}{Jan}
    \newstimelinechartmark{day}{point}{139.6}{139.6}{139.6}{2}{closed}{closed}{\detokenize{index:nt-…}}
    \end{newstimelinechart}

Places on the axis are thousandths of the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .shape import Heights

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.writers.latex import LaTeXTranslator

#: The LaTeX package, loaded by documents that have a chart; its file has the ending ``.sty``.
PACKAGE = "newstimelinechart"

_LOADING = f"\\usepackage{{{PACKAGE}}}\n"


def visit_chart(translator: LaTeXTranslator, node: nodes.Element) -> None:
    """Write the chart's commands, and have their package loaded."""
    if _LOADING not in translator.elements["extrapackages"]:
        translator.elements["extrapackages"] += _LOADING
    document = translator.curfilestack[-1]
    heights = Heights.of(node)
    sizes = (node["lanes"], int(bool(node["heaps"])), heights.rows)
    lines = ["\n\\begin{newstimelinechart}" + _arguments(sizes)]
    lines += [_command("tick", (tick.rank, tick.x, translator.encode(tick.label))) for tick in node["ticks"]]
    for before, piece in zip((None, *node["pieces"]), node["pieces"], strict=False):
        lines.append(_command("line", piece))
        if before:
            lines.append(_command("break", ((before[1] + piece[0]) / 2,)))
    most = max((heap.number for heap in node["heaps"]), default=1)
    for heap in node["heaps"]:
        share = max(round(heap.number / most, 3), 0.05)
        target = translator.idescape(f"{document}:{heap.first}")
        lines.append(_command("heap", (heap.start, heap.end, share, heap.number, target)))
    for mark in node["marks"]:
        target = translator.idescape(f"{document}:{mark.target}")
        lines.append(_command("mark", (*mark[1:], target)))
    translator.body += ["\n".join(lines), "\n\\end{newstimelinechart}\n"]
    raise nodes.SkipNode


def depart_chart(_translator: LaTeXTranslator, _node: nodes.Element) -> None:
    """Do nothing: everything is written."""


def _command(name: str, arguments: Iterable[object]) -> str:
    return "\\newstimelinechart" + name + _arguments(arguments)


def _arguments(arguments: Iterable[object]) -> str:
    """Return arguments that are numbers, names of this extension, or escaped already."""
    return "".join("{" + str(argument) + "}" for argument in arguments)
