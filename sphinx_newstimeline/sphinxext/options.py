"""The directive's options, each declared once: validation and the manual's page are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from docutils.parsers.rst import directives

from ..exports import EXPORTERS
from ..selection import words_in
from ..timeline import GroupBy, Order, read_unit
from .domain.scope import Scope
from .layouts import Layout
from .showing import Showing

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..temporal.interval import Interval


class PartlyError(ValueError):
    """A value some parts of which cannot be read.

    :param value: what the others give.
    :param words: those parts.
    """

    def __init__(self, value: object, words: str) -> None:
        """Keep both."""
        super().__init__(value, words)
        self.value = value
        self.words = words


@dataclass(frozen=True, slots=True)
class Option:
    """One option of the directive.

    :param name: the name between the colons.
    :param read: makes a value of the option's text, given also the language of the articles; raises
        :class:`ValueError` where it cannot.
    :param default: the value where the option is not given.
    :param takes: what it takes, for people and for the error message.
    :param help: what it does, in full sentences of reStructuredText.
    """

    name: str
    read: Callable[[str, str], object]
    default: object
    takes: str
    help: str


def read_text(text: str, _language: str) -> str:
    """Return a text that is not empty, on one line."""
    words = " ".join(text.split())
    if not words:
        raise ValueError(text)
    return words


def read_lines(text: str, _language: str) -> str:
    """Return a text that is not empty, with its lines as they are."""
    if not text.strip():
        raise ValueError(text)
    return text.strip()


def read_publication_day(text: str, language: str) -> date:
    """Return a day from ISO 8601 or from words of *language*, with year, month and day."""
    text = read_text(text, language)
    try:
        return date.fromisoformat(text)
    except ValueError:
        from ..temporal.calendar import read_day

        day = read_day(text, language)
        if day is None:
            raise ValueError(text) from None
        return day


def read_edge(text: str, language: str) -> Interval:
    """Return the stretch of days that a text states: ``2024-11``, or words such as “the 1980s”."""
    try:
        return read_unit(text)
    except ValueError:
        from ..handwritten import read_when

        dating = read_when(read_text(text, language), None, language=language).dating
        interval = dating.interval
        if interval is None or interval.start is None or interval.end is None or dating.recurrence:
            raise ValueError(text) from None
        return interval


def read_order(text: str, _language: str) -> Order:
    """Return the order that *text* names."""
    return Order(text.strip().lower())


def read_grouping(text: str, _language: str) -> GroupBy:
    """Return the unit to group by that *text* names."""
    return GroupBy(text.strip().lower())


def read_showing(text: str, _language: str) -> Showing:
    """Return whether there is a chart, or controls, as *text* has it."""
    return Showing(text.strip().lower())


def read_layout(text: str, _language: str) -> Layout:
    """Return the layout that *text* names."""
    return Layout(text.strip().lower())


def read_undated(text: str, _language: str) -> bool:
    """Return whether events without a date are listed."""
    return {"hide": False, "list": True}[text.strip().lower()]


def read_merging(text: str, _language: str) -> bool:
    """Return whether what tells one event is one entry."""
    return {"none": False, "events": True}[text.strip().lower()]


def read_most(text: str, _language: str) -> int:
    """Return a number of one or more."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def read_query(text: str, language: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return words_in(read_text(text, language))


def read_why(text: str, _language: str) -> str:
    """Return ``show`` or ``hide``."""
    return {"hide": "hide", "show": "show"}[text.strip().lower()]


def read_classes(text: str, _language: str) -> list[str]:
    """Return class names, as docutils normalises them."""
    names: list[str] = directives.class_option(text)
    return names


def read_tags(text: str, _language: str) -> tuple[str, ...]:
    """Return the words between commas, sorted, each once."""
    words = {" ".join(tag.split()) for tag in text.split(",")} - {""}
    if not words:
        raise ValueError(text)
    return tuple(sorted(words))


def read_formats(text: str, _language: str) -> tuple[str, ...]:
    """Return the formats that *text* names, with white space or commas between them; “none” is none."""
    names = dict.fromkeys(text.replace(",", " ").lower().split())
    if [*names] == ["none"]:
        return ()
    known = tuple(name for name in names if name in EXPORTERS)
    if not known:
        raise ValueError(text)
    if len(known) < len(names):
        raise PartlyError(known, ", ".join(name for name in names if name not in EXPORTERS))
    return known


def read_scope(text: str, _language: str) -> Scope:
    """Return the pages that *text* names."""
    return Scope(text.strip().lower())


def read_flag(text: str, _language: str) -> bool:
    """Return true; a flag takes no value."""
    if text.strip():
        raise ValueError(text)
    return True


def choices(names: type[Order | GroupBy | Showing]) -> str:
    """Return the values of an enumeration in words."""
    return "one of " + ", ".join(f"“{member.value}”" for member in names)


