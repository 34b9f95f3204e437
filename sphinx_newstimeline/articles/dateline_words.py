"""The words by which datelines are known, from ``datelines.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..languages import primary

_BYLINE = 120


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; those of a language that has none are empty, and structure decides."""

    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    kicker: frozenset[str] = frozenset()
    no_place: frozenset[str] = frozenset()

    def label_of(self, line: str) -> str:
        """Return the words with which a line says what its date is ("Last updated:"), or nothing."""
        return _beginning(line, (*self.updated, *self.published))

    def is_update(self, label: str) -> bool:
        """Return whether a label is that of a later change."""
        return bool(_beginning(label, self.updated))

    def is_byline(self, line: str) -> bool:
        """Return whether a line names the author: "By Jane Doe"."""
        label = _beginning(line, self.byline)
        return bool(label) and len(line) <= _BYLINE and line[len(label) :].lstrip(" :")[:1].isupper()

    def is_kicker(self, line: str) -> bool:
        """Return whether a line stands above headlines and is none: "FOR IMMEDIATE RELEASE"."""
        return line.strip(" *:–—-").casefold() in self.kicker

    def is_prose(self, word: str) -> bool:
        """Return whether a word is one with which prose, and no place, begins."""
        return word.casefold() in self.no_place

    def is_connector(self, word: str) -> bool:
        """Return whether a word stands inside names of places without a capital ("of", "de")."""
        return word in _set("connectors")


def _beginning(line: str, labels: tuple[str, ...]) -> str:
    """Return the longest of the labels with which the line begins, as the line has it."""
    lowered = line[:80].casefold()
    fitting = [label for label in labels if re.match(rf"{re.escape(label)}(?!\w)", lowered)]
    return line[: max(map(len, fitting), default=0)]


@cache
def words_of(language: str) -> Words:
    """Return the words of a language, given its code."""
    row = _data().get(primary(language or "en"))
    if not isinstance(row, dict):
        return Words()
    return Words(
        tuple(row["published"]),
        tuple(row["updated"]),
        tuple(row["byline"]),
        frozenset(row.get("kicker", ())),
        frozenset(row["no_place"]),
    )


def is_agency(name: str) -> bool:
    """Return whether each of the names between strokes or commas is that of a news agency."""
    parts = [part.strip().casefold() for part in re.split(r"[/,;&]", name)]
    return all(part in _set("agencies") for part in parts)


@cache
def _set(key: str) -> frozenset[str]:
    """Return the words of a list that holds for all languages, without their capitals."""
    return frozenset(str(name).casefold() for name in _data()[key])


@cache
def _data() -> dict[str, list[str] | dict[str, list[str]]]:
    """Return the file's tables."""
    return tomllib.loads(files(__package__).joinpath("datelines.toml").read_text(encoding="utf-8"))
