"""Which characters a LaTeX engine can show, so that none vanishes from a PDF without a word."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.config import Config

#: Engines that read Unicode and show what the font has.
OPENTYPE_ENGINES = frozenset({"xelatex", "lualatex"})

#: Languages for which Sphinx loads Cyrillic fonts (``sphinx.builders.latex.util.ExtBabel``).
_CYRILLIC = frozenset({"bg", "kk", "mn", "ru", "uk"})

#: Languages for which Sphinx loads a package of its own that brings fonts along.
_OWN_FONTS = frozenset({"zh", "ja", "ko"})

#: What in the author's settings for LaTeX chooses another font.
_FONT_COMMANDS = re.compile(r"\\set(?:main|CJKmain)font|fontspec|xeCJK|luatexja")

#: What an author declares: ``\DeclareUnicodeCharacter{20B4}{…}`` and ``\newunicodechar{₴}{…}``.
_DECLARED = re.compile(
    r"\\(?:DeclareUnicodeCharacter|sphinxDUC)\{([0-9A-Fa-f]{4,6})\}|\\newunicodechar\{(.)\}"
)

_LAST_OF_ASCII = 0x7E

#: LuaTeX takes the replacement character for a sign that the file is broken.
_REPLACEMENT = 0xFFFD

#: Greek, with its accents, which ``textalpha`` shows in the font encoding LGR.
_GREEK = "0370-03FF 1F00-1FFF"


@dataclass(frozen=True, slots=True)
class Repertoire:
    r"""The characters that can be shown.

    :param starts: the first code points of ranges, ascending.
    :param ends: their last code points.
    :param others: single characters besides.
    :param tested_by_tex: whether TeX itself can test what is in none of them (``\iffontchar``).
    :param certain: whether what is in none of them surely cannot be shown.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    others: frozenset[str] = frozenset()
    tested_by_tex: bool = False
    certain: bool = True

    def shows(self, character: str) -> bool:
        """Return whether one character can be shown."""
        point = ord(character)
        if point == _REPLACEMENT:
            return False
        if point <= _LAST_OF_ASCII or character in self.others:
            return True
        index = bisect_right(self.starts, point) - 1
        return index >= 0 and point <= self.ends[index]


def repertoire_of(config: Config) -> Repertoire | None:
    """Return what the engine of a project can show, or ``None`` for engines that nothing is known of."""
    elements: Mapping[str, str] = config.latex_elements
    settings = "\n".join(str(value) for value in elements.values())
    declared = frozenset(
        chr(int(code, 16)) if code else character for code, character in _DECLARED.findall(settings)
    )
    if config.latex_engine == "pdflatex":
        return _from_ranges(_encodings(config, elements), declared)
    if config.latex_engine in OPENTYPE_ENGINES:
        default_font = (
            "fontpkg" not in elements
            and config.language[:2] not in _OWN_FONTS
            and not _FONT_COMMANDS.search(settings)
        )
        found = _from_ranges(_table()["opentype"]["FreeSerif"], declared)
        return Repertoire(found.starts, found.ends, declared, tested_by_tex=True, certain=default_font)
    return None


def _encodings(config: Config, elements: Mapping[str, str]) -> str:
    """Return the ranges of the font encodings that a document for pdflatex loads."""
    table = _table()["pdflatex"]
    loaded = str(elements.get("fontenc", ""))
    ranges = table["T1"]
    if "T2A" in loaded or config.language[:2] in _CYRILLIC:
        ranges += table["T2A"]
    if "X2" in loaded:
        ranges += table["X2"]
    return ranges + _GREEK if "LGR" in loaded or config.language[:2] == "el" else ranges


def _from_ranges(text: str, others: frozenset[str]) -> Repertoire:
    pairs = sorted(_pair(item) for item in text.split())
    return Repertoire(tuple(first for first, _last in pairs), tuple(last for _first, last in pairs), others)


def _pair(item: str) -> tuple[int, int]:
    first, _hyphen, last = item.partition("-")
    return int(first, 16), int(last or first, 16)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    """Return the data file's tables; read once, never changed."""
    text = (files(__package__) / "latex" / "characters.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
