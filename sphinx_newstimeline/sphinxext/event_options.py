"""The options of ``newstimeline-event``, each declared once."""

from __future__ import annotations

from ..articles.metadata import well_formed
from .options import Option, read_classes, read_flag, read_lines, read_publication_day, read_tags, read_text


def read_address(text: str, language: str) -> str:
    """Return an address on the web; anything else would not be linked."""
    words = read_text(text, language)
    if not well_formed(words, "url"):
        raise ValueError(text)
    return words


EVENT_OPTIONS: tuple[Option, ...] = (
    Option("title", read_text, "", "a text", "A headline above the body, which may then be left out."),
    Option(
        "published",
        read_publication_day,
        None,
        "a date such as “2024-11-13” or “Nov. 13, 2024”",
        "The day that the event is told from: “by January 20” and “in two weeks” are counted from it. "
        "Without the option, it is the day that the timeline around it is told from, then that of the page's "
        "field ``published``, then that of ``newstimeline_published``.",
    ),
    Option(
        "as-of",
        read_publication_day,
        None,
        "a date such as “2024-11-13” or “Nov. 13, 2024”",
        "The same, in the words of a plan.",
    ),
    Option("tags", read_tags, (), "words, separated by commas", "What timelines that collect can ask for."),
    Option("source", read_text, "", "a text", "Who says so: the name of an agency, a minute, a law."),
    Option(
        "url",
        read_address,
        "",
        "an address that begins with https:// or http://",
        "Where it says so; the source links to it.",
    ),
    Option(
        "period",
        read_lines,
        "",
        "“name = start/end” with ISO dates, several separated by “;” or line ends",
        "Named periods that the date speaks of, besides those of the timeline around it, of "
        "``newstimeline_periods`` and of the catalogues.",
    ),
    Option(
        "language",
        read_text,
        "",
        "a language code such as “en”",
        "The language of the date, where it is not that of the timeline around it or "
        "``newstimeline_language``.",
    ),
    Option(
        "name",
        read_text,
        "",
        "a name",
        "A name for references. The event's id then depends on the name alone: date and text can be "
        "corrected, and edits, links and calendars still know the event.",
    ),
    Option("class", read_classes, [], "names of classes", "Further classes of the HTML element."),
    Option(
        "no-index",
        read_flag,
        False,  # noqa: FBT003
        "no value",
        "Keeps the event out of index, search and references, if it stands on its own.",
    ),
)
