"""What formats without fields of their own say of an event in words."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .addresses import web_address
from .text import clean, shorten

if TYPE_CHECKING:
    from ..events.event import Event, Source
    from .wording import Wording


def headline(event: Event) -> str:
    """Return the author's title for an event, else its sentence, cut where it is long."""
    return clean(event.title) or shorten(clean(event.sentence))


def paragraphs(event: Event, wording: Wording) -> list[str]:
    """Return what there is to say of an event: sentence, speaker, date in words; then what others say.

    The words that state the date stand behind the date, so that a vague one can be judged.
    """
    lines = [clean(event.sentence)]
    if event.speaker:
        lines.append(f"— {clean(event.speaker)}")
    date = wording.date_label.format(date=wording.when(event))
    words = clean(event.words)
    lines.append(f"{date} (“{words}”)" if words else date)
    said = {clean(event.sentence)}
    for other in event.others:
        sentence = clean(other.sentence)
        if sentence not in said:
            said.add(sentence)
            lines.append(f"{sentence} ({wording.when(other)})")
    return lines


def sources_of(event: Event) -> tuple[Source, ...]:
    """Return where an event, and what was merged into it, was read; each article once."""
    found: dict[tuple[str, str, str], Source] = {}
    for source in (*event.sources, *(source for other in event.others for source in other.sources)):
        found.setdefault((source.path, source.url, source.title), source)
    return tuple(found.values())


def title_of(source: Source) -> str:
    """Return the title of an article, else the stem of its file."""
    return clean(source.title) or clean(PurePosixPath(source.path).stem)


def source_line(source: Source) -> str:
    """Return an article on one line: publisher, title, day of publication, address."""
    published = source.published.isoformat() if source.published else ""
    facts = (clean(source.source), title_of(source), published, web_address(source.url))
    return ", ".join(fact for fact in facts if fact)


def address_of(event: Event) -> str:
    """Return the web address of the first article that has one, or an empty text."""
    addresses = (web_address(source.url) for source in sources_of(event))
    return next((address for address in addresses if address), "")
