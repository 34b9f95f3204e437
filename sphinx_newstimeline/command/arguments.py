"""The command line: what it takes, and what is wrong usage."""

from __future__ import annotations

import argparse
import os
import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__

if TYPE_CHECKING:
    from ..temporal.interval import Interval

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# The names of exports.EXPORTERS, which would load much for --help; a test compares them.
FORMATS = ("json", "csv", "ics", "timelinejs", "jsonld", "markwhen")

COMMANDS = ("extract", "review")

START = """\
examples:
  newstimeline extract news/*.txt
  newstimeline review news/*.txt --edits edits.toml

“newstimeline COMMAND --help” tells what a command takes.
"""

EXAMPLES = """\
examples:
  newstimeline extract news/*.txt --published 2024-11-13
  newstimeline extract "news/**/*.md" --group-by month --undated list
  newstimeline extract a.txt --period "Biden's term = 2021-01-20/2025-01-20"
  newstimeline extract news/*.md -o timeline.json
  newstimeline extract timeline.json -o timeline.ics

Exit status: 0; 1 where an article could not be read; 2 for wrong usage.
"""

REVIEW = """\
examples:
  newstimeline review news/*.txt --edits edits.toml
  newstimeline review news/*.txt --edits edits.toml --only uncertain
  newstimeline review news/*.txt --edits edits.toml --report

Exit status: 0; 1 where something is left to review, or an article could not be
read; 2 for wrong usage.
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command and its subcommands."""
    top = argparse.ArgumentParser(
        prog="newstimeline",
        description="Make timelines of the dates that news articles state in words.",
        epilog=START,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"newstimeline {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    extract = commands.add_parser(
        "extract",
        usage="%(prog)s [options] ARTICLE...",
        help="read articles and print their timeline",
        description="Read articles and print their timeline: each date with the sentence it is from.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    extract.set_defaults(usage_error=extract.error)
    _add_reading(extract)
    _add_showing(extract)
    _add_review(commands)
    return top


def meant(word: str) -> str:
    """Return what is said of a word that stands where a command should: most often, the name of an article.

    >>> meant("extrac")
    'there is no command “extrac”; did you mean “newstimeline extract”?'
    """
    close = get_close_matches(word, COMMANDS, n=1)
    if close:
        proposal = f"newstimeline {close[0]}"
    elif Path(word).exists() or any(sign in word for sign in "./*?"):
        proposal = f"newstimeline extract {word}"
    else:
        return f"there is no command “{word}”, but {' and '.join(COMMANDS)}"
    return f"there is no command “{word}”; did you mean “{proposal}”?"


def _add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command that walks through what is to be looked at."""
    review = commands.add_parser(
        "review",
        usage="%(prog)s [options] ARTICLE... --edits FILE",
        help="walk through what is new, uncertain, in conflict or stale, and write a file of edits",
        description="Walk through what is new, uncertain, in conflict or stale, one event at a time,\n"
        "and write what you decide into a file of edits. Without a terminal, print what\n"
        "there is to review.",
        epilog=REVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    review.set_defaults(usage_error=review.error)
    _add_reading(review)
    group = review.add_argument_group("reviewing")
    group.add_argument(
        "--edits", required=True, metavar="FILE", help="the TOML file to write; it need not be there yet"
    )
    group.add_argument(
        "--only",
        action="append",
        choices=["new", "uncertain", "conflict", "changed", "stale"],
        help="leave out everything else; can be repeated",
    )
    group.add_argument("--report", action="store_true", help="print what there is to review, and do not ask")


def _add_reading(extract: argparse.ArgumentParser) -> None:
    """Add what says which articles are read, and how."""
    group = extract.add_argument_group("reading")
    group.add_argument("articles", nargs="*", metavar="ARTICLE", help="a file, a folder, or a glob of files")
    group.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="the publication date (YYYY-MM-DD) of articles that do not state it more certainly",
    )
    group.add_argument(
        "--manifest",
        metavar="FILE",
        help="a CSV or TOML file that says more of the articles; without ARTICLE, all that it names are read",
    )
    group.add_argument(
        "--period",
        action="append",
        default=[],
        metavar='"NAME = START/END"',
        help="a named period that the texts speak of; can be repeated",
    )
    group.add_argument(
        "--jobs",
        "-j",
        type=jobs,
        default="auto",
        metavar="N",
        help="in how many processes many articles are read, at most (default: auto, one for each processor)",
    )
    group.add_argument(
        "--cache",
        metavar="FOLDER",
        help="keep there what articles give, so that only those that have changed are read the next time; "
        "a folder that nobody else may write to",
    )
    group.add_argument(
        "--no-guess",
        dest="guess",
        action="store_false",
        help="leave the publication date of a web page unknown where it is not certain",
    )
    group.add_argument(
        "--no-catalogues",
        dest="catalogues",
        action="store_false",
        help="do not know the terms of office that ship with the package",
    )
    group.add_argument(
        "--language",
        metavar="CODE",
        default="",
        help="the language of articles that state none (default: en)",
    )


def _add_showing(extract: argparse.ArgumentParser) -> None:
    """Add what says which events are shown, from which day, and how."""
    group = extract.add_argument_group("showing")
    group.add_argument(
        "--edits",
        action="append",
        default=[],
        metavar="FILE",
        help="a TOML file that corrects events; can be repeated",
    )
    _add_choice(group)
    group.add_argument("--order", choices=["ascending", "descending"], default="ascending")
    group.add_argument(
        "--group-by",
        choices=["none", "century", "decade", "year", "month", "week", "day"],
        help="headings (default: none; months for what is ahead)",
    )
    group.add_argument(
        "--as-of",
        type=day,
        metavar="DATE",
        help="tell the timeline from this day: leave out what was published later, say what was expected",
    )
    group.add_argument(
        "--ahead",
        action="store_true",
        help="what is still ahead, of that day or else of the newest day of publication",
    )
    group.add_argument(
        "--undated",
        choices=["hide", "list"],
        help="what becomes of expressions whose date could not be resolved (default: hide in a table, "
        "list in other formats)",
    )
    group.add_argument(
        "--why",
        action="store_true",
        help="say in a table where each date came from, as JSON does",
    )
    group.add_argument(
        "--format",
        choices=["table", *FORMATS],
        help="the form of the output (default: by the ending of the file, else a table)",
    )
    group.add_argument("-o", "--output", metavar="FILE", help="write to a file, whole or not at all")


def _add_choice(group: argparse._ArgumentGroup) -> None:
    """Add what says which events are shown."""
    group.add_argument(
        "--from",
        dest="from_",
        type=unit,
        metavar="DATE",
        help="leave out what ends before that day, month or year (2024-11-13, 2024-11, 2024)",
    )
    group.add_argument(
        "--to", type=unit, metavar="DATE", help="leave out what starts after that day, month or year"
    )
    group.add_argument(
        "--merge",
        choices=["events", "none"],
        default="events",
        help="whether what tells one event is one entry (default: events)",
    )
    group.add_argument("--query", metavar="WORDS", default="", help="keep what has one of these words")
    group.add_argument(
        "--max-events",
        type=most,
        metavar="N",
        help="show so many entries at most: those on the dates that most articles name",
    )


def most(text: str) -> int:
    """Return the number that an argument states.

    :raises argparse.ArgumentTypeError: where it states none of one or more.
    """
    if text.isdecimal() and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is no number of one or more")


def day(text: str) -> date:
    """Return the day that an argument states as ``YYYY-MM-DD``.

    :raises argparse.ArgumentTypeError: where it states none.
    """
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"“{text}” is no day; expected YYYY-MM-DD, such as 2024-11-13")


def unit(text: str) -> Interval:
    """Return the day, month or year that an argument states as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.

    :raises argparse.ArgumentTypeError: where it states none.
    """
    from ..timeline import read_unit  # --help would load it for nothing

    try:
        return read_unit(text)
    except ValueError:
        message = f"“{text}” is no day, month or year; expected YYYY-MM-DD, YYYY-MM or YYYY, such as 2024-11"
        raise argparse.ArgumentTypeError(message) from None


def jobs(text: str) -> int:
    """Return the number of jobs that an argument states, by a number or as ``auto``.

    :raises argparse.ArgumentTypeError: where it states none.
    """
    if text == "auto":
        return processors()
    if text.isdecimal() and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is no number of jobs; expected 1, 2, … or auto")


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