OPTIONS: tuple[Option, ...] = (
    Option(
        "published",
        read_publication_day,
        None,
        "a date such as “2024-11-13” or “Nov. 13, 2024”",
        "The day on which the articles were published, for those that do not say it themselves in their "
        "front matter or in the manifest. Expressions such as “on Wednesday” are counted from it.",
    ),
    Option(
        "manifest",
        read_text,
        "",
        "the name of a CSV or TOML file",
        "A table with the columns ``file``, ``title``, ``published``, ``url``, ``source`` and ``language``, "
        "for folders of bare texts. Without an argument, the directive shows the files that the table names.",
    ),
    Option(
        "period",
        read_lines,
        "",
        "“name = start/end” with ISO dates, several separated by “;” or line ends",
        "Named periods, so that “the final weeks of Biden's term” has a place on the calendar. They go "
        "before those of ``newstimeline_periods`` and of the catalogues.",
    ),
    Option(
        "language",
        read_text,
        "",
        "a language code such as “en”",
        "The language of articles that do not state theirs.",
    ),
    Option(
        "from",
        read_edge,
        None,
        "a date such as “2024-11-13”, “2024-11”, “Nov. 2024” or “the 1980s”",
        "Leaves out what ended before its first day. An event that reaches into the window stays.",
    ),
    Option(
        "to",
        read_edge,
        None,
        "a date such as “2024-11-13”, “2024-11”, “Nov. 2024” or “the 1980s”",
        "Leaves out what began after its last day.",
    ),
    Option(
        "as-of",
        read_publication_day,
        None,
        "a date such as “2024-11-13” or “Nov. 13, 2024”",
        "The day that the timeline is told from. Articles that were published later are left out, and "
        "entries that were only expected, or due, are marked as such. A :doc:`schedule </guide/schedule>` "
        "looks ahead from it; without the option, from the newest day of publication among its articles.",
    ),
    Option(
        "edits",
        read_lines,
        "",
        "names of TOML files",
        "Files of :doc:`edits </guide/edits>` that correct the events, relative to the page or, with a "
        "leading ``/``, to the source folder. They go before those of ``newstimeline_edits``.",
    ),
    Option("order", read_order, Order.ASCENDING, choices(Order), "The first event first, or the last."),
    Option(
        "group-by",
        read_grouping,
        GroupBy.NONE,
        choices(GroupBy),
        "Puts the events under headings; one that begins with a coarser unit, such as a year among months, "
        "under that unit's own. What began in a unit before ``:from:`` and reaches into the window stands "
        "together, under “Begun before” that day. A schedule without the option has one heading for each "
        "month.",
    ),
    Option(
        "layout",
        read_layout,
        Layout.TIMELINE,
        "“timeline”, “table”, “compact” or “schedule”",
        "Whether the events hang on a line, stand in the rows of a table with columns for date, event and "
        "source, or follow each other closely, without a “Why this date?”. A :doc:`schedule "
        "</guide/schedule>` shows what is still ahead.",
    ),
    Option(
        "merge",
        read_merging,
        None,
        "“events” or “none”",
        "Whether what tells one event is one entry: several sentences of an article about one date, and "
        "sentences of different articles (see :doc:`/guide/many-articles`). Without the option, "
        "``newstimeline_merge`` decides.",
    ),
    Option(
        "query",
        read_query,
        (),
        "words",
        "Keeps the entries that have one of these words in a sentence, in whatever form; with "
        "``:max-events:``, the dates are ranked by them, too.",
    ),
    Option(
        "max-events",
        read_most,
        None,
        "a number of one or more",
        "Shows so many entries at most: those on the dates that most articles name. Events that are pinned, "
        "or written by hand, stay anyway.",
    ),
    Option(
        "undated",
        read_undated,
        False,  # noqa: FBT003
        "“hide” or “list”",
        "Whether expressions that need a publication date nobody knows are listed behind the others.",
    ),
    Option(
        "why",
        read_why,
        "",
        "“show” or “hide”",
        "Whether each entry of a web page has a “Why this date?” that opens: what the date was counted "
        "from, which parts of it the words state, and which rule read them. Without the option, "
        "``newstimeline_why`` decides.",
    ),
    Option(
        "chart",
        read_showing,
        None,
        choices(Showing),
        "Whether an :doc:`overview chart </guide/chart>` stands above the entries. Without the option it is "
        "as ``newstimeline_chart`` has it; “auto” shows it where there are more than five entries.",
    ),
    Option(
        "controls",
        read_showing,
        None,
        choices(Showing),
        "Whether readers of a web page can :doc:`filter the entries </guide/interaction>`. Without the "
        "option it is as ``newstimeline_controls`` has it; “auto” lets them where there are more than twelve "
        "entries.",
    ),
    Option(
        "collect",
        read_scope,
        None,
        "“page”, “tree” or “all”",
        "Gathers :doc:`events that are written by hand </guide/handwritten>` wherever they stand on this "
        "page, on this page and those below it in the table of contents, or on all pages. With ``:tags:``, "
        "it gathers what has one of the tags, from articles too.",
    ),
    Option(
        "tags",
        read_tags,
        (),
        "words, separated by commas",
        "Which events ``:collect:`` gathers: those that have one of these tags, whatever its case. An event "
        "of the directive's own articles or content needs none. Without ``:collect:``, it is a "
        ":ref:`warning <warning-tags>`.",
    ),
    Option(
        "no-index",
        read_flag,
        False,  # noqa: FBT003
        "no value",
        "Keeps the events of this timeline out of index, search and :doc:`references </guide/references>`; "
        "in another timeline they may well be found.",
    ),
    Option(
        "export",
        read_formats,
        None,
        f"names of formats ({', '.join(EXPORTERS)}), or “none”",
        "Writes the timeline in :doc:`other formats </guide/exports>` beside its web page, with links to the "
        "files below it; ``jsonld`` stands in the head of the page. Without the option, "
        "``newstimeline_export`` decides.",
    ),
    Option("caption", read_text, "", "a text", "A caption, which may have markup."),
    Option(
        "name",
        read_text,
        "",
        "a name",
        "A name for references (``:ref:``); it is also part of the events' addresses.",
    ),
    Option("class", read_classes, [], "names of classes", "Further classes of the HTML element."),
)
