"""Visitors for HTML, which EPUB and JSON share.

::

    <div class="newstimeline" data-newstimeline="{…}" id="visit">
      <p class="newstimeline-caption">…</p>
      <section class="newstimeline-group" aria-label="November 2024">
        <p class="newstimeline-group-title" role="heading" aria-level="3">November 2024</p>
        <ol class="newstimeline-events" role="list">
          <li class="newstimeline-event newstimeline-day" data-edtf="2024-11-13" id="nt-visit-0123456789ab">
            <div class="newstimeline-when">
              <p class="newstimeline-date"><time datetime="2024-11-13">November 13, 2024</time></p>
              <details class="newstimeline-why"><summary>Why this date?</summary>…</details>
            </div>
            <p class="newstimeline-sentence" dir="auto">The council met <mark>on Wednesday</mark>.</p>
            <p class="newstimeline-source"><bdi>Agency</bdi>, <bdi><a …>Title</a></bdi>, <time …>…</time></p>

Every tag is made by ``starttag`` and every text by the translator's own ``visit_Text``, which escape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from . import controls, pieces
from . import nodes as own
from .dates import locale_of
from .overview.html import depart_chart, visit_chart

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sphinx.writers.html5 import HTML5Translator

    Visitor = Callable[[HTML5Translator, nodes.Element], None]

#: The elements of HTML go down to the sixth heading.
_LOWEST_HEADING = 6


def _block(tag: str, css_class: str = "", **given: str) -> tuple[Visitor, Visitor]:
    """Return the visitors of a node that is one element, with attributes *given*, on lines of its own."""
    # White space at the start of a paragraph is none, yet who copies the text would have it.
    attributes: dict[str, Any] = {"CLASS": css_class, "suffix": "" if tag == "p" else "\n", **given}

    def visit(translator: HTML5Translator, node: nodes.Element) -> None:
        translator.body.append(translator.starttag(node, tag, **attributes))

    def depart(translator: HTML5Translator, _node: nodes.Element) -> None:
        translator.body.append(f"</{tag}>\n")

    return visit, depart


def _inline(tag: str, css_class: str = "") -> tuple[Visitor, Visitor]:
    """Return the visitors of a node that is one element within a line."""

    def visit(translator: HTML5Translator, node: nodes.Element) -> None:
        translator.body.append(translator.starttag(node, tag, "", CLASS=css_class))

    def depart(translator: HTML5Translator, _node: nodes.Element) -> None:
        translator.body.append(f"</{tag}>")

    return visit, depart


def direction(language: str) -> dict[str, str]:
    """Return the attribute of what is written from the right; Sphinx and its themes say nothing of it."""
    return {"dir": "rtl"} if locale_of(language).text_direction == "rtl" else {}


def visit_timeline(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open a timeline, with the words that its controls will need, if it is to have some."""
    attributes: dict[str, Any] = {}
    if node["controls"] and translator.builder.name != "epub":
        attributes[controls.ATTRIBUTE] = controls.words_for_script()
    attributes |= direction(translator.config.language)
    translator.body.append(translator.starttag(node, "div", **attributes))


def depart_timeline(translator: HTML5Translator, _node: nodes.Element) -> None:
    """Close the timeline."""
    translator.body.append("</div>\n")


