"""The files that a language's grammar is made of, and all that it depends on besides."""

from __future__ import annotations

import hashlib
import tomllib
from importlib.resources import files
from pathlib import Path

from ...holidays import find_holiday_names
from .compilation import compile_grammar
from .grammar import Grammar
from .rules import read_rules

#: The package, and the folder of a language in it.
PACKAGE = Path(__file__).parents[2]
LANGUAGES = ("temporal", "lang")
#: The files of a language.
RULES, WORDS, CONTEXT = "rules.txt", "words.toml", "context.toml"
#: What makes grammars of them, besides the modules of this folder: a grammar is made anew when these change.
ELSEWHERE = ("temporal/tokens.py", "holidays/holiday.py", "holidays/holidays.toml")
#: Grows with the form of grammars.
FORM = 1


def read_grammar(code: str) -> Grammar:
    """Return the grammar of a language that has data, made from these.

    :raises RuleError: where a rule cannot be read.
    """
    # Not by their paths: the package may be read from a zip file.
    folder = files(__package__.split(".")[0]).joinpath(*LANGUAGES, code)
    return compile_grammar(
        read_rules(folder.joinpath(RULES).read_text("utf-8").splitlines()),
        tomllib.loads(folder.joinpath(WORDS).read_text("utf-8")),
        tomllib.loads(folder.joinpath(CONTEXT).read_text("utf-8")),
        find_holiday_names(code),
    )


def sources(code: str, package: Path = PACKAGE) -> list[Path]:
    """Return the files that a grammar depends on, those of the code that makes it among them.

    :param package: the folder of this package.
    :raises OSError: where the package is no folder.
    """
    folder = package.joinpath(*LANGUAGES, code)
    modules = sorted((package / "temporal" / "grammar").glob("*.py"))
    return [folder / RULES, folder / WORDS, folder / CONTEXT, *modules, *map(package.joinpath, ELSEWHERE)]


def fingerprint(code: str, package: Path = PACKAGE) -> bytes:
    """Return what tells the grammar that the files make now from any other; empty where they cannot be read.

    :param package: the folder of this package.
    """
    digest = hashlib.blake2b(f"{FORM} {code}\n".encode(), digest_size=32)
    try:
        for path in sources(code, package):
            content = path.read_bytes()
            digest.update(f"{path.name} {len(content)}\n".encode())
            digest.update(content)
    except OSError:
        return b""
    return digest.digest()
