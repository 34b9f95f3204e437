"""Where the parts of a JSON document stand: the line of a member or item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .schema import Path

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class Places:
    """Finds the lines of a document's parts; the text is valid JSON."""

    def __init__(self, text: str) -> None:
        """Keep the text.

        A search looks into what leads to the part, and remembers where the items of lists begin, so that
        many searches in one long list cost no more than one.
        """
        self._text = text
        self._children: dict[int, dict[str | int, int]] = {}

    def line(self, path: Path) -> int:
        """Return the line, counted from 1, of the part that a path leads to, or of the last one there."""
        place = _after_space(self._text, 0)
        for step in path:
            if place not in self._children:
                self._children[place] = dict(self._parts(place))
            if step not in self._children[place]:
                break
            place = self._children[place][step]
        return self._text.count("\n", 0, place) + 1

    def _parts(self, place: int) -> Iterator[tuple[str | int, int]]:
        """Yield the name or number of each part of an object or list, with where its value begins."""
        text = self._text
        if text[place] not in "{[":
            return
        named, number = text[place] == "{", 0
        place = _after_space(text, place + 1)
        while text[place] not in "}]":
            step: str | int = number
            if named:
                step, place = _DECODER.raw_decode(text, place)
                place = _after_space(text, _after_space(text, place) + 1)
            yield step, place
            _value, place = _DECODER.raw_decode(text, place)
            place = _after_space(text, place)
            if text[place] == ",":
                place = _after_space(text, place + 1)
            number += 1


def _after_space(text: str, place: int) -> int:
    """Return the first place from this one on that is no white space."""
    match = _SPACE.match(text, place)
    return match.end() if match else place