def visit_group(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open a section that is named by its heading, or a part that can be folded away."""
    label = node[0].astext()
    attributes: dict[str, Any] = {"CLASS": "newstimeline-group", "aria-label": label}
    if node["key"]:
        attributes["data-edtf"] = node["key"]
    translator.body.append(translator.starttag(node, "section", **attributes))
    if node["folds"]:
        translator.body.append('<details class="newstimeline-fold" open="open">\n')


def depart_group(translator: HTML5Translator, node: nodes.Element) -> None:
    """Close the section."""
    if node["folds"]:
        translator.body.append("</details>\n")
    translator.body.append("</section>\n")


def visit_group_title(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open a heading below that of the section of the document that the timeline stands in."""
    level = min(translator.section_level + translator.initial_header_level, _LOWEST_HEADING)
    attributes: dict[str, Any] = {
        "CLASS": "newstimeline-group-title",
        "role": "heading",
        "aria-level": str(level),
    }
    if _folds(node):
        translator.body.append("<summary>")
    translator.body.append(translator.starttag(node, "span" if _folds(node) else "p", "", **attributes))


def depart_group_title(translator: HTML5Translator, node: nodes.Element) -> None:
    """Close the heading."""
    translator.body.append("</span></summary>\n" if _folds(node) else "</p>\n")


def _folds(title: nodes.Element) -> bool:
    """Return whether a heading is the one by which its group is folded away."""
    return bool(title.parent["folds"])


def visit_event(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open an item, or a row, that says its interval in EDTF, or its recurrence as a rule of RFC 5545."""
    classes = ["event", node["kind"], *(f"fades-{edge}" for edge in node["fades"])]
    if any(map(_is_dissent, node.children)):
        classes.append("conflict")
    attributes: dict[str, Any] = {"CLASS": " ".join(f"newstimeline-{name}" for name in classes)}
    if node["edtf"]:
        attributes["data-edtf"] = node["edtf"]
    if node["rrule"]:
        attributes["data-rrule"] = node["rrule"]
    row = isinstance(node, own.newstimeline_row)
    tag = "tr" if row else "li"
    if row:
        attributes["role"] = "row"
    translator.body.append(translator.starttag(node, tag, "", **attributes))


def _is_dissent(part: nodes.Node) -> bool:
    """Return whether a part of an event says that its sources disagree; in a table it stands in a cell."""
    if isinstance(part, own.newstimeline_element):
        return any(map(_is_dissent, part.children))
    return isinstance(part, own.newstimeline_dissent)


def depart_event(translator: HTML5Translator, node: nodes.Element) -> None:
    """Close the item or row."""
    translator.body.append("</tr>\n" if isinstance(node, own.newstimeline_row) else "</li>\n")


def visit_date(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open the place for the date and its explanation, and the date."""
    translator.body.append(translator.starttag(node, "div", "", CLASS="newstimeline-when"))
    translator.body.append('<p class="newstimeline-date">')
    write_pieces(translator, node)


def depart_date(translator: HTML5Translator, node: nodes.Element) -> None:
    """Close the date, and its place unless an explanation follows."""
    explained = isinstance(node.next_node(descend=False, siblings=True), own.newstimeline_why)
    translator.body.append("</p>" if explained else "</p></div>\n")


def visit_why(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the explanation, which opens, as a sentence and a list of facts.

    There is one in every entry: elements and spaces that nobody sees cost more here than anywhere else.
    """
    body = translator.body
    body += [translator.starttag(node, "details", "", CLASS="newstimeline-why"), "<summary>"]
    body += [translator.encode(node["summary"]), "</summary><p>", translator.encode(node["sentence"])]
    body.append("</p>")
    if node["facts"]:
        body.append("<dl>")
        for fact, value in zip(node["facts"], node["values"], strict=True):
            body += ["<dt>", translator.encode(fact), "</dt><dd>", translator.encode(value), "</dd>"]
        body.append("</dl>")


def depart_why(translator: HTML5Translator, node: nodes.Element) -> None:
    """Close the explanation, and the place for date and explanation, which a table does without."""
    in_table = not isinstance(node.parent, own.newstimeline_event)
    translator.body.append("</details>\n" if in_table else "</details></div>\n")


def visit_element(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open a part of a table, which says its role."""
    given: dict[str, Any] = {"role": node["role"]}
    if node["tag"] == "th":
        given["scope"] = "col"
    within = node["tag"] in {"th", "td"}
    translator.body.append(translator.starttag(node, node["tag"], "" if within else "\n", **given))


def depart_element(translator: HTML5Translator, node: nodes.Element) -> None:
    """Close it."""
    translator.body.append(f"</{node['tag']}>\n")


def visit_time(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open ``time``, or ``data`` for what HTML's date strings cannot say, such as a decade."""
    if "datetime" in node:
        translator.body.append(translator.starttag(node, "time", "", datetime=node["datetime"]))
    else:
        translator.body.append(translator.starttag(node, "data", "", value=node["edtf"]))


def depart_time(translator: HTML5Translator, node: nodes.Element) -> None:
    """Close what was opened."""
    translator.body.append("</time>" if "datetime" in node else "</data>")


def visit_source(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open a source, and write it if it is in pieces."""
    translator.body.append(translator.starttag(node, "p", "", CLASS="newstimeline-source"))
    write_pieces(translator, node)


def depart_source(translator: HTML5Translator, _node: nodes.Element) -> None:
    """Close the source."""
    translator.body.append("</p>\n")


def write_pieces(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the pieces of a line in the place of its children, if it has pieces (see :mod:`.pieces`)."""
    if "pieces" not in node:
        return
    body, bare = translator.body, nodes.inline()
    for kind, words, more in node["pieces"]:
        if kind == pieces.LINK:
            body.append(translator.starttag(bare, "bdi", ""))
            for link in [child for child in node.children if not isinstance(child, nodes.Text)]:
                link.walkabout(translator)
            body.append("</bdi>")
            continue
        tags = _tags(kind, more)
        body += [translator.starttag(bare, tag, "", **given) for tag, given in tags]
        body += [translator.encode(words), *(f"</{tag}>" for tag, _given in reversed(tags))]
    raise nodes.SkipChildren


def _tags(kind: str, more: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the elements around a piece, with their attributes, as :data:`VISITORS` has them for nodes."""
    if kind == pieces.NAME:
        return [("bdi", {}), ("span", {"CLASS": more})]
    if kind == pieces.TIME:
        return [("time", {"datetime": more})]
    if kind == pieces.DATA:
        return [("data", {"value": more})]
    return [("span", {"CLASS": "newstimeline-kind"})] if kind == pieces.KIND else []


def visit_others(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open what unfolds on a click, or in a book, where little does, is there at once."""
    tag = "div" if translator.builder.name == "epub" else "details"
    translator.body.append(translator.starttag(node, tag, CLASS="newstimeline-others"))


def depart_others(translator: HTML5Translator, _node: nodes.Element) -> None:
    """Close what was opened."""
    translator.body.append("</div>\n" if translator.builder.name == "epub" else "</details>\n")


def visit_summary(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open the line to click on."""
    tag = "p" if translator.builder.name == "epub" else "summary"
    translator.body.append(translator.starttag(node, tag, "", CLASS="newstimeline-summary"))


def depart_summary(translator: HTML5Translator, _node: nodes.Element) -> None:
    """Close the line."""
    translator.body.append("</p>\n" if translator.builder.name == "epub" else "</summary>\n")


VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    own.newstimeline: (visit_timeline, depart_timeline),
    own.newstimeline_chart: (visit_chart, depart_chart),
    own.newstimeline_group: (visit_group, depart_group),
    own.newstimeline_group_title: (visit_group_title, depart_group_title),
    # The style sheet takes the numbers away, and with them some browsers the list's role.
    own.newstimeline_events: _block("ol", "newstimeline-events", role="list"),
    own.newstimeline_event: (visit_event, depart_event),
    own.newstimeline_row: (visit_event, depart_event),
    own.newstimeline_element: (visit_element, depart_element),
    own.newstimeline_date: (visit_date, depart_date),
    own.newstimeline_why: (visit_why, depart_why),
    own.newstimeline_time: (visit_time, depart_time),
    own.newstimeline_kind: _inline("span", "newstimeline-kind"),
    # The text of an article may run in another direction than the page.  EPUB allows no style for that.
    own.newstimeline_sentence: _block("p", dir="auto"),
    own.newstimeline_headline: _block("p", dir="auto"),
    own.newstimeline_body: _block("div", dir="auto"),
    own.newstimeline_quoted: _inline("bdi"),
    own.newstimeline_mark: _inline("mark"),
    own.newstimeline_speaker: _block("p", "newstimeline-speaker", dir="auto"),
    own.newstimeline_source: (visit_source, depart_source),
    own.newstimeline_telling: _block("div", "newstimeline-telling"),
    own.newstimeline_dissent: _block("p", "newstimeline-dissent"),
    own.newstimeline_others: (visit_others, depart_others),
    own.newstimeline_summary: (visit_summary, depart_summary),
}
