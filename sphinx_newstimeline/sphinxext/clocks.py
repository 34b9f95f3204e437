"""Times of day as the reader's language writes them."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

from babel.dates import format_skeleton, format_time
from sphinx.locale import get_translation

from .dates import Piece, Pieces, piece

if TYPE_CHECKING:
    from babel import Locale

    from ..temporal.timex import ClockTime

_ = get_translation("sphinx_newstimeline")

#: Zones that are Coordinated Universal Time by definition or for every civil purpose.
_UTC_ZONES = frozenset({"UTC", "GMT", "Z"})


def write_clock(clock: ClockTime, day: date | None, locale: Locale) -> Pieces:
    """Return a time of day with its zone; *day* is the day that it belongs to, where there is one."""
    if clock.hour is None:
        return (Piece(_part_of_day(clock.part)),) if clock.part else ()
    moment = time(clock.hour % 24, clock.minute or 0)
    if clock.minute is None:
        twelve = re.search("[hK]", locale.time_formats["short"].pattern)
        text = format_skeleton("h" if twelve else "H", moment, locale=locale)
    else:
        text = format_time(moment, "short", locale=locale)
    if text.isdecimal():  # some languages write the bare hour, which nobody takes for a time
        text = format_time(moment, "short", locale=locale)
    machine = f"{moment:%H:%M}"
    if day is not None:
        machine = f"{day.isoformat()}T{machine}"
        machine += "Z" if clock.zone.upper() in _UTC_ZONES else ""
    return (piece(f"{text}\xa0{clock.zone}", machine),)


def _part_of_day(code: str) -> str:
    """Return the name of a TIMEX3 part of the day."""
    names = {
        "MO": _("morning"),
        "MI": _("midday"),
        "AF": _("afternoon"),
        "EV": _("evening"),
        "NI": _("night"),
        "DT": _("daytime"),
    }
    return str(names.get(code, ""))
