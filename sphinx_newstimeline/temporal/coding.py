"""A text as codes of its words, and where each of them stands.

A text is cut at spaces and line breaks, and each distinct piece ("Wednesday,") is coded once: most pieces
of a text were met before, so that coding costs about one look-up a word.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from .lexicon import UNKNOWN, Codes
from .tokens import WORDS

#: How many distinct pieces are kept, and how many characters one has at most: others are coded each time.
PIECES_KEPT = 65_536
LONGEST_KEPT = 32
#: Signs that most often stand behind a word.
CLOSING = frozenset('.,;:!?)"”')


class Pieces(dict[str, str]):
    """The codes of pieces of text, one for each word or sign; found when first asked for."""

    def __init__(self, codes: Codes) -> None:
        """Take the codes of words and signs."""
        super().__init__()
        self._code = codes.__getitem__
        # For words without digits, which have no code by their shape.
        self._listed = codes.get

    def __missing__(self, piece: str) -> str:
        """Find the codes of a piece."""
        listed = self._listed
        if piece.isalpha():
            found = listed(piece, UNKNOWN)
        elif piece[-1:] in CLOSING and piece[:-1].isalpha():
            found = listed(piece[:-1], UNKNOWN) + listed(piece[-1], UNKNOWN)
        else:
            found = "".join([listed(word) or self._code(word) for word in WORDS.findall(piece)])
        if len(piece) <= LONGEST_KEPT:
            if len(self) >= PIECES_KEPT:
                self.clear()
            self[piece] = found
        return found


class Coded:
    """A text as codes: one for each word or sign, which are counted from 0.

    :ivar codes: the codes.
    """

    def __init__(self, text: str, pieces: Pieces) -> None:
        """Code the text."""
        self.text = text
        self._pieces = text.replace("\n", " ").split(" ")
        coded = list(map(pieces.__getitem__, self._pieces))
        self.codes = "".join(coded)
        # How many codes there are up to the end of each piece, and characters but for spaces before it.
        self._ends = list(accumulate(map(len, coded)))
        self._lengths = list(accumulate(map(len, self._pieces), initial=0))
        self._starts: tuple[int, list[int]] = (-1, [])

    def offset(self, index: int) -> int:
        """Return where in the text a word or sign begins; the end of the text for the one behind the last."""
        piece = bisect_right(self._ends, index)
        if piece == len(self._pieces):
            return len(self.text)
        inside = index - (self._ends[piece - 1] if piece else 0)
        start = self._lengths[piece] + piece
        return start if not inside and not self._pieces[piece][0].isspace() else self._inside(piece, inside)

    def _inside(self, piece: int, index: int) -> int:
        """Return where a word or sign of a piece begins; those of the piece asked for last are known."""
        start = self._lengths[piece] + piece
        if self._starts[0] != piece:
            found = WORDS.finditer(self._pieces[piece])
            self._starts = piece, [start + word.start() for word in found]
        return self._starts[1][index]

    def words(self, first: int, behind: int) -> list[str]:
        """Return the words and signs from the first to before *behind*, or to the end of the text."""
        return WORDS.findall(self.text, self.offset(first), self.offset(behind))
