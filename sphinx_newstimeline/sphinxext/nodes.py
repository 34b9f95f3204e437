"""The nodes of a timeline.

They carry attributes that pickle and compare (texts and lists of texts), are made while a page is
read and hold everything that a writer shows as text, so that search, translation and formats that
know nothing of timelines find it.  A timeline looks like this::

    <newstimeline classes="newstimeline" ids="visit">
        <paragraph classes="newstimeline-caption">  (of newstimeline-nothing: it is empty)
        <newstimeline_chart label="Overview of the entries: …" lanes="3" …>
        <newstimeline_group folds="0" key="2024-11">
            <newstimeline_group_title> November 2024
            <newstimeline_events>
                <newstimeline_event edtf="2024-11-13" fades="" ids="nt-visit-0123456789ab" kind="day" …>
                    <newstimeline_date pieces="…"> November 13, 2024
                    <newstimeline_why facts="Stated" values="weekday" …>
                    <newstimeline_sentence classes="newstimeline-sentence">
                        The council met
                        <newstimeline_mark> on Wednesday
                    <newstimeline_speaker> The mayor
                    <newstimeline_source pieces="…">
                        Agency,
                        <reference refuri="https://example.org/a"> Council meets
                        , November 14, 2024

What a line is made of, such as the times in it, is an attribute of the line (see :mod:`.pieces`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterator


class AsItIs(nodes.Special, addnodes.not_smartquotable):
    """What "smart" quotes leave as it stands, at the first look: docutils passes by what is special."""


class newstimeline(nodes.General, nodes.Element):  # noqa: N801
    """A whole timeline; ``controls`` says whether readers of web pages can filter it."""


class newstimeline_group(nodes.General, nodes.Element):  # noqa: N801
    """Events under one heading; ``key`` is the EDTF form of the unit that they share, or empty.

    ``folds`` says whether readers may fold it away.
    """


class newstimeline_group_title(nodes.Part, nodes.TextElement):  # noqa: N801
    """The heading of a group."""


class newstimeline_events(nodes.Sequential, nodes.Element):  # noqa: N801
    """The ordered list of a group's events."""


class newstimeline_event(nodes.Part, nodes.Element):  # noqa: N801
    """One event.

    ``event`` is its id, ``kind`` a value of :class:`.kinds.Kind`, ``fades`` the open or approximate
    edges, ``edtf`` the interval or empty, ``rrule`` what recurs or empty, ``unit`` the month or year that a
    running head names, in EDTF, or empty.
    """


class newstimeline_row(newstimeline_event):  # noqa: N801
    """One event as the row of a table (see :mod:`.layouts`)."""


class newstimeline_date(nodes.Part, nodes.TextElement, AsItIs):  # noqa: N801
    """An event's date in words, with ``pieces`` unless it has nodes in it."""


