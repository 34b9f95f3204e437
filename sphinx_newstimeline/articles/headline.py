"""The headline of a text without markup: what stands above its dateline, or says what it records."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .article import Origin
from .dateline import LONGEST_HEADLINE, Dateline, is_headline
from .dateline_words import words_of
from .headings import day_of_heading

#: How far down minutes and release notes say what they are, below the name of who wrote them.
_LINES = 3
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def headline_of(text: str, datelines: Sequence[Dateline], language: str) -> tuple[str, Origin]:
    """Return the headline of a text, and what tells that it is one; two empty words where nothing does.

    Above a dateline stands the headline, perhaps with a line below it, or lines such as "For immediate
    release", which are none.  Without a dateline, a line such as "Minutes of 3 June 2024" is.

    :param datelines: as :func:`.dateline.find_datelines` gives them.
    :param language: the language of the text, as a code.
    """
    end = datelines[0].start if datelines else len(text)
    top: list[str] = []
    for match in _LINE.finditer(text, 0, min(end, (_LINES + 1) * LONGEST_HEADLINE)):
        if len(top) == _LINES or not is_headline(match[0]):
            break
        top.append(match[0])
    words = words_of(language)
    lines = [line for line in top if not words.is_byline(line) and not words.is_kicker(line)]
    if datelines:
        return (lines[0], Origin.DATELINE) if lines else ("", Origin.UNKNOWN)
    dated = [line for line in lines if (stated := day_of_heading(line, language)) and stated.certain]
    return (dated[0], Origin.HEADING) if dated else ("", Origin.UNKNOWN)
