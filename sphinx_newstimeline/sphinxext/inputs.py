"""From the names in a directive to what the articles say: the half of it that reads files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from ..articles import read_manifest
from ..problems import Problem, ProblemKind
from .domain import domain_of
from .option_values import read_options
from .patterns import Match, distinct, expand, root_of, split_names
from .reading import Reading, gather_periods, given_for, read
from .unknown_options import line_within, unknown_options
from .warnings import report, summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from ..articles import Manifest
    from .options import Option
    from .reading import Periods


class InputDirective(SphinxDirective):
    """A directive that reads articles: files and globs as argument, a manifest, periods."""

    def read_articles(self, options: dict[str, Any], periods: Periods) -> Reading:
        """Return what the articles say that the directive names, with warnings of what is wrong with them."""
        manifest = self._manifest(options["manifest"])
        given = given_for(options["published"], options["language"], manifest, periods.periods, self.env)
        reading = read(self._paths(manifest), self.env, given)
        self.report(reading.problems)
        if any(problem.kind is ProblemKind.DEPENDENCY for problem in reading.problems):
            # Nothing of the project changes when the library is installed.
            self.env.note_reread()
        for record, extraction in reading.extractions:
            summarise(record.path, extraction, self.env)
        return reading

    def read_periods(self, options: dict[str, Any]) -> Periods:
        """Return the named periods that texts may speak of here."""
        language = options["language"] or self.config.newstimeline_language
        periods = gather_periods(options["period"], self.env, language, self.get_source_info())
        self.report(periods.problems)
        return periods

    def report(self, problems: Iterable[Problem]) -> None:
        """Warn of problems, once a page."""
        report(problems, self.env, self.get_location())

    def read_options(self, options: Sequence[Option]) -> dict[str, Any]:
        """Return the value of every option, with warnings of what cannot be used, on its line.

        :param options: those that the directive has.
        """
        given = read_options(self.options, self.config.newstimeline_language, options)
        source, line = self.get_source_info()
        for name, problem in (*given.problems, *unknown_options(self.options, options, self.name)):
            place = f"{source}:{line + line_within(name, self.block_text, self.name)}"
            report([problem], self.env, place)
        return given.values

    def _manifest(self, name: str) -> Manifest | None:
        """Return the manifest, a dependency of the page; ``None`` where there is none."""
        if not name:
            return None
        match = self.expand_name(name)
        if not match.files:
            return None
        path = match.files[0]
        self.env.note_dependency(path)
        manifest = read_manifest(path)
        self.report(manifest.problems)
        return manifest

    def expand_name(self, pattern: str) -> Match:
        """Return the files of a pattern, remembered for the next build and reported if there are none."""
        document = Path(self.env.doc2path(self.env.docname))
        root = root_of(pattern, document, Path(self.env.srcdir))
        other = document.parent if pattern.startswith("/") else Path(self.env.srcdir)
        match = expand(pattern, root.as_posix(), without=document.as_posix())
        return self._remember(match, "" if other == root else other.as_posix())

    def _remember(self, match: Match, elsewhere: str = "") -> Match:
        domain_of(self.env).note(self.env.docname, [match])
        self.report(match.problems)
        if not match.files:
            self.report([Problem(ProblemKind.MISSING, match.complaint(elsewhere))])
        return match

    def _paths(self, manifest: Manifest | None) -> tuple[str, ...]:
        """Return the files to read, absolute, each once: those of the argument, else of the manifest.

        A glob may well match the manifest beside the articles, which is none.
        """
        if self.arguments:
            matches = [self.expand_name(name) for name in split_names(self.arguments[0])]
        else:
            named = [Path(path) for path in (manifest.paths if manifest else ())]
            matches = [self._remember(expand(path.name, path.parent.as_posix())) for path in named]
        files = (path for match in matches for path in match.files)
        return distinct(files, without=manifest.path if manifest else "")
