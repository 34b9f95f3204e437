"""The tagger: finds the islands of a text, has them parsed, and resolves what they mean in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from . import meanings
from .language import Language, load
from .lexicon import TOKENS, UNKNOWN
from .parser import Expression
from .period import Period
from .resolution import Anchor, Context, Reading, resolve
from .resolution.joint import joint_interval, resolve_members
from .timex import Range, Timex, Why
from .units import CalendarUnit, Grain, OutOfCalendarError

#: A run of words is cut here, so that hostile texts cost no more than others.
LONGEST_ISLAND = 64
#: Rules that only say that a preposition or a name belongs to the phrase.
SILENT_RULES = {"at", "at-bare", "name"}


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at its place in the text: offsets of its island."""

    offset: int
    expression: Expression

    @property
    def start(self) -> int:
        """Return the offset of the extent in the text."""
        return self.offset + self.expression.start

    @property
    def end(self) -> int:
        """Return the offset behind the extent."""
        return self.offset + self.expression.end


def tag(
    text: str,
    reference: date | None,
    *,
    language: str = "en",
    periods: Sequence[Period] = (),
    countries: Sequence[str] = ("US", "GB"),
) -> list[Timex]:
    """Return the time expressions of a text, in order.

    :param text: plain text.
    :param reference: the document creation time: the day that the text was published.  With ``None``
        only what needs no such day is resolved; the rest comes with ``unresolved`` set.
    :param language: the code of the text's language.
    :param periods: named periods that the text may speak of, the nearest first.
    :param countries: ISO codes of the countries whose holidays are meant, the first that knows one wins.
    :raises LanguageError: a language without data.
    """
    loaded = load(language, tuple(periods))
    found = list(_permitted(text, loaded))
    context = Context(reference, periods=tuple(periods), countries=tuple(countries))
    context.narrative = is_narrative(found, reference)
    return list(_resolve_all(text, found, context, loaded))


def find(text: str, language: Language) -> Iterator[Found]:
    """Yield the expressions of a text, unresolved."""
    for start, end in islands(text, language):
        for expression in language.parser.parse(text[start:end]):
            yield Found(start, expression)


