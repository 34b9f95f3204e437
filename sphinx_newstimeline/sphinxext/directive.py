"""The directive ``newstimeline``."""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from ..composition import Plan, compose
from ..problems import Problem, ProblemKind
from ..selection import Selection
from ..timeline import GroupBy, check_window
from .addresses import Address
from .doctree import node_ids, timeline_node
from .domain import Contribution, Gathering, TimelineRecord, domain_of
from .editing import files_of, use_edits
from .enclosure import Enclosure, Handwritten, enclosed
from .event_directive import extraction_of, name_events, names_of, phrasings_of
from .exporting import IN_HEAD, formats_of, newstimeline_downloads, slug_of
from .handwriting import shelf_of
from .inputs import InputDirective
from .layouts import Layout
from .options import OPTIONS
from .own_pages import pages_of
from .patterns import split_names
from .presentation import Presentation, merges, present, window_of
from .quoting import published_copies
from .unknown_options import Spec
from .written import Written

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..extraction import Extraction
    from ..timeline import Timeline
    from .nodes import newstimeline
    from .reading import Periods, Reading

NOTHING = (
    "no file is named and no event is written: give the names or globs of articles, option “manifest”, "
    "events as content, or option “collect”"
)
UNUSED_TAGS = (
    "option “tags” chooses among what a timeline collects, and this one collects nothing: add option "
    "“collect”, with “page”, “tree” or “all”"
)
#: Of foreign content, so many characters are shown.
SHOWN = 60


def foreign_content(words: str) -> str:
    """Return what is said of content that is no event."""
    shown = shorten(words, SHOWN, placeholder=" …")
    consists = "the content of a timeline consists of directives “newstimeline-event” alone"
    message = f"{consists}, and this is none, and left out: “{shown}”"
    if words.lstrip().startswith(":::"):
        message += "; for fences of colons, MyST needs “colon_fence” in myst_enable_extensions"
    return message


