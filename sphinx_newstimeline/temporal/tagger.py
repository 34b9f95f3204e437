"""The tagger: what was found in a text is resolved in order, each with the story so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..holidays import DEFAULT_COUNTRIES
from .finding import Found, find
from .governors import Governors
from .language import Language, load
from .meanings import Bounded, Compared, DayPart, Duration, Meaning, Recurring, Weekday
from .period import Period
from .resolution import Context, Reading, entries, resolve, results
from .resolution.joint import joint_interval, resolve_members
from .resolution.numerals import day_comes_first
from .resolution.story import is_narrative, stated_year
from .surroundings import Surroundings
from .timex import HEADING, Range, Timex, Why
from .units import CalendarUnit, Grain, OutOfCalendarError, duration_value

#: Kinds of expression that name a period without saying that it is a time: "the Biden administration".
MENTIONS = {"PERIOD", "PEOPLE"}
#: The names of grains, which an enumeration gives slowly.
GRANULARITIES: dict[Grain | None, str] = {None: "", **{grain: grain.value for grain in Grain}}
#: Rules that only say that a preposition or a name belongs to the phrase.
SILENT_RULES = {"at", "at-bare", "name"}


class Resolved(NamedTuple):
    """An expression with what it stands for.

    :param phrase_start: where its phrase begins, which a governor may have moved.
    :param extent: the range that it forms with its neighbour.
    """

    found: Found
    reading: Reading
    phrase_start: int
    extent: Range | None = None


def tag(
    text: str,
    reference: date | None,
    *,
    language: str = "en",
    periods: Sequence[Period] = (),
    countries: Sequence[str] = DEFAULT_COUNTRIES,
) -> list[Timex]:
    """Return the time expressions of a text, in order.

    :param text: plain text.
    :param reference: the document creation time: the day that the text was published.  With ``None``
        only what needs no such day is resolved; the rest comes with ``unresolved`` set.
    :param language: the code of the text's language.
    :param periods: named periods that the text may speak of, the nearest first.
    :param countries: ISO codes of the countries whose holidays are meant; the first that knows one wins.
    :raises LanguageError: a language without data.
    """
    loaded = load(language, tuple(periods))
    groups = find(text, loaded)
    meanings = [(item.start, item.expression.meaning) for group in groups for item in group]
    narrative = is_narrative(meanings, reference, text)
    around = Surroundings(text, groups, loaded.cues, loaded.governors)
    stated = _stated_ahead(groups) if narrative else ()
    context = Context(
        reference,
        around,
        narrative,
        stated,
        periods=tuple(periods),
        countries=tuple(countries),
        day_first=day_comes_first(meaning for _, meaning in meanings),
    )
    found: list[Timex] = []
    for index, group in enumerate(groups):
        around.go_to(index)
        for resolved in _resolve(text, group, context, loaded):
            item, reading = resolved.found, resolved.reading
            words, meaning = text[item.start : item.end], item.expression.meaning
            results.note(reading, meaning, words, context)
            entries.begin(reading, meaning, words, context)
            context.remember(reading, meaning, words)
            if item.expression.kind not in MENTIONS:
                cue = around.asked.word if around.asked else ""
                found.append(_timex(text, words, resolved, cue, loaded.code))
    return found


def _stated_ahead(groups: list[list[Found]]) -> list[CalendarUnit | None]:
    """Return for each group of expressions the next date behind it whose year is stated."""
    found: list[CalendarUnit | None] = []
    following: CalendarUnit | None = None
    for group in reversed(groups):
        found.append(following)
        following = stated_year(group[0].expression.meaning) or following
    return found[::-1]


def _resolve(text: str, group: list[Found], context: Context, language: Language) -> list[Resolved]:
    """Return what the expressions of a group stand for."""
    try:
        if group[0].expression.group is not None:
            return _joint(group, context)
        single = _single(text, group[0], context, language)
    except OutOfCalendarError:
        return [
            Resolved(item, Reading("DATE", "XXXX", out_of_range=True), item.phrase_start) for item in group
        ]
    return [single] if single else []


def _single(text: str, item: Found, context: Context, language: Language) -> Resolved | None:
    """Return what one expression stands for, with the words that govern it."""
    meaning = _meant(text, item, context, language.governors)
    governed = language.governors.govern(text, item.phrase_start, item.start)
    if governed:
        phrase_start, governor = governed
        if governor.mod == "ON_OR_BEFORE" and not context.around.has_verb(phrase_start, item.start):
            # What went on until the truce is told by the clause around both; "before the war began in May"
            # has a verb of its own.
            context.around.phrase, context.around.asked = phrase_start, None
        reading = resolve(governor.side_of(meaning), context)
        if reading and reading.unit:
            return Resolved(item, reading, phrase_start)
    reading = resolve(meaning, context)
    return Resolved(item, reading, item.phrase_start) if reading else None


def _meant(text: str, item: Found, context: Context, governors: Governors) -> Meaning:
    """Return the meaning of an expression, or the one that it has between the words around it."""
    meaning: Meaning = item.expression.meaning
    rule, start, end = item.expression.rules[0], item.start, item.end
    if isinstance(meaning, Bounded):
        if governors.negation.holds(rule, text, item.phrase_start, end):
            return Bounded("ON_OR_AFTER", meaning.of)
        mod = governors.of_event(rule, meaning.mod, text, end)
        return meaning if mod == meaning.mod else replace(meaning, mod=mod)
    if isinstance(meaning, Duration) and governors.rate.holds(rule, text, start, end):
        return Recurring(duration_value(meaning.amount, meaning.grain or Grain.DAY))
    if governors.some_day.holds(rule, text, start, end):
        return _any_day(meaning)
    if context.story.results and _compares(text, item, context, governors):
        return Compared(-1)
    return meaning


def _compares(text: str, item: Found, context: Context, governors: Governors) -> bool:
    """Return whether "last year" is the same period of that year, with which results are compared."""
    rule, start, end = item.expression.rules[0], item.start, item.end
    if governors.comparison.holds(rule, text, start, end):
        return True
    told, last = context.story.results, context.story.last
    told_last = told is not None and last is not None and last.unit == told.unit
    return told_last and governors.figure.holds(rule, text, start, end)


def _any_day(meaning: Meaning) -> Meaning:
    """Return the meaning of a weekday, or part of one, as one that nobody says which: "on a Sunday"."""
    if isinstance(meaning, DayPart) and isinstance(meaning.day, Weekday):
        return replace(meaning, day=replace(meaning.day, some=True))
    return replace(meaning, some=True) if isinstance(meaning, Weekday) and meaning.which is None else meaning


def _joint(group: list[Found], context: Context) -> list[Resolved]:
    """Return what the members of a range or list stand for, and the range that they form."""
    joint = group[0].expression.group
    readings = resolve_members(joint, context)
    if len(readings) != len(group):
        return []
    start, end = group[0].phrase_start, group[0].phrase_end
    interval = joint_interval(joint, readings)
    extent = Range(start, end, interval) if interval else None
    return [
        Resolved(item, reading, start if extent else item.start, extent)
        for item, reading in zip(group, readings, strict=True)
    ]


def _timex(text: str, words: str, resolved: Resolved, cue: str, language: str) -> Timex:
    """Return the public value.

    :param words: those of its extent.
    :param cue: the word that decided on its direction.
    """
    found, reading = resolved.found, resolved.reading
    phrase_end = found.phrase_end if resolved.extent or found.expression.group is None else found.end
    # In the order of the fields: with their names a value of so many takes half as long again to make.
    return Timex(
        found.start,
        found.end,
        words,
        reading.type,
        reading.value,
        reading.mod,
        reading.interval,
        GRANULARITIES[reading.grain],
        resolved.phrase_start,
        phrase_end,
        text[resolved.phrase_start : phrase_end],
        _why(resolved, cue, language),
        reading.time,
        reading.recurrence,
        reading.deadline,
        reading.side,
        resolved.extent,
    )


@lru_cache(maxsize=4096)
def _rule(language: str, rules: tuple[str, ...]) -> str:
    """Return the name of an answer's rule, the outermost first."""
    names = "/".join(name for name in rules if name not in SILENT_RULES)
    return f"{language}:{names}"


def _why(resolved: Resolved, cue: str, language: str) -> Why:
    """Return the rules and the anchor of an answer."""
    reading = resolved.reading
    rule = _rule(language, resolved.found.expression.rules)
    if reading.unknown or reading.out_of_range:
        return Why(rule, "unknown" if reading.unknown else "out of range", stated=reading.stated)
    if reading.period:
        return Why(rule, "period", reading.period.edtf, reading.period.name)
    if reading.anchor is None:
        return Why(rule, stated=reading.stated)
    anchor = reading.anchor
    kind = HEADING if anchor.words and anchor.kind == "published" else anchor.kind
    return Why(rule, kind, anchor.unit.value, anchor.words, reading.stated, reading.filled, cue)
