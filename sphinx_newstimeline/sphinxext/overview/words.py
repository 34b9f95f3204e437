"""The labels of ticks in the reader's language, as many as have room."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton, format_time

from ...timeline.chart import WIDTH, Label, Rank, Unit, show_labels
from ..dates import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from babel import Locale

    from ...timeline.chart import Chart, Tick

#: The skeletons of CLDR for what a label names, in the row of ticks and in that of what is around them.
_SKELETONS = {
    Unit.DAY: "d",
    Unit.YEAR: "y",
}
#: Names that stand alone, in the form that they have there; no language needs more around them.
_PATTERNS = {Unit.MONTH: "LLL", Unit.QUARTER: "QQQ"}

_CONTEXT_SKELETONS = {
    Unit.DAY: "yMMMd",
    Unit.MONTH: "yMMM",
    Unit.YEAR: "y",
}

#: The rows of labels.
_ROWS = ({Rank.MAJOR, Rank.ALONE}, {Rank.CONTEXT, Rank.LEAD})

#: The width of a letter of the labels' size in units of the axis, where that is as wide as a column of
#: text and as a phone; the letters of East Asia are twice as wide.
_LETTER_WIDE = 9.5
_LETTER_NARROW = 20.0
_GAP_IN_LETTERS = 1.2

#: The weight of what no label may run into.
_LINE = 9

Row = tuple[float, str, str, bool]


def written_ticks(chart: Chart, locale: Locale) -> Iterator[Row]:
    """Yield place, rank, label (or nothing) and whether a narrow screen has no room, for every tick."""
    texts = [_text(tick, locale) for tick in chart.ticks]
    wide: set[int] = set()
    narrow: set[int] = set()
    for row in _rows(chart.ticks):
        wide |= _shown(row, chart.ticks, texts, _LETTER_WIDE)
        narrow |= _shown(
            [index for index in row if index in wide and chart.ticks[index].sparse],
            chart.ticks,
            texts,
            _LETTER_NARROW,
        )
    for index, tick in enumerate(chart.ticks):
        shown = index in wide
        if shown or tick.rank not in {Rank.LEAD, Rank.ALONE}:
            yield tick.x, str(tick.rank), texts[index] if shown else "", index not in narrow


def _rows(ticks: Sequence[Tick]) -> Iterator[list[int]]:
    """Yield the indices of the ticks with labels, row by row."""
    for ranks in _ROWS:
        yield [index for index, tick in enumerate(ticks) if tick.rank in ranks]


def _shown(indices: Iterable[int], ticks: Sequence[Tick], texts: Sequence[str], letter: float) -> set[int]:
    """Return those of the indices whose labels can stand beside each other."""
    known = list(indices)
    labels = [
        Label(ticks[index].x, (_letters(texts[index]) + _GAP_IN_LETTERS) * letter, _weight(ticks[index]))
        for index in known
    ]
    # The line where a greater unit begins goes through the first row.
    crossed = any(ticks[index].rank is Rank.MAJOR for index in known)
    lines = [Label(tick.x - 1, 1, _LINE) for tick in ticks if crossed and tick.rank is Rank.CONTEXT]
    # A label ends in a gap, which the end of the axis need not have.
    shown = show_labels([*labels, *lines], WIDTH + _GAP_IN_LETTERS * letter)
    return {index for number, index in enumerate(known) if number in shown}


def _weight(tick: Tick) -> int:
    return int(tick.rank not in {Rank.LEAD, Rank.ALONE}) + int(tick.sparse)


def _letters(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _text(tick: Tick, locale: Locale) -> str:
    """Return the label of a tick; lines without one have none."""
    if tick.rank is Rank.MINOR:
        return ""
    row = tick.rank in _ROWS[0]
    if tick.unit is Unit.HOUR:
        text = _hour(tick, locale)
    elif row and tick.unit in _PATTERNS:
        text = format_date(tick.moment, _PATTERNS[tick.unit], locale=locale)
    elif row:
        text = format_skeleton(_SKELETONS[tick.unit], tick.moment, locale=locale)
    else:
        text = format_skeleton(_CONTEXT_SKELETONS[tick.unit], tick.moment, locale=locale)
    return text.translate(SPACES)


def _hour(tick: Tick, locale: Locale) -> str:
    """Return an hour: without minutes where it has "a.m." or "p.m."."""
    if "a" in str(locale.time_formats["short"]):
        return format_skeleton("h", tick.moment, locale=locale)
    return format_time(tick.moment, "short", locale=locale)
