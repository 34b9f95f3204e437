"""The chart in HTML: within the page, or as a file beside it where readers do without inline SVG.

::

    <figure class="newstimeline-chart" data-axis="0 1000 20033.5 20061.5" id="nt-visit-chart">
      <a class="newstimeline-skip" href="#nt-visit-0123456789ab">Skip the chart</a>
      <svg width="100%" height="120" role="group" aria-label="Overview of the entries: …">
        <g class="nt-axis" aria-hidden="true">…</g>
        <a href="#nt-visit-0123456789ab"><title>November 13, 2024: The council met …</title>
          <circle class="nt-symbol nt-accent" cx="12.5%" cy="31.5" r="5" /></a>

An EPUB has it as an image: its readers differ too much in what they make of SVG within a page.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from docutils import nodes
from sphinx.locale import get_translation

from .svg import draw
from .titles import Titles

if TYPE_CHECKING:
    from typing import Any

    from sphinx.writers.html5 import HTML5Translator

_ = get_translation("sphinx_newstimeline")

_CLASS = "newstimeline-chart"

#: The day from which browsers count time.
_EPOCH = date(1970, 1, 1).toordinal()

#: The width of the image in an EPUB, in pixels: letters keep their size on a small reader.
_IMAGE_WIDTH = 560

#: The colours of the image: those of the style sheet, on paper.
IMAGE_STYLE = Path(__file__).parent / "image.css"


def visit_chart(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the chart; it has no children."""
    if translator.builder.name == "epub":
        _visit_image(translator, node)
    else:
        _visit_inline(translator, node)
    raise nodes.SkipNode


def depart_chart(_translator: HTML5Translator, _node: nodes.Element) -> None:
    """Do nothing: everything is written."""


def _visit_inline(translator: HTML5Translator, node: nodes.Element) -> None:
    svg = draw(node, Titles.of(node), node["ids"][0])
    scale: dict[str, Any] = {"data-axis": _axis(node)}
    first = node["first"]
    translator.body += [
        translator.starttag(node, "figure", CLASS=_CLASS, **scale),
        translator.starttag(nodes.inline(), "a", "", CLASS="newstimeline-skip", href=f"#{first}"),
        translator.encode(str(_("Skip the chart"))),
        "</a>\n",
        ET.tostring(svg, encoding="unicode"),
        "\n</figure>\n",
    ]


def _axis(node: nodes.Element) -> str:
    """Return the scale for the script: each piece's ends on the axis, and in days from 1970 on."""
    pieces = zip(node["pieces"], node["times"], strict=True)
    return ";".join(
        " ".join(f"{number:.10g}" for number in (*places, *(time - _EPOCH for time in times)))
        for places, times in pieces
    )


def _visit_image(translator: HTML5Translator, node: nodes.Element) -> None:
    image = image_of(node)
    folder = Path(translator.builder.outdir) / translator.builder.imagedir
    name = f"newstimeline-{sha256(image).hexdigest()[:16]}.svg"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(image)
    source = f"{translator.builder.imgpath}/{name}"
    translator.body += [
        translator.starttag(node, "div", "", CLASS=_CLASS),
        translator.emptytag(nodes.inline(), "img", "", src=source, alt=node["label"]),
        "</div>\n",
    ]


def image_of(node: nodes.Element) -> bytes:
    """Return the chart as an SVG file that needs no style sheet."""
    svg = draw(node, Titles({}, {}), "chart", linked=False)
    height = svg.get("height", "")
    svg.attrib |= {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": str(_IMAGE_WIDTH),
        "viewBox": f"0 0 {_IMAGE_WIDTH} {height}",
    }
    title, style = ET.Element("title"), ET.Element("style")
    title.text, style.text = node["label"], IMAGE_STYLE.read_text(encoding="utf-8")
    svg[:0] = [title, style]
    data: bytes = ET.tostring(svg, encoding="utf-8", xml_declaration=True)
    return data
