"""Dates as the reader's language writes them, with no more precision than they have.

The months and the order of the parts are those of the CLDR, by Babel; the words around them
("by", "around") come from the message catalogue of this extension.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from sphinx.locale import get_translation

from ..temporal.interval import Edge, Interval, Precision, Side
from .messages import catalogue, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from gettext import NullTranslations

_ = get_translation("sphinx_newstimeline")

#: CLDR writes spaces of many widths; fonts for print lack most of them.
SPACES = str.maketrans({"\u2009": " ", "\u202f": "\xa0"})

#: The skeletons of CLDR for the two ends of an interval that have the same precision.
_INTERVAL_SKELETONS = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMM", Precision.YEAR: "y"}

#: The fields of a date, the widest first, by which CLDR chooses the pattern of an interval.
_FIELDS = (("y", "year"), ("M", "month"), ("d", "day"))

#: What stands in a pattern of CLDR behind its last field; letters are fields unless they are quoted.
_TAIL = re.compile(r"(?:[^A-Za-z']|'[^']*')*$")

_DECADE = 10
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a written date.

    :param text: what the reader sees.
    :param datetime: the same for machines, as a valid date, time or date-and-time string of HTML.
    :param edtf: the same in EDTF, for what HTML has no string for (decades and centuries).
    """

    text: str
    datetime: str = ""
    edtf: str = ""


Pieces = tuple[Piece, ...]