class newstimeline_time(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A date with its machine form: ``datetime``, or ``edtf`` where HTML has no string for it."""


class newstimeline_kind(nodes.Inline, nodes.TextElement):  # noqa: N801
    """What sort of event it is, for readers who cannot see its marker."""


class newstimeline_why(nodes.Part, nodes.Element):  # noqa: N801
    """Why the event has its date: ``summary``, ``sentence``, and lists of ``facts`` and their ``values``.

    These are attributes, no texts: who searches for "Wednesday" looks for none of them.
    """


class newstimeline_sentence(nodes.paragraph, AsItIs):  # noqa: N801
    """What an article says: a paragraph, hence translatable, whose text has a direction of its own.

    The text of an article is quoted, hence left as it stands by "smart" quotes.
    """


class newstimeline_headline(nodes.paragraph):  # noqa: N801
    """The title that an author gives an event: a paragraph, hence translatable."""


class newstimeline_body(nodes.General, nodes.Element):  # noqa: N801
    """What an author wrote of an event, with any markup."""


class newstimeline_shelf(nodes.Invisible, nodes.Element):  # noqa: N801
    """Events that are written by hand and that no timeline of the page shows."""


class newstimeline_quoted(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A name from an article within a line of the page: its text has a direction of its own."""


class newstimeline_mark(nodes.Inline, nodes.TextElement):  # noqa: N801
    """The words of a sentence that state the date."""


class newstimeline_speaker(nodes.Part, nodes.TextElement, AsItIs):  # noqa: N801
    """Who says the sentence."""


class newstimeline_source(nodes.Part, nodes.TextElement, AsItIs):  # noqa: N801
    """Where the event was read, with ``pieces`` unless it has nodes in it."""


class newstimeline_telling(nodes.Part, nodes.Element):  # noqa: N801
    """A sentence of an event that was merged into the entry, ``event`` being that event's id."""


class newstimeline_dissent(nodes.Part, nodes.TextElement):  # noqa: N801
    """The dates that other sources of the entry say."""


class newstimeline_others(nodes.Part, nodes.Element):  # noqa: N801
    """What the other sources of the entry say, behind a summary that names all sources."""


class newstimeline_summary(nodes.Part, nodes.TextElement, AsItIs):  # noqa: N801
    """The line by which what other sources say is opened."""


class newstimeline_chart(nodes.General, nodes.Element):  # noqa: N801
    """The overview chart, laid out; it says nothing that the events do not say.

    ``label`` is its name in words, ``first`` the id of the event behind it; ``pieces``, ``times``,
    ``ticks``, ``marks``, ``heaps`` and ``lanes`` are those of :mod:`.overview.node`.
    """


class newstimeline_element(nodes.General, nodes.Element):  # noqa: N801
    """For HTML only: a part of a table, with its ``tag`` and its ``role``."""


class newstimeline_caption(nodes.Part, nodes.Element):  # noqa: N801
    """For LaTeX only: the paragraph of a caption."""


class newstimeline_break(nodes.Inline, nodes.Element):  # noqa: N801
    """For LaTeX only: where a long token may break, or an endless text is cut (``cut``)."""


class newstimeline_serif(nodes.Inline, nodes.TextElement):  # noqa: N801
    """For LaTeX only: a word in a script that the font without serifs lacks."""


class newstimeline_standin(nodes.Inline, nodes.Element):  # noqa: N801
    """For LaTeX only: a ``character`` that may be lacking, with its code as text."""


#: What no event is within: there is no need to look through all texts for events.
_WITHOUT_EVENTS = (
    nodes.Text,
    nodes.TextElement,
    newstimeline_why,
    newstimeline_telling,
    newstimeline_others,
    newstimeline_chart,
)


#: What nothing that a timeline is made of is within.
_WHOLE = (nodes.TextElement, newstimeline_why, newstimeline_body)


def events_of(element: nodes.Element) -> Iterator[newstimeline_event]:
    """Yield the events within a timeline or document, in their order, as ``findall`` would, but quickly."""
    for child in element.children:
        if isinstance(child, nodes.Element) and not isinstance(child, _WITHOUT_EVENTS):
            if isinstance(child, newstimeline_event):
                yield child
            yield from events_of(child)


def parts_of(event: nodes.Element) -> Iterator[nodes.Element]:
    """Yield what an event is made of, without going into its texts or what an author wrote."""
    for child in event.children:
        if isinstance(child, nodes.Element):
            yield child
            if not isinstance(child, _WHOLE):
                yield from parts_of(child)


def is_caption(part: nodes.Node) -> bool:
    """Return whether a part of a timeline is the author's caption."""
    return isinstance(part, nodes.paragraph) and "newstimeline-caption" in part["classes"]


def tables_of(timeline: newstimeline) -> list[nodes.table]:
    """Return the tables that are the lists of a timeline's events; an author's own are not among them."""
    groups = [child for child in timeline.children if isinstance(child, newstimeline_group)]
    places: list[nodes.Element] = [timeline, *groups]
    return [child for place in places for child in place.children if isinstance(child, nodes.table)]


#: Every class above, for registration.
NODES: tuple[type[nodes.Element], ...] = (
    newstimeline,
    newstimeline_group,
    newstimeline_group_title,
    newstimeline_events,
    newstimeline_event,
    newstimeline_row,
    newstimeline_date,
    newstimeline_time,
    newstimeline_kind,
    newstimeline_why,
    newstimeline_sentence,
    newstimeline_headline,
    newstimeline_body,
    newstimeline_shelf,
    newstimeline_quoted,
    newstimeline_mark,
    newstimeline_speaker,
    newstimeline_source,
    newstimeline_telling,
    newstimeline_dissent,
    newstimeline_others,
    newstimeline_summary,
    newstimeline_chart,
    newstimeline_element,
    newstimeline_caption,
    newstimeline_break,
    newstimeline_serif,
    newstimeline_standin,
)
