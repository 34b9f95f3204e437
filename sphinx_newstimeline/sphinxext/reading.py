"""From the names in a directive to what its articles say: files, articles, extractions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..catalogues import terms_of_office
from ..catalogues.authors import parse_periods, periods_from, read_periods
from ..extraction import Extraction, Given, Record, extract_files
from ..holidays import unknown_countries
from . import config as values
from . import documents
from ._compat import configuration_folder
from .machine import machine_of, note_entries
from .progress import StatusLine
from .warnings import warn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from ..articles import Manifest
    from ..problems import Problem
    from ..temporal.period import Period

#: What builds can read besides articles: documents of the project.
READERS = ((documents.ENDING, documents.read_restructuredtext),)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a timeline's articles say.

    :param extractions: the record of an article and what was found in it, in the order of the files.
    :param problems: what was wrong with files, articles and periods.
    :param files: the absolute paths of the files that were read.
    """

    extractions: tuple[tuple[Record, Extraction], ...]
    problems: tuple[Problem, ...]
    files: tuple[str, ...] = ()

    @property
    def languages(self) -> dict[str, str]:
        """Return the language of each article by path."""
        return {record.path: record.language for record, _found in self.extractions}


@dataclass(frozen=True, slots=True)
class Periods:
    """Named periods, the nearest to the directive first, and what was wrong with others."""

    periods: tuple[Period, ...]
    problems: tuple[Problem, ...]


def gather_periods(option: str, env: BuildEnvironment, language: str, place: tuple[str, int]) -> Periods:
    """Return the periods of the directive's option, of ``conf.py`` and of the catalogues, in this order.

    A TOML file that ``conf.py`` names becomes a dependency of the page.

    :param place: path and line of the directive, for problems of the option.
    """
    found, problems = parse_periods(option, path=place[0], line=place[1])
    folder = configuration_folder(env)
    path = values.periods_file(env.config, folder)
    if path is None:
        conf_py = str(folder / "conf.py")
        configured, wrong = periods_from(values.periods_table(env.config), path=conf_py)
    else:
        env.note_dependency(str(path))
        configured, wrong = read_periods(path)
    catalogue = terms_of_office(language) if env.config.newstimeline_catalogues else ()
    return Periods((*found, *configured, *catalogue), (*problems, *wrong))


def check_countries(_app: Sphinx, config: Config) -> None:
    """Warn of countries in ``newstimeline_holidays`` that are not known (event ``config-inited``)."""
    for problem in unknown_countries(values.listed(config.newstimeline_holidays)):
        warn(problem, "")


def given_for(
    published: date | None,
    language: str,
    manifest: Manifest | None,
    periods: tuple[Period, ...],
    env: BuildEnvironment,
) -> Given:
    """Return what articles are read with: what the directive gives, and behind it ``conf.py``.

    :param language: the directive's ``:language:``, or empty.
    """
    return Given(
        published=published,
        language=language,
        default_language=env.config.newstimeline_language,
        manifest=manifest,
        periods=periods,
        countries=values.listed(env.config.newstimeline_holidays),
        readers=READERS,
        guess=env.config.newstimeline_guess,
    )


def read(paths: Sequence[str], env: BuildEnvironment, given: Given) -> Reading:
    """Read articles and extract their events; every file becomes a dependency of the page."""
    for path in paths:
        env.note_dependency(path)
    machine = machine_of(env)
    with machine.jobs() as jobs:
        archive = extract_files(paths, given, jobs=jobs, cache=machine.cache(env), progress=StatusLine(env))
    note_entries(env, archive.keys)
    problems = [problem for one in archive.files for problem in one.problems]
    return Reading(
        tuple(pair for one in archive.files for pair in one.articles),
        (*problems, *archive.problems),
        tuple(paths),
    )
