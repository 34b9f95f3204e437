"""Reading the date of a hand-written event: words that are one date, as articles say it, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..edits.dating import Dating, read_dating
from ..events.entries import entries
from ..holidays import DEFAULT_COUNTRIES
from ..temporal import tag
from ..temporal.timex import Why
from .recurring import Bounds, bounded
from .rereading import reread

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ..events.entries import Entry
    from ..temporal.period import Period
    from ..temporal.timex import Timex

#: For messages.
EXPECTED = (
    "expected a date as articles have it, such as “20 January 2025”, “by January 20”, “two weeks after the "
    "vote on 3 March 2025” or “every first Monday from May to July”"
)

#: What only machines write: EDTF and ISO 8601.
_MACHINE_FORM = re.compile(r"[0-9X~?%/.:TZ+ -]+")
#: What may stand beside a date without saying anything.
_SILENT = " .,;:()"
_PAIR = 2


class NotADateError(ValueError):
    """A text is not one date and nothing else.

    :param message: what was wrong and what was expected, as a sentence without a full stop.
    :param words: the words that were not understood, or all of them.
    """

    def __init__(self, message: str, words: str) -> None:
        """Keep both, so that it can be pickled."""
        super().__init__(message, words)
        self.message = message
        self.words = words


@dataclass(frozen=True, slots=True)
class When:
    """A date, and how it was found."""

    dating: Dating
    why: Why


@dataclass(frozen=True, slots=True)
class _Tagger:
    """The tagger with all that it is told, so that a text can be read in other words."""

    reference: date | None
    language: str
    periods: Sequence[Period]
    countries: Sequence[str]

    def read(self, text: str) -> list[Timex]:
        return tag(
            text,
            self.reference,
            language=self.language,
            periods=tuple(self.periods),
            countries=tuple(self.countries),
        )


def read_when(
    words: str,
    reference: date | None,
    *,
    language: str = "en",
    periods: Sequence[Period] = (),
    countries: Sequence[str] = DEFAULT_COUNTRIES,
) -> When:
    """Return the date that words state.

    :param words: a date as articles of *language* have it, EDTF, or an ISO date with a time of day.
    :param reference: the day from which "next Friday" is counted, where there is one.
    :param periods: named periods that the words may speak of, the nearest first.
    :param countries: ISO codes of the countries whose holidays are meant.
    :raises NotADateError: if they are no date, more than one date, or a date and something else.
    :raises LanguageError: a language without data.
    """
    text = " ".join(words.split())
    tagger = _Tagger(reference, language, periods, countries)
    for read in (text, *reread(text, language)):
        when = _read(read, tagger)
        if when is not None:
            return when
    raise _misunderstanding(text, tagger.read(text))


def _read(text: str, tagger: _Tagger) -> When | None:
    """Return the date that a text is, as articles have it or as machines do."""
    timexes = tagger.read(text)
    return (
        _entry_of_all(text, timexes)
        or _machine_form(text, tagger.language)
        or _counted_from_occasion(text, timexes, tagger)
        or _recurring(text, timexes, tagger.reference)
    )


def _entry_of_all(text: str, timexes: Sequence[Timex]) -> When | None:
    """Return the date whose words are all there is."""
    found = entries(timexes)
    if len(found) != 1 or found[0].undated or _left_over(text, found):
        return None
    return _when(found[0])


def _when(entry: Entry) -> When:
    return When(Dating.of(entry), entry.timex.why)


def _machine_form(text: str, language: str) -> When | None:
    """Return the date that EDTF or ISO 8601 states."""
    if not _MACHINE_FORM.fullmatch(text):
        return None
    dating = read_dating(text, None, language)
    return When(dating, Why("edtf")) if dating else None


def _recurring(text: str, timexes: Sequence[Timex], reference: date | None) -> When | None:
    """Return what recurs within the bounds that the other half of the words sets.

    Bounds without a year are the next ones: what is announced to recur does not end before that.
    """
    found = entries(timexes)
    if len(found) != _PAIR or _left_over(text, found):
        return None
    rule, stretch = sorted(found, key=lambda entry: entry.timex.recurrence is None)
    interval, recurrence = stretch.interval, rule.timex.recurrence
    if recurrence is None or interval is None:
        return None
    goes_on = stretch.timex.mod in {"AFTER", "ON_OR_AFTER"}
    bounds = Bounds(interval.earliest, None if goes_on else interval.latest)
    if reference is not None and all("year" in timex.why.filled for timex in timexes if timex.interval):
        bounds = bounds.from_day(reference)
    within = bounded(recurrence, bounds)
    if within is None:
        raise NotADateError(f"none of these days lies within {interval.edtf}", text)
    when = _when(replace(rule, timex=replace(rule.timex, recurrence=within)))
    return replace(when, why=replace(when.why, rule=f"{when.why.rule}/{_bare(stretch.timex.why.rule)}"))


def _bare(rule: str) -> str:
    """Return the name of a rule without its language."""
    return rule.rpartition(":")[2]


def _counted_from_occasion(text: str, timexes: Sequence[Timex], tagger: _Tagger) -> When | None:
    """Return what is counted from a day that something has a name by: "two days after the vote on 3 March".

    The date is the same without the occasion, so the words are read again without it.
    """
    for timex in timexes:
        if timex.range is None and timex.phrase_start < timex.start:
            side = text[timex.phrase_start : timex.start].split(maxsplit=1)[0]
            before, behind = text[: timex.phrase_start], text[timex.end :]
            shorter = f"{before}{side} {timex.text}{behind}"
            if shorter != text:
                when = _entry_of_all(shorter, tagger.read(shorter))
                if when is not None and before.strip():
                    return when
    return None


def _left_over(text: str, found: Iterable[Entry]) -> list[str]:
    """Return the words that no date has, stretch by stretch."""
    kept = list(text)
    for entry in found:
        for phrase in entry.phrases:
            kept[phrase.start : phrase.end] = "\n" * (phrase.end - phrase.start)
    stretches = (stretch.strip(_SILENT) for stretch in "".join(kept).split("\n"))
    return [stretch for stretch in stretches if stretch]


def _misunderstanding(text: str, timexes: Sequence[Timex]) -> NotADateError:
    """Return what to tell an author whose words are no date."""
    found = entries(timexes)
    if not found:
        reason = "this has no place on the calendar" if timexes else "no date is found in this"
        if any(timex.out_of_range for timex in timexes):
            return NotADateError("this lies outside of the years 1 to 9999", text)
        return NotADateError(f"{reason}; {EXPECTED}", text)
    if any(entry.undated for entry in found):
        message = "this is counted from a day that is not known; give that day by the option “published”"
        return NotADateError(message, text)
    if len(found) > 1:
        message = f"this has {len(found)} dates where an event has one: write one event for each, or a range"
        return NotADateError(message, text)
    left = ", ".join(f"“{words}”" for words in _left_over(text, found))
    return NotADateError(f"{left} is not understood here; {EXPECTED}", text)
