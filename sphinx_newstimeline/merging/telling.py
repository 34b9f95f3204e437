"""What a sentence tells, as far as sentences are compared: its stems, names and numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .words import Words

_TOKEN = re.compile(r"[^\W_]+(?:[.'’,][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
#: What stands before the first word of a sentence, or of a quotation in it.
_OPENING = re.compile(r"(?:^|[.!?:;“\"«„]|``|--|[–—])[\s\"'“”‘’«»„`(\[]*$")
#: Scripts without spaces between words: these are compared by pairs of characters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
#: Where so many words have capitals, it is a headline, in which capitals make no names.
_HEADLINE, _LONG_ENOUGH = 0.6, 4


class Token(NamedTuple):
    """A word of a sentence.

    :param stem: what it is compared by.
    :param capital: whether it has a capital that no start of a sentence asks for.
    :param opening: whether it has one that a start of a sentence may have asked for.
    :param number: its value, or ``None``.
    """

    stem: str
    capital: bool = False
    opening: bool = False
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What sentences tell.

    :param counts: how often each stem stands there.
    :param names: the stems of names.
    :param subjects: the stems of the name that each sentence has first.
    :param numbers: pairs of a stem that stands beside a number, and the number's value.
    :param values: the values of the numbers, whatever they count.
    """

    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    names: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    numbers: frozenset[tuple[str, float]] = frozenset()
    values: frozenset[float] = frozenset()

    @classmethod
    def joined(cls, tellings: Sequence[Telling]) -> Telling:
        """Return what several tellings tell together."""
        if len(tellings) == 1:
            return tellings[0]
        counts: Counter[str] = Counter()
        for telling in tellings:
            counts.update(telling.counts)
        return cls(
            counts,
            frozenset().union(*(telling.names for telling in tellings)),
            frozenset().union(*(telling.subjects for telling in tellings)),
            frozenset().union(*(telling.numbers for telling in tellings)),
            frozenset().union(*(telling.values for telling in tellings)),
        )


def tokens(text: str, words: Words, without: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """Return the words of a sentence that say something, in order.

    :param without: pairs of offsets of stretches to leave out: the words of its date.
    """
    for start, end in without:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        read = _read(match[0], words)
        if read and read[0].capital and _OPENING.search(text, max(match.start() - 8, 0), match.start()):
            read = (Token(read[0].stem, opening=True),)
        found += read
    shouted = sum(token.capital for token in found) > _HEADLINE * len(found)
    if shouted and len(found) >= _LONG_ENOUGH:
        return [token._replace(capital=False, opening=token.capital or token.opening) for token in found]
    return found


@lru_cache(maxsize=1 << 16)
def _read(form: str, words: Words) -> tuple[Token, ...]:
    """Return what a word says inside of a sentence: nothing, one thing, or in some scripts several."""
    form = _POSSESSIVE.sub("", form)
    if not form.isascii() and _UNSPACED.search(form):
        return tuple(Token(form[at : at + 2]) for at in range(max(len(form) - 1, 1)))
    low = form.casefold()
    number = float(form.replace(",", "")) if _NUMBER.fullmatch(form) else words.numbers.get(low)
    if number is not None:
        return (Token(low, number=float(number)),)
    if low in words.stop:
        return ()
    return (Token(words.stem(low), form[:1].isupper() and len(form) > 1 and low not in words.common),)


class Names:
    """Which stems are names: those that some sentence has with a capital inside of it, and few without."""

    def __init__(self, sentences: Iterable[Sequence[Token]]) -> None:
        """Count the capitals of all sentences that are compared."""
        self._capital: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        for sentence in sentences:
            for token in sentence:
                if token.capital:
                    self._capital[token.stem] += 1
                elif not token.opening and token.number is None:
                    self._small[token.stem] += 1

    def telling(self, sentence: Sequence[Token], words: Words) -> Telling:
        """Return what a sentence tells, given as its words."""
        capitals = [index for index, token in enumerate(sentence) if token.capital or token.opening]
        names = [] if words.capitalised_nouns else [at for at in capitals if self._named(sentence, at)]
        first = names[:1]
        while first and first[-1] + 1 in names:
            first.append(first[-1] + 1)
        return Telling(
            Counter([token.stem for token in sentence]),
            frozenset([sentence[index].stem for index in names]),
            frozenset([sentence[index].stem for index in first]),
            frozenset(_numbers(sentence)),
            frozenset([token.number for token in sentence if token.number is not None]),
        )

    def _named(self, sentence: Sequence[Token], index: int) -> bool:
        """Return whether a word is a name; at the start of a sentence others have to say so."""
        token = sentence[index]
        if token.capital:
            return True
        if not token.opening:
            return False
        if self._capital[token.stem]:
            return self._capital[token.stem] >= self._small[token.stem]
        # "Kestrel Air reported": a name that nobody has inside of a sentence goes on with a capital.
        return not self._small[token.stem] and index + 1 < len(sentence) and sentence[index + 1].capital


def _numbers(sentence: Sequence[Token]) -> Iterable[tuple[str, float]]:
    """Yield each number with the words beside it, which say what it counts."""
    for index, token in enumerate(sentence):
        if token.number is None:
            continue
        beside = [sentence[at] for at in (index - 1, index + 1) if 0 <= at < len(sentence)]
        yield from ((other.stem, token.number) for other in beside if other.number is None)
        if all(other.number is not None for other in beside):
            yield "", token.number
