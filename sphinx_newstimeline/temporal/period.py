"""Named periods: a stretch of time that a text refers to by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with a name, both ends inclusive.

    ``Period("Biden's term", date(2021, 1, 20), date(2025, 1, 20))`` is found in a text with the
    usual variants of its name ("the Biden administration", "Joe Biden's presidency").

    :param name: the name, as an author writes it.
    :param start: the first day.
    :param end: the last day, or ``None`` where it is not known yet.
    :param holder: who holds the office, in full ("Joe Biden"), for a term of office whose name
        does not say it all.
    :param office: the title that goes with it ("President"), or empty.
    :param source: where the dates come from (a catalogue's name), or empty for an author's own.
    """

    name: str
    start: date
    end: date | None
    holder: str = ""
    office: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse a period without a name or with its ends the wrong way round."""
        if not self.name.strip():
            raise ValueError("a period needs a name")
        if self.end is not None and self.end < self.start:
            raise ValueError(f"the period “{self.name}” ends before it starts")

    @property
    def edtf(self) -> str:
        """Return the EDTF form of the period, to the day."""
        return f"{self.start.isoformat()}/{self.end.isoformat() if self.end else '..'}"
