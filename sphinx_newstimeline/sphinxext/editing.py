"""The edits files of a project: which page uses which, and what is wrong with them.

A page depends on the edits of the events that its articles tell, not on the files: an edit more for
another page has just that page read again.  Whether an edit concerns any event at all is known when
all pages are, and told once for the whole project.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..edits import Edits, Seen, join, read_edits, seen, stale
from . import config as values
from ._compat import configuration_folder
from .domain import domain_of
from .warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..extraction import Extraction
    from ..problems import Problem
    from ..temporal.period import Period

#: What the domain keeps, by page.
TABLE = "edits"
#: The digest of the problems that were told last.
TOLD = "edits_told"


@dataclass(frozen=True, slots=True)
class Use:
    """What a timeline depends on.

    :param files: the edits files, absolute, the directive's own first.
    :param language: the code of the language that dates in words are in.
    :param events: what its articles tell, unedited.
    :param digest: that of the edits of these events, when the page was read.
    :param periods: named periods that dates in words may speak of, the nearest first.
    """

    files: tuple[str, ...]
    language: str
    events: tuple[Seen, ...]
    digest: str
    periods: tuple[Period, ...] = ()

    def read(self) -> Edits:
        """Return the edits as they are now."""
        return join(_read(path, self.language, self.periods) for path in self.files)

    def changed(self, edits: Edits) -> bool:
        """Return whether the edits of its events are others now."""
        return edits.digest([event.id for event in self.events]) != self.digest


def files_of(env: BuildEnvironment, own: Iterable[str]) -> tuple[str, ...]:
    """Return the edits files of a timeline: its own, then those of ``conf.py``; each once."""
    folder = configuration_folder(env)
    configured = (folder / name for name in values.listed(env.config.newstimeline_edits))
    return tuple(dict.fromkeys([*own, *(Path(path).resolve().as_posix() for path in configured)]))


def use_edits(
    env: BuildEnvironment,
    files: Sequence[str],
    language: str,
    extractions: Iterable[Extraction],
    periods: tuple[Period, ...] = (),
) -> Edits:
    """Return what files say, and remember that a timeline of the page that is read depends on it.

    :param language: the code of the language that dates in words are in.
    :param extractions: what the articles of the timeline say.
    :param periods: named periods that these dates may speak of, the nearest first.
    """
    if not files:
        return Edits(language=language)
    edits = join(_read(path, language, periods) for path in files)
    events = tuple(
        seen(event) for extraction in extractions for event in (*extraction.events, *extraction.undated)
    )
    use = Use(tuple(files), language, events, edits.digest([event.id for event in events]), periods)
    domain_of(env).data.setdefault(TABLE, {}).setdefault(env.docname, []).append(use)
    return edits


def note_events(env: BuildEnvironment, docname: str, edits: Edits, extractions: Iterable[Extraction]) -> None:
    """Remember that a timeline shows more events than were known when its page was read.

    :param edits: those that the timeline uses.
    :param extractions: all that it shows, unedited.
    """
    kept: dict[str, list[Use]] = domain_of(env).data.get(TABLE, {})
    events = tuple(
        seen(event) for extraction in extractions for event in (*extraction.events, *extraction.undated)
    )
    ids = [event.id for event in events]
    for index, use in enumerate(kept.get(docname, ())):
        if set(use.events) <= set(events) and use.digest == edits.digest([event.id for event in use.events]):
            kept[docname][index] = replace(use, events=events, digest=edits.digest(ids))
            return


def outdated_by_edits(
    _app: Sphinx,
    env: BuildEnvironment,
    _added: AbstractSet[str],
    _changed: AbstractSet[str],
    _removed: AbstractSet[str],
) -> list[str]:
    """Return the pages to read again because edits of their events changed (``env-get-outdated``)."""
    known: dict[tuple[object, ...], Edits] = {}
    found = []
    for docname, use in _uses(env):
        manner = use.files, use.language, use.periods
        if manner not in known:
            known[manner] = use.read()
        if use.changed(known[manner]):
            found.append(docname)
    return sorted(set(found) & env.found_docs)


class Teller:
    """Warns of what is wrong with edits, once a build; one for each application."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self.told = False
        self.problems: tuple[Problem, ...] = ()

    def tell_changed(self, _app: Sphinx, env: BuildEnvironment) -> None:
        """Warn of problems if they are not those that the last build told (``env-updated``).

        Sphinx checks the project's consistency only where a page was read, which a slip in an edits
        file need not lead to.
        """
        self.problems = problems = problems_of(env)
        digest = sha256(repr(problems).encode()).hexdigest() if problems else ""
        data = domain_of(env).data
        self.told = digest != data.get(TOLD, "")
        if self.told:
            data[TOLD] = digest
            _tell(problems)

    def tell(self, _app: Sphinx, _env: BuildEnvironment) -> None:
        """Warn of problems, unless this build has done so (``env-check-consistency``)."""
        if not self.told:
            _tell(self.problems)
        self.told = False


def problems_of(env: BuildEnvironment) -> tuple[Problem, ...]:
    """Return what is wrong with the project's edits: in the files, and with events that are gone.

    An edit is stale where no timeline that uses its file has its event.
    """
    problems = _common_problems(env)
    events: dict[tuple[str, str], tuple[Edits, dict[Seen, None]]] = {}
    for _docname, use in _uses(env):
        for path in use.files:
            key = path, use.language
            if key not in events:
                events[key] = _read(path, use.language, use.periods), {}
            events[key][1].update(dict.fromkeys(use.events))
    for edits, there in events.values():
        problems.update(dict.fromkeys(stale(edits, there)))
    return tuple(sorted(problems, key=lambda problem: (problem.path, problem.line or 0)))


def _common_problems(env: BuildEnvironment) -> dict[Problem, None]:
    """Return what is wrong with files, whatever the named periods of the timeline that uses them.

    A date that speaks of the periods of one page is no mistake because other pages know none.
    """
    manners = dict.fromkeys((use.files, use.language, use.periods) for _docname, use in _uses(env))
    of_files: dict[tuple[str, str], list[tuple[Problem, ...]]] = {}
    found: dict[Problem, None] = {}
    for files, language, periods in manners:
        read = [_read(path, language, periods) for path in files]
        for path, edits in zip(files, read, strict=True):
            of_files.setdefault((path, language), []).append(edits.problems)
        found.update(dict.fromkeys(join(read).problems))
    common = (set.intersection(*map(set, problems)) for problems in of_files.values())
    kept = {problem for problems in common for problem in problems}
    known = {problem for several in of_files.values() for problems in several for problem in problems}
    return {problem: None for problem in found if problem in kept or problem not in known}


def _read(path: str, language: str, periods: tuple[Period, ...]) -> Edits:
    """Return what a file says; one that has not changed is read once for all pages."""
    try:
        status = Path(path).stat()
    except OSError:
        return read_edits(path, language, periods)
    return _read_version(path, language, periods, (status.st_mtime_ns, status.st_size))


@lru_cache(maxsize=64)
def _read_version(path: str, language: str, periods: tuple[Period, ...], _version: tuple[int, int]) -> Edits:
    return read_edits(path, language, periods)


def _uses(env: BuildEnvironment) -> list[tuple[str, Use]]:
    """Return which page depends on what, in a fixed order."""
    kept: dict[str, list[Use]] = domain_of(env).data.get(TABLE, {})
    return [(docname, use) for docname in sorted(kept) for use in kept[docname]]


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        warn(problem, "")
