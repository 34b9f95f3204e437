"""From an article and its time expressions to events: each date with the sentence that states it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from ..articles.dateline import find_datelines
from .entries import entries, extent, makes_entry
from .event import Event, Source
from .ids import Ids
from .paragraphs import Paragraph, Span, paragraphs
from .passages import passage
from .quotations import quotation_at, quotations
from .sentences import crossed, sentences, trimmed
from .speakers import attributions, resolved, speaker_of
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..articles.article import Article
    from ..temporal.timex import Timex
    from .entries import Entry
    from .quotations import Quotation
    from .speakers import Attribution
    from .vocabulary import Vocabulary

T = TypeVar("T")

# How many paragraphs to go back for the name behind "he".
FAR_BACK = 3


class Events(NamedTuple):
    """The events of an article in the order of its text: on the calendar or recurring, and undated."""

    dated: tuple[Event, ...]
    undated: tuple[Event, ...]


def assemble(article: Article, timexes: Sequence[Timex], language: str) -> Events:
    """Return the events that an article's time expressions make.

    :param timexes: the expressions of ``article.text``, in order.
    :param language: the code of the language that the article is in.
    """
    found = list(_Reader(article, timexes, vocabulary(language)).events())
    dated = tuple(event for event in found if event.interval or event.recurrence)
    return Events(dated, tuple(event for event in found if not (event.interval or event.recurrence)))


class _Reader:
    """Reads the events of one article; what it looks up twice it keeps."""

    def __init__(self, article: Article, timexes: Sequence[Timex], words: Vocabulary) -> None:
        """Cut the text into paragraphs, and leave out expressions that stand in none of prose."""
        self.article = article
        self.words = words
        self.ids = Ids(article)
        self.whole = sorted(extent(timex) for timex in timexes)
        self.paragraphs = self._paragraphs()
        self.timexes = [timex for timex in timexes if makes_entry(timex)]
        self._quoted: dict[int, list[Quotation]] = {}
        self._said: dict[int, list[Attribution]] = {}
        self._shared: dict[object, object] = {}

    def _paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs without datelines, those joined that a time expression spans."""
        text = self.article.text
        datelines = find_datelines(text, self.words.language)
        cut = paragraphs(text, self.words, self.article.title)
        joined = crossed(cut, self.whole)
        result: list[Paragraph] = []
        for index, paragraph in enumerate(cut):
            before = result.pop() if index in joined and result else paragraph
            behind = [
                line.end for line in datelines if line.start < paragraph.end and before.start < line.end
            ]
            start = trimmed(text, max(behind, default=before.start), paragraph.end).start
            if start < paragraph.end:
                result.append(Paragraph(start, paragraph.end, before.prose or paragraph.prose))
        return result

    def events(self) -> Iterator[Event]:
        """Yield the events in the order of the text."""
        remaining = iter(self.timexes)
        timex = next(remaining, None)
        for index, paragraph in enumerate(self.paragraphs):
            inside = []
            while timex and timex.start < paragraph.end:
                if timex.start >= paragraph.start:
                    inside.append(timex)
                timex = next(remaining, None)
            if inside and paragraph.prose:
                yield from self._of_paragraph(index, inside)

    def _of_paragraph(self, index: int, timexes: Sequence[Timex]) -> Iterator[Event]:
        """Yield the events of a paragraph."""
        paragraph = self.paragraphs[index]
        stretch = Span(paragraph.start, paragraph.end)
        whole = sorted(map(extent, timexes))
        cut = sentences(self.article.text, stretch, self.words, whole, self.quoted(index)) or [stretch]

        def sentence_of(timex: Timex) -> Span:
            return cut[max(bisect_right(cut, timex.start, key=lambda span: span.start) - 1, 0)]

        for sentence, group in groupby(timexes, key=sentence_of):
            found = entries(list(group))
            ids = self.ids.of(self.article.text[sentence.start : sentence.end], len(found))
            for id_, entry in zip(ids, found, strict=True):
                yield self._event(id_, index, sentence, entry)

    def _event(self, id_: str, index: int, sentence: Span, entry: Entry) -> Event:
        """Return the event for one entry of a sentence."""
        article, timex, phrase = self.article, entry.timex, entry.phrases[0]
        shown = passage(article.text, sentence, entry.phrases, self.quoted(index))
        line = article.line_at(phrase.start)
        source = Source.of(article, self.words.language, line, phrase.start, phrase.end)
        return Event(
            id=id_,
            interval=self._one(entry.interval),
            type=timex.type,
            value=entry.value,
            mod=timex.mod,
            granularity=timex.granularity,
            deadline=timex.deadline,
            side=timex.side,
            words=" ".join(article.text[phrase.start : phrase.end].split()),
            sentence=shown.text,
            marks=shown.marks,
            why=self._one(timex.why),
            sources=(source,),
            time=self._one(timex.time),
            recurrence=timex.recurrence,
            speaker=self._speaker(index, sentence, phrase),
        )

    def _one(self, value: T) -> T:
        """Return the first of equal values: what an article repeats is kept, and pickled, once."""
        return cast("T", self._shared.setdefault(value, value))

    def quoted(self, index: int) -> list[Quotation]:
        """Return the quotations of a paragraph."""
        if index not in self._quoted:
            start, end, _ = self.paragraphs[index]
            self._quoted[index] = quotations(self.article.text, start, end)
        return self._quoted[index]

    def _speaker(self, index: int, sentence: Span, phrase: Span) -> str:
        """Return who says a piece of a quotation, unless the piece itself names them."""
        quotation = quotation_at(self.quoted(index), phrase.start)
        if quotation is None or not quotation.start <= sentence.start < quotation.end:
            return ""
        text = self.article.text
        speaker = speaker_of(quotation, text, self.said(index), self.said(index - 1))
        narration = text[quotation.end : sentence.end]
        return "" if speaker and speaker in narration else speaker

    def said(self, index: int, back: int = FAR_BACK) -> list[Attribution]:
        """Return who says something in a paragraph, with the names of earlier ones for pronouns."""
        if index < 0 or not back:
            return []
        if index not in self._said:
            here = attributions(self.article.text, self.paragraphs[index], self.quoted(index), self.words)
            self._said[index] = resolved(here, self.said(index - 1, back - 1), self.words)
        return self._said[index]
