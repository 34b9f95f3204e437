"""The directive ``newstimeline``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..articles import read_manifest
from ..composition import Plan, compose
from ..problems import Problem, ProblemKind
from ..timeline import Order, Window, check_window
from .addresses import Address
from .doctree import Drawing, node_ids, timeline_node
from .domain import Contribution, TimelineRecord, domain_of
from .layouts import Layout
from .options import (
    ENOUGH_FOR_CHART,
    ENOUGH_FOR_CONTROLS,
    OPTIONS,
    OptionError,
    Showing,
    read_options,
)
from .patterns import Match, distinct, expand, root_of, split_names
from .reading import Reading, gather_periods, given_for, read
from .warnings import report, summarise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from docutils import nodes

    from ..articles import Manifest
    from ..timeline import Timeline
    from .nodes import newstimeline


class NewsTimelineDirective(SphinxDirective):
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
        manifest = self._manifest(options["manifest"])
        reading = self._read(options, manifest)
        plan = self._plan(options)
        composition = compose((found for _record, found in reading.extractions), plan)
        self._report(composition.problems)
        timeline = composition.timeline
        if not timeline.events and not timeline.undated:
            if not plan.window.empty:  # else the author has been told why
                self._report([Problem(ProblemKind.NO_EVENTS, "a timeline has no event to show")])
            return []
        node = self._node(timeline, options, reading)
        self._keep(node, timeline, options, reading)
        return [node]

    def _manifest(self, name: str) -> Manifest | None:
        """Return the manifest, a dependency of the page; ``None`` where there is none."""
        if not name:
            return None
        match = self._expand(name)
        if not match.files:
            return None
        path = match.files[0]
        self.env.note_dependency(path)
        manifest = read_manifest(path)
        self._report(manifest.problems)
        return manifest

    def _expand(self, pattern: str) -> Match:
        """Return the files of a pattern, remembered for the next build and reported if there are none."""
        document = Path(self.env.doc2path(self.env.docname))
        root = root_of(pattern, document, Path(self.env.srcdir))
        return self._remember(expand(pattern, root.as_posix(), without=document.as_posix()))

    def _remember(self, match: Match) -> Match:
        domain_of(self.env).note(self.env.docname, [match])
        if not match.files:
            self._report([Problem(ProblemKind.MISSING, match.complaint())])
        return match

    def _paths(self, manifest: Manifest | None) -> tuple[str, ...]:
        """Return the files to read, absolute, each once: those of the argument, else of the manifest.

        A glob may well match the manifest beside the articles, which is none.
        """
        if self.arguments:
            matches = [self._expand(name) for name in split_names(self.arguments[0])]
        else:
            named = [Path(path) for path in (manifest.paths if manifest else ())]
            matches = [self._remember(expand(path.name, path.parent.as_posix())) for path in named]
        files = (path for match in matches for path in match.files)
        return distinct(files, without=manifest.path if manifest else "")

    def _read(self, options: dict[str, Any], manifest: Manifest | None) -> Reading:
        source, line = self.get_source_info()
        language = options["language"]
        periods = gather_periods(
            options["period"], self.env, language or self.config.newstimeline_language, (source, line)
        )
        self._report(periods.problems)
        given = given_for(options["published"], language, manifest, periods.periods, self.env)
        reading = read(self._paths(manifest), self.env, given)
        self._report(reading.problems)
        for record, extraction in reading.extractions:
            summarise(record.path, extraction)
        return reading

    def _plan(self, options: dict[str, Any]) -> Plan:
        """Return what the options ask for, with a warning where the window ends before it begins."""
        window = window_of(options)
        backwards = check_window(window)
        self._report([backwards] if backwards else [])
        return Plan(window, options["order"], options["group-by"], options["undated"])

    def _node(self, timeline: Timeline, options: dict[str, Any], reading: Reading) -> newstimeline:
        """Return the timeline as a node, named and captioned."""
        drawing = Drawing(
            language=self.config.language,
            address=Address.of(options["name"], self.env, self.state.document),
            languages={record.path: record.language for record, _found in reading.extractions},
            copies=self.env.srcdir if self.config.newstimeline_publish_sources else None,
            line=self.lineno,
            charted=self._showing("chart", options).wants(len(timeline.events), ENOUGH_FOR_CHART),
            controlled=self._showing("controls", options).wants(
                len(timeline.events) + len(timeline.undated), ENOUGH_FOR_CONTROLS
            ),
            window=window_of(options),
            descending=options["order"] is Order.DESCENDING,
            layout=options["layout"],
            explained=self._explained(options),
        )
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

    def _showing(self, name: str, options: dict[str, Any]) -> Showing:
        """Return whether there is a chart, or controls, by the option of that name, else by configuration."""
        option: Showing | None = options[name]
        configured = self.config[f"newstimeline_{name}"]
        # Sphinx has warned of any other value.
        return option or (Showing(configured) if configured in set(Showing) else Showing.AUTO)

    def _keep(
        self, node: newstimeline, timeline: Timeline, options: dict[str, Any], reading: Reading
    ) -> None:
        """Have the domain remember the timeline, and what its articles say for timelines that collect."""
        docname, name, place = self.env.docname, options["name"], self.env.new_serialno("newstimeline-record")
        caption = node[0].astext() if options["caption"] else ""
        record = TimelineRecord(docname, place, name, node["ids"][0], caption, timeline, node_ids(node))
        extractions = tuple(found for _article, found in reading.extractions)
        domain_of(self.env).keep(record, Contribution(docname, place, extractions))

    def _explained(self, options: dict[str, Any]) -> bool:
        """Return whether dates are explained: as asked for, and else not where there is little room."""
        if options["why"]:
            return bool(options["why"] == "show")
        return bool(self.config.newstimeline_why == "show") and options["layout"] is not Layout.COMPACT

    def _caption(self, text: str) -> nodes.paragraph:
        """Return the author's caption, which may have markup and can be translated."""
        from docutils.nodes import paragraph

        children, messages = self.parse_inline(text, lineno=self.lineno)
        caption = paragraph(text, "", *children, *messages, classes=["newstimeline-caption"])
        self.set_source_info(caption)
        return caption

    def _report(self, problems: Iterable[Problem]) -> None:
        report(problems, self.env, self.get_location())


def window_of(options: dict[str, Any]) -> Window:
    """Return the window from the first day of ``:from:`` to the last one of ``:to:``."""
    first, last = options["from"], options["to"]
    return Window(first.earliest if first else None, last.latest if last else None)
