"""The JSON Schema of a timeline, and what in a document is not as the schema has it.

The schema is the one statement of the form: the reader, the manual and other people's tools go by it.
What is checked here is as much of draft 2020-12 as the schema uses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

#: The name of the schema's file in this package.
SCHEMA_FILE = "timeline.schema.json"

Schema = Mapping[str, Any]
Path = tuple[str | int, ...]

_NAMES: Mapping[str, str] = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "object": "an object",
    "string": "a text",
}
_NAMES_OF_TYPES: Mapping[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    str: "string",
    list: "array",
    dict: "object",
}


class Fault(NamedTuple):
    """Something in a document that is not as the schema has it.

    :param path: the names and numbers that lead to it from the document down.
    :param message: what was expected and what is there.
    """

    path: Path
    message: str


@cache
def schema_text() -> str:
    """Return the schema as text."""
    return resources.files(__package__).joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


@cache
def timeline_schema() -> Schema:
    """Return the schema of a timeline document."""
    found: Schema = json.loads(schema_text())
    return found


def definition(name: str) -> Schema:
    """Return the schema of one of the parts that have a name, such as ``event``."""
    found: Schema = timeline_schema()["$defs"][name]
    return found


def faults(value: object, schema: Schema, path: Path = ()) -> Iterator[Fault]:
    """Yield what in a value is not as a schema has it, in the order of the document.

    :param path: what leads to the value.
    """
    if "$ref" in schema:
        schema = definition(str(schema["$ref"]).rpartition("/")[2])
    wrong = next((message for check in _CHECKS for message in check(value, schema)), None)
    if wrong is not None:
        yield Fault(path, wrong)
    elif isinstance(value, dict):
        yield from _object_faults(value, schema, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from faults(item, schema.get("items", {}), (*path, index))


def _object_faults(value: Mapping[str, Any], schema: Schema, path: Path) -> Iterator[Fault]:
    """Yield the faults of an object's members."""
    for name in schema.get("required", ()):
        if name not in value:
            yield Fault(path, f"“{name}” is missing")
    for name, member in value.items():
        if name in schema.get("properties", {}):
            yield from faults(member, schema["properties"][name], (*path, name))
        elif schema.get("additionalProperties", True) is False and not _permitted(name, schema):
            known = ", ".join(schema["properties"])
            yield Fault((*path, name), f"there is no member of this name; there are {known}, and x-…")


def _permitted(name: str, schema: Schema) -> bool:
    """Return whether a pattern allows a member of this name."""
    return any(re.search(pattern, name) for pattern in schema.get("patternProperties", {}))


def _type(value: object, schema: Schema) -> Iterator[str]:
    """Yield what is wrong with a value's type."""
    types = schema.get("type", [])
    expected = [types] if isinstance(types, str) else types
    if expected and _type_of(value) not in expected:
        names = " or ".join(_NAMES[name] for name in expected)
        yield f"expected {names}, not {_shown(value)}"


def _type_of(value: object) -> str:
    """Return the name that JSON Schema has for a value's type."""
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    return _NAMES_OF_TYPES[type(value)]


def _constant(value: object, schema: Schema) -> Iterator[str]:
    """Yield what is wrong with a value that is one of a few."""
    allowed = [schema["const"]] if "const" in schema else schema.get("enum")
    if allowed is not None and not any(value == one and type(value) is type(one) for one in allowed):
        yield f"expected {' or '.join(_shown(one) for one in allowed)}, not {_shown(value)}"


def _pattern(value: object, schema: Schema) -> Iterator[str]:
    """Yield what is wrong with the form of a text."""
    if not isinstance(value, str):
        return
    if schema.get("format") == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            yield f"expected a day such as 2024-11-13, not {_shown(value)}"
            return
    if "pattern" in schema and not re.search(schema["pattern"].replace("$", r"\Z"), value):
        yield f"{_shown(value)} is not of the form that this takes"


def _bounds(value: object, schema: Schema) -> Iterator[str]:
    """Yield what is wrong with the size of a number or list."""
    if isinstance(value, int | float) and value < schema.get("minimum", value):
        yield f"expected at least {schema['minimum']}, not {value}"
    if isinstance(value, list):
        least, most = schema.get("minItems", 0), schema.get("maxItems", len(value))
        if not least <= len(value) <= most:
            items = f"{least}" if least == schema.get("maxItems") else f"at least {least}"
            yield f"expected {items} of these, not {len(value)}"


_CHECKS: tuple[Callable[[object, Schema], Iterator[str]], ...] = (_type, _constant, _pattern, _bounds)

_MOST_SHOWN = 40


def _shown(value: object) -> str:
    """Return a value for people, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
