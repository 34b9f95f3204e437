"""Who says what a quotation says: the name or noun phrase beside a verb of attribution.

A speaker is named only where the text leaves no doubt; a wrong name is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .paragraphs import Paragraph
    from .quotations import Quotation
    from .vocabulary import Vocabulary

CAPITALISED = r"[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ][\w’'-]*(?:\.[A-Z])*\.?"
# The longest names and titles of agency copy: "European Commission President Ursula von der Leyen".
LONGEST_NAME = 9
# A verb stands this near behind a quotation if it belongs to it ("…, the minister from Kyiv said").
NEAR = 60


class Attribution(NamedTuple):
    """A speaker with a verb of attribution: offsets of both in the text, and the speaker's words."""

    start: int
    end: int
    speaker: str


class Grammar(NamedTuple):
    """How a language attributes: speaker and verb ("Borrell said"), verb and speaker ("said Borrell")."""

    direct: re.Pattern[str]
    inverted: re.Pattern[str]


@lru_cache
def grammar(language: str) -> Grammar | None:
    """Return the patterns of a language, or ``None`` where no verbs of it are known."""
    words = vocabulary(language)
    if not words.verbs:
        return None
    verb = rf"{_any(words.verbs)}\b(?!\s{_any(words.passives)}\b)"
    particle = _any(words.particles)
    name = rf"{CAPITALISED}(?:\s(?:{particle}\s){{0,3}}{CAPITALISED}){{0,{LONGEST_NAME}}}"
    noun_word = rf"(?!{_any(words.breaks)}\b)[\w’'-]+"
    noun = rf"(?i:{_any(words.determiners)})\s(?:{noun_word}\s){{0,4}}?{noun_word}"
    aside = r"(?:,\s[^,.;:!?\"“”„«»]{1,80},)?"
    hedge = rf"(?:\s(?:{_any(words.adverbs)}|\w+ly)){{0,2}}"
    pronoun = rf"(?i:{_any(words.pronouns)})"
    return Grammar(
        re.compile(rf"\b(?P<speaker>{pronoun}|{name}|{noun}){aside}{hedge}\s{verb}"),
        re.compile(rf"\s*{verb}\s(?P<speaker>{name}|{noun}(?=[,.]))"),
    )


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))})"


def attributions(
    text: str, paragraph: Paragraph, quoted: Sequence[Quotation], words: Vocabulary
) -> list[Attribution]:
    """Return who says something in a paragraph, outside of its quotations, in order."""
    patterns = grammar(words.language)
    if patterns is None:
        return []
    found = []
    edges = [paragraph.start, *(edge for one in quoted for edge in (one.start, one.end)), paragraph.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if start > paragraph.start and (match := patterns.inverted.match(text, start, end)):
            found.append(Attribution(start, match.end(), _name(match["speaker"], words)))
        found += [
            Attribution(match.start(), match.end(), _name(match["speaker"], words))
            for match in patterns.direct.finditer(text, start, end)
        ]
    return [attribution for attribution in found if attribution.speaker]


def _name(speaker: str, words: Vocabulary) -> str:
    """Return the name in a run of capitalised words, or nothing where it does not begin with one."""
    parts = speaker.split()
    titled = next((i for i, part in enumerate(parts) if part in words.titles), 0)
    if titled and parts[0].lower() not in words.determiners:
        parts = parts[titled:]
    if parts[0] in words.conjunctions:
        parts = parts[1:]
    if not parts or parts[0] in words.openings:
        return ""
    name = " ".join(parts)
    abbreviated = parts[-1] in words.titles or "." in parts[-1][:-1] or len(parts[-1]) == len("J.")
    return name if abbreviated else name.rstrip(".")


def resolved(
    here: Sequence[Attribution], earlier: Sequence[Attribution], words: Vocabulary
) -> list[Attribution]:
    """Return the attributions of a paragraph with names for pronouns, less those that stay unclear.

    :param earlier: the attributions of the paragraph before it, resolved.
    """
    known: list[Attribution] = []
    for one in here:
        pronoun = one.speaker.lower()
        speaker = (
            _antecedent(pronoun, [*earlier, *known], words) if pronoun in words.pronouns else one.speaker
        )
        known.append(one._replace(speaker=speaker))
    return known


def speaker_of(
    quotation: Quotation, text: str, here: Sequence[Attribution], earlier: Sequence[Attribution]
) -> str:
    """Return who says a quotation, or nothing where that is unclear.

    :param here: the attributions of the quotation's paragraph, in order, resolved.
    :param earlier: those of the paragraph before it.
    """
    attribution = _beside(quotation, text, here)
    if attribution is None:
        # "The minister explained why.  / “We had no choice.”"
        before = [one for one in here if one.end <= quotation.start] or earlier
        attribution = before[-1] if before else None
    return attribution.speaker if attribution else ""


def _beside(quotation: Quotation, text: str, here: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution that follows a quotation in the same sentence, or ``None``."""
    if "." in text[max(quotation.start, quotation.end - 2) : quotation.end]:
        return None
    first = bisect_left(here, quotation.end, key=lambda one: one.start)
    if first == len(here) or here[first].start > quotation.end + NEAR:
        return None
    ended = re.search(r"[.!?]\s", text[quotation.end : here[first].start])
    return None if ended else here[first]


def _antecedent(pronoun: str, context: Sequence[Attribution], words: Vocabulary) -> str:
    """Return the one speaker that a pronoun can stand for, or nothing where there are several."""
    names = [one.speaker for one in context]
    surnames = {name.split()[-1] if name else "" for name in names}
    name = names[-1] if len(surnames) == 1 else ""
    parts = name.split()
    person = bool(parts) and parts[0].lower() not in words.determiners
    return name if person and words.pronouns[pronoun].isdisjoint(parts) else ""