@lru_cache
def locale_of(language: str) -> Locale:
    """Return Babel's locale for a language code of Sphinx (``pt_BR``, ``zh_CN``); English if unknown."""
    try:
        return Locale.parse(language.replace("-", "_").replace("@latin", "_Latn"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def write_interval(interval: Interval, locale: Locale, side: Side = "") -> Pieces:
    """Return an interval in words.

    :param side: what counts: the end ("by 20 January 2025", "until 1975") or the start ("since 2022").
    """
    return _write_interval(interval, locale, side, catalogue())


@lru_cache(maxsize=1 << 13)
def _write_interval(interval: Interval, locale: Locale, side: Side, _messages: NullTranslations) -> Pieces:
    """Return an interval in words, which are asked for on the page, in the index and in the inventory.

    :param _messages: what the words around dates come from.
    """
    counted = interval.counted(side)
    if counted:
        return framed(*counted, locale)
    start, end = interval.start, interval.end
    if start is None or end is None:  # an interval has one of them; this satisfies the type checker
        raise ValueError("an interval needs a start or an end")
    return _write_closed(start, end, locale)


def framed(word: str, edge: Edge, locale: Locale) -> Pieces:
    """Return an end of an interval behind a word: ``by``, ``until``, ``since``, ``from`` or ``around``.

    Some languages say it otherwise of a day, or of decades and centuries, which have an article there:
    "fino al 20 gennaio", but "fino a gennaio".
    """
    of_day = {
        "by": pgettext("a day", "by {date}"),
        "until": pgettext("a day", "until {date}"),
        "since": pgettext("a day", "since {date}"),
        "from": pgettext("a day", "from {date}"),
        "around": pgettext("a day", "around {date}"),
    }
    of_era = {
        "by": pgettext("a decade or century", "by {date}"),
        "until": pgettext("a decade or century", "until {date}"),
        "since": pgettext("a decade or century", "since {date}"),
        "from": pgettext("a decade or century", "from {date}"),
        "around": pgettext("a decade or century", "around {date}"),
    }
    of_more = {
        "by": _("by {date}"),
        "until": _("until {date}"),
        "since": _("since {date}"),
        "from": _("from {date}"),
        "around": _("around {date}"),
    }
    words: dict[str, str] = {word: str(template) for word, template in of_more.items()}
    if not edge.approximate and not _is_first_decade(edge):
        words = {Precision.DAY: of_day, Precision.DECADE: of_era, Precision.CENTURY: of_era}.get(
            edge.precision, words
        )
    return frame(words[word], write_edge(edge, locale, governed=True))


def write_edge(edge: Edge, locale: Locale, *, governed: bool = False) -> Pieces:
    """Return one end of an interval, or the unit of the calendar that it is the end of.

    :param governed: whether a word such as "by" stands before it, which asks for another form in some
        languages: "январь 2025 г.", but "до января 2025 г.".
    """
    if edge.approximate:
        return framed("around", replace(edge, approximate=False), locale)
    match edge.precision:
        case Precision.DAY:
            pieces = write_day(edge.day, locale)
        case Precision.MONTH:
            pattern = locale.datetime_skeletons["yMMMM"].pattern
            # CLDR's names of months: as they stand alone (L), and as they stand within a date (M).
            text = _formatted(edge.day, pattern.replace("L", "M") if governed else pattern, locale)
            pieces = (piece(text, edge.day.isoformat()[:7]),)
        case Precision.YEAR:
            pieces = (piece(format_skeleton("y", edge.day, locale=locale), _year(edge.day)),)
        case Precision.DECADE if _is_first_decade(edge):
            pieces = (Piece(_years_of_decade(edge.day.year // 10 * 10, locale), edtf=edge.edtf()),)
        case Precision.DECADE:
            text = _decade(edge.day.year // 10 * 10, governed=governed)
            pieces = (Piece(text, edtf=edge.edtf()),)
        case _:
            text = _century(edge.day.year // 100 + 1, governed=governed)
            pieces = (Piece(text, edtf=edge.edtf()),)
    return pieces


def write_day(day: date, locale: Locale) -> Pieces:
    """Return a day in full: ``January 20, 2025``, ``20. Januar 2025``."""
    return (piece(_formatted(day, "long", locale), day.isoformat()),)


def write_weekday(day: date, locale: Locale) -> Pieces:
    """Return a day in short with its day of the week: ``Mon, Jan 20, 2025``."""
    return (piece(format_skeleton("yMMMEd", day, locale=locale), day.isoformat()),)


def write_unit(edtf: str, locale: Locale) -> Pieces:
    """Return a unit of the calendar that EDTF names: ``2024-11-13``, ``2024-11``, ``2024``, ``198X``.

    A week is named by its first and last day.
    """
    first, _slash, last = edtf.partition("/")
    interval = unit(first).spanning(unit(last)) if last else unit(first)
    return write_interval(interval, locale)


def unit(edtf: str) -> Interval:
    """Return the interval of a unit of the calendar, given its EDTF form.

    :raises ValueError: where it is none.
    """
    if edtf.endswith("XX"):
        return Interval.of_century(int(edtf[:-2]))
    if edtf.endswith("X"):
        return Interval.of_decade(int(edtf[:-1]))
    return _interval_of_numbers([int(number) for number in edtf.split("-")])


def frame(template: object, pieces: Pieces) -> Pieces:
    """Return *pieces* with the words of *template*, such as ``by {date}``, around them.

    A translation that has lost its placeholder still gets the date, behind its words.
    """
    before, _placeholder, after = str(template).partition("{date}")
    if not _placeholder:
        before += " "
    return tuple(part for part in (Piece(before), *pieces, Piece(after)) if part.text)


def plain_text(pieces: Iterable[Piece]) -> str:
    """Return what the reader sees, without its parts."""
    return "".join(part.text for part in pieces)


@lru_cache(maxsize=1 << 13)
def _formatted(day: date, pattern: str, locale: Locale) -> str:
    """Return a day as the CLDR writes it; what a page says once it says again and again."""
    return format_date(day, pattern, locale)


def _write_closed(start: Edge, end: Edge, locale: Locale) -> Pieces:
    """Return an interval with two ends, as one unit of the calendar where it is one."""
    if start == end or Interval(start, end).edtf == start.edtf():
        return write_edge(start, locale)
    first, last = _at_most_year(start), _at_most_year(end)
    if first.precision != last.precision:
        return (*write_edge(first, locale), Piece(_between(locale)), *write_edge(last, locale))
    if first.approximate != last.approximate:
        return (*_write_short(first, locale), Piece(_between(locale)), *_write_short(last, locale))
    pieces = _write_range(first, last, locale)
    return frame(_around(first), pieces) if first.approximate else pieces


def _around(edge: Edge) -> str:
    """Return how to say that a date is approximate."""
    return pgettext("a day", "around {date}") if edge.precision is Precision.DAY else str(_("around {date}"))


def _write_short(edge: Edge, locale: Locale) -> Pieces:
    """Return one end of an interval as briefly as intervals have it: ``around Nov 12, 2024``."""
    text = format_skeleton(_INTERVAL_SKELETONS[edge.precision], edge.day, locale=locale)
    pieces = (piece(text, _machine(edge)),)
    return frame(_around(edge), pieces) if edge.approximate else pieces


def _write_range(start: Edge, end: Edge, locale: Locale) -> Pieces:
    """Return two ends of the same precision, which share what they have in common."""
    skeleton = _INTERVAL_SKELETONS[start.precision]
    formats = locale.interval_formats[skeleton]
    differing = next(
        (letter for letter, field in _FIELDS if getattr(start.day, field) != getattr(end.day, field)), "d"
    )
    patterns = formats.get(differing) or ()
    if len(patterns) != len((start, end)):  # some languages have no pattern of their own
        return (*write_edge(start, locale), Piece(_between(locale)), *write_edge(end, locale))
    first, last = (
        _formatted(edge.day, pattern, locale) for edge, pattern in zip((start, end), patterns, strict=True)
    )
    words = (_between(locale).strip(), _joint(*patterns))
    text, between = _cut_separator(first.translate(SPACES), words)
    pieces = (piece(text, _machine(start)), Piece(between), piece(last, _machine(end)))
    return tuple(part for part in pieces if part.text)


def _between(locale: Locale) -> str:
    """Return what joins the two ends of an interval where they share nothing, such as `` – ``."""
    pattern = str(locale.interval_formats[None])
    return pattern.partition("{0}")[2].partition("{1}")[0].translate(SPACES)


def _joint(first: str, last: str) -> str:
    """Return what the pattern of the first end has behind its last field beyond what that of the last has.

    In Chinese, "日至" stands behind the day of the first and "日" behind that of the last: "至" joins them.
    """
    tails = [_TAIL.search(pattern) for pattern in (first, last)]
    one, other = (tail[0].replace("'", "") if tail else "" for tail in tails)
    return one.removeprefix(other).strip() if one.startswith(other) else ""


def _cut_separator(text: str, words: Iterable[str]) -> tuple[str, str]:
    """Cut what joins the two ends of an interval, a dash or one of the *words*, off the first end."""
    kept = text.rstrip()
    word = next((word for word in words if word and kept.endswith(word)), "")
    if word:
        kept = kept.removesuffix(word)
    elif kept and unicodedata.category(kept[-1]) in {"Pd", "Sm"}:
        kept = kept[:-1]
    kept = kept.rstrip()
    return kept, text[len(kept) :]


def _at_most_year(edge: Edge) -> Edge:
    """Return the edge with the precision that EDTF gives it inside an interval."""
    return replace(edge, precision=min(edge.precision, Precision.YEAR))


def _machine(edge: Edge) -> str:
    """Return the valid HTML date string of an edge that is a day, month or year."""
    return replace(edge, approximate=False).edtf(Precision.YEAR)


def _year(day: date) -> str:
    return f"{day.year:04}"


def piece(text: str, datetime: str) -> Piece:
    """Return a piece in which every space is one that fonts have."""
    return Piece(text.translate(SPACES).strip(), datetime)


def _interval_of_numbers(numbers: list[int]) -> Interval:
    match numbers:
        case [year]:
            return Interval.of_year(year)
        case [year, month]:
            return Interval.of_month(year, month)
        case [year, month, day]:
            return Interval.of_day(date(year, month, day))
    raise ValueError(f"not a unit of the calendar: {numbers}")


def _decade(year: int, *, governed: bool) -> str:
    """Return a decade's name; *governed* as in :func:`write_edge`."""
    said = pgettext("behind a preposition", "the {year}s") if governed else str(_("the {year}s"))
    return said.format(year=year, last=year + 9)


def _is_first_decade(edge: Edge) -> bool:
    """Return whether an edge is the first decade of a century, whose name would be that of the century.

    "The 1800s" are a hundred years for most readers.
    """
    return edge.precision is Precision.DECADE and edge.day.year % 100 < _DECADE


def _years_of_decade(year: int, locale: Locale) -> str:
    """Return the first and the last year of a decade: ``1800 – 1809``."""
    years = (max(year, date.min.year), year + _DECADE - 1)
    first, last = (Edge(date(number, 1, 1), Precision.YEAR) for number in years)
    return plain_text(_write_range(first, last, locale))


def _century(number: int, *, governed: bool) -> str:
    """Return a century's name.  English needs four forms; a language with one repeats it."""
    standing = {
        "one": _("{number}st century"),
        "two": _("{number}nd century"),
        "few": _("{number}rd century"),
        "other": _("{number}th century"),
    }
    behind = {
        "one": pgettext("behind a preposition", "the {number}st century"),
        "two": pgettext("behind a preposition", "the {number}nd century"),
        "few": pgettext("behind a preposition", "the {number}rd century"),
        "other": pgettext("behind a preposition", "the {number}th century"),
    }
    form = (behind if governed else standing)[Locale("en").ordinal_form(number)]
    return str(form).format(number=number, roman=_roman(number))


def _roman(number: int) -> str:
    """Return a Roman numeral, which many languages number their centuries with."""
    digits, rest = "", number
    for value, letters in _ROMAN:
        count, rest = divmod(rest, value)
        digits += letters * count
    return digits
