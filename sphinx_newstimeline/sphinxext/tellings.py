"""What an entry says, as nodes: its sentences, their sources, and on what the sources disagree.

The sentences of the article that is shown first stand together, in the order of its text; those of the
other articles are a click away on a web page, and listed below elsewhere.  A sentence that several have
word for word stands there once.  Every sentence keeps the id that it would have as an entry of its own.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation

from ..edits.excerpts import shortened
from ..merging import dissenters
from ..merging.storytelling import article_of
from . import nodes as own
from .echoes import ECHO, and_more
from .event_dates import date_of
from .markup import clean
from .messages import ngettext
from .quoting import place_of, sentence_of, source_of, time_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..events.event import Event, Source
    from .drawing import Drawing

_ = get_translation("sphinx_newstimeline")
#: How much of a title stands in a list of names; each is there in full with its sentence.
_LONGEST_NAME = 40


def told_by(event: Event, drawing: Drawing) -> Iterator[nodes.Node]:
    """Yield the sentences of an entry, its first source, what others say otherwise, and the other sources.

    ::

        <newstimeline_sentence> The bridge collapsed on Tuesday.
        <newstimeline_telling event="ba9876543210" ids="nt-visit-ba9876543210">
            <newstimeline_sentence> Rescuers came on Tuesday.
        <newstimeline_source> Agency, …
        <newstimeline_dissent> Other sources say: November 11, 2024 (Courier)
        <newstimeline_others>
            <newstimeline_summary> 2 sources: Agency, Courier
            <newstimeline_telling event="0123456789ab" ids="nt-visit-0123456789ab">
                <newstimeline_sentence> A bridge collapsed on Monday.
                <newstimeline_source> Courier, …
    """
    article = article_of(event.sources[0])
    own_article = [other for other in event.others if article_of(other.sources[0]) == article]
    said = {event.sentence}
    for one in sorted((event, *own_article), key=_place):
        yield from _sentences(one, drawing) if one is event else [_telling([one], drawing, said)]
    yield source_of(event.sources[0], drawing)
    yield from _told_beside(event, drawing, said)


def told_beside(event: Event, drawing: Drawing) -> Iterator[nodes.Node]:
    """Yield what is of other articles: sources without a sentence, the dates that others say, the rest."""
    yield from _told_beside(event, drawing, set())


def _told_beside(event: Event, drawing: Drawing, said: set[str]) -> Iterator[nodes.Node]:
    """Do the same, below sentences that were said."""
    article = article_of(event.sources[0])
    others = [other for other in event.others if article_of(other.sources[0]) != article]
    told = {article, *(article_of(other.sources[0]) for other in others)}
    yield from (source_of(source, drawing) for source in event.sources if article_of(source) not in told)
    dissenting = dissenters(event)
    if dissenting:
        yield _dissent(dissenting, drawing)
    if others:
        yield _others(event, others, drawing, said)


def _sentences(event: Event, drawing: Drawing) -> Iterator[nodes.Node]:
    """Yield the sentence and who says it."""
    yield sentence_of(event, drawing)
    if event.speaker:
        yield own.newstimeline_speaker("", clean(event.speaker))


def _telling(
    events: Sequence[Event], drawing: Drawing, said: set[str], source: Source | None = None
) -> nodes.Element:
    """Return sentences of one article, the first of which the node has the id of, with their source.

    :param said: the sentences that stand above it already, and are not repeated; it is added to.
    """
    first, *rest = events
    node = own.newstimeline_telling("", event=first.id)
    node.source, node.line = place_of(first)
    drawing.address.give(node, first.id)
    if {one.sentence for one in events} <= said:
        node["classes"].append(ECHO)
    if first.sentence not in said:
        said.add(first.sentence)
        node += list(_sentences(first, drawing))
    node += [_telling([one], drawing, said) for one in rest]
    if source is not None:
        node += source_of(source, drawing)
    return node


def _others(
    event: Event, others: Sequence[Event], drawing: Drawing, said: set[str]
) -> own.newstimeline_others:
    """Return what further articles say, the clearest first."""
    by_article: dict[str, list[Event]] = {}
    for other in others:
        by_article.setdefault(article_of(other.sources[0]), []).append(other)
    names = dict.fromkeys(_name(source) for source in event.sources)
    count = len(event.sources)
    counted = ngettext("{count} source: {names}", "{count} sources: {names}", count)
    summary = counted.format(count=count, names=and_more(list(names)))
    node = own.newstimeline_others("", own.newstimeline_summary("", summary))
    for told in by_article.values():
        told.sort(key=_place)
        node += _telling(told, drawing, said, told[0].sources[0])
    return node


def _place(event: Event) -> tuple[int, str]:
    """Return what sorts the sentences of an article as its text has them."""
    return event.sources[0].start, event.id


def _name(source: Source) -> str:
    """Return what a source is called in a list: its publisher, else the first words of its title."""
    return clean(source.source or shortened(source.title or PurePath(source.path).stem, _LONGEST_NAME))


def _dissent(events: Sequence[Event], drawing: Drawing) -> own.newstimeline_dissent:
    """Return the line with the dates of sources that disagree."""
    node = own.newstimeline_dissent("", str(_("Other sources say:")) + " ")
    for number, event in enumerate(events):
        if number:
            node += nodes.Text("; ")
        node += time_nodes(date_of(event, drawing.locale))
        node += nodes.Text(" (")
        node += own.newstimeline_quoted("", _name(event.sources[0]))
        node += nodes.Text(")")
    return node
