"""The text of a word processor's document: its paragraphs, cells and headings, its headline and language."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection
from typing import ClassVar, NamedTuple

from ..text_builder import CELL, PARAGRAPH, TextBuilder
from .xml_tree import Node


class Written(NamedTuple):
    """What a word processor's text says: its text, its headline and its language."""

    out: TextBuilder
    heading: str = ""
    language: str = ""


class Writer(ABC):
    """Writes the paragraphs of a document, of which each counts as a line, from 1.

    A format says by which elements it has them, and of a paragraph what it is and holds.
    """

    #: The elements that are a paragraph, a cell and a row of a table, and those that hold no prose.
    paragraphs: ClassVar[Collection[str]]
    cells: ClassVar[Collection[str]]
    row: ClassVar[str]
    hidden: ClassVar[Collection[str]]

    def __init__(self) -> None:
        """Begin with an empty text."""
        self.number = 0
        #: How many characters are in which language.
        self.languages: Counter[str] = Counter()
        #: What is anchored in a paragraph, and stands beside it.
        self.beside: list[Node] = []
        self._out = TextBuilder()
        self._heading = ""

    @property
    def written(self) -> Written:
        """Return what has been written."""
        ((language, _),) = self.languages.most_common(1) or (("", 0),)
        return Written(self._out, self._heading, language)

    def write(self, node: Node, end: str = PARAGRAPH) -> None:
        """Add the paragraphs inside of an element.

        :param end: what ends them.
        """
        for part in node.children():
            if part.tag in self.paragraphs:
                self._paragraph(part, end)
            elif part.tag in self.cells:
                self.write(part, PARAGRAPH if len(list(part.children(*self.paragraphs))) > 1 else CELL)
                self._out.end(CELL)
            elif part.tag not in self.hidden:
                self.write(part, end)
                if part.tag == self.row:
                    self._out.end()

    @abstractmethod
    def is_headline(self, node: Node) -> bool:
        """Return whether a paragraph is the headline, if it stands above the text."""

    @abstractmethod
    def level_of(self, node: Node) -> int:
        """Return how deep a paragraph stands as a heading, 1 being the outermost; 0 where it is none."""

    @abstractmethod
    def write_words(self, node: Node, out: TextBuilder) -> None:
        """Add the words of a paragraph to a text."""

    def _paragraph(self, node: Node, end: str) -> None:
        self.number += 1
        if not self._heading and not self._out.size and self.is_headline(node):
            title = TextBuilder()
            self.write_words(node, title)
            self._heading = " ".join(title.text.split())
        else:
            start = self._out.place
            self.write_words(node, self._out)
            if level := self.level_of(node):
                self._out.mark_heading(start, level)
            self._out.end(end)
        beside, self.beside = self.beside, []
        for part in beside:
            self.write(part)
