"""Where sentences end, as far as cues for an expression reach."""

from __future__ import annotations

import re

#: Begins with one set of characters, for which a search is quick.
SENTENCE_END = re.compile(
    r"[.!?\n](?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bGov\.)(?<!\bSen\.)(?<!\bRep\.)"
    r"(?<!\bGen\.)(?:(?<=\n)\s*\n|(?<!\n)[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9]|$))",
)