class NewsTimelineDirective(InputDirective):
    """Show a timeline of what articles say, and of what the author writes.

    The argument names files, with globs, relative to the document or, with a leading ``/``, to the
    source folder.  The options are those of :data:`.options.OPTIONS`, the content consists of
    ``newstimeline-event``.  The doctree that it makes is shown in :mod:`.nodes`.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    # Options are read in run(): so every parser reports a bad one in the same words, and keeps the others.
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = Spec(OPTIONS)

    def run(self) -> list[nodes.Node]:
        """Return the timeline, with a warning where it has no entry."""
        options = self.read_options(OPTIONS)
        if not (self.arguments or options["manifest"] or self.content or options["collect"]):
            self.report([Problem(ProblemKind.CONTENT, NOTHING)])
            return []
        if options["tags"] and not options["collect"]:
            self.report([Problem(ProblemKind.TAGS, UNUSED_TAGS)])
        periods = self.read_periods(options)
        reading = self.read_articles(options, periods)
        written, beside = self._written(options, periods)
        extractions = (*(found for _record, found in reading.extractions), extraction_of(written))
        published = [record.published for record, _found in reading.extractions if record.published]
        plan = replace(self._plan(options, extractions, periods), newest=max(published, default=None))
        place = self.env.new_serialno("newstimeline-record")
        docname, names, phrasings = self.env.docname, names_of(written), phrasings_of(written)
        domain_of(self.env).contribute(
            Contribution(docname, place, extractions, plan.edits, names, reading.languages, phrasings)
        )
        composition = compose(extractions, plan)
        timeline = composition.timeline
        if not options["collect"]:
            self.report(composition.problems)
            # Of a window that runs backwards, and of names without a file, the author has been told.
            told = plan.window.empty or not (reading.extractions or written)
            if not (timeline.events or timeline.undated or told):
                self.report([Problem(ProblemKind.NO_EVENTS, "a timeline has no event to show")])
        shown = self._presentation(options, timeline, reading, written)
        node = self._node(timeline, options, shown)
        name_events(node, written, self.state.document)
        self._keep(node, timeline, options, place)
        if options["collect"]:
            self._gather(node, options, plan, shown, place)
        return [*beside, node, *self._downloads(options, place), *shelf_of(written, node_ids(node))]

    def _written(
        self, options: dict[str, Any], periods: Periods
    ) -> tuple[list[Handwritten], list[nodes.Node]]:
        """Return the events of the content, and what goes beside the timeline: targets and messages."""
        if not self.content:
            return [], []
        published = options["published"] or options["as-of"]
        enclosure = Enclosure(published, options["language"], tuple(periods.periods))
        with enclosed(self.env, enclosure):
            children = self.parse_content_to_nodes()
        foreign = [node for node in children if not isinstance(node, nodes.Invisible | nodes.system_message)]
        if foreign:
            self.report([Problem(ProblemKind.CONTENT, foreign_content(foreign[0].astext()))])
        return enclosure.written, [node for node in children if node not in foreign]

    def _plan(self, options: dict[str, Any], extractions: tuple[Extraction, ...], periods: Periods) -> Plan:
        """Return what the options ask for, with a warning where the window ends before it begins."""
        window = window_of(options)
        backwards = check_window(window)
        self.report([backwards] if backwards else [])
        schedule = options["layout"] is Layout.SCHEDULE
        group_by = options["group-by"]
        if schedule and "group-by" not in self.options:
            group_by = GroupBy.MONTH
        own = [path for name in split_names(options["edits"]) for path in self.expand_name(name).files]
        language = options["language"] or self.config.newstimeline_language
        return Plan(
            window,
            options["order"],
            group_by,
            options["undated"],
            edits=use_edits(self.env, files_of(self.env, own), language, extractions, periods.periods),
            as_of=options["as-of"],
            schedule=schedule,
            merging=merges(options["merge"], self.config),
            selection=Selection(options["query"], options["max-events"]),
        )

    def _presentation(
        self,
        options: dict[str, Any],
        timeline: Timeline,
        reading: Reading,
        written: list[Handwritten],
    ) -> Presentation:
        """Return how the timeline is to be shown."""
        address = Address.of(options["name"], self.env, self.state.document)
        shown = present(options, self.config, address, self.lineno)
        drawing = replace(
            shown.drawing,
            languages=reading.languages,
            pages=pages_of(timeline, self.env),
            copies=published_copies(reading.files, self.env),
            as_of=timeline.as_of,
            written={one.event.id: Written(one.body, one.event.sentence) for one in written},
        )
        return replace(shown, drawing=drawing)

    def _node(self, timeline: Timeline, options: dict[str, Any], shown: Presentation) -> newstimeline:
        """Return the timeline as a node, named and captioned."""
        node = timeline_node(timeline, shown.drawing_of(timeline))
        node["classes"] += options["class"]
        self.set_source_info(node)
        if options["caption"]:
            node.insert(0, self._caption(options["caption"]))
        name = options["name"]
        if not name or nodes.make_id(name) in self.state.document.ids:
            shown.drawing.address.give_whole(node)
        if name:
            self.add_name(node)
        return node

    def _keep(self, node: newstimeline, timeline: Timeline, options: dict[str, Any], place: int) -> None:
        """Have the domain remember the timeline."""
        caption = node[0].astext() if options["caption"] else ""
        record = TimelineRecord(
            self.env.docname,
            place,
            options["name"],
            node["ids"][0],
            caption,
            timeline,
            node_ids(node),
            indexed=not options["no-index"],
            slug=slug_of(options["name"], self.env),
            formats=formats_of(options["export"], self.config),
        )
        domain_of(self.env).keep(record)

    def _downloads(self, options: dict[str, Any], place: int) -> list[nodes.Node]:
        """Return the line of links to the files that the timeline is exported to, if any."""
        formats = [name for name in formats_of(options["export"], self.config) if name != IN_HEAD]
        if not formats:
            return []
        node = newstimeline_downloads("", home=self.env.docname, place=place, formats=formats)
        self.set_source_info(node)
        return [node]

    def _gather(
        self, node: newstimeline, options: dict[str, Any], plan: Plan, shown: Presentation, place: int
    ) -> None:
        """Have the timeline composed anew when all pages have been read (see :mod:`.collecting`)."""
        node["home"], node["place"] = self.env.docname, place
        gathering = Gathering(
            self.env.docname,
            place,
            options["collect"],
            options["tags"],
            plan,
            shown.detached(),
            self.get_location(),
        )
        domain_of(self.env).gather(gathering)

    def _caption(self, text: str) -> nodes.paragraph:
        """Return the author's caption, which may have markup and can be translated."""
        children, messages = self.parse_inline(text, lineno=self.lineno)
        caption = nodes.paragraph(text, "", *children, *messages, classes=["newstimeline-caption"])
        self.set_source_info(caption)
        return caption