def islands(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the runs of words that rules speak of and that hold a trigger, as offsets."""
    tokens = TOKENS.findall(text)
    offsets = list(accumulate(map(len, tokens), initial=0))
    get = language.parser.lexicon.codes.get
    codes = "".join([get(token, UNKNOWN) for token in map(str.rstrip, tokens)])
    if language.surnames:
        codes = _with_first_names(codes, tokens, language)
    done = 0
    for match in language.triggers.finditer(codes):
        trigger = match.start()
        if trigger < done:
            continue
        start = max(codes.rfind(UNKNOWN, 0, trigger) + 1, done)
        end = codes.find(UNKNOWN, trigger)
        end = len(codes) if end < 0 else end
        while start < end:
            done = min(start + LONGEST_ISLAND, end)
            yield offsets[start], offsets[done]
            start = done


def _with_first_names(codes: str, tokens: list[str], language: Language) -> str:
    """Return the codes with the capitalised words before a holder's surname no longer unknown."""
    marks = list(codes)
    for index, token in enumerate(tokens):
        if token[0].isupper() and token.rstrip().casefold() in language.surnames:
            for before in range(index - 1, max(index - 3, -1), -1):
                if marks[before] != UNKNOWN or not tokens[before][0].isupper():
                    break
                marks[before] = "\1"
    return "".join(marks)


def _permitted(text: str, language: Language) -> Iterator[Found]:
    """Yield the expressions that no guard forbids; the parts of a range are judged as a whole."""
    guards = language.guards
    for group in grouped(find(text, language)):
        start, end = group[0].start, group[-1].end
        if not any(guards.forbid(rule, text, start, end) for rule in group[0].expression.inner):
            yield from group


def grouped(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Yield the expressions one by one, those of one range or list together."""
    group: list[Found] = []
    for item in found:
        own = item.expression.group
        if group and (own is None or own is not group[0].expression.group or item.offset != group[0].offset):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def is_narrative(found: Sequence[Found], reference: date | None) -> bool:
    """Return whether a text tells of its own years rather than of the day it was published.

    That is so where dates with a stated year that is not near the publication outnumber expressions
    that are counted from it.
    """
    if reference is None:
        return True
    distant = deictic = 0
    for item in found:
        meaning = item.expression.meaning
        if isinstance(meaning, meanings.Calendar) and meaning.parts.year is not None:
            distant += abs(meaning.parts.year - reference.year) > 1
        elif isinstance(meaning, meanings.Weekday | meanings.DayPart) or (
            isinstance(meaning, meanings.Relative | meanings.Shifted) and meaning.origin == "published"
        ):
            deictic += 1
    return distant > 3 and distant > 2 * deictic


def _resolve_all(text: str, found: Sequence[Found], context: Context, language: Language) -> Iterator[Timex]:
    for group in grouped(found):
        cue: list[str] = []
        _ask_direction(text, group, context, language, cue)
        for place, reading in _read(group, context):
            timex = _timex(text, place, reading, cue, language)
            _remember(place, reading, context, text)
            if timex is not None:
                yield timex


def _ask_direction(text: str, group: Sequence[Found], context: Context, language: Language, cue: list[str]) -> None:
    """Have the context ask the clause for its direction, once and only where a meaning needs it."""
    first = group[0]
    start = first.offset + first.expression.phrase_start
    end = group[-1].offset + group[-1].expression.phrase_end

    def direction() -> int:
        sign, word = language.cues.find(text, start, end)
        cue[:] = [word] if word else []
        return sign

    context.direction = direction


def _read(group: Sequence[Found], context: Context) -> list[tuple[Found, Reading | tuple[Reading, Range]]]:
    """Return what each expression of a group stands for, with the range that a group forms."""
    try:
        if len(group) == 1 and group[0].expression.group is None:
            reading = resolve(group[0].expression.meaning, context)
            return [(group[0], reading)] if reading else []
        span: meanings.Span | meanings.Away = group[0].expression.group
        readings = resolve_members(span, context)
    except OutOfCalendarError:
        return [(item, Reading("DATE", "XXXX", out_of_range=True)) for item in group]
    if len(readings) != len(group):
        return []
    interval = joint_interval(span, readings)
    if interval is None:
        return list(zip(group, readings, strict=True))
    first = group[0]
    extent = Range(first.offset + first.expression.phrase_start, first.offset + first.expression.phrase_end, interval)
    return [(item, (reading, extent)) for item, reading in zip(group, readings, strict=True)]


def _timex(text: str, found: Found, read: Reading | tuple[Reading, Range], cue: list[str], language: Language) -> Timex | None:
    reading, extent = read if isinstance(read, tuple) else (read, None)
    expression = found.expression
    if expression.kind in {"PERIOD", "PEOPLE"}:
        return None
    phrase_start, phrase_end = found.offset + expression.phrase_start, found.offset + expression.phrase_end
    return Timex(
        found.start,
        found.end,
        text[found.start : found.end],
        reading.type,
        reading.value,
        reading.mod,
        reading.interval,
        reading.grain.value if reading.grain else "",
        phrase_start,
        phrase_end,
        text[phrase_start:phrase_end],
        _why(expression, reading, cue, language),
        reading.time,
        reading.recurrence,
        reading.deadline,
        extent,
    )


def _why(expression: Expression, reading: Reading, cue: list[str], language: Language) -> Why:
    anchor = reading.anchor
    rule = f"{language.code}:{'/'.join(name for name in expression.inner if name not in SILENT_RULES)}"
    if reading.unknown:
        return Why(rule, "unknown", stated=reading.stated, filled=reading.filled)
    if reading.anchor_period:
        return Why(rule, "period", anchor_words=reading.anchor_period)
    if anchor is None:
        return Why(rule, stated=reading.stated)
    words = " ".join(cue)
    return Why(rule, anchor.kind, anchor.unit.value, anchor.words, reading.stated, reading.filled, words)


def _remember(found: Found, read: Reading | tuple[Reading, Range], context: Context, text: str) -> None:
    """Let the story go on: what was just read is what "that month" and "two days later" count from."""
    reading = read[0] if isinstance(read, tuple) else read
    meaning = found.expression.meaning
    inner = meaning.of if isinstance(meaning, meanings.Bounded | meanings.Portion) else meaning
    if isinstance(inner, meanings.NamedPeriod):
        context.story.named = inner.periods[0] if len(inner.periods) == 1 else _named(inner, context)
    unit = reading.unit
    if unit is None or reading.type not in {"DATE", "TIME"}:
        return
    if context.narrative and reading.anchor and reading.anchor.kind == "published":
        return
    anchor = Anchor("text", unit, text[found.start : found.end])
    if unit.grain in {Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.WEEK, Grain.SEASON, Grain.QUARTER, Grain.WEEKEND}:
        context.story.last = anchor
    compared = isinstance(inner, meanings.Compared | meanings.Shifted)
    own_year = not (isinstance(inner, meanings.InYear) and isinstance(inner.year, meanings.Relative))
    if unit.grain in {Grain.QUARTER, Grain.HALF} and own_year and not compared:
        context.story.period = anchor


def _named(meaning: meanings.NamedPeriod, context: Context) -> int:
    from .resolution.times import _choose

    return _choose(meaning.periods, context)


__all__ = ["CalendarUnit", "Found", "find", "islands", "tag"]
