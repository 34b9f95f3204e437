"""A timeline as a table that people read: dates on the left, what is said of them on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..merging import dissenters
from ..timeline import standing_of
from .explaining import explain
from .terminal import Terminal, columns, safe, wrap
from .wording import word_date, word_day, word_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ..events.event import Event, Source
    from ..timeline import Group, Timeline

# On less than this, dates stand above their sentences and not beside them.
NARROW = 64
# The lines of text are no longer than reads well, however wide the terminal is.
MEASURE = 96
DOT, BAR = "●", "│"


def to_table(
    timeline: Timeline, articles: int, screen: Terminal, *, undated: bool = False, why: bool = False
) -> str:
    """Return the timeline as lines of text.

    :param articles: from how many articles it was made, for the last line.
    :param screen: the width and whether there is colour.
    :param undated: whether to list events whose date could not be resolved.
    :param why: whether to say of each event where its date came from.
    """
    listed = timeline.undated if undated else ()
    shown = [*timeline.events, *listed]
    margin = max((columns(line) for event in shown for line in _dates(event, timeline.as_of)), default=0)
    lines: list[str] = []
    for group in timeline.groups:
        lines += _heading(_group_title(group, timeline.as_of), screen)
        for event in group.events:
            lines += _entry(event, margin, screen, timeline.as_of, why=why)
    if listed:
        lines += _heading("Undated", screen)
        for event in listed:
            lines += _entry(event, margin, screen, why=why)
    lines.append(screen.style("dim", _summary(timeline, articles, undated=undated)))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _group_title(group: Group, as_of: date | None) -> str:
    """Return what stands above a group, or nothing."""
    if group.overdue and as_of:
        return f"Due or expected before {word_day(as_of)}"
    if group.before:
        return f"Begun before {word_day(group.before)}"
    return word_unit(group.key) if group.key else ""


def _heading(text: str, screen: Terminal) -> list[str]:
    """Return the lines above a group; none where nothing is said of it."""
    return [screen.style("heading", text), ""] if text else []


def _entry(
    event: Event, margin: int, screen: Terminal, as_of: date | None = None, *, why: bool
) -> Iterator[str]:
    """Yield the lines of one event, with an empty one behind."""
    dates = list(_dates(event, as_of).items())
    if screen.width < NARROW:
        yield from (screen.style(style, line) for line, style in dates)
        yield from (f"  {line}" for line in _body(event, screen.width - 2, screen, why=why))
        yield ""
        return
    body = [*_body(event, min(screen.width - margin - 4, MEASURE), screen, why=why), ""]
    mark = DOT
    for (date, style), line in _beside(dates, body):
        gap = " " * (margin - columns(date))
        yield f"{screen.style(style, date)}{gap} {screen.style('line', mark)}  {line}"
        mark = BAR


def _dates(event: Event, as_of: date | None) -> dict[str, str]:
    """Return the lines of the left column, each with its style."""
    words, edtf = word_date(event)
    lines = dict.fromkeys(map(safe, words), "date") | ({edtf: "dim"} if edtf not in {"", *words} else {})
    standing = standing_of(event, as_of)
    return lines | ({standing.replace("-", " "): "bold"} if standing else {})


def _beside(dates: Sequence[tuple[str, str]], body: Sequence[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the lines of both columns, the shorter one filled up."""
    for index in range(max(len(dates) + 1, len(body))):
        date = dates[index] if index < len(dates) else ("", "date")
        yield date, body[index] if index < len(body) else ""


def _body(event: Event, width: int, screen: Terminal, *, why: bool) -> Iterator[str]:
    """Yield the words, the sentence with its marks, the speaker and the sources, and why it has its date."""
    words = safe(event.words)
    yield from (screen.style("bold", words[start:end]) for start, end in wrap(words, width))
    sentence = safe(event.sentence)
    for start, end in wrap(sentence, width):
        yield marked(sentence, start, end, event.marks, screen)
    asides = [f"— {event.speaker}"] if event.speaker else []
    asides += [*_merit(event), *map(source_line, event.sources), *_dissent(event)]
    for aside in [*asides, *([f"why: {explain(event)}"] if why else [])]:
        text = safe(aside)
        yield from (screen.style("dim", text[start:end]) for start, end in wrap(text, width))
    said = {event.sentence}
    for other in event.others:
        if other.sentence in said:
            continue
        said.add(other.sentence)
        place = other.sources[0]
        told = safe(f"+ {other.sentence} ({place.path}:{place.line})")
        yield from (told[start:end] for start, end in wrap(told, width))


def _merit(event: Event) -> list[str]:
    """Return why an event is among those selected."""
    if event.merit is None:
        return []
    return [f"{_number(event.merit.articles, 'article')} for its date, which is number {event.merit.place}"]


def _dissent(event: Event) -> list[str]:
    """Return the dates that other sources say."""
    said = [f"{' '.join(word_date(other)[0])} ({other.sources[0].path})" for other in dissenters(event)]
    return [f"other sources say: {'; '.join(said)}"] if said else []


def marked(text: str, start: int, end: int, marks: Sequence[tuple[int, int]], screen: Terminal) -> str:
    """Return a line of a text with the words to mark in their style."""
    parts, done = [], start
    for first, last in marks:
        inside = max(first, start), min(last, end)
        if inside[0] < inside[1]:
            parts += [text[done : inside[0]], screen.style("mark", text[slice(*inside)])]
            done = inside[1]
    return "".join([*parts, text[done:end]])


def source_line(source: Source) -> str:
    """Return where something was read: place, title, publisher, publication date, address."""
    stem = source.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    published = f"published {word_day(source.published)}" if source.published else "publication date unknown"
    published += " (guessed)" if source.guessed else ""
    title = source.title if source.title != stem else ""
    facts = (f"{source.path}:{source.line}", title, source.source, published, source.url)
    return " · ".join(fact for fact in facts if fact)


def _summary(timeline: Timeline, articles: int, *, undated: bool) -> str:
    """Return the last line: how much there is, and what is not shown."""
    count = len(timeline.events)
    entries = _number(count, "entry", "entries") if count else "no entries"
    text = f"{entries} from {_number(articles, 'article')}"
    if timeline.undated and not undated:
        text += f"; {len(timeline.undated)} undated (--undated list shows them)"
    return text


def _number(count: int, one: str, more: str = "") -> str:
    """Return a number with its noun."""
    return f"{count} {one if count == 1 else more or one + 's'}"
