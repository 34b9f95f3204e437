"""What the manual takes from the code about exports: formats, fields of JSON, columns of CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_newstimeline.exports import EXPORTERS
from sphinx_newstimeline.exports.csv_table import COLUMNS
from sphinx_newstimeline.exports.schema import definition, timeline_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: The parts of a document: its heading, what its fields are called before their names, its schema.
PARTS = (
    ("The document", "", timeline_schema()),
    ("An event", "event-", definition("event")),
    ("A source of an event", "source-", definition("source")),
    ("How an article begins", "lead-", definition("lead")),
)


def table(heading: Sequence[str], rows: Iterable[Sequence[Node]], widths: Sequence[int]) -> nodes.table:
    """Return a table of paragraphs."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(widths))
    head = [nodes.Text(text) for text in heading]
    group += nodes.thead("", _row(head))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group, classes=["colwidths-given"])


def _row(cells: Iterable[Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))


class ExportFormats(SphinxDirective):
    """``.. export-formats::`` lists the formats with what they are good for."""

    def run(self) -> list[Node]:
        """Return one table."""
        rows = [
            (
                nodes.literal("", exporter.name),
                nodes.Text(exporter.title),
                nodes.literal("", exporter.ending),
                nodes.Text(exporter.help),
            )
            for exporter in EXPORTERS.values()
        ]
        return [table(("Name", "Format", "Ending", "What it is good for"), rows, (16, 14, 20, 50))]


class CsvColumns(SphinxDirective):
    """``.. csv-columns::`` lists the columns of the table."""

    def run(self) -> list[Node]:
        """Return one table."""
        rows = [(nodes.literal("", name), nodes.Text(column.help)) for name, column in COLUMNS.items()]
        return [table(("Column", "What it holds"), rows, (18, 82))]


class JsonFields(SphinxDirective):
    """``.. json-fields::`` lists the members of a document's parts, from the schema."""

    def run(self) -> list[Node]:
        """Return a rubric and a table for each part."""
        found: list[Node] = []
        for heading, prefix, schema in PARTS:
            found.append(nodes.rubric("", heading))
            rows = [
                (
                    nodes.literal(
                        "", name, ids=[f"json-{prefix}{name.strip('$')}".replace("_", "-").replace(".", "-")]
                    ),
                    nodes.Text(type_of(member)),
                    nodes.Text(text),
                )
                for name, member, text in members(schema)
            ]
            found.append(table(("Member", "Takes", "What it says"), rows, (26, 24, 50)))
        return found


def members(schema: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Yield name, schema and description of an object's members, those of objects inside it behind it."""
    required = schema.get("required", ())
    for name, member in schema["properties"].items():
        needed = " Required." if name in required and not before else ""
        yield f"{before}{name}", member, member["description"] + needed
        if "properties" in member:
            yield from members(member, f"{before}{name}.")


def type_of(schema: Mapping[str, Any]) -> str:
    """Return what a member takes, in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return {"date": "a day (YYYY-MM-DD) or null", "precision": "a unit or null"}.get(name, f"an {name}")
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return ", ".join(f"“{one}”" for one in schema["enum"] if one) + (
            " or empty" if "" in schema["enum"] else ""
        )
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    words = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list"}
    text = " or ".join(words.get(name, name) for name in types)
    if "array" in types:
        inner = schema["items"]
        text += f" of {inner['$ref'].rpartition('/')[2]}s" if "$ref" in inner else ""
    return text


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("export-formats", ExportFormats)
    app.add_directive("csv-columns", CsvColumns)
    app.add_directive("json-fields", JsonFields)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
