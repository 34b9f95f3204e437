"""The directive ``newstimeline-event``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from ..catalogues.authors import parse_periods
from ..composition import Plan, compose
from ..events import Source
from ..extraction import Extraction
from ..handwritten import Draft, HandwrittenIds, NotADateError, read_when, write_event
from ..problems import Problem, ProblemKind
from ..temporal import LanguageError
from ..timeline import Group, Timeline
from . import config as values
from . import nodes as own
from ._compat import page_data
from .addresses import Address
from .doctree import node_ids, timeline_node
from .domain import Contribution, TimelineRecord, domain_of
from .drawing import Drawing
from .editing import files_of, use_edits
from .enclosure import Handwritten, day_of_page, enclosed, enclosure_at
from .event_options import EVENT_OPTIONS
from .inputs import InputDirective
from .references import phrasing_of, text_of
from .unknown_options import Spec
from .written import Written

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..events import Event
    from ..handwritten import When
    from ..temporal.period import Period
    from .enclosure import Enclosure
    from .references import Phrasing

_GIVEN = "newstimeline-handwritten"
NO_DATE = "an event needs a date behind the directive's name, such as “.. newstimeline-event:: 3 May 2025”"
NO_TEXT = "an event needs a text: give it content, or the option “title”"
#: In reStructuredText, lines without an empty one above them belong to the argument.
NO_TEXT_BELOW = "an event needs a text: leave a line empty between its date and its text"


class NewsTimelineEventDirective(InputDirective):
    """An event that the author writes: the argument is its date, in the words of articles.

    In the content of a ``newstimeline`` it is one of that timeline's; elsewhere it stands on its own.
    The options are those of :data:`.event_options.EVENT_OPTIONS`.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = Spec(EVENT_OPTIONS)

    def run(self) -> list[nodes.Node]:
        """Return the event as a timeline of one, or nothing where the timeline around it shows it."""
        options = self.read_options(EVENT_OPTIONS)
        if not self.arguments:
            self.report([Problem(ProblemKind.CONTENT, NO_DATE)])
            return []
        around = enclosure_at(self.env)
        with enclosed(self.env, None):
            children = self.parse_content_to_nodes()
        body = own.newstimeline_body("", *children, classes=["newstimeline-body"]) if children else None
        text = text_of(body)
        if not text and not options["title"]:
            told = NO_TEXT_BELOW if "\n" in self.arguments[0] else NO_TEXT
            self.report([Problem(ProblemKind.CONTENT, told)])
            return []
        event = self._event(options, text, around)
        phrasing = phrasing_of(body, self.env.docname)
        written = Handwritten(event, body, options["name"], tuple(options["class"]), phrasing)
        if around is None:
            return self._alone(written, options)
        around.written.append(written)
        return []

    def _event(self, options: dict[str, Any], text: str, around: Enclosure | None) -> Event:
        """Return the event as a value like any other."""
        language = options["language"] or (around and around.language) or self.config.newstimeline_language
        published = options["published"] or options["as-of"] or (around and around.published)
        source, line = self.get_source_info()
        published = published or day_of_page(self.state.document, self.env, language)
        title = self.state.document.next_node(nodes.title)
        page = Source(
            path=Path(source).as_posix(),
            title=title.astext() if title is not None else self.env.docname,
            published=published,
            url=options["url"],
            source=options["source"],
            start=0,
            end=0,
            line=line,
        )
        words = " ".join(self.arguments[0].split())
        draft = Draft(words, text, options["title"], options["tags"], language, page)
        ids = HandwrittenIds(self.env.docname, page_data(self.env).setdefault(_GIVEN, {}))
        when = self._when(draft, self._periods(options, around))
        return write_event(draft, when, ids.of_draft(draft, options["name"]))

    def _when(self, draft: Draft, periods: tuple[Period, ...]) -> When | None:
        """Return the event's date; ``None``, with a warning, where the words are no date."""
        try:
            return read_when(
                draft.words,
                draft.source.published,
                language=draft.language,
                periods=periods,
                countries=values.listed(self.config.newstimeline_holidays),
            )
        except NotADateError as error:
            self.report([Problem(ProblemKind.EVENT_DATE, error.message, words=error.words)])
        except LanguageError as error:
            self.report([Problem(ProblemKind.LANGUAGE, str(error))])
        return None

    def _periods(self, options: dict[str, Any], around: Enclosure | None) -> tuple[Period, ...]:
        """Return the named periods that the date may speak of, the nearest first."""
        if around is None:
            return tuple(self.read_periods(options).periods)
        path, line = self.get_source_info()
        found, problems = parse_periods(options["period"], path=path, line=line)
        self.report(problems)
        return (*found, *around.periods)

    def _alone(self, written: Handwritten, options: dict[str, Any]) -> list[nodes.Node]:
        """Return the event as a timeline of one entry, unless an edit hides it."""
        event, docname, place = written.event, self.env.docname, self.env.new_serialno("newstimeline-record")
        extraction = extraction_of([written])
        language = self.config.newstimeline_language
        periods = self._periods(options, None)
        edits = use_edits(self.env, files_of(self.env, ()), language, [extraction], periods)
        composition = compose([extraction], Plan(undated=True, edits=edits))
        self.report(composition.problems)
        timeline = composition.timeline
        timeline = Timeline((Group("", (*timeline.events, *timeline.undated)),))
        domain_of(self.env).contribute(
            Contribution(
                docname, place, (extraction,), edits, names_of([written]), phrasings=phrasings_of([written])
            )
        )
        if not timeline.events:
            return []
        node = timeline_node(
            timeline,
            Drawing(
                language=self.config.language,
                address=Address("nt", self.state.document),
                line=self.lineno,
                explained=self.config.newstimeline_why == "show",
                written={event.id: Written(written.body, event.sentence)},
            ),
        )
        name_events(node, [written], self.state.document)
        node["classes"].append("newstimeline-single")
        self.set_source_info(node)
        ids = node_ids(node)
        record = TimelineRecord(
            docname, place, "", ids.get(event.id, ""), "", timeline, ids, indexed=not options["no-index"]
        )
        domain_of(self.env).keep_entry(record)
        return [node]


def extraction_of(written: list[Handwritten]) -> Extraction:
    """Return hand-written events as what an article says."""
    events = [one.event for one in written]
    dated = tuple(event for event in events if event.interval or event.recurrence)
    return Extraction(dated, tuple(event for event in events if event not in dated))


def names_of(written: list[Handwritten]) -> dict[str, str]:
    """Return the names for references that events have, with their ids."""
    return {nodes.fully_normalize_name(one.name): one.event.id for one in written if one.name}


def phrasings_of(written: list[Handwritten]) -> dict[str, Phrasing]:
    """Return the texts, by event, that have titles of other pages in them."""
    return {one.event.id: one.phrasing for one in written if one.phrasing is not None}


def name_events(timeline: nodes.Element, written: list[Handwritten], document: nodes.document) -> None:
    """Give the events of a timeline the names and classes that their authors chose."""
    by_id = {one.event.id: one for one in written}
    for node in own.events_of(timeline):
        one = by_id.pop(node["event"], None)
        if one is None:
            continue
        node["classes"] += one.classes
        if one.name:
            node["names"].append(nodes.fully_normalize_name(one.name))
            document.note_explicit_target(node, node)
