"""The directive ``newstimeline``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from ..composition import Plan, compose
from ..problems import Problem, ProblemKind
from ..timeline import check_window
from .addresses import Address
from .doctree import node_ids, timeline_node
from .domain import Contribution, TimelineRecord, domain_of
from .inputs import InputDirective
from .options import OPTIONS, OptionError, read_options
from .presentation import Presentation, present, window_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..timeline import Timeline
    from .nodes import newstimeline
    from .reading import Reading


class NewsTimelineDirective(InputDirective):
    """Show a timeline of what articles say.

    The argument names files, with globs, relative to the document or, with a leading ``/``, to the
    source folder.  The options are those of :data:`.options.OPTIONS`.  The doctree that it makes is
    shown in :mod:`.nodes`.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    # Options are validated in run(): so every parser reports a bad one in the same words, as an error.
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        option.name: directives.unchanged for option in OPTIONS
    }

    def run(self) -> list[nodes.Node]:
        """Return the timeline, or nothing (with a warning) where it has no entry."""
        try:
            options = read_options(self.options, self.config.newstimeline_language)
        except OptionError as error:
            raise self.error(str(error)) from None
        if not self.arguments and not options["manifest"]:
            raise self.error("no file is named: give the names or globs of articles, or option “manifest”")
        reading = self.read_articles(options, self.read_periods(options))
        plan = self._plan(options)
        composition = compose((found for _record, found in reading.extractions), plan)
        self.report(composition.problems)
        timeline = composition.timeline
        if not timeline.events and not timeline.undated:
            if not plan.window.empty:  # else the author has been told why
                self.report([Problem(ProblemKind.NO_EVENTS, "a timeline has no event to show")])
            return []
        node = self._node(timeline, options, reading)
        self._keep(node, timeline, options, reading)
        return [node]

    def _plan(self, options: dict[str, Any]) -> Plan:
        """Return what the options ask for, with a warning where the window ends before it begins."""
        window = window_of(options)
        backwards = check_window(window)
        self.report([backwards] if backwards else [])
        return Plan(window, options["order"], options["group-by"], options["undated"])

    def _presentation(self, options: dict[str, Any], reading: Reading) -> Presentation:
        """Return how the timeline is to be shown."""
        address = Address.of(options["name"], self.env, self.state.document)
        shown = present(options, self.config, address, self.lineno)
        drawing = replace(
            shown.drawing,
            languages={record.path: record.language for record, _found in reading.extractions},
            copies=self.env.srcdir if self.config.newstimeline_publish_sources else None,
        )
        return replace(shown, drawing=drawing)

    def _node(self, timeline: Timeline, options: dict[str, Any], reading: Reading) -> newstimeline:
        """Return the timeline as a node, named and captioned."""
        drawing = self._presentation(options, reading).drawing_of(timeline)
        node = timeline_node(timeline, drawing)
        node["classes"] += options["class"]
        self.set_source_info(node)
        if options["caption"]:
            node.insert(0, self._caption(options["caption"]))
        if options["name"]:
            self.add_name(node)
        else:
            drawing.address.give_whole(node)
        return node

    def _keep(
        self, node: newstimeline, timeline: Timeline, options: dict[str, Any], reading: Reading
    ) -> None:
        """Have the domain remember the timeline, and what its articles say for timelines that collect."""
        docname, name, place = self.env.docname, options["name"], self.env.new_serialno("newstimeline-record")
        caption = node[0].astext() if options["caption"] else ""
        record = TimelineRecord(docname, place, name, node["ids"][0], caption, timeline, node_ids(node))
        extractions = tuple(found for _article, found in reading.extractions)
        domain_of(self.env).keep(record, Contribution(docname, place, extractions))

    def _caption(self, text: str) -> nodes.paragraph:
        """Return the author's caption, which may have markup and can be translated."""
        children, messages = self.parse_inline(text, lineno=self.lineno)
        caption = nodes.paragraph(text, "", *children, *messages, classes=["newstimeline-caption"])
        self.set_source_info(caption)
        return caption
