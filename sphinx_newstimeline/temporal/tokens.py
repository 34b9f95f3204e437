"""Tokens: the words and signs of a text, with their places."""

from __future__ import annotations

import re

#: One token: a word with the white space behind it, or one other character with its white space.
TOKENS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
#: The same without white space.
WORDS = re.compile(r"\w+|[^\w\s]")
PARAGRAPH = re.compile(r"\n\s*\n")
#: What stands for the end of a paragraph, over which no rule reads.
PARAGRAPH_END = "¶"
#: Punctuation with white space behind it, as rules quote it: "1.5" has ``'.'``, "in 1998. 5 May" ``'._'``.
LOOSE = {".": "._", ":": ":_", "/": "/_"}


def split(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the tokens of a text and their offsets, without white space.

    Punctuation that has white space behind it is told from that which has none; see :data:`LOOSE`.
    """
    tokens: list[str] = []
    offsets: list[tuple[int, int]] = []
    start = 0
    for raw in TOKENS.findall(text):
        token = raw.rstrip()
        end = start + len(token)
        offsets.append((start, end))
        start += len(raw)
        tokens.append(LOOSE.get(token, token) if start > end else token)
        if "\n" in raw and PARAGRAPH.search(raw):
            tokens.append(PARAGRAPH_END)
            offsets.append((end, end))
    return tokens, offsets


def fold(token: str) -> str:
    """Return a token as names are compared: lower case, plain apostrophes and full stops."""
    return {"’": "'", "‘": "'", "._": "."}.get(token, token.casefold())


def split_name(name: str) -> tuple[str, ...]:
    """Return the folded tokens of a name."""
    return tuple([fold(token.rstrip()) for token in TOKENS.findall(name.strip()) if token.strip()])
