"""The extension's values in ``conf.py``, each declared once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sphinx.config import ENUM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from ..temporal.period import Period

    Periods = tuple[Period, ...]

#: What every name begins with.
PREFIX = "newstimeline_"


@dataclass(frozen=True, slots=True)
class ConfigValue:
    """One value of ``conf.py``: registration and the manual's page are made from it.

    :param name: the name behind :data:`PREFIX`.
    :param default: the value where none is given.
    :param types: the types or values that it may have; Sphinx warns of any other.
    :param takes: what it takes, for people.
    :param help: what it does, in full sentences of reStructuredText.
    :param rebuild: what a change concerns: ``env``, all that is read; ``html``, web pages, which are
        written again; or empty, nothing that is kept.
    """

    name: str
    default: Any
    types: tuple[type, ...] | ENUM
    takes: str
    help: str
    rebuild: Literal["env", "html", ""] = "env"

    @property
    def full_name(self) -> str:
        """Return the name that stands in ``conf.py``."""
        return PREFIX + self.name


VALUES: tuple[ConfigValue, ...] = (
    ConfigValue(
        "language",
        "en",
        (str,),
        "a language code",
        "The language of articles that state none and whose timeline has no ``:language:``. It is not "
        "Sphinx's ``language``, which is the reader's.",
    ),
    ConfigValue(
        "periods",
        {},
        (dict, str),
        "a dictionary, or the path of a TOML file",
        "Named periods for every timeline: names as keys, and as values two ISO dates with a slash between "
        'them, both inclusive (``{"Biden\'s term": "2021-01-20/2025-01-20"}``). The path is relative to the '
        "folder of ``conf.py``. A directive's ``:period:`` goes first.",
    ),
    ConfigValue(
        "published",
        "",
        (str, date),
        "a date such as “2024-11-13” or “Nov. 13, 2024”",
        "The day that :doc:`events written by hand </guide/handwritten>` are told from where neither the "
        "event, nor its timeline, nor its page says it. Articles are never dated by it.",
    ),
    ConfigValue(
        "catalogues",
        True,  # noqa: FBT003
        (bool,),
        "true or false",
        "Whether expressions such as “the Biden administration” are resolved from the terms of office that "
        "come with the extension.",
    ),
    ConfigValue(
        "holidays",
        ["US", "GB"],
        (list, tuple),
        "a list of ISO country codes",
        "The countries whose public holidays texts mean by “Labor Day” or “Christmas”; the first that has a "
        "holiday of that name decides.",
    ),
    ConfigValue(
        "guess",
        True,  # noqa: FBT003
        (bool,),
        "true or false",
        "Whether the day of publication of a web page that does not state it for certain is :ref:`guessed "
        "<published-pages>`. A guess is marked in the page and warned about.",
    ),
    ConfigValue(
        "edits",
        [],
        (list, tuple, str),
        "the path of a TOML file, or a list of such paths",
        "The :doc:`edits </guide/edits>` that correct the events of every timeline. Paths are relative to "
        "the folder of ``conf.py``. A directive's ``:edits:`` go first.",
    ),
    ConfigValue(
        "chart",
        "auto",
        ENUM("auto", "show", "hide"),
        "“auto”, “show” or “hide”",
        "Whether timelines without the option ``:chart:`` have an :doc:`overview chart </guide/chart>`: "
        "those of more than five entries, all of them, or none.",
    ),
    ConfigValue(
        "controls",
        "auto",
        ENUM("auto", "show", "hide"),
        "“auto”, “show” or “hide”",
        "Whether readers of web pages can :doc:`filter the entries </guide/interaction>` of timelines "
        "without the option ``:controls:``: those of more than twelve entries, all of them, or none.",
    ),
    ConfigValue(
        "merge",
        "events",
        ENUM("events", "none"),
        "“events” or “none”",
        "Whether timelines without the option ``:merge:`` show what tells one event as one entry.",
    ),
    ConfigValue(
        "articles",
        [],
        (list, tuple),
        "a list of globs",
        "Where articles live, relative to the source folder. What matches is no document of the "
        "project: Markdown articles there do not become pages of their own.",
    ),
    ConfigValue(
        "publish_sources",
        False,  # noqa: FBT003
        (bool,),
        "true or false",
        "Whether the files of articles are copied into the HTML output, where the title of one without a web "
        "address links to its copy. See to it that you may publish them.",
    ),
    ConfigValue(
        "export",
        [],
        (list, tuple),
        "a list of formats: json, csv, ics, timelinejs, jsonld, markwhen",
        "The :doc:`formats </guide/exports>` in which timelines without the option ``:export:`` are written "
        "beside their web pages.",
    ),
    ConfigValue(
        "builder_formats",
        [],
        (list, tuple),
        "a list of formats: json, csv, ics, timelinejs, jsonld, markwhen",
        "The formats that the :ref:`builder <builder-newstimeline>` ``newstimeline`` writes; all of them "
        "where none is named.",
        rebuild="",
    ),
    ConfigValue(
        "baseurl",
        "",
        (str,),
        "a web address",
        "The address under which the web pages will be found, for what is exported and for links by which "
        "calendars subscribe. Without it, Sphinx's ``html_baseurl`` is taken.",
        rebuild="html",
    ),
    ConfigValue(
        "why",
        "show",
        ENUM("show", "hide"),
        "“show” or “hide”",
        "Whether entries say why they have their date, where the directive has no ``:why:``. It concerns "
        "web pages alone.",
    ),
)


def register(app: Sphinx) -> None:
    """Add every value to Sphinx."""
    for value in VALUES:
        app.add_config_value(
            value.full_name,
            value.default,
            value.rebuild,
            types=value.types if isinstance(value.types, ENUM) else frozenset(value.types),
            description=f"{value.takes}: {value.help}",
        )


def exclude_articles(_app: Sphinx, config: Config) -> None:
    """Keep articles from becoming documents (event ``config-inited``)."""
    patterns = [pattern.removeprefix("/") for pattern in listed(config.newstimeline_articles)]
    known = config.exclude_patterns
    config.exclude_patterns = [*known, *(pattern for pattern in patterns if pattern not in known)]


def listed(given: Sequence[object] | str) -> tuple[str, ...]:
    """Return the texts of a list; a bare text, of which Sphinx has warned, is meant as a list of one."""
    return (given,) if isinstance(given, str) else tuple(map(str, given))


def periods_file(config: Config, folder: Path) -> Path | None:
    """Return the TOML file that ``newstimeline_periods`` names, if any; *folder* is that of ``conf.py``."""
    given = config.newstimeline_periods
    return folder / given if isinstance(given, str) else None


def periods_table(config: Config) -> Mapping[str, Any]:
    """Return the dictionary that ``newstimeline_periods`` is, or an empty one."""
    given = config.newstimeline_periods
    return given if isinstance(given, dict) else {}
