"""What a mark says when it is pointed at: the date and first words of its entry, as the page has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from .. import nodes as own
from ..messages import ngettext

if TYPE_CHECKING:
    from .node import DrawnHeap

#: After so many characters a title ends, with the word that is begun.
_LENGTH = 80

_FIRST_WORDS = re.compile(rf"(?s).{{{_LENGTH}}}\S*")

#: What no word is as long as.
_LONGEST = _LENGTH + 40


@dataclass(frozen=True, slots=True)
class Titles:
    """The dates and sentences of a timeline's events, by id."""

    dates: dict[str, str]
    sentences: dict[str, str]

    @classmethod
    def of(cls, chart: nodes.Element) -> Titles:
        """Return the titles of what the chart shows of its timeline, translated where that is."""
        dates: dict[str, str] = {}
        sentences: dict[str, str] = {}
        timeline = chart.parent
        shown = {mark.target for mark in chart["marks"]}
        shown.update(name for heap in chart["heaps"] for name in (heap.first, heap.last))
        for event in own.events_of(timeline) if isinstance(timeline, nodes.Element) else ():
            for name in shown.intersection(event["ids"]):
                dates[name] = " ".join(_first(event, own.newstimeline_date).split())
                sentences[name] = _shortened(_first(event, nodes.paragraph))
        return cls(dates, sentences)

    def of_event(self, name: str) -> str:
        """Return the title of an event: "November 13, 2024: The council met …"."""
        return ": ".join(text for text in (self.dates.get(name), self.sentences.get(name)) if text)

    def of_heap(self, heap: DrawnHeap) -> str:
        """Return how many events a heap has, and from when to when."""
        if heap.number == 1:
            return self.of_event(heap.first)
        dates = dict.fromkeys(self.dates.get(name, "") for name in (heap.first, heap.last))
        said = ngettext("{number} entry: {dates}", "{number} entries: {dates}", heap.number)
        return said.format(number=heap.number, dates=" – ".join(dates))


def _first(event: nodes.Element, kind: type[nodes.Element]) -> str:
    """Return the text of the first node of a kind within an event."""
    return next((node.astext() for node in event.findall(kind)), "")


def _shortened(text: str) -> str:
    match = _FIRST_WORDS.match(text)
    short = match[0][:_LONGEST] if match else text
    return f"{short} …" if len(short) < len(text) else text
