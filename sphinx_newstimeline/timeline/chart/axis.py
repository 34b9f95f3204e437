"""The ticks of an axis."""

from __future__ import annotations

from datetime import datetime
from math import floor
from typing import TYPE_CHECKING

from .chart import Rank, Tick, Unit
from .scale import MARGIN
from .steps import Step, label_step, minor_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .scale import Piece, Scale

#: What a second row of labels names, which the first leaves out.
_CONTEXT = {
    Unit.HOUR: Unit.DAY,
    Unit.DAY: Unit.MONTH,
    Unit.MONTH: Unit.YEAR,
    Unit.QUARTER: Unit.YEAR,
}

_SECONDS = 24 * 60 * 60

#: More than what rounding to a tenth of a unit or floating point can take away from a day.
_ROUNDING = 0.01


def ticks_of(scale: Scale) -> tuple[Tick, ...]:
    """Return the ticks of every piece, from left to right."""
    step = label_step(scale.day)
    few = label_step(scale.day, narrow=True)
    lines = minor_step(scale.day, step)
    ticks = [tick for piece in scale.pieces for tick in _ticks_of_piece(piece, step, few, lines)]
    return tuple(sorted(ticks, key=lambda tick: (tick.x, tick.rank)))


def _ticks_of_piece(piece: Piece, step: Step, few: Step, lines: Step | None) -> Iterator[Tick]:
    sparse = set(few.moments(piece.first, piece.last))
    labelled = set(step.moments(piece.first, piece.last))
    for moment in sorted(labelled):
        rank = Rank.MAJOR if _has_room(piece, moment) else Rank.MINOR
        yield Tick(_x(piece, moment), step.unit, moment, rank, moment in sparse)
    for moment in lines.moments(piece.first, piece.last) if lines else ():
        if moment not in labelled:
            yield Tick(_x(piece, moment), step.unit, moment, Rank.MINOR, sparse=False)
    context = _CONTEXT.get(step.unit)
    # What the first event lies in.
    begun = datetime.fromordinal(max(floor(piece.x_to_time(piece.start + MARGIN) + _ROUNDING), 1))
    if context:
        for moment in Step(context, 1).moments(piece.first, piece.last):
            if _has_room(piece, moment):
                yield Tick(_x(piece, moment), context, moment, Rank.CONTEXT, sparse=True)
        yield Tick(round(piece.start, 1), context, begun, Rank.LEAD, sparse=True)
    elif not labelled:
        yield Tick(round(piece.start, 1), step.unit, begun, Rank.ALONE, sparse=True)


def _has_room(piece: Piece, moment: datetime) -> bool:
    """Return whether a moment is of the time with events, so that its label has something to say."""
    return piece.x(time_of(moment)) < piece.end - MARGIN - _ROUNDING


def _x(piece: Piece, moment: datetime) -> float:
    return round(piece.x(time_of(moment)), 1)


def time_of(moment: datetime) -> float:
    """Return a moment in days, as in :mod:`.scale`."""
    seconds = (moment - datetime.combine(moment.date(), datetime.min.time())).total_seconds()
    return moment.toordinal() + seconds / _SECONDS
