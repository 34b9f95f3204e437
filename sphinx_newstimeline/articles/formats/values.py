"""Looking into values of JSON, whose shape a stranger chose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

#: How deep the objects of an article are nested at most.
DEEPEST = 40
_NOTHING: tuple[object, ...] = (None, "", [], {})


def listed(value: object) -> list[object]:
    """Return a value as a list: what may be one or several, often is either."""
    return value if isinstance(value, list) else [] if value is None else [value]


def tables(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the objects among a value or its items, with their keys in small letters."""
    for item in listed(value):
        if isinstance(item, dict):
            yield folded(item)


def folded(table: Mapping[str, object]) -> Mapping[str, object]:
    """Return an object with its keys in small letters: versions of a format differ in capitals."""
    return {key.casefold(): value for key, value in table.items()}


def words(value: object) -> str:
    """Return a value in words: a string, a number, the first of several, or one with its language.

    Languages' variants are written ``{"@value": …, "@language": …}``.
    """
    for item in listed(value):
        if isinstance(item, str):
            found = item.strip()
        elif isinstance(item, dict):
            found = words(item.get("@value"))
        else:
            found = str(item) if isinstance(item, int | float) and not isinstance(item, bool) else ""
        if found:
            return found
    return ""


def names(value: object) -> str:
    """Return the names of persons, organisations or places: strings, or objects with a ``name``."""
    found = [words(item.get("name")) if isinstance(item, dict) else words(item) for item in listed(value)]
    return ", ".join(dict.fromkeys(name for name in found if name))


def get(table: Mapping[str, object], *keys: str) -> object:
    """Return the value of the first key that has one.

    :param table: an object with its keys in small letters.
    """
    return next((value for key in keys if (value := table.get(key)) not in _NOTHING), None)
