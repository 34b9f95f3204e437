"""Sentences: where :mod:`sentencex` cuts, less the cuts that are none, plus long quotations'.

``sentencex`` keeps a quotation in one piece, however many sentences it has, and sometimes cuts
behind an abbreviation or inside a time expression ("5 p.m. / Wednesday").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .paragraphs import Span
from .quotations import quotations_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .quotations import Quotation
    from .vocabulary import Vocabulary

# A sentence longer than this is cut inside its quotations too; a shorter one reads well whole.
LONG_QUOTATION = 200

# How far behind a cut to look for the word that goes before it; no abbreviation is longer.
LONGEST_WORD = 40
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
INITIAL = re.compile(r"[^\W\d_]\.")
OPENERS = "\"'“‘«([{"


def sentences(
    text: str, paragraph: Span, words: Vocabulary, whole: Sequence[Span], quoted: Sequence[Quotation]
) -> list[Span]:
    """Return the sentences of a paragraph in order, without the white space around them.

    :param paragraph: the offsets of the paragraph in *text*.
    :param words: the language's vocabulary.
    :param whole: ascending stretches of text that no cut may go through: phrases of dates.
    :param quoted: the paragraph's quotations; long ones are cut between their sentences.
    """
    pieces = [
        piece
        for sentence in _segment(text, paragraph, words)
        for piece in _pieces(text, sentence, words, quoted)
    ]
    joined = crossed(pieces, whole)
    healed: list[Span] = []
    for index, piece in enumerate(pieces):
        start = healed.pop().start if index in joined else piece.start
        healed.append(Span(start, piece.end))
    return healed


def _segment(text: str, stretch: Span, words: Vocabulary) -> list[Span]:
    """Return the sentences of a stretch of text, joined where a cut is no end of a sentence."""
    from sentencex import get_sentence_boundaries

    # A line end inside a paragraph is a space: hard-wrapped lines end anywhere.
    line = text[stretch.start : stretch.end].replace("\n", " ")
    found: list[Span] = []
    for boundary in get_sentence_boundaries(words.language, line):
        sentence = trimmed(
            text, stretch.start + boundary["start_index"], stretch.start + boundary["end_index"]
        )
        if sentence.start >= sentence.end:
            continue
        if found and _is_no_end(text, found[-1], sentence, words):
            sentence = Span(found.pop().start, sentence.end)
        found.append(sentence)
    return found


def _is_no_end(text: str, before: Span, after: Span, words: Vocabulary) -> bool:
    """Return whether the cut between two sentences is in the middle of one."""
    if text[after.start].islower():
        return True
    tail = text[max(before.start, before.end - LONGEST_WORD) : before.end]
    last = tail.rsplit(maxsplit=1)[-1].lstrip(OPENERS)
    following = text[after.start : after.start + LONGEST_WORD].split(maxsplit=1)[0]
    if last in words.titles:
        return True
    if last in words.before_numbers:
        return following[0].isdigit()
    if INITIALS.fullmatch(last):
        return following.rstrip(".,;:’'s") in words.after_initials or following in words.after_initials
    # "J. / Smith": one letter is an initial, unless it is the word "I" or a numeral.
    return bool(INITIAL.fullmatch(last)) and last != "I." and following[:1].isupper()


def _pieces(text: str, sentence: Span, words: Vocabulary, quoted: Sequence[Quotation]) -> Iterator[Span]:
    """Yield a sentence, cut between the sentences of its quotations where it is long."""
    if sentence.end - sentence.start <= LONG_QUOTATION:
        yield sentence
        return
    start = sentence.start
    for quotation in quotations_in(quoted, sentence.start, sentence.end):
        inside = Span(quotation.start + 1, min(quotation.end, sentence.end) - 1)
        for part in _segment(text, inside, words)[1:]:
            yield trimmed(text, start, part.start)
            start = part.start
    yield trimmed(text, start, sentence.end)


def crossed(pieces: Sequence[tuple[int, ...]], whole: Sequence[Span]) -> set[int]:
    """Return the indexes of the pieces whose start lies inside of a stretch that has to stay whole.

    :param pieces: ascending stretches of text: offsets of start and end first.
    :param whole: ascending stretches of text, which may overlap.
    """
    found = set()
    remaining = iter(whole)
    stretch = next(remaining, None)
    reach = -1
    for index, piece in enumerate(pieces):
        while stretch and stretch.start < piece[0]:
            reach = max(reach, stretch.end)
            stretch = next(remaining, None)
        if index and reach > piece[0]:
            found.add(index)
    return found


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the stretch without the white space around it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
